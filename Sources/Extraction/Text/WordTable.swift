import CBytes
import Glibc

/// All distinct words seen so far, each analysed once.
///
/// Keyed by the surface bytes, so that text is neither folded nor copied on the way: a word seen before costs
/// two 8-byte loads, one multiplication and one comparison. What is stored depends on the surface alone,
/// so a table shared by many articles never changes a record.
///
/// Memory: a slot is half a cache line and holds all that a token needs; what is asked less often stands in `entries`.
///
///     slot of "công"   low "công\0\0\0"   high 0   token: word 3, lexeme 55, kind word, shape lower   traits …
///     entries[3]       fold, traits, shape
struct WordTable: ~Copyable {
  /// What is known of one surface form.
  struct Entry: BitwiseCopyable {
    /// A digest of the folded word: equal for `HOÀ` and `hòa`.
    var fold: UInt32
    /// Where the surface stands in the arena when it is longer than 16 bytes.
    var offset: UInt32
    var length: UInt16
    var traits: WordTraits
    var shape: Shape
  }

  struct Slot: BitwiseCopyable {
    /// The first 16 bytes, zero-filled: no word holds a zero. Of a longer word the digest, and bytes that no text holds.
    var low: UInt64
    var high: UInt64
    /// The bits of the word's tokens; 0 when the slot is free.
    var token: UInt64
    var traits: WordTraits
    var shape: Shape
  }

  private var entries = Buffer<Entry>(capacity: 1 << 12)
  private var arena = Buffer<UInt8>(capacity: 1 << 12)
  /// Open addressing: the two slots of a cache line first, then the next lines.
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private let lexicon: Lexicon

  /// Above this many words the table starts anew with the next article, which bounds its memory.
  static let limit = 1 << 17

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    mask = (1 << 12) - 1
    slots = WordTable.makeSlots(mask + 1)
    removeAll()
  }

  deinit { slots.deallocate() }

  var view: UnsafePointer<Entry> { UnsafePointer(entries.base) }
  var letters: UnsafePointer<UInt8> { UnsafePointer(arena.base) }

  /// Forgets everything when the table has outgrown its limit. Only between articles.
  mutating func startArticle() {
    guard entries.count > WordTable.limit else { return }
    removeAll()
    memset(slots, 0, (mask + 1) * MemoryLayout<Slot>.stride)
  }

  /// Entry 0 is that of all tokens that are no words: nothing about them is foreign.
  private mutating func removeAll() {
    entries.removeAll()
    arena.removeAll()
    entries.append(Entry(fold: 0, offset: 0, length: 0, traits: .vietnamese, shape: .none))
  }

  /// Free slots that begin with a cache line.
  private static func makeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let size = count * MemoryLayout<Slot>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    memset(memory, 0, size)
    return memory.bindMemory(to: Slot.self, capacity: count)
  }

  /// The slot of a word of 1 to 16 bytes, nil when it is not in the cache line where it is looked for first; 16 bytes must be readable.
  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, length: Int) -> UnsafePointer<Slot>? {
    let key = trich_key(bytes, length)
    let line = slots + WordTable.hash(key.low, key.high) & (mask - 1)
    if line.pointee.low == key.low, line.pointee.high == key.high { return UnsafePointer(line) }
    let other = line + 1
    return other.pointee.low == key.low && other.pointee.high == key.high ? UnsafePointer(other) : nil
  }

  /// The slot of any word, which is analysed when it was never seen; 16 bytes must be readable. Valid until the next call.
  mutating func intern(_ bytes: UnsafePointer<UInt8>, start: Int, length: Int) -> UnsafePointer<Slot> {
    let surface = UnsafeBufferPointer(start: bytes + start, count: length)
    if length > 16 { return internLong(surface) }
    let key = trich_key(bytes + start, length)
    let slot = slot(key.low, key.high)
    if slots[slot].token == 0 { return insert(surface, key.low, key.high) }
    return UnsafePointer(slots + slot)
  }

  private mutating func internLong(_ surface: UnsafeBufferPointer<UInt8>) -> UnsafePointer<Slot> {
    let low = WordDigest.of(surface)
    // Another word of the same digest takes the next key.
    var high = UInt64.max
    while true {
      let slot = slot(low, high)
      if slots[slot].token == 0 { return insert(surface, low, high) }
      if isEqual(entries[Int(UInt32(truncatingIfNeeded: slots[slot].token))], surface) { return UnsafePointer(slots + slot) }
      high -= 1
    }
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// The word's slot, or the free one that it would take.
  private func slot(_ low: UInt64, _ high: UInt64) -> Int {
    var slot = WordTable.hash(low, high) & (mask - 1)
    while slots[slot].token != 0, slots[slot].low != low || slots[slot].high != high { slot = (slot &+ 1) & mask }
    return slot
  }

  private func isEqual(_ entry: Entry, _ surface: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == surface.count, let start = surface.baseAddress else { return false }
    return memcmp(arena.base + Int(entry.offset), start, surface.count) == 0
  }

  @inline(never)
  private mutating func insert(_ surface: UnsafeBufferPointer<UInt8>, _ low: UInt64, _ high: UInt64) -> UnsafePointer<Slot> {
    let folded = FoldedWord(surface)
    let traits = folded.traits.contains(.vietnamese) ? folded.traits : folded.traits.union(WordDamage.traits(of: surface))
    let word = UInt32(entries.count)
    entries.append(
      Entry(
        fold: folded.fold, offset: UInt32(arena.count),
        length: UInt16(truncatingIfNeeded: surface.count), traits: traits, shape: folded.shape))
    if surface.count > 16, let start = surface.baseAddress { arena.append(from: start, count: surface.count) }
    if entries.count * 2 > mask { grow() }
    let slot = slot(low, high)
    slots[slot] = Slot(
      low: low, high: high, token: Token.bits(kind: .word, word: word, lexeme: lexicon.lexeme(of: folded), shape: folded.shape),
      traits: traits,
      shape: folded.shape)
    return UnsafePointer(slots + slot)
  }

  private mutating func grow() {
    let (old, oldMask) = (slots, mask)
    mask = mask * 2 + 1
    slots = WordTable.makeSlots(mask + 1)
    for index in 0...oldMask where old[index].token != 0 { slots[slot(old[index].low, old[index].high)] = old[index] }
    old.deallocate()
  }
}
