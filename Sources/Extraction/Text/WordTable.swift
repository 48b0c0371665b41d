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
///     slot of "công"   low "công\0\0\0"   high 0   meaning: word 3, lexeme 55, kind word, shape lower, calls, …
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
    /// Its bits are 0 when the slot is free: no word's are.
    var meaning: TokenMeaning

    @inline(__always) var isFree: Bool { meaning.bits == 0 }
  }

  /// Where words are looked for, free to copy.
  struct Known: BitwiseCopyable {
    /// Open addressing: the two slots of a cache line first, then the next lines.
    fileprivate(set) var slots: UnsafeMutablePointer<Slot>
    /// How far a digest is shifted to be the number of a cache line.
    fileprivate var shift: UInt64

    fileprivate var count: Int { 2 << (64 - Int(shift)) }

    /// What a word of 1 to 15 bytes means, nil when it is not in the cache line where it is looked for first; 16 bytes must be readable.
    @inline(__always)
    func find(_ bytes: UnsafePointer<UInt8>, length: Int) -> UnsafePointer<TokenMeaning>? {
      let key = trich_key(bytes, length)
      let line = slots + place(key.low, key.high)
      // Which of the two is a choice without a branch; of words with the same beginning in one line the second is not found here.
      let slot = line + (line.pointee.low == key.low ? 0 : 1)
      guard slot.pointee.low == key.low, slot.pointee.high == key.high else { return nil }
      return UnsafePointer(UnsafeRawPointer(slot).advanced(by: 16).assumingMemoryBound(to: TokenMeaning.self))
    }

    /// The first slot of the word's cache line. The upper bits of the sum have something of every letter.
    @inline(__always)
    fileprivate func place(_ low: UInt64, _ high: UInt64) -> Int {
      let sum = low &* 0x9E37_79B9_7F4A_7C15 &+ high &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: sum &>> shift) &<< 1
    }
  }

  private var entries = Buffer<Entry>(capacity: 1 << 12)
  private var arena = Buffer<UInt8>(capacity: 1 << 12)
  private(set) var known: Known
  private let lexicon: Lexicon

  /// Above this many words the table starts anew with the next article, which bounds its memory.
  static let limit = 1 << 17

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    known = Known(slots: WordTable.makeSlots(1 << 12), shift: 64 - 11)
    removeAll()
  }

  deinit { known.slots.deallocate() }

  var view: UnsafePointer<Entry> { UnsafePointer(entries.base) }
  var letters: UnsafePointer<UInt8> { UnsafePointer(arena.base) }

  /// Forgets everything when the table has outgrown its limit. Only between articles.
  mutating func startArticle() {
    guard entries.count > WordTable.limit else { return }
    removeAll()
    memset(known.slots, 0, known.count * MemoryLayout<Slot>.stride)
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

  /// What any word means, which is analysed when it was never seen; 16 bytes must be readable.
  mutating func intern(_ bytes: UnsafePointer<UInt8>, start: Int, length: Int) -> TokenMeaning {
    let surface = UnsafeBufferPointer(start: bytes + start, count: length)
    if length > 16 { return internLong(surface) }
    let key = trich_key(bytes + start, length)
    let slot = slot(key.low, key.high)
    return slot.pointee.isFree ? insert(surface, key.low, key.high) : slot.pointee.meaning
  }

  private mutating func internLong(_ surface: UnsafeBufferPointer<UInt8>) -> TokenMeaning {
    let low = WordDigest.of(surface)
    // Another word of the same digest takes the next key.
    var high = UInt64.max
    while true {
      let slot = slot(low, high)
      if slot.pointee.isFree { return insert(surface, low, high) }
      if isEqual(entries[Int(UInt32(truncatingIfNeeded: slot.pointee.meaning.bits))], surface) { return slot.pointee.meaning }
      high -= 1
    }
  }

  /// The word's slot, or the free one that it would take.
  private func slot(_ low: UInt64, _ high: UInt64) -> UnsafeMutablePointer<Slot> {
    var place = known.place(low, high)
    while true {
      let slot = known.slots + place
      if slot.pointee.isFree || slot.pointee.low == low && slot.pointee.high == high { return slot }
      place = (place &+ 1) & (known.count &- 1)
    }
  }

  private func isEqual(_ entry: Entry, _ surface: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == surface.count, let start = surface.baseAddress else { return false }
    return memcmp(arena.base + Int(entry.offset), start, surface.count) == 0
  }

  @inline(never)
  private mutating func insert(_ surface: UnsafeBufferPointer<UInt8>, _ low: UInt64, _ high: UInt64) -> TokenMeaning {
    let folded = FoldedWord(surface)
    let traits = folded.traits.contains(.vietnamese) ? folded.traits : folded.traits.union(WordDamage.traits(of: surface))
    let lexeme = lexicon.lexeme(of: folded)
    let meaning = TokenMeaning(
      word: UInt32(entries.count), lexeme: lexeme, shape: folded.shape, traits: traits, lexicon.tables.pointee.tree.root(lexeme))
    entries.append(
      Entry(
        fold: folded.fold, offset: UInt32(arena.count),
        length: UInt16(truncatingIfNeeded: surface.count), traits: traits, shape: folded.shape))
    if surface.count > 16, let start = surface.baseAddress { arena.append(from: start, count: surface.count) }
    if entries.count * 2 > known.count { grow() }
    slot(low, high).pointee = Slot(low: low, high: high, meaning: meaning)
    return meaning
  }

  private mutating func grow() {
    let old = known
    known = Known(slots: WordTable.makeSlots(old.count * 2), shift: old.shift - 1)
    for index in 0..<old.count where !old.slots[index].isFree {
      slot(old.slots[index].low, old.slots[index].high).pointee = old.slots[index]
    }
    old.slots.deallocate()
  }
}
