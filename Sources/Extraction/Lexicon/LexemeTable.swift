/// Words → lexemes: open addressing by a 64-bit digest, which stands for the word.
struct LexemeTable: ~Copyable {
  private struct Slot: BitwiseCopyable {
    /// 0 when free.
    var digest: UInt64 = 0
    var lexeme: UInt16 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 1024
    while size < capacity { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
  }

  deinit { slots.deallocate() }

  /// 0 for an unknown word.
  @inline(__always)
  subscript(digest: UInt64) -> UInt16 { slots[slot(of: digest)].lexeme }

  /// Adds a word or gives it another lexeme.
  mutating func set(_ digest: UInt64, _ lexeme: UInt16) {
    let slot = slot(of: digest)
    if slots[slot].digest == 0 { count += 1 }
    slots[slot] = Slot(digest: digest, lexeme: lexeme)
    if count * 2 > mask { grow() }
  }

  mutating func removeAll() {
    slots.update(repeating: Slot(), count: mask + 1)
    count = 0
  }

  /// The word's slot, or the free one that it would take.
  @inline(__always)
  private func slot(of digest: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: digest) & mask
    while slots[slot].digest != 0, slots[slot].digest != digest { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (old, oldMask) = (slots, mask)
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0...oldMask where old[index].digest != 0 { slots[slot(of: old[index].digest)] = old[index] }
    old.deallocate()
  }
}

/// A digest of a word's bytes: FNV-1a of 64 bits, never 0.
struct WordDigest: BitwiseCopyable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  @inline(__always) var value: UInt64 { state == 0 ? 1 : state }
}
