/// What a person's name looks like, seen from its first word.
enum NameShape {
  /// Whether a capitalised surname with a given name behind it begins here; places and bodies excepted.
  static func beginsName(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.shape != .lower, token.shape != .none else { return false }
    if beginsMinorityName(text, index) || text[index + 2].kind == .dash && SpacedHyphen.beginsKorean(text, index) { return true }
    guard let surname = surname(text, index) else { return beginsForeignName(text, index) }
    let length = runLength(text, index)
    guard length >= 2, length > surname.words else { return false }
    if token.shape == .upper, text[index + 1].shape != .upper { return false }
    let place = text.longestPlace(at: index)
    if let place, place.end - index >= min(length, 3), !text.isKeyword(index, .uncleHo) { return false }
    if length == 2 || surname.isCommon {
      if let place, place.end >= index + 2, !isPersonPlace(text, index) { return false }
      if let body = text.match(.body, at: index), body.end > index + 1, surname.isCommon { return false }
    }
    // Tô Văn Động, Cao Thị Bưởi
    if surname.isCommon, length >= 3, length <= 5, isMiddleName(text, index + 1), text[index + 1].shape == token.shape { return true }
    // Kim Soon Sik
    if surname.isCommon, length >= 3, length <= 4, place == nil,
      !text.isVietnamese(index + 1) || length == 3 && !text.isVietnamese(index + 2)
    {
      return true
    }
    // Đảo Điệp Sơn
    if surname.isCommon, text.match(.placeHead, at: index) != nil, !text.isKeyword(index, .uncleHo), text.beginsSentence(index) {
      return false
    }
    // Mùa A Sông
    if surname.isCommon, length == 3, text[index + 1].shape == .capital, text.entry(index + 1).traits.contains(.single),
      text.byte(index + 1) == UInt8(ascii: "A"), text.isVietnamese(index + 2)
    {
      return true
    }
    if surname.isCommon { return length >= 3 && length <= 5 && isGivenName(text, index + length - 1) && isGivenName(text, index + 1) }
    return isVietnameseRun(text, index + 1, min(length - 1, 3)) || surname.isHighland
  }

  /// `Xổm-xay`: a capitalised syllable, a dash without blanks and a small one.
  static func beginsTransliteration(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].shape == .capital && text[index + 1].kind == .dash && text[index + 1].gap == .none && text[index + 2].gap == .none
      && text[index + 2].kind == .word && text[index + 2].shape == .lower
  }

  /// The surname at `index`.
  @inline(__always)
  static func surname(_ text: TokenizedText, _ index: Int) -> Surname? {
    text.phraseClasses(at: index) & LexiconClass.surname.bit == 0 ? nil : listedSurname(text, index)
  }

  /// How many words a surname has, whether it is an everyday word too, whether it is one of the highlands, whether no Kinh family has it.
  typealias Surname = (words: Int, isCommon: Bool, isHighland: Bool, isMinority: Bool)

  private static func listedSurname(_ text: TokenizedText, _ index: Int) -> Surname? {
    guard let match = text.match(.surname, at: index) else { return nil }
    let surname = text.nameWords.pointee.surname(text.number(.surname, match), text.lexicon)
    if surname.contains(.clan) { return nil }
    return (match.end - index, surname.contains(.common), surname.contains(.highland), surname.contains(.minority))
  }

  static func isGivenName(_ text: TokenizedText, _ index: Int) -> Bool { text.isListed(index, .givenName) }

  /// Two syllables that people bear and no more capitals; the second begins no place of more words.
  static func isTwoGivenNames(_ text: TokenizedText, _ index: Int) -> Bool {
    isGivenName(text, index) && isGivenName(text, index + 1) && runLength(text, index) == 2 && isNoLongPlace(text, index + 1)
  }

  /// No place of two syllables or more begins here: `Anh Ngọc`, `Mỹ Linh` are people.
  static func isNoLongPlace(_ text: TokenizedText, _ index: Int) -> Bool { (text.longestPlace(at: index)?.end ?? index) <= index + 1 }

  /// A place that bears a person's name: `Hồ Chí Minh`, `Lê Chân`.
  static func isPersonPlace(_ text: TokenizedText, _ index: Int) -> Bool {
    isPersonsToo(text, index) && (surname(text, index)?.isCommon == false || text.isKeyword(index, .uncleHo))
  }

  /// `Anh Sơn`, `Hai Bà Trưng`: the list says that people are called so too.
  static func isPersonsToo(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.place, at: index).map { text.nameWords.pointee.isPerson(text.number(.place, $0), text.lexicon) } ?? false
  }

  /// Behind a post: a surname, an everyday word too, with one to three syllables that people bear.
  static func beginsNameAfterPost(_ text: TokenizedText, _ index: Int) -> Bool {
    if beginsName(text, index) || beginsSinoName(text, index) { return true }
    guard text[index].shape == .capital || text[index].shape == .upper, let surname = surname(text, index) else { return false }
    let length = runLength(text, index)
    // Nay Djrueng
    let isHighland = surname.isMinority && length == 2 && !text.isVietnamese(index + 1)
    guard length >= 2, length <= 4, text[index + 1].shape == text[index].shape, isHighland || isVietnameseRun(text, index, length) else {
      return false
    }
    if let place = text.longestPlace(at: index), place.end >= index + 2, !isPersonPlace(text, index) { return false }
    if let body = text.match(.body, at: index), body.end >= index + 2 { return false }
    return isHighland || isGivenName(text, index + length - 1)
  }

  /// How many name tokens stand in a row, up to another phrase.
  static func runLength(_ text: TokenizedText, _ index: Int) -> Int {
    var end = index
    while end < text.count, end == index || text[end].gap == .space && !beginsOtherPhrase(text, end), isNameToken(text, end) { end += 1 }
    return end - index
  }

  /// A capitalised word, or a word in capitals that is a Vietnamese syllable.
  static func isNameToken(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word else { return false }
    switch token.shape {
    case .capital, .mixed: return true
    case .upper: return text.isVietnamese(index)
    default: return false
    }
  }

  private static func isVietnameseRun(_ text: TokenizedText, _ start: Int, _ count: Int) -> Bool {
    (start..<start + count).allSatisfy { text.isVietnamese($0) || text.entry($0).traits.contains(.single) }
  }

  /// `H'Hen Niê`, `K’Sáng`, `Y Mửi`, `A Huy`
  @inline(__always)
  static func beginsMinorityName(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    if token.shape == .mixed || token.shape == .upper { return hasApostrophe(text, index) }
    let letter = text.byte(index) | 0x20
    guard token.shape == .capital, letter == UInt8(ascii: "y") || letter == UInt8(ascii: "a") else { return false }
    return isMinorityLetter(text, index)
  }

  private static func isMinorityLetter(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.entry(index).traits.contains(.single), !isLetterOfThing(text, index) else { return false }
    let next = text[index + 1]
    guard next.gap == .space, next.kind == .word, next.shape == .capital || next.shape == .mixed, next.end - next.start > 1,
      !text.isListed(index + 1, .organizationWord) || !text.starts(index, .body) || surname(text, index + 2)?.isMinority == true
    else { return false }
    return !text[index - 1].isCapitalized || text[index].gap != .space || text.beginsSentence(index - 1)
  }

  /// `P -8 A Poseidon`, `số 60A Hoàng Văn Thụ`, `M&A Việt Nam`, `A Lưới`, `người A Rem`: no syllable of a name.
  private static func isLetterOfThing(_ text: TokenizedText, _ index: Int) -> Bool {
    let before = text[index - 1]
    if text[index].gap == .none && before.kind.isWordLike || before.kind == .number || before.lexeme == Keyword.ampersand.lexeme {
      return true
    }
    return text.isKeyword(index - 1, .people) || text.longestPlace(at: index) != nil
      || text.longestPlace(at: index + 1).map { $0.end > index + 2 || !isGivenName(text, index + 1) } == true
      || text.match(.placeHead, at: index + 1).map { $0.end > index + 2 } == true
  }

  private static func hasApostrophe(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    for offset in Int(token.start)..<min(Int(token.end), Int(token.start) + 4) {
      if text.bytes[offset] == UInt8(ascii: "'") || text.bytes[offset] == 0xE2 { return true }
    }
    return false
  }

  /// A foreign given name and a capital behind it: `Vladimir Putin`.
  @inline(__always)
  static func beginsForeignName(_ text: TokenizedText, _ index: Int) -> Bool {
    text.phraseClasses(at: index) & LexiconClass.foreignName.bit != 0 && beginsListedForeignName(text, index)
  }

  private static func beginsListedForeignName(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isListed(index, .foreignName), !text.isVietnamese(index) || !text.isVietnamese(index + 1),
      text.match(.place, at: index) == nil, (text.match(.body, at: index)?.end ?? 0) <= index + 1,
      let match = text.match(.foreignName, at: index)
    else { return false }
    let kind = text.item(.foreignName, match).field1
    if kind.equals("pinyin") { return isPinyinName(text, index) }
    guard kind.equals("given"), !text.isVietnamese(index) else { return false }
    if text[index + 1].kind == .dash { return SpacedHyphen.joinsGivenNames(text, index) }
    guard text[index + 1].gap == .space else { return false }
    return isNameToken(text, index + 1) && !text.isListed(index + 1, .organizationWord)
      || SpacedHyphen.endOfParticles(text, index + 1) != nil
  }

  /// Jamal Khashoggi, Song Zhongping: two to four capitals, foreign at one end, that are no place and hold no word of a company.
  static func isForeignPerson(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count >= 2, run.count <= 4, !text.isVietnamese(run.lowerBound) || !text.isVietnamese(run.upperBound - 1) else { return false }
    for token in run where !isPartOfForeignName(text, token, run) { return false }
    if text.entry(run.lowerBound).traits.contains(.single), text.entry(run.upperBound - 1).traits.contains(.single) { return false }
    return text.longestPlace(at: run.lowerBound) == nil && text.longestPlace(at: run.upperBound - 1) == nil
      && text.match(.body, at: run.lowerBound) == nil && !text.isListed(run.lowerBound, .stopWord)
  }

  /// Whether a run of two to four capitals begins here that a foreigner may bear.
  static func isForeignPerson(_ text: TokenizedText, at index: Int) -> Bool {
    guard text[index].shape == .capital else { return false }
    if SpacedHyphen.endOfParticles(text, index + 1) != nil {
      return text.longestPlace(at: index) == nil && text.match(.body, at: index) == nil
    }
    guard text[index + 1].shape == .capital else { return false }
    let run = index..<(index + runLength(text, index))
    return isOfForeignWords(text, run) || isForeignPerson(text, run)
  }

  /// The same, but for `Fed Jerome Powell`, which holds a name of its own.
  static func beginsForeignPerson(_ text: TokenizedText, _ index: Int) -> Bool {
    guard isForeignPerson(text, at: index) else { return false }
    let run = index..<(index + runLength(text, index))
    return isOfForeignWords(text, run) || !run.dropFirst().contains { beginsForeignName(text, $0) }
  }

  /// A capitalised foreign word that people bear, alone: `Trump`.
  static func isForeignWord(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].shape == .capital && text.isListed(index, .foreignName) && !text.isVietnamese(index) && text.longestPlace(at: index) == nil
  }

  /// `Saddam Hussein`, `Song Joong Ki`: two words that foreigners bear, or three behind an Asian family name.
  static func isOfForeignWords(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    let (start, last) = (run.lowerBound, run.upperBound - 1)
    guard text.isListed(start, .foreignName), text.longestPlace(at: start) == nil, text.longestPlace(at: last) == nil else { return false }
    if run.count == 2 { return !text.isVietnamese(start) && !text.isVietnamese(last) && text.isListed(last, .foreignName) }
    guard run.count == 3, let family = text.match(.foreignName, at: start), !text.item(.foreignName, family).field1.equals("given"),
      !text.isVietnamese(start + 1) || !text.isVietnamese(last)
    else { return false }
    return text.isListed(start + 1, .foreignName) || text.isListed(last, .foreignName)
  }

  /// A capital, or a hyphen of `Jae - in` and what follows it; no word of a company.
  private static func isPartOfForeignName(_ text: TokenizedText, _ token: Int, _ run: Range<Int>) -> Bool {
    if text[token].kind == .dash || token > run.lowerBound && text[token - 1].kind == .dash { return true }
    return text[token].kind == .word && text[token].shape == .capital
      && (!text.isListed(token, .organizationWord)
        || token == run.lowerBound && isAsianSurname(text, token)
          && (run.count == 2 || run.count == 3 && text.isListed(run.upperBound - 1, .foreignName)))
  }

  /// Where a name in capitals ends: other words in capitals may follow it in a headline.
  static func endOfUpper(_ text: TokenizedText, _ start: Int, limit: Int) -> Int {
    guard limit - start > 4 || surname(text, start) == nil else { return limit }
    var end = start + 1
    while end < limit, end < start + 4, isGivenName(text, end) || isMiddleName(text, end) { end += 1 }
    return end
  }

  /// Thị, Văn: never the end of a name, and no words that follow one.
  static func isMiddleName(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .middleThi) || text.isKeyword(index, .town)
  }

  /// Where the name that begins at `start` ends within the run that ends at `limit`.
  static func end(_ text: TokenizedText, _ start: Int, limit: Int) -> Int {
    // Xay-nha-vông, Haji Azree bin Haji Abdul Manaf
    if (start..<limit).contains(where: { text[$0].kind == .dash || text[$0].shape == .lower }) { return limit }
    if surname(text, start) == nil { return min(limit, start + 5) }
    if limit - start <= 4 { return limit }
    // Two names that stand side by side, or a fifth syllable of one.
    // Thạch Thị | Som Ma Ly
    for next in (start + 2)..<min(start + 5, limit - 1) where !isMiddleName(text, next - 1) {
      if let second = surname(text, next), !second.isCommon { return next }
    }
    return min(limit, start + 5)
  }
}
