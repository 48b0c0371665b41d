/// First look at an article's names: what is no name (bodies, places, posts), and which words announce one.
struct NameContext: ~Copyable {
  var roles = Buffer<TokenRole>(capacity: 4096)
  var triggers = Buffer<NameTrigger>(capacity: 4096)
  var positions = Buffer<Position.Reading>(capacity: 64)
  /// Places of one word that a person may be called too: `Nga`, `Đức`.
  var lonePlaces = Buffer<Int32>(capacity: 16)
  /// What streets, schools and firms are called, the first of an article.
  var things = Buffer<NameFinder.Run>(capacity: 16)
  /// What villages, communes and districts are called that begin like a person's name.
  var villages = Buffer<NameFinder.Run>(capacity: 16)

  /// Fills the tables. `found` holds the article's dates, ranks, counts and decrees.
  mutating func read(_ text: TokenizedText, _ found: borrowing Buffer<Found>) {
    roles.fill(.free, count: text.count + TokenizedText.sentinels)
    triggers.fill(.none, count: text.count + TokenizedText.sentinels)
    positions.removeAll()
    lonePlaces.removeAll()
    things.removeAll()
    villages.removeAll()
    claimValues(text, found)
    var walk = text.walk(.names)
    var index = walk.next(from: 1)
    while index < text.count { index = walk.next(from: readToken(text, index)) }
  }

  private mutating func claimValues(_ text: TokenizedText, _ found: borrowing Buffer<Found>) {
    for number in 0..<found.count {
      let mention = found[number]
      let isRank = mention.value.kind == .rank
      for token in Int(mention.firstToken)..<Int(mention.endToken) where roles[token] == .free || isRank {
        if mention.value.kind == .count, isCountedOffice(text, token, after: Int(mention.firstToken)) { break }
        roles[token] = isRank ? .rank : .value
      }
      if isRank {
        triggers[Int(mention.endToken)] = .rank
        let bearer = NameLinker.endsOfService(text, Int(mention.endToken)).country
        if text.isJoined(bearer), NameShape.beginsForeignPerson(text, bearer) { triggers[bearer] = .rank }
      }
      if mention.value.kind == .count { announce(text, behind: mention) }
    }
  }

  private mutating func readToken(_ text: TokenizedText, _ index: Int) -> Int {
    let token = text[index]
    if token.gap >= .line, let end = Furniture.endOfLine(text, index) {
      claim(index..<end, .furniture)
      return end
    }
    guard roles[index] == .free, token.kind.isWordLike else { return index + 1 }
    let classes = text.phraseClasses(at: index)
    let isTenure = Position.isTenure(text, index)
    guard
      isTenure || token.shape == .lower && classes & NameContext.relevant != 0
        || token.shape != .lower && !PlainCapital.isUnlisted(text, index, triggers[index])
    else { return index + 1 }
    if triggers[index] == .caption, token.gap <= .space, let end = InitialsShape.endOfCredit(text, index) { return end }
    if triggers[index] == .caption, text[index - 1].kind == .colon, token.gap <= .space, let credit = PenName.readCredit(text, index) {
      return announce(text, behind: credit)
    }
    if classes & LexiconClass.post.bit != 0 || isTenure, let end = readOffice(text, index) { return end }
    let leadsToNone = leadsToSmallWord(text, index)
    if classes & LexiconClass.honorific.bit != 0, !leadsToNone, let end = readHonorific(text, index) { return end }
    if token.shape != .lower, !NameContext.isCapitalHead(text, index),
      classes & LexiconClass.body.bit == 0 || !NameShape.isWholeBody(text, index),
      token.shape == .capital && NameContext.isAnnounced(text, index, by: triggers[index])
        || PlainCapital.mayBeginName(text, index) && (NameShape.beginsName(text, index) || NameContext.isPersonWithAge(text, index))
        || triggers[index] == .job && NameShape.beginsForeignPerson(text, index)
    {
      return index + max(1, NameShape.runLength(text, index))
    }
    if classes & LexiconClass.placeHead.bit != 0, !leadsToNone, let end = readPlaceHead(text, index) { return end }
    let holdsNoName = leadsToNone && token.shape == .lower && text.phraseClasses(at: index + 1) & NameContext.relevant == 0
    if classes & LexiconClass.body.bit != 0, !holdsNoName, let end = readBody(text, index) { return end }
    guard classes & NameContext.places != 0, token.shape != .lower || isContinent(text, index) else { return index + 1 }
    return readPlace(text, index) ?? index + 1
  }

  private static let places = LexiconClass.province.bit | LexiconClass.place.bit

  /// The classes of phrases that announce a name or are none.
  static let relevant =
    LexiconClass.post.bit | LexiconClass.honorific.bit | LexiconClass.placeHead.bit | LexiconClass.body.bit
    | LexiconClass.province.bit | LexiconClass.place.bit

  mutating func claim(_ range: Range<Int>, _ role: TokenRole) {
    // Written in any case: no branch to be guessed wrong.
    for token in range {
      let known = roles[token]
      roles[token] = known == .free ? role : known
    }
  }

  /// ông, đồng chí, bị can, GS.TS: announces the name behind it.
  private mutating func readHonorific(_ text: TokenizedText, _ index: Int) -> Int? {
    // công | bố, tuyên | bố, công | cụ
    guard text[index].shape != .lower || text.match(.predicate, at: index - 1)?.end != index + 1, let match = honorific(text, index),
      !(match.end == index + 1 && text.isKeyword(index - 1, .police))
    else { return nil }
    let isCapital = text[index].shape != .lower
    if isCapital, let end = endOfListedStreet(text, index) { return end }
    let trigger = text.trigger(match)
    // TIN BÃO KHẨN CẤP: a heading
    if trigger == .caption, text[index].shape == .upper, text.beginsLine(index), text[match.end].kind != .colon { return nil }
    // thương mại tổng hợp | Cường Phát
    if trigger == .caption, !isCapital, text.isJoined(index), text.match(.predicate, at: index)?.end == match.end { return nil }
    if !isCapital, match.end == index + 1, trigger == .degree || trigger == .faith && endsPaper(text, index) || endsGroup(text, index) {
      return nil
    }
    if isCapital, match.end == index + 1, text.entry(index).traits.contains(.single) { return nil }
    // Within a run of capitals, or behind another word for a person, it is a syllable of the name: Kim Thị Sa, chị Sơ Ri.
    if match.end == index + 1, text[index].shape == .capital, text[index].gap == .space,
      text.isVietnamese(index) || NameShape.surname(text, index) != nil,
      text[index - 1].isCapitalized && roles[index - 1] == .free && !text.beginsSentence(index - 1)
        || triggers[index] != .none && !(triggers[index] == .caption && NameShape.runLength(text, index) >= 4)
          && !beginsUnmarkedSentence(text, index)
    {
      return nil
    }
    // Anh, Em in mid-sentence may begin a name themselves.
    if isCapital, trigger == .social, match.end == index + 1, !text.beginsSentence(index), text[index].shape == .capital,
      !(text[index - 1].kind == .comma && text[index - 2].kind.isQuote),
      NameShape.isGivenName(text, index)
    {
      return nil
    }
    // đạo diễn nổi tiếng | Trương Văn Lúa
    var end = trigger == .job ? text.match(.quality, at: match.end)?.end ?? match.end : match.end
    // tay vợt 19 tuổi | Daniil Orlov
    if trigger == .job || trigger == .social, text[end].kind == .number, text.isKeyword(end + 1, .age), text[end + 2].isCapitalized {
      end += 2
    }
    if text[end].kind == .period, text[end].gap == .none, trigger == .degree { end += 1 }
    if text[end].kind == .colon { end += 1 }
    guard text[end].isWord || text[end].kind == .abbreviation || text[end].kind.isQuote else {
      return match.end > index + 1 ? match.end : nil
    }
    guard text[end].shape != .lower || text[end].kind.isQuote else { return nil }
    if triggers[end] == .none || triggers[end] == .caption, !isNationality(text, index, end) { triggers[end] = trigger }
    if trigger == .faith, text[match.end - 1].shape == .capital { claim(index..<match.end, .value) }
    return end
  }

  /// `hồ | sơ`: the second half of the word for a paper.
  private func endsPaper(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.unit, at: index - 1).map { $0.end == index + 1 && text.unitKind($0) == .document } ?? false
  }

  /// `nhóm khủng | bố Jaysh al-Islam`: the second half of what a group is.
  private func endsGroup(_ text: TokenizedText, _ index: Int) -> Bool {
    (max(index - 3, 1)..<index).contains {
      text.match(.unit, at: $0).map { $0.end == index + 1 && text.item(.unit, $0).field1.equals("body") } == true
    }
  }

  /// The honorific at `index` without words in capitals behind a small one: `ông Giáo` is no `ông giáo`.
  private func honorific(_ text: TokenizedText, _ index: Int) -> PhraseMatch? {
    guard let longest = text.match(.honorific, at: index) else { return nil }
    // Bà Rịa, but Anh Sơn mở cửa
    if text[index].shape == .capital, (text.longestPlace(at: index)?.end ?? 0) > index + 1, !NameShape.isPersonsToo(text, index) {
      return nil
    }
    if longest.end == index + 1 { return longest }
    // Đại Đức Thích Trúc Thái Minh, của Hoàng Đế Bảo Đại
    if text[index].shape == .capital, text[longest.end].shape == .capital, text[longest.end].gap == .space,
      text.trigger(longest) == .faith || isRoyal(text, longest),
      (index..<longest.end).allSatisfy({ text[$0].shape == .capital })
    {
      return longest
    }
    var limit = index + 1
    while limit < index + 6, text[limit].shape != .capital || text[index].shape == .upper { limit += 1 }
    if longest.end <= limit { return longest }
    return text.match(.honorific, at: index, limit: limit)
  }

  /// đường Lê Duẩn, xã Ea Uy, Trường THPT Lê Quý Đôn: the capitals behind belong to the thing.
  private mutating func readPlaceHead(_ text: TokenizedText, _ index: Int) -> Int? {
    // "yêu cầu Trần Văn Hai" crosses no bridge.
    guard let match = text.match(.placeHead, at: index), text.match(.predicate, at: index - 1)?.end != index + 1,
      !NameContext.isSurname(text, index, match, behind: triggers[index])
    else { return nil }
    let isAdministrative = text.placeHeadKind(match) == .admin
    var end = match.end
    if text[end].kind == .period, text[end].gap == .none, match.end == index + 1, isAbbreviated(text, index) {
      // sự phát triển của TP. Chủ tịch UBND TP. HCM
      if isSecondInitial(text, index) || text.isJoined(end + 1) && text.match(.post, at: end + 1) != nil { return nil }
      end += 1
    }
    if text[end].kind.isQuote, !isAdministrative { end += 1 }
    guard text[end].gap <= .space, text[end].isCapitalized || text[end].kind == .code || text[end].kind == .abbreviation,
      roles[end] == .free, !NameShape.beginsCalledPerson(text, end)
    else {
      if !isAdministrative { noteQualifiedThing(text, end) }
      return nil
    }
    if text[index].shape == .upper, match.end == index + 1, text[index].end - text[index].start <= 2, text[index + 1].gap != .none,
      text[index + 1].kind == .word, !isAdministrative
    {
      return nil
    }
    let first = end
    if isAdministrative, PlaceName.isNeverPerson(text, head: match.end - 1), NameShape.beginsName(text, first),
      text.longestPlace(at: first) == nil
    {
      return nil
    }
    end = isAdministrative ? endOfPlaceName(text, end) : endOfThingName(text, end)
    guard end > first else { return nil }
    if isAdministrative { noteVillage(text, index, first..<end) } else if !isOfPerson(text, match) { noteThing(first, end) }
    claim(index..<end, isAdministrative ? .place : .thing)
    return end
  }

  /// A place's name: a listed one, or capitals up to a person's name.
  private func endOfPlaceName(_ text: TokenizedText, _ start: Int) -> Int {
    if let match = text.longestPlace(at: start), match.end > start + 1 { return match.end }
    var end = start
    while end < start + 4, end == start || text[end].gap == .space, NameShape.isNameToken(text, end) || text[end].kind == .code,
      roles[end] == .free
    {
      if end > start, NameShape.beginsName(text, end), !isInsidePlace(text, start, end) { break }
      end += 1
    }
    return end
  }

  /// A surname within a commune's name: `Tân Lý Đông` ends with the run, a person's name would be longer.
  private func isInsidePlace(_ text: TokenizedText, _ start: Int, _ index: Int) -> Bool {
    NameShape.runLength(text, index) == 2 && index == start + 1
  }

  private func endOfThingName(_ text: TokenizedText, _ start: Int) -> Int {
    var end = start
    while end < start + 10, end == start || text[end].gap == .space || NameFinder.isForeignInitial(text, end), roles[end] == .free,
      end == start || !beginsOffice(text, end)
    {
      if NameShape.isNameToken(text, end) || text[end].shape == .upper || text[end].kind == .code || text[end].kind == .abbreviation {
        end += 1
      } else if text[end].kind == .dash, NameShape.isNameToken(text, end + 1) || text[end + 1].shape == .upper, text[end + 1].gap <= .space,
        text[end].gap == text[end + 1].gap, text[end + 2].kind != .colon, !beginsOffice(text, end + 1)
      {
        end += 2
      } else if end > start + 1, NameFinder.isForeignInitial(text, end) {
        // tàu USS Dwight D. Eisenhower
        end += 1
      } else if end > start, let name = SpacedHyphen.endOfParticles(text, end) {
        // sân bay Charles de Gaulle
        end = name
      } else if end > start, text[end].shape == .lower, text.isListed(end, .organizationWord), !text.isListed(end, .stopWord) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private mutating func readBody(_ text: TokenizedText, _ index: Int) -> Int? {
    // "thông báo Giám đốc A" holds no newspaper, "Trung tá cảnh sát | Somsak Sophakarn" no station.
    guard let match = text.match(.body, at: index), triggers[match.end] != .rank,
      text[index].shape != .lower || match.end > index + 1 || text.match(.predicate, at: index - 1)?.end != index + 1
    else { return nil }
    // giữ chức vụ Giám đốc Công an tỉnh
    if text[index].shape == .lower, match.end == index + 1, text.match(.post, at: match.end) != nil,
      text.match(.unit, at: index - 1)?.end == match.end
    {
      return nil
    }
    // Small letters that no capital follows hold no name.
    if text[index].shape == .lower, text[match.end].shape == .lower, text.phraseClasses(at: match.end) & NameContext.relevant == 0 {
      return nil
    }
    guard let end = OrganizationReader.end(text, at: index) else { return nil }
    guard end > index + 1 || text[index].shape != .lower && !isSyllable(text, index), !isPersonAmongWords(text, index, end) else {
      return nil
    }
    claim(index..<end, .organization)
    return end
  }

  private mutating func readPlace(_ text: TokenizedText, _ index: Int) -> Int? {
    guard let match = text.longestPlace(at: index) else { return nil }
    if triggers[index] != .none, NameShape.isPersonPlace(text, index) { return match.end }
    if triggers[index] == .position, PlaceName.endsCountry(text, index, from: index - 3), PlaceName.beginsPerson(text, index) { return nil }
    if triggers[index] == .caption, text.match(.place, at: index).map({ text.item(.place, $0).field1.equals("feature") }) == true {
      return nil
    }
    if isNamedLikePlace(text, index, match.end) { return nil }
    // Anh, Mỹ, Đức within a run of capitals are syllables of a name.
    if match.end == index + 1, text.isVietnamese(index), text[index].gap == .space, NameShape.isNameToken(text, index - 1),
      roles[index - 1] == .free, !text.beginsSentence(index - 1) || isGivenPair(text, index - 1)
    {
      return nil
    }
    if match.end == index + 1, !text[index + 1].isCapitalized, NameShape.isGivenName(text, index) { lonePlaces.append(Int32(index)) }
    claim(index..<match.end, .place)
    return match.end
  }
}
