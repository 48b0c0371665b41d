/// How much a text looks like Vietnamese: its words with letters beyond ASCII, by whether spelling allows them.
struct SyllableScore {
  /// Words that are syllables.
  var hits = 0
  /// Words that are none, or hold a mark that no word holds.
  var misses = 0

  var total: Int { hits - misses }

  /// The share of syllables, pulled towards one half where there are few words.
  var rate: Double { Double(hits + 1) / Double(hits + misses + 2) }

  /// Few words speak against the reading.
  var isGood: Bool { misses * 4 <= hits }

  static func += (sum: inout SyllableScore, other: SyllableScore) {
    sum.hits += other.hits
    sum.misses += other.misses
  }
}

/// Counts syllables in scalars as they come.
struct SyllableCounter {
  private(set) var score = SyllableScore()
  private var key: UInt64 = 0
  private var tone = 0
  private var length = 0
  private var isMarked = false
  private var isBroken = false
  /// A mark stood behind the word: it breaks the word if a letter follows.
  private var hasMark = false
  private let letters = LetterCodes.shared

  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    if scalar < 0x80 {
      let letter = scalar | 0x20
      guard letter >= 0x61, letter <= 0x7A else { return endWord() }
      append(letters[letter], isMarked: false)
    } else if scalar < LetterCodes.limit, letters[scalar] != 0 {
      append(letters[scalar], isMarked: true)
    } else if let mark = VietnameseLetters.tone(ofMark: scalar) {
      tone = mark
      isMarked = true
    } else if let shape = LetterCodes.shaped(key & 31, by: scalar) {
      key = key & ~31 | shape
      isMarked = true
    } else if SyllableCounter.isText(scalar) {
      endWord()
    } else if SyllableCounter.isQuote(scalar) {
      if length > 0 { hasMark = true } else { endWord() }
    } else {
      isBroken = true
      length += 1
    }
  }

  mutating func finish() -> SyllableScore {
    endWord()
    return score
  }

  private mutating func append(_ code: UInt16, isMarked marked: Bool) {
    if hasMark {
      isBroken = true
      hasMark = false
    }
    key = key << 5 | UInt64(code & 31)
    if code >> 8 != 0 { tone = Int(code >> 8) }
    length += 1
    if marked { isMarked = true }
  }

  /// A word of one letter tells nothing: many readings yield one.
  private mutating func endWord() {
    if isBroken || (isMarked && length > 1) {
      if !isBroken, length <= 12, SyllableCodes.shared.contains(key, tone: tone) {
        score.hits += 1
      } else {
        score.misses += 1
      }
    }
    key = 0
    tone = 0
    length = 0
    isMarked = false
    isBroken = false
    hasMark = false
  }

  /// Marks of running text that may touch a word on both sides.
  private static func isText(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2010...0x2015, 0x2019, 0x2026, 0x2022, 0xB0, 0xB2, 0xB3, 0xFEFF, 0x2028, 0x2029, 0x200B: true
    default: false
    }
  }

  /// Marks that stand before or behind a word.
  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x201D, 0x2018, 0xAB, 0xBB, 0x20AB: true
    default: false
    }
  }
}

/// Scalar → letter code (1…29) and tone (in the high byte); 0 for what is no letter of the alphabet.
struct LetterCodes: Sendable {
  static let limit: UInt32 = 0x1F00
  static let shared = LetterCodes()
  private let codes: [UInt16]

  private init() {
    var table = [UInt16](repeating: 0, count: Int(LetterCodes.limit))
    // f, j, w, z stand in foreign words: one code that no syllable has.
    for letter in 0x61...0x7A { table[letter] = 31 }
    for (index, letter) in "abcdđeghiklmnopqrstuvxyăâêôơư".unicodeScalars.enumerated() {
      table[Int(letter.value)] = UInt16(index + 1)
      if let capital = VietnameseLetters.capital(of: letter.value) { table[Int(capital)] = UInt16(index + 1) }
    }
    for row in VietnameseLetters.rows {
      let base = table[Int(row[0] < 0x60 ? row[0] + 0x20 : row[0])]
      for tone in 1..<6 { table[Int(row[tone])] = base | UInt16(tone) << 8 }
    }
    codes = table
  }

  @inline(__always)
  subscript(scalar: UInt32) -> UInt16 { codes[Int(scalar)] }

  /// The code of a letter with a combining breve, circumflex or horn.
  static func shaped(_ code: UInt64, by mark: UInt32) -> UInt64? {
    guard (0x300...0x31B).contains(mark) else { return nil }
    let pairs: String.UnicodeScalarView
    switch mark {
    case 0x306: pairs = "aă".unicodeScalars
    case 0x302: pairs = "aâeêoô".unicodeScalars
    case 0x31B: pairs = "oơuư".unicodeScalars
    default: return nil
    }
    let codes = pairs.map { UInt64(shared[$0.value] & 31) }
    return codes.firstIndex(of: code).flatMap { $0 % 2 == 0 ? codes[$0 + 1] : nil }
  }
}

/// Syllables as numbers, five bits a letter: an onset, if any, and a rime.
struct SyllableCodes: Sendable {
  static let shared = SyllableCodes()
  private let onsets: PackedSet
  private let rimes: PackedSet
  /// Ending in c, ch, p, t: sắc or nặng only.
  private let stoppedRimes: PackedSet

  private init() {
    onsets = PackedSet(SyllableCodes.words(Syllable.onsetList).map(SyllableCodes.key))
    let isStopped = { (rime: Substring) in ["c", "p", "t", "ch"].contains { rime.hasSuffix($0) } }
    let rimes = SyllableCodes.words(Syllable.rimeList)
    self.rimes = PackedSet(rimes.filter { !isStopped($0) }.map(SyllableCodes.key))
    stoppedRimes = PackedSet(rimes.filter(isStopped).map(SyllableCodes.key))
  }

  func contains(_ key: UInt64, tone: Int) -> Bool {
    if isRime(key, tone) { return true }
    let letters = (68 - key.leadingZeroBitCount) / 5
    for length in 1...3 where length < letters {
      let rest = UInt64(5 * (letters - length))
      if onsets.contains(key >> rest), isRime(key & (1 << rest - 1), tone) { return true }
    }
    return false
  }

  private func isRime(_ key: UInt64, _ tone: Int) -> Bool {
    rimes.contains(key) || tone >= 4 && stoppedRimes.contains(key)
  }

  private static func words(_ list: StaticString) -> [Substring] {
    list.description.utf8.split { $0 <= 0x20 }.map { Substring($0) }
  }

  private static func key(_ letters: Substring) -> UInt64 {
    letters.unicodeScalars.reduce(0) { $0 << 5 | UInt64(LetterCodes.shared[$1.value] & 31) }
  }
}
