/// All distinct words seen so far, each analysed once.
///
/// Keyed by the surface bytes, so that text is neither folded nor copied on the way: a word seen before costs
/// two 8-byte loads, one multiplication and one comparison. What is stored depends on the surface alone,
/// so a table shared by many articles never changes a record.
struct WordTable: ~Copyable {
  /// What is known of one surface form.
  struct Entry: BitwiseCopyable {
    /// The first 16 bytes, zero-filled.
    var low: UInt64
    var high: UInt64
    /// Where the surface stands in the arena.
    var offset: UInt32
    /// A digest of the folded word: equal for `HOÀ` and `hòa`.
    var fold: UInt32
    var length: UInt16
    var lexeme: UInt16
    var traits: WordTraits
    var shape: Shape
  }

  private var entries = Buffer<Entry>(capacity: 1 << 13)
  private var arena = Buffer<UInt8>(capacity: 1 << 16)
  /// Open addressing: the hash's upper half and an entry's index + 1, 0 when free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private let lexicon: Lexicon

  /// Above this many words the table starts anew with the next article, which bounds its memory.
  static let limit = 1 << 17

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    mask = (1 << 14) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit { slots.deallocate() }

  var view: UnsafePointer<Entry> { UnsafePointer(entries.base) }
  var letters: UnsafePointer<UInt8> { UnsafePointer(arena.base) }

  /// Forgets everything when the table has outgrown its limit. Only between articles.
  mutating func startArticle() {
    guard entries.count > WordTable.limit else { return }
    entries.removeAll()
    arena.removeAll()
    slots.update(repeating: 0, count: mask + 1)
  }

  /// The entry of the word at `start`; 16 bytes after the word must be readable.
  @inline(__always)
  mutating func intern(_ bytes: UnsafePointer<UInt8>, start: Int, length: Int) -> UInt32 {
    let word = UnsafeRawPointer(bytes + start)
    var low = word.loadUnaligned(as: UInt64.self)
    var high: UInt64 = 0
    if length < 8 {
      low &= (1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1
    } else {
      high = word.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      if length < 16 { high &= (1 << UInt64(truncatingIfNeeded: (length &- 8) &* 8)) &- 1 }
    }
    let hash = WordTable.mix(low, high, length)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let content = slots[slot]
      if content == 0 { return insert(bytes + start, length: length, low: low, high: high, hash: hash) }
      if content >> 32 == hash >> 32 {
        let index = Int(content & 0xFFFF_FFFF) - 1
        let entry = entries.base + index
        if entry.pointee.low == low, entry.pointee.high == high, Int(entry.pointee.length) == length,
          length <= 16 || isEqual(entry.pointee, bytes + start)
        {
          return UInt32(truncatingIfNeeded: index)
        }
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private static func mix(_ low: UInt64, _ high: UInt64, _ length: Int) -> UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD6E8_FEB8_6659_FD93 ^ UInt64(length))
    return product.high ^ product.low
  }

  private func isEqual(_ entry: Entry, _ word: UnsafePointer<UInt8>) -> Bool {
    for index in 0..<Int(entry.length) where arena.base[Int(entry.offset) + index] != word[index] { return false }
    return true
  }

  @inline(never)
  private mutating func insert(
    _ word: UnsafePointer<UInt8>, length: Int, low: UInt64, high: UInt64, hash: UInt64
  ) -> UInt32 {
    let surface = UnsafeBufferPointer(start: word, count: length)
    let folded = FoldedWord(surface)
    let damage = folded.traits.contains(.vietnamese) ? [] : WordDamage.traits(of: surface)
    let entry = Entry(
      low: low, high: high, offset: UInt32(arena.count), fold: WordTable.digest(folded.key), length: UInt16(length),
      lexeme: lexicon.lexeme(of: folded.key), traits: folded.traits.union(damage), shape: folded.shape)
    arena.append(from: word, count: length)
    entries.append(entry)
    if entries.count * 2 > mask { grow() }
    place(hash, index: entries.count - 1)
    return UInt32(entries.count - 1)
  }

  private mutating func place(_ hash: UInt64, index: Int) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash >> 32) << 32 | UInt64(index + 1)
  }

  private mutating func grow() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for index in 0..<(entries.count - 1) {
      let entry = entries[index]
      place(WordTable.mix(entry.low, entry.high, Int(entry.length)), index: index)
    }
  }

  /// FNV-1a over the folded letters.
  static func digest(_ key: [UInt8]) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for byte in key { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    return value
  }
}
