/// Words → lexemes: open addressing by a 64-bit digest, which stands for the word.
///
/// A slot holds the upper 48 bits of the digest, which also say where to look, and the lexeme; 0 when free.
struct LexemeTable: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private var count = 0

  /// - Parameter room: how many words there will be room for at first, at least.
  init(room: Int) {
    var size = 1024
    while size < room * 2 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    touch(slots, byteCount: size * MemoryLayout<UInt64>.stride)
    slots.initialize(repeating: 0, count: size)
  }

  init(_ image: inout LexiconImage.Reader) {
    let (slots, count) = image.next() as (UnsafeMutablePointer<UInt64>, Int)
    self.slots = slots
    mask = count - 1
  }

  func write(to image: inout LexiconImage.Writer) { image.add(UnsafeBufferPointer(start: slots, count: mask + 1)) }

  deinit { slots.deallocate() }

  /// 0 for an unknown word.
  @inline(__always)
  subscript(digest: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: slots[slot(of: digest)]) }

  /// Adds a word or gives it another lexeme.
  mutating func set(_ digest: UInt64, _ lexeme: UInt16) {
    if count * 2 > mask { grow() }
    let slot = slot(of: digest)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = digest & ~0xFFFF | UInt64(lexeme)
  }

  mutating func removeAll() {
    slots.update(repeating: 0, count: mask + 1)
    count = 0
  }

  /// The word's slot, or the free one that it would take.
  @inline(__always)
  private func slot(of digest: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: digest >> 16) & mask
    while slots[slot] != 0, slots[slot] >> 16 != digest >> 16 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (old, oldMask) = (slots, mask)
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for index in 0...oldMask where old[index] != 0 { slots[slot(of: old[index])] = old[index] }
    old.deallocate()
  }
}

/// A digest of a word's bytes: FNV-1a of 64 bits, never 0.
struct WordDigest: BitwiseCopyable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  @inline(__always) var value: UInt64 { state == 0 ? 1 : state }

  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var digest = WordDigest()
    for byte in word { digest.add(byte) }
    return digest.value
  }
}
