/// Letters with full stops: initials of a name, not `TP.HCM` or `GS.TS`.
enum InitialsShape {
  /// One capital letter without a tone, or two consonants written as one: `H`, `Đ`, `Th`, `Tr`; `Ý` is a syllable.
  static func isInitial(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.shape == .capital else { return false }
    if text.entry(index).traits.contains(.single) { return token.end - token.start == 1 || Letters.isStroked(text, token) }
    guard token.end - token.start == 2 else { return false }
    let (first, second) = (text.bytes[Int(token.start)] | 0x20, text.bytes[Int(token.start) + 1])
    switch second {
    case UInt8(ascii: "h"): return "cgknpt".utf8.contains(first)
    case UInt8(ascii: "r"): return first == UInt8(ascii: "t")
    case UInt8(ascii: "g"): return first == UInt8(ascii: "n")
    default: return false
    }
  }

  static func isInitials(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].kind == .abbreviation, text.match(.honorific, at: index) == nil, text.match(.province, at: index) == nil,
      text.match(.body, at: index) == nil, text.match(.place, at: index) == nil
    else { return false }
    var letters = 0
    var longest = 0
    for offset in Int(text[index].start)..<Int(text[index].end) {
      if text.bytes[offset] == UInt8(ascii: ".") {
        letters = 0
      } else if text.bytes[offset] & 0xC0 != 0x80 {
        letters += 1
        longest = max(longest, letters)
      }
    }
    return longest <= 2
  }

  /// `Bị hại là | H.T. L. và L.T. S.`: two letters and one more behind a blank, each with its stop, within a sentence.
  static func areThree(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text[start].gap == .space, text[start - 1].shape == .lower || text[start - 1].kind == .comma, text[start + 1].kind == .period,
      text[start + 1].gap == .none
    else { return false }
    // quán bar B.T. N.
    let isPlace = (1...2).contains { start > $0 && text.match(.placeHead, at: start - $0)?.end == start }
    return endOfLetter(text, start + 2) != nil && !isPlace
  }

  /// `phụ huynh | N.T.M.H`: a noun of two syllables for people goes before.
  static func standBehindPeople(_ text: TokenizedText, _ start: Int) -> Bool {
    text[start].gap == .space
      && text.match(.unit, at: start - 2).map { $0.end == start && text.unitKind($0) == .people } == true
  }

  /// `H.R. McMaster`, `J.K. Rowling`, `H.R McMaster`: the token after the foreign words behind initials at `index`, nil where none stand.
  static func endOfForeignName(_ text: TokenizedText, _ index: Int) -> Int? {
    let hasStop = text[index + 1].kind == .period && text[index + 1].gap == .none
    let name = hasStop ? index + 2 : index + 1
    guard text[index].kind == .abbreviation, text[name].gap == .space,
      text[name].shape == .capital || text[name].shape == .mixed, !text.isVietnamese(name), isInitials(text, index),
      text[name].shape == .mixed || text.isListed(name, .foreignName), text.longestPlace(at: name) == nil
    else { return nil }
    return name + min(NameShape.runLength(text, name), 2)
  }

  /// `Q. ĐỊNH`, `L.V. Thịnh`, `C.TRUNG`: initials and a syllable, by which a photographer signs. A sentence may begin behind the initials,
  /// so what is not in capitals must be a given name that ends its line or phrase.
  static func endOfCredit(_ text: TokenizedText, _ index: Int) -> Int? {
    if text[index].kind == .abbreviation, endsInWord(text, index) { return index + 1 }
    let name = index + 2
    guard isInitial(text, index) || isInitials(text, index), text[index + 1].kind == .period, text[index + 1].gap == .none,
      text[name].kind == .word, text[name].gap <= .space, text.isVietnamese(name), !text.entry(name).traits.contains(.single)
    else { return nil }
    if text[name].shape == .upper { return text[name + 1].shape == .upper && text[name + 1].gap == .space ? nil : name + 1 }
    guard text[name].shape == .capital, NameShape.isGivenName(text, name) || NameShape.surname(text, name) != nil else { return nil }
    return text[name + 1].gap >= .line || text[name + 1].kind == .period || text[name + 1].kind == .closeParenthesis ? name + 1 : nil
  }

  /// `C.TRUNG`: one letter, a full stop, a word of three letters or more.
  private static func endsInWord(_ text: TokenizedText, _ index: Int) -> Bool {
    let bytes = Int(text[index].start)..<Int(text[index].end)
    let stops = bytes.filter { text.bytes[$0] == UInt8(ascii: ".") }
    guard stops.count == 1, let stop = stops.first, stop - bytes.lowerBound <= 2 else { return false }
    return (stop + 1..<bytes.upperBound).count { text.bytes[$0] & 0xC0 != 0x80 } >= 3
      && (stop + 1..<bytes.upperBound).contains { text.bytes[$0] >= 0x80 || "AEIOUY".utf8.contains(text.bytes[$0] & 0xDF) }
  }

  /// The token after the letter and its full stop at `index`, nil when none stand there: `Trần V. | K.`
  static func endOfLetter(_ text: TokenizedText, _ index: Int) -> Int? {
    guard text[index].gap == .space, isInitial(text, index), text[index + 1].kind == .period else { return nil }
    return text[index + 1].gap == .none ? index + 2 : nil
  }

  /// A set of letters from A to Z and Đ.
  struct Letters: BitwiseCopyable {
    private var bits: UInt32 = 0

    /// Adds the last letter of the token.
    mutating func insert(_ text: TokenizedText, _ token: Int) { bits |= Letters.bit(text, token) }

    /// Whether the token is one letter of the set.
    func contains(_ text: TokenizedText, _ token: Int) -> Bool {
      text.entry(token).traits.contains(.single) && bits & Letters.bit(text, token) != 0
    }

    /// Đ
    static func isStroked(_ text: TokenizedText, _ token: Token) -> Bool {
      token.end - token.start == 2 && text.bytes[Int(token.start)] == 0xC4 && text.bytes[Int(token.start) + 1] | 1 == 0x91
    }

    private static func bit(_ text: TokenizedText, _ token: Int) -> UInt32 {
      let byte = text.bytes[Int(text[token].end) - 1]
      if byte == 0x90 || byte == 0x91 { return 1 << 26 }
      let letter = byte | 0x20
      return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? 1 << UInt32(letter - UInt8(ascii: "a")) : 0
    }
  }
}
