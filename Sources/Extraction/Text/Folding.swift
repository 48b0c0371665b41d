import CICU

/// What looking at a word's letters tells, beside its case.
struct WordTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt16
  /// A syllable that Vietnamese spelling allows.
  static let vietnamese = WordTraits(rawValue: 1)
  /// Combining marks stand where precomposed letters exist.
  static let decomposed = WordTraits(rawValue: 2)
  /// Letters beyond ASCII in composed form.
  static let composed = WordTraits(rawValue: 4)
  /// A look-alike of another alphabet stands in the word: `Ð` (eth), Cyrillic `а`.
  static let confusable = WordTraits(rawValue: 8)
  /// One letter only.
  static let single = WordTraits(rawValue: 16)
  /// Tone set on the first vowel of an open oa, oe, uy: `hòa`.
  static let newTone = WordTraits(rawValue: 32)
  /// Tone set on the second: `hoà`.
  static let oldTone = WordTraits(rawValue: 64)
  /// Holds a digit: `PC02`.
  static let digits = WordTraits(rawValue: 128)
}

/// A word made comparable: lower case, composed, the tone moved behind the letters.
///
/// `Hòa`, `hoà`, `HOÀ` and the decomposed spellings all fold to the letters `hoa` and the tone byte 1.
struct FoldedWord {
  /// UTF-8 of the toneless letters, then the tone (1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng) unless it is level.
  private(set) var key: [UInt8] = []
  private(set) var shape: Shape = .none
  private(set) var traits: WordTraits = []
  private var tone: UInt8 = 0
  private var vowelOfTone = 0
  private var letters = 0
  private var capitals = 0
  private var firstIsCapital = false

  init(_ surface: UnsafeBufferPointer<UInt8>) {
    key.reserveCapacity(surface.count + 2)
    if FoldedWord.hasCombiningMark(surface) {
      traits.insert(.decomposed)
      FoldedWord.compose(surface).withUnsafeBufferPointer { fold($0) }
    } else {
      fold(surface)
    }
    if letters == 1 { traits.insert(.single) }
    shape = FoldedWord.shape(letters: letters, capitals: capitals, firstIsCapital: firstIsCapital)
    noteToneStyle()
    if key.withUnsafeBufferPointer({ Syllable.isVietnamese($0, tone: tone) }) { traits.insert(.vietnamese) }
    if tone != 0 { key.append(tone) }
  }

  private mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let table = LetterTable.shared
    var index = 0
    while index < bytes.count {
      let (value, length) = decodeScalar(start, at: index)
      index += length
      guard let letter = table[value] else { continue }
      add(letter, isASCII: value < 0x80)
    }
  }

  private mutating func add(_ letter: LetterTable.Letter, isASCII: Bool) {
    if !isASCII { traits.insert(letter.isConfusable ? .confusable : .composed) }
    if letter.isDigit { traits.insert(.digits) }
    if letter.isLetter {
      if letter.isCapital {
        capitals += 1
        if letters == 0 { firstIsCapital = true }
      }
      letters += 1
    }
    var rest = letter.base
    for _ in 0..<letter.baseLength {
      key.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    if letter.tone != 0 {
      tone = letter.tone
      vowelOfTone = key.count
    }
  }

  private static func shape(letters: Int, capitals: Int, firstIsCapital: Bool) -> Shape {
    if letters == 0 { return .none }
    if capitals == 0 { return .lower }
    if capitals == letters { return letters == 1 ? .capital : .upper }
    return firstIsCapital && capitals == 1 ? .capital : .mixed
  }

  private mutating func noteToneStyle() {
    guard tone != 0, key.count >= 2 else { return }
    let (o, a, e, u, y) = (UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "y"))
    let (before, last) = (key[key.count - 2], key[key.count - 1])
    guard before == o && (last == a || last == e) || before == u && last == y else { return }
    if before == u, key.count >= 3, key[key.count - 3] == UInt8(ascii: "q") { return }
    traits.insert(vowelOfTone == key.count ? .oldTone : .newTone)
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
