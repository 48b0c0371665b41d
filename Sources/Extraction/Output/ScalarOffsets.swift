import CBytes

/// Where bytes of a text stand, counted in scalars: by one pass over the text, then by one look at 64 bytes for each place.
///
///     continuations[2] = 31    the first 128 bytes have 31 that continue a letter: byte 128 is scalar 97
struct ScalarOffsets: ~Copyable {
  private var continuations = Buffer<UInt32>(capacity: 256)
  private var bytes: UnsafePointer<UInt8>?

  /// Of no text.
  init() {}

  init(_ text: TokenizedText) { measure(text) }

  /// Takes a text, which has 64 bytes more behind it.
  mutating func measure(_ text: TokenizedText) {
    let bytes = text.bytes
    self.bytes = bytes
    continuations.shrink(above: 1 << 16)
    continuations.prepare(count: text.byteCount >> 6 + 1)
    var sum: UInt32 = 0
    for block in 0..<continuations.count {
      continuations.base[block] = sum
      sum &+= trich_continuations(bytes + block << 6, 64)
    }
  }

  /// The scalar that begins at the byte, or the number of them when it is the text's end.
  @inline(__always)
  func scalar(at byte: Int) -> Int {
    guard let bytes else { return 0 }
    let block = byte >> 6
    return byte &- Int(continuations.base[block] &+ trich_continuations(bytes + block << 6, byte & 63))
  }
}
