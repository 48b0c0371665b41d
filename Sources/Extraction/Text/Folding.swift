import CICU

/// What looking at a word's letters tells, beside its case.
struct WordTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt16
  // The first eight are those that are asked of all words of an article together.
  /// Combining marks stand where precomposed letters exist.
  static let decomposed = WordTraits(rawValue: 1)
  /// Letters in composed form; `đ` has no other.
  static let composed = WordTraits(rawValue: 2)
  /// A look-alike of another alphabet stands in the word: `Ð` (eth), Cyrillic `а`.
  static let confusable = WordTraits(rawValue: 4)
  /// Tone set on the first vowel of an open oa, oe, uy: `hòa`.
  static let newTone = WordTraits(rawValue: 8)
  /// Tone set on the second: `hoà`.
  static let oldTone = WordTraits(rawValue: 16)
  /// Consonants only where a syllable stands: `đnh`, `ph`.
  static let vowelless = WordTraits(rawValue: 32)
  /// Several syllables in one: `ápdụngđối`.
  static let glued = WordTraits(rawValue: 64)
  /// A syllable that Vietnamese spelling allows.
  static let vietnamese = WordTraits(rawValue: 256)
  /// One letter only.
  static let single = WordTraits(rawValue: 512)
  /// Holds a digit: `PC02`.
  static let digits = WordTraits(rawValue: 1024)
}

/// A word made comparable: lower case, composed, the tone moved behind the letters.
///
/// `Hòa`, `hoà`, `HOÀ` and the decomposed spellings all fold to the letters `hoa` and the tone byte 1.
struct FoldedWord: BitwiseCopyable {
  /// Of the toneless letters in UTF-8, then the tone (1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng) unless it is level.
  private(set) var digest: UInt64 = 0
  /// The digest in half the room: equal for all spellings of a word.
  var fold: UInt32 { UInt32(truncatingIfNeeded: digest ^ digest >> 32) }
  private(set) var shape: Shape = .none
  private(set) var traits: WordTraits = []
  private var tone: UInt8 = 0
  private var vowelOfTone = 0
  private var letters = 0
  private var capitals = 0
  private var firstIsCapital = false

  init(_ surface: UnsafeBufferPointer<UInt8>) {
    self = FoldedWord.withKey(of: surface) { word, key in
      var word = word
      if word.letters == 1 { word.traits.insert(.single) }
      word.shape = word.shapeOfLetters
      word.noteToneStyle(key)
      if Syllable.isVietnamese(key, tone: word.tone) { word.traits.insert(.vietnamese) }
      return word
    }
  }

  private init() {}

  /// The digest alone, for words of which nothing else is asked.
  static func digest(of surface: UnsafeBufferPointer<UInt8>) -> UInt64 { withKey(of: surface) { word, _ in word.digest } }

  private static func withKey<Result>(
    of surface: UnsafeBufferPointer<UInt8>, _ body: (FoldedWord, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if hasCombiningMark(surface) {
      let marks: WordTraits = holdsComposed(surface) ? [.decomposed, .composed] : .decomposed
      return compose(surface).withUnsafeBufferPointer { withKey(of: $0, marks, body) }
    }
    return withKey(of: surface, [], body)
  }

  private static func withKey<Result>(
    of letters: UnsafeBufferPointer<UInt8>, _ marks: WordTraits, _ body: (FoldedWord, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // A letter may have a longer one in lower case: of two bytes three.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count * 2 + 2) { room in
      var word = FoldedWord()
      word.traits = marks
      let count = word.fold(letters, into: room)
      let key = UnsafeBufferPointer(rebasing: room[..<count])
      var digest = WordDigest()
      for byte in key { digest.add(byte) }
      if word.tone != 0 { digest.add(word.tone) }
      word.digest = digest.value
      return body(word, key)
    }
  }

  /// Writes the toneless letters into `key` and returns how many bytes they have.
  private mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    let table = LetterTable.shared
    var index = 0
    var count = 0
    while index < bytes.count {
      let (scalar, length) = decodeScalar(start, at: index)
      // H’Hen, H'Hen
      let value = scalar == 0x2019 ? 0x27 : scalar
      index += length
      // H’ Hen
      if value == 0x20 { continue }
      guard let letter = table[value] else { continue }
      var rest = letter.base
      for _ in 0..<letter.baseLength {
        key[count] = UInt8(truncatingIfNeeded: rest)
        rest >>= 8
        count += 1
      }
      note(letter, value, end: count)
    }
    return count
  }

  private mutating func note(_ letter: LetterTable.Letter, _ scalar: UInt32, end: Int) {
    if letter.isConfusable {
      traits.insert(.confusable)
    } else if !traits.contains(.decomposed), FoldedWord.isComposed(scalar) {
      traits.insert(.composed)
    }
    if letter.isDigit { traits.insert(.digits) }
    if letter.isLetter {
      if letter.isCapital {
        capitals += 1
        if letters == 0 { firstIsCapital = true }
      }
      letters += 1
    }
    if letter.tone != 0 {
      tone = letter.tone
      vowelOfTone = end
    }
  }

  private var shapeOfLetters: Shape {
    if letters == 0 { return .none }
    if capitals == 0 { return .lower }
    if capitals == letters { return letters == 1 ? .capital : .upper }
    return firstIsCapital && capitals == 1 ? .capital : .mixed
  }

  private mutating func noteToneStyle(_ key: UnsafeBufferPointer<UInt8>) {
    guard tone != 0, key.count >= 2 else { return }
    let (o, a, e, u, y) = (UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "y"))
    let (before, last) = (key[key.count - 2], key[key.count - 1])
    guard before == o && (last == a || last == e) || before == u && last == y else { return }
    if before == u, key.count >= 3, key[key.count - 3] == UInt8(ascii: "q") { return }
    traits.insert(vowelOfTone == key.count ? .oldTone : .newTone)
  }

  /// A letter beyond ASCII, but `đ` and `Đ`, which nothing takes apart.
  private static func isComposed(_ scalar: UInt32) -> Bool { scalar >= 0xC0 && scalar | 1 != 0x111 && !isMark(scalar) }

  private static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  private static func holdsComposed(_ surface: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = surface.baseAddress else { return false }
    var index = 0
    while index < surface.count {
      let (scalar, length) = decodeScalar(start, at: index)
      if isComposed(scalar) { return true }
      index += length
    }
    return false
  }

  private static func hasCombiningMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 == 0xCC || $0 == 0xCD }
  }

  /// The canonical composition of a short stretch of UTF-8; the bytes themselves when ICU fails.
  static func compose(_ surface: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: surface.count * 3 + 16) { out, count in
      let length = trich_nfc(surface.baseAddress, Int32(surface.count), out.baseAddress, Int32(out.count))
      if length >= 0 {
        count = Int(length)
      } else {
        _ = out.update(fromContentsOf: surface)
        count = surface.count
      }
    }
  }
}
