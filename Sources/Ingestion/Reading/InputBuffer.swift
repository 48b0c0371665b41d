import Glibc

/// Bytes read from a file or a stream, reused from input to input.
///
/// `padding` zero bytes can be read behind the content.
struct InputBuffer: ~Copyable {
  static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + InputBuffer.padding)
    base.initialize(repeating: 0, count: capacity + InputBuffer.padding)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  mutating func removeAll() {
    // One huge article must not keep its memory for the rest of the run.
    if capacity > 1 << 20 { self = InputBuffer() }
    count = 0
  }

  /// Gives its content away and is empty.
  mutating func move() -> InputBuffer {
    let content = self
    self = InputBuffer(capacity: 0)
    return content
  }

  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

  /// Keeps the first `length` bytes and makes those behind them padding.
  mutating func truncate(to length: Int) {
    count = length
    (base + count).update(repeating: 0, count: InputBuffer.padding)
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    UnsafeMutableRawPointer(base + count).copyMemory(from: start, byteCount: bytes.count)
    truncate(to: count + bytes.count)
  }

  /// Reads once from a descriptor.
  /// - Returns: how many bytes came; 0 at the end, negative on error.
  mutating func read(from descriptor: Int32, atMost length: Int) -> Int {
    reserve(length)
    while true {
      let size = Glibc.read(descriptor, base + count, length)
      if size < 0, errno == EINTR { continue }
      truncate(to: count + max(size, 0))
      return size
    }
  }

  /// Appends what the body puts into the room that it is given.
  /// - Returns: how many bytes that were, as the body says.
  mutating func fill(
    atMost length: Int, _ body: (UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int
  ) throws(InputProblem) -> Int {
    reserve(length)
    let size = try body(UnsafeMutableRawBufferPointer(start: base + count, count: length))
    truncate(to: count + size)
    return size
  }

  private mutating func reserve(_ room: Int) {
    guard count + room > capacity else { return }
    let larger = max(capacity * 2, count + room)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + InputBuffer.padding)
    copy.update(from: base, count: count)
    base.deallocate()
    base = copy
    capacity = larger
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a NUL byte stands in the bytes: no text has one.
  var holdsNUL: Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, 0, count) != nil
  }

  /// Whether the bytes begin as an object of JSON does, and no article.
  var isObjectOfJSON: Bool { starts(with: #"{""#.utf8) }

  /// Whether nothing but blanks, tabs and line ends stands in the bytes.
  var isBlank: Bool { allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
