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
  var key: [UInt8] = []
  var shape: Shape = .none
  var traits: WordTraits = []

  init(_ surface: UnsafeBufferPointer<UInt8>) {
    var composed = [UInt8](surface)
    if FoldedWord.hasCombiningMark(surface) {
      traits.insert(.decomposed)
      composed = FoldedWord.compose(surface)
    }
    var tone: UInt8 = 0
    var vowelOfTone = 0
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    composed.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var index = 0
      while index < bytes.count {
        let (value, length) = decodeScalar(base, at: index)
        index += length
        guard let letter = Letter(value) else { continue }
        if value >= 0x80 { traits.insert(letter.isConfusable ? .confusable : .composed) }
        if letter.isDigit { traits.insert(.digits) }
        if letter.isLetter {
          if letter.isCapital {
            capitals += 1
            if letters == 0 { firstIsCapital = true }
          }
          letters += 1
        }
        key.append(contentsOf: letter.base)
        if letter.tone != 0 {
          tone = letter.tone
          vowelOfTone = key.count
        }
      }
    }
    if letters == 1 { traits.insert(.single) }
    shape = FoldedWord.shape(letters: letters, capitals: capitals, firstIsCapital: firstIsCapital)
    noteToneStyle(tone: tone, endOfVowel: vowelOfTone)
    if Syllable.isVietnamese(key, tone: tone) { traits.insert(.vietnamese) }
    if tone != 0 { key.append(tone) }
  }

  private static func shape(letters: Int, capitals: Int, firstIsCapital: Bool) -> Shape {
    if letters == 0 { return .none }
    if capitals == 0 { return .lower }
    if capitals == letters { return letters == 1 ? .capital : .upper }
    return firstIsCapital && capitals == 1 ? .capital : .mixed
  }

  private mutating func noteToneStyle(tone: UInt8, endOfVowel: Int) {
    guard tone != 0, key.count >= 2 else { return }
    let tail = (key[key.count - 2], key[key.count - 1])
    let letter = { (c: Character) in c.asciiValue ?? 0 }
    let open =
      tail == (letter("o"), letter("a")) || tail == (letter("o"), letter("e")) || tail == (letter("u"), letter("y"))
    guard open, !(tail.0 == letter("u") && key.count >= 3 && key[key.count - 3] == letter("q")) else { return }
    traits.insert(endOfVowel == key.count ? .oldTone : .newTone)
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

/// One letter or digit taken apart: toneless lower-case base and tone.
private struct Letter {
  let base: [UInt8]
  let tone: UInt8
  let isCapital: Bool
  let isConfusable: Bool
  let isDigit: Bool
  /// Neither a digit nor a mark within an abbreviation.
  let isLetter: Bool

  /// Nil for marks that carry no letter (soft hyphens, joiners).
  init?(_ value: UInt32) {
    var scalar = value
    isConfusable = Letter.lookAlike[value] != nil
    if let alike = Letter.lookAlike[value] { scalar = alike }
    if case .zeroWidth = SpecialScalar(scalar) { return nil }
    isDigit = (0x30...0x39).contains(scalar) || (0xB2...0xB3).contains(scalar)
    isLetter = !isDigit && (scalar >= 0x80 || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar))
    if scalar == 0xB2 || scalar == 0xB3 { scalar = scalar - 0xB0 + 0x30 }
    var lower = scalar
    if (0x41...0x5A).contains(scalar) {
      lower = scalar + 0x20
    } else if scalar >= 0x80, let unicode = Unicode.Scalar(scalar) {
      let mapped = unicode.properties.lowercaseMapping.unicodeScalars
      if mapped.count == 1, let first = mapped.first { lower = first.value }
    }
    isCapital = lower != scalar
    let toned = Letter.tones[lower]
    base = Letter.utf8(toned?.base ?? lower)
    tone = toned?.tone ?? 0
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? []
  }

  /// Lower-case toned vowel → toneless vowel and tone.
  private static let tones: [UInt32: (base: UInt32, tone: UInt8)] = {
    var table: [UInt32: (base: UInt32, tone: UInt8)] = [:]
    for row in [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
      "yỳỷỹýỵ",
    ] {
      let letters = Array(row.unicodeScalars)
      for tone in 1...5 { table[letters[tone].value] = (letters[0].value, UInt8(tone)) }
    }
    return table
  }()

  /// Letters of other alphabets that are typed or pasted for a Latin one.
  private static let lookAlike: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [0xD0: 0x110, 0xF0: 0x111, 0x189: 0x110, 0x256: 0x111]
    for (alike, latin) in zip("АВЕКМНОРСТУХаеорсухіј".unicodeScalars, "ABEKMHOPCTYXaeopcyxij".unicodeScalars) {
      table[alike.value] = latin.value
    }
    for (alike, latin) in zip("ΑΒΕΗΙΚΜΝΟΡΤΥΧο".unicodeScalars, "ABEHIKMNOPTYXo".unicodeScalars) {
      table[alike.value] = latin.value
    }
    for offset in 0..<UInt32(26) {
      table[0xFF21 + offset] = 0x41 + offset
      table[0xFF41 + offset] = 0x61 + offset
    }
    return table
  }()
}
