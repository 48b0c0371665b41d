/// The persons of one article: names that mean the same man or woman.
struct People: ~Copyable {
  struct Entry: BitwiseCopyable {
    /// The mention whose spelling the record shows.
    var best: Int32
    /// An item of the rank list, -1 when no mention states one.
    var rank: Int32 = -1
  }

  private(set) var entries = Buffer<Entry>(capacity: 64)
  private var known = KnownNames()
  private var personOfKnown = Buffer<Int32>(capacity: 64)

  /// Numbers the persons in the order of their first full name and writes the number into each mention.
  mutating func group(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>) {
    entries.removeAll()
    known.removeAll()
    personOfKnown.removeAll()
    for index in text.mentions(.name) where !mayEnd(text, mentions[index]) { addFull(text, mentions, index) }
    for index in text.mentions(.name) where mayEnd(text, mentions[index]) { addFull(text, mentions, index) }
    for index in text.mentions(.name) { addShort(text, mentions, index) }
  }

  private mutating func addFull(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) {
    guard case .name(var name) = mentions[index].value, name.isFull else { return }
    let range = words(text, mentions[index])
    let person: Int32
    if let entry = mayEnd(text, mentions[index]) ? known.findEnding(text, range) ?? known.add(text, range) : known.add(text, range) {
      person = personOfKnown[entry]
      if !name.isUpper, isUpper(mentions, person) { entries[Int(person)].best = Int32(index) }
    } else {
      person = Int32(entries.count)
      entries.append(Entry(best: Int32(index)))
      personOfKnown.append(person)
    }
    name.person = person
    mentions[index].value = .name(name)
    if name.rank >= 0, entries[Int(person)].rank < 0 { entries[Int(person)].rank = name.rank }
  }

  private mutating func addShort(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) {
    guard case .name(var name) = mentions[index].value, !name.isFull else { return }
    let range = words(text, mentions[index])
    if let entry = known.findEnding(text, range) ?? familyName(text, range) ?? known.add(text, range) {
      name.person = personOfKnown[entry]
    } else {
      name.person = Int32(entries.count)
      entries.append(Entry(best: Int32(index)))
      personOfKnown.append(name.person)
    }
    mentions[index].value = .name(name)
    if name.rank >= 0, entries[Int(name.person)].rank < 0 { entries[Int(name.person)].rank = name.rank }
  }

  /// `Danh Thắng` of Nguyễn Danh Thắng, `Hoài Th.` of Trương Thị Hoài Th.: two words without a surname; one who signs is somebody else.
  private func mayEnd(_ text: TokenizedText, _ mention: Found) -> Bool {
    guard case .name(let name) = mention.value, name.isFull, mention.rule != .nameByline, case let range = words(text, mention),
      range.count == 2, text[range.lowerBound].kind == .word, text.isVietnamese(range.lowerBound)
    else { return false }
    guard let surname = NameShape.surname(text, range.lowerBound) else { return true }
    return surname.isCommon || surname.isMinority
  }

  /// `ông Kim` of Kim Jong-un, `Chủ tịch Tập` of Tập Cận Bình: the family name that stands first, of one person of the article.
  private func familyName(_ text: TokenizedText, _ range: Range<Int>) -> Int? {
    range.count == 1 && NameShape.isAsianSurname(text, range.lowerBound) ? known.findOnlyBeginning(text, range.lowerBound) : nil
  }

  private func words(_ text: TokenizedText, _ mention: Found) -> Range<Int> {
    let end = Int(mention.endToken)
    return Int(mention.firstToken)..<(text[end - 1].kind == .period && end - 1 > Int(mention.firstToken) ? end - 1 : end)
  }

  private func isUpper(_ mentions: UnsafeMutableBufferPointer<Found>, _ person: Int32) -> Bool {
    guard case .name(let name) = mentions[Int(entries[Int(person)].best)].value else { return false }
    return name.isUpper
  }
}
