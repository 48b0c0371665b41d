import Glibc

/// A stretch of JSON bytes, borrowed from the buffer that is being scanned.
struct JSONSlice {
  var start: UnsafePointer<UInt8>
  var count: Int
  /// Whether a backslash stands in it.
  var isEscaped = false

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where start[index] != word.utf8Start[index] { return false }
    return true
  }

  func equals(_ other: JSONSlice) -> Bool { count == other.count && memcmp(start, other.start, count) == 0 }

  /// The text, with its escapes resolved.
  var string: String {
    guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: JSONEscapes.resolve(bytes), as: UTF8.self)
  }
}

/// JSON that cannot be read, with the byte where reading stopped.
struct JSONSyntaxError: Error, CustomStringConvertible {
  let offset: Int
  let reason: String
  var description: String { "byte \(offset): \(reason)" }
}

/// Walks over JSON bytes without building a tree: the caller takes what it wants and skips the rest.
///
///     try scanner.forEachMember { key, scanner in
///       if key.equals("id") { id = try scanner.takeString() } else { try scanner.skipValue() }
///     }
struct JSONScanner {
  private let start: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var cursor: UnsafePointer<UInt8>
  private var depth = 0
  private static let maximumDepth = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address: any pointer will do, none is read.
    start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = start + bytes.count
    cursor = start
  }

  func failure(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(offset: cursor - start, reason: reason) }

  /// The next byte that is no white space; 0 at the end.
  mutating func peek() -> UInt8 {
    while cursor < end {
      let byte = cursor.pointee
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      cursor += 1
    }
    return 0
  }

  mutating func expectEnd() throws {
    guard peek() == 0, cursor == end else { throw failure("more behind the value") }
  }

  private mutating func take(_ byte: UInt8) throws {
    guard peek() == byte else { throw failure("expected “\(Character(Unicode.Scalar(byte)))”") }
    cursor += 1
  }

  /// Calls `body` for each member of the object here; it must take or skip the value.
  mutating func forEachMember(_ body: (JSONSlice, inout JSONScanner) throws -> Void) throws {
    try enter(UInt8(ascii: "{"))
    if peek() == UInt8(ascii: "}") { return leave() }
    while true {
      let key = try takeString()
      try take(UInt8(ascii: ":"))
      try body(key, &self)
      if peek() == UInt8(ascii: "}") { return leave() }
      try take(UInt8(ascii: ","))
    }
  }

  /// Calls `body` for each element of the array here; it must take or skip it.
  mutating func forEachElement(_ body: (inout JSONScanner) throws -> Void) throws {
    try enter(UInt8(ascii: "["))
    if peek() == UInt8(ascii: "]") { return leave() }
    while true {
      try body(&self)
      if peek() == UInt8(ascii: "]") { return leave() }
      try take(UInt8(ascii: ","))
    }
  }

  private mutating func enter(_ bracket: UInt8) throws {
    try take(bracket)
    depth += 1
    guard depth <= JSONScanner.maximumDepth else { throw failure("nested too deeply") }
  }

  private mutating func leave() {
    cursor += 1
    depth -= 1
  }

  mutating func takeString() throws -> JSONSlice {
    try take(UInt8(ascii: "\""))
    let first = cursor
    var isEscaped = false
    var at = cursor
    while at < end {
      let byte = at.pointee
      at += 1
      if byte == UInt8(ascii: "\"") {
        cursor = at
        return JSONSlice(start: first, count: at - first - 1, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        at += 1
      }
    }
    throw failure("a string without its end")
  }

  /// A string, or nil for `null`.
  mutating func takeOptionalString() throws -> JSONSlice? {
    guard peek() == UInt8(ascii: "\"") else {
      try takeWord("null")
      return nil
    }
    return try takeString()
  }

  /// A number as it is written.
  mutating func takeNumber() throws -> JSONSlice {
    _ = peek()
    let first = cursor
    while cursor < end, isOfNumber(cursor.pointee) { cursor += 1 }
    guard cursor > first else { throw failure("expected a number") }
    return JSONSlice(start: first, count: cursor - first)
  }

  private func isOfNumber(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte == 0x65 || byte == 0x45
  }

  mutating func takeWord(_ word: StaticString) throws {
    _ = peek()
    let count = word.utf8CodeUnitCount
    guard end - cursor >= count, JSONSlice(start: cursor, count: count).equals(word) else { throw failure("expected \(word)") }
    cursor += count
  }

  mutating func skipValue() throws {
    switch peek() {
    case UInt8(ascii: "{"): try forEachMember { _, scanner in try scanner.skipValue() }
    case UInt8(ascii: "["): try forEachElement { scanner in try scanner.skipValue() }
    case UInt8(ascii: "\""): _ = try takeString()
    case UInt8(ascii: "t"): try takeWord("true")
    case UInt8(ascii: "f"): try takeWord("false")
    case UInt8(ascii: "n"): try takeWord("null")
    default: _ = try takeNumber()
    }
  }

  /// The bytes of the value here, as they stand.
  mutating func takeRaw() throws -> JSONSlice {
    _ = peek()
    let first = cursor
    try skipValue()
    return JSONSlice(start: first, count: cursor - first)
  }
}
