/// 64 bits of a text, the same in each run: equal texts have equal digests, and among a hundred thousand others none has it by chance
/// but once in billions of runs. A tenth of the cost of SHA-256; no protection against somebody who builds two texts for it.
public struct TextDigest: Sendable, Hashable {
  let value: UInt64

  init(value: UInt64) { self.value = value }

  init(_ text: UnsafeRawBufferPointer) {
    var state = TextDigest.mixed(UInt64(text.count) ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
    // Of every other sixteen bytes, so that no product waits for the one before.
    var other = ~state
    var offset = 0
    while offset + 32 <= text.count {
      state = TextDigest.mixed(state, text, at: offset)
      other = TextDigest.mixed(other, text, at: offset + 16)
      offset += 32
    }
    if offset + 16 <= text.count {
      state = TextDigest.mixed(state, text, at: offset)
      offset += 16
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      if text.count - offset == 8 {
        state = TextDigest.mixed(state ^ rest, 0xE703_7ED1_A0B4_28DB)
        rest = 0
      }
      offset += 1
    }
    value = TextDigest.mixed(state ^ rest, other ^ 0x8EBC_6AF0_9C88_C6E3)
  }

  /// Takes the sixteen bytes at the offset in.
  @inline(__always)
  private static func mixed(_ state: UInt64, _ text: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    mixed(
      state ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
      text.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) ^ 0xA076_1D64_78BD_642F)
  }

  /// Both halves of the product, put together.
  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
