/// The names of one article that are beyond doubt, found again by their last syllable or whole.
struct KnownNames: ~Copyable {
  struct Entry: BitwiseCopyable {
    var firstToken: Int32
    var count: Int32
    /// The folded last syllable.
    var last: UInt32
    /// A digest of all syllables.
    var whole: UInt32
    /// The next entry of the same slot, or -1.
    var next: Int32
  }

  private(set) var entries = Buffer<Entry>(capacity: 128)
  private var byLast = Buffer<Int32>(capacity: 256)
  private var byFirst = Buffer<Int32>(capacity: 256)
  private var nextByFirst = Buffer<Int32>(capacity: 128)
  private static let slots = 256
  /// A bit for the first and the last word of each name, by its lexeme: most words need no closer look.
  private var words = Buffer<UInt64>(capacity: KnownNames.wordBits / 64)
  private static let wordBits = 512

  mutating func removeAll() {
    entries.removeAll()
    nextByFirst.removeAll()
    byLast.fill(-1, count: KnownNames.slots)
    byFirst.fill(-1, count: KnownNames.slots)
    words.fill(0, count: KnownNames.wordBits / 64)
  }

  /// Whether a name may begin or end with the word.
  @inline(__always)
  func mayHold(_ token: Token) -> Bool {
    let bit = Int(token.lexeme) & (KnownNames.wordBits - 1)
    return words.base[bit >> 6] & 1 &<< UInt64(bit & 63) != 0
  }

  private mutating func note(_ token: Token) {
    let bit = Int(token.lexeme) & (KnownNames.wordBits - 1)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Adds a full name unless the article has it already.
  /// - Returns: the entry that it has.
  @discardableResult
  mutating func add(_ text: TokenizedText, _ range: Range<Int>) -> Int? {
    let whole = KnownNames.digest(text, range)
    if let known = find(text, range, whole) { return known }
    let last = text.fold(range.upperBound - 1)
    let slot = Int(last) & (KnownNames.slots - 1)
    let first = Int(text.fold(range.lowerBound)) & (KnownNames.slots - 1)
    nextByFirst.append(byFirst[first])
    byFirst[first] = Int32(entries.count)
    entries.append(
      Entry(
        firstToken: Int32(range.lowerBound), count: Int32(range.count), last: last, whole: whole, next: byLast[slot]))
    byLast[slot] = Int32(entries.count - 1)
    note(text[range.lowerBound])
    note(text[range.upperBound - 1])
    return nil
  }

  /// The entry of exactly this name.
  func find(_ text: TokenizedText, _ range: Range<Int>) -> Int? { find(text, range, KnownNames.digest(text, range)) }

  private func find(_ text: TokenizedText, _ range: Range<Int>, _ whole: UInt32) -> Int? {
    var index = byLast[Int(text.fold(range.upperBound - 1)) & (KnownNames.slots - 1)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.whole == whole, Int(entry.count) == range.count { return Int(index) }
      index = entry.next
    }
    return nil
  }

  /// The full name that ends with the tokens of the range; nil when none does, or two different ones do.
  func findEnding(_ text: TokenizedText, _ range: Range<Int>) -> Int? {
    var index = byLast[Int(text.fold(range.upperBound - 1)) & (KnownNames.slots - 1)]
    var result: Int?
    while index >= 0 {
      let entry = entries[Int(index)]
      if Int(entry.count) > range.count, ends(entry, text, range), result == nil { result = Int(index) }
      index = entry.next
    }
    return result
  }

  /// The known name whose tokens stand at `start`, the longest first.
  func findBeginning(_ text: TokenizedText, _ start: Int) -> Int? {
    var index = byFirst[Int(text.fold(start)) & (KnownNames.slots - 1)]
    var best = 0
    while index >= 0 {
      let entry = entries[Int(index)]
      if Int(entry.count) > best, begins(entry, text, start) { best = Int(entry.count) }
      index = nextByFirst[Int(index)]
    }
    return best > 0 ? best : nil
  }

  /// The one name of several words that begins with the word; nil where none does, or two do.
  func findOnlyBeginning(_ text: TokenizedText, _ token: Int) -> Int? {
    let fold = text.fold(token)
    var index = byFirst[Int(fold) & (KnownNames.slots - 1)]
    var result: Int?
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.count > 1, text.fold(Int(entry.firstToken)) == fold {
        if result != nil { return nil }
        result = Int(index)
      }
      index = nextByFirst[Int(index)]
    }
    return result
  }

  /// Whether a name of several words begins with the word: `Fidel` of `Fidel Castro`.
  /// - Parameter isAnyName: a name of Vietnamese syllables too.
  func hasFirst(_ text: TokenizedText, _ token: Int, isAnyName: Bool = false) -> Bool {
    let fold = text.fold(token)
    var index = byFirst[Int(fold) & (KnownNames.slots - 1)]
    while index >= 0 {
      let entry = entries[Int(index)]
      let first = Int(entry.firstToken)
      if text.fold(first) == fold, isAnyName && entry.count > 1 || NameShape.isForeignPerson(text, first..<first + Int(entry.count)) {
        return true
      }
      index = nextByFirst[Int(index)]
    }
    return false
  }

  private func begins(_ entry: Entry, _ text: TokenizedText, _ start: Int) -> Bool {
    for offset in 0..<Int(entry.count) {
      let token = text[start + offset]
      guard offset > 0 ? token.gap <= .space : token.kind == .word && token.shape != .lower,
        text.fold(start + offset) == text.fold(Int(entry.firstToken) + offset)
      else { return false }
    }
    return true
  }

  private func ends(_ entry: Entry, _ text: TokenizedText, _ range: Range<Int>) -> Bool {
    let start = Int(entry.firstToken + entry.count) - range.count
    for offset in 0..<range.count where text.fold(range.lowerBound + offset) != text.fold(start + offset) { return false }
    return true
  }

  static func digest(_ text: TokenizedText, _ range: Range<Int>) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for token in range {
      value = (value ^ text.fold(token)) &* 0x0100_0193
      value ^= value >> 15
    }
    return value
  }
}
