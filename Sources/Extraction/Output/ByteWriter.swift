import CBytes

/// Bytes of JSON, appended to one buffer.
struct ByteWriter: ~Copyable {
  private(set) var bytes = Buffer<UInt8>(capacity: 1 << 16)

  var count: Int { bytes.count }
  var view: UnsafeBufferPointer<UInt8> { bytes.view }

  mutating func removeAll() {
    bytes.shrink(above: 1 << 22)
    bytes.removeAll()
  }

  /// The end of what is written, with room for `length` bytes more; `bytes.advance` counts those that were.
  @inline(__always)
  private mutating func room(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    bytes.reserve(length)
    return bytes.base + bytes.count
  }

  /// Writes what `body` puts at the end of the bytes, `length` of them at most: one look at the room for all of it.
  @inline(__always)
  mutating func put(atMost length: Int, _ body: (inout ByteEnd) -> Void) {
    var end = ByteEnd(room(length))
    body(&end)
    bytes.advance(end.place - (bytes.base + bytes.count))
  }

  /// A literal is stored as numbers of eight bytes that stand in the code.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    UnsafeMutableRawPointer(room(count)).copyMemory(from: text.utf8Start, byteCount: count)
    bytes.advance(count)
  }

  /// A text that is no literal here, and needs no escape.
  mutating func put(unescaped text: StaticString) { bytes.append(from: text.utf8Start, count: text.utf8CodeUnitCount) }

  @inline(__always)
  mutating func put(byte: UInt8) { bytes.append(byte) }

  /// Text that needs no escape.
  mutating func put(plain text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let base = utf8.baseAddress { bytes.append(from: base, count: utf8.count) }
    }
  }

  mutating func put(_ plain: [UInt8]) {
    plain.withUnsafeBufferPointer { utf8 in
      if let base = utf8.baseAddress { bytes.append(from: base, count: utf8.count) }
    }
  }

  /// Bytes that need no escape, with 15 readable ones behind them.
  @inline(__always)
  mutating func put(padded start: UnsafePointer<UInt8>, count: Int) {
    trich_copy_steps(room(count + 16), start, count)
    bytes.advance(count)
  }

  /// Once more what was written at the place.
  @inline(__always)
  mutating func put(again place: Range<Int>) {
    let end = room(place.count + 16)
    trich_copy_steps(end, bytes.base + place.lowerBound, place.count)
    bytes.advance(place.count)
  }

  // MARK: - Numbers

  @inline(__always)
  mutating func put(_ digits: Digits) {
    put(atMost: 16) { $0.put(digits) }
  }

  mutating func put(_ value: Int) {
    if value < 0 {
      put(byte: UInt8(ascii: "-"))
      // The magnitude of Int.min does not fit: go by the unsigned value.
      return put(magnitude: UInt64(bitPattern: 0 &- Int64(value)))
    }
    put(magnitude: UInt64(value))
  }

  private mutating func put(magnitude: UInt64) {
    guard magnitude > Digits.most else { return put(Digits(magnitude)) }
    put(Digits(magnitude / 100_000_000))
    put(Digits(magnitude % 100_000_000, width: 8))
  }

  /// A number of at least `width` digits, 8 at most.
  mutating func put(_ value: Int, width: Int) {
    guard value >= 0, value < 100_000_000 else { return put(value) }
    let digits = Digits(UInt64(value))
    put(digits.count < width ? Digits(UInt64(value), width: width) : digits)
  }

  // MARK: - Strings

  /// A JSON string with its quotes.
  mutating func putString(_ start: UnsafePointer<UInt8>, count: Int) {
    put(byte: 0x22)
    putEscaped(start, count: count)
    put(byte: 0x22)
  }

  /// The same for a text with 16 readable bytes behind it.
  @inline(__always)
  mutating func putString(padded start: UnsafePointer<UInt8>, count: Int) {
    let end = room(count + 32)
    end[0] = 0x22
    guard trich_copy_padded(end + 1, start, count) == count else { return putString(start, count: count) }
    end[count + 1] = 0x22
    bytes.advance(count + 2)
  }

  /// The same for a text that stands as it is: letters and single blanks.
  /// - Returns: false, and writes nothing, when it does not.
  @inline(__always)
  mutating func putClean(padded start: UnsafePointer<UInt8>, count: Int) -> Bool {
    let end = room(count + 32)
    end[0] = 0x22
    guard trich_copy_clean(end + 1, start, count) else { return false }
    end[count + 1] = 0x22
    bytes.advance(count + 2)
    return true
  }

  mutating func putString(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let base = utf8.baseAddress { putString(base, count: utf8.count) } else { put("\"\"") }
    }
  }

  /// Escapes quote, backslash and control characters; everything else stands as it is (RFC 8259 §7).
  mutating func putEscaped(_ start: UnsafePointer<UInt8>, count: Int) {
    var done = 0
    while true {
      let plain = trich_copy_plain(room(count - done + 16), start + done, count - done)
      bytes.advance(plain)
      done += plain
      guard done < count else { return }
      putEscape(start[done])
      done += 1
    }
  }

  private mutating func putEscape(_ byte: UInt8) {
    switch byte {
    case 0x22: put("\\\"")
    case 0x5C: put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put("\\u00")
      put(byte: ByteWriter.hex(byte >> 4))
      put(byte: ByteWriter.hex(byte & 15))
    }
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? nibble + 0x30 : nibble + 0x57 }
}
