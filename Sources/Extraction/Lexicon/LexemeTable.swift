/// Folded words → lexemes: open addressing by a 64-bit digest, which stands for the word.
struct LexemeTable {
  private let digests: UnsafeMutablePointer<UInt64>
  private let values: UnsafeMutablePointer<UInt16>
  private let mask: Int

  init(_ words: [[UInt8]: UInt16]) {
    var size = 1024
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    digests = .allocate(capacity: size)
    digests.initialize(repeating: 0, count: size)
    values = .allocate(capacity: size)
    values.initialize(repeating: 0, count: size)
    for (word, lexeme) in words {
      let digest = LexemeTable.digest(word)
      var slot = Int(truncatingIfNeeded: digest) & mask
      while digests[slot] != 0 { slot = (slot + 1) & mask }
      digests[slot] = digest
      values[slot] = lexeme
    }
  }

  /// 0 for an unknown word.
  subscript(word: [UInt8]) -> UInt16 {
    let digest = LexemeTable.digest(word)
    var slot = Int(truncatingIfNeeded: digest) & mask
    while digests[slot] != 0 {
      if digests[slot] == digest { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// FNV-1a of 64 bits, never 0.
  private static func digest(_ word: [UInt8]) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return value == 0 ? 1 : value
  }
}
