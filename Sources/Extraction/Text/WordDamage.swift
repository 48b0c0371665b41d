/// What the letters of a word tell of damage: of one word it means nothing, of many that a font lost letters or a copy lost blanks.
enum WordDamage {
  /// The traits of a word in lower case that is no syllable.
  static func traits(of surface: UnsafeBufferPointer<UInt8>) -> WordTraits {
    let word = String(decoding: surface, as: UTF8.self).unicodeScalars
    var letters: [(code: UInt64, tone: Int)] = []
    for scalar in word {
      guard scalar.value < LetterCodes.limit, !VietnameseLetters.isCapital(scalar.value), !("A"..."Z").contains(scalar) else { return [] }
      let code = LetterCodes.shared[scalar.value]
      guard code & 31 != 0, code & 31 != 31 else { return [] }
      if letters.isEmpty { letters.reserveCapacity(surface.count) }
      letters.append((UInt64(code & 31), Int(code >> 8)))
    }
    if mayBeVowelless(surface), isVowelless(word) { return .vowelless }
    return letters.count >= 5 && word.contains { $0.value >= 0x80 } && isGlued(letters[...]) ? .glued : []
  }

  /// Whether no letter stands in the word that no onset and no coda has.
  private static func mayBeVowelless(_ surface: UnsafeBufferPointer<UInt8>) -> Bool {
    surface.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "y"): false
      // đ alone of the letters beyond ASCII
      default: byte < 0x80 || byte == 0xC4 || byte == 0x91
      }
    }
  }

  private static func isVowelless(_ word: String.UnicodeScalarView) -> Bool {
    guard word.count > 1 || word.first == "s", !abbreviations.contains(String(word)) else { return false }
    let onsets = syllableStarts.filter { String(word).hasPrefix($0) }
    return onsets.contains { codas.contains(String(String(word).dropFirst($0.count))) }
  }

  /// Whether the letters are two syllables or more, of two letters at least.
  private static func isGlued(_ letters: ArraySlice<(code: UInt64, tone: Int)>, parts: Int = 0) -> Bool {
    if letters.isEmpty { return parts > 1 }
    guard parts < 6 else { return false }
    var key: UInt64 = 0
    var tone = 0
    for (count, letter) in letters.prefix(7).enumerated() {
      key = key << 5 | letter.code
      if letter.tone != 0 { tone = letter.tone }
      if count > 0, SyllableCodes.shared.contains(key, tone: tone), isGlued(letters.dropFirst(count + 1), parts: parts + 1) { return true }
    }
    return false
  }

  private static let syllableStarts = Syllable.onsetList.description.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
  /// Units and abbreviations that are written so.
  private static let abbreviations: Set<String> = [
    "km", "kg", "gr", "kt", "kp", "tr", "th", "tp", "tt", "tx", "tm", "hp", "kn", "nq", "ct", "qđ", "đc", "đt", "sđt", "vt", "nt", "pt",
    "gt",
    "cm", "mm", "hm", "dm", "nm", "mt", "bt", "st", "nm", "ht", "xm", "vp", "hc",
  ]
}
