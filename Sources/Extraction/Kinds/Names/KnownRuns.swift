/// The second pass over an article's names: what only the rest of the article proves.
extension NameFinder {
  /// Runs that nothing beside them proved: a known name, its last syllable, or a surname with a given name.
  mutating func resolvePending(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<pending.count {
      let run = Int(pending[number].start)..<Int(pending[number].end)
      if run.count == 1, !known.mayHold(text[run.lowerBound]), text[run.upperBound].kind != .period { continue }
      // chuỗi điện máy Nguyễn Kim … bán cho Nguyễn Kim, though there is a Nguyễn Văn Kim
      if run.count > 1, context.isThing(text, run), known.find(text, run) == nil { continue }
      var index = run.lowerBound
      while index < run.upperBound {
        if let count = known.findBeginning(text, index), index + count <= run.upperBound, count > 1 || !text.isVietnamese(index),
          !NameEvidence.isCityOfBody(text, index)
        {
          // Micah Johnson, of whom the article knows as Johnson
          let isWhole =
            count == 1 && index > run.lowerBound && !text.isVietnamese(run.lowerBound)
            && NameShape.isForeignPerson(text, run.lowerBound..<index + 1)
          index = take(text, (isWhole ? run.lowerBound : index)..<(index + count), .nameKnown, &found)
          continue
        }
        index += 1
      }
      guard context.roles[run.lowerBound] == .free, context.roles[run.upperBound - 1] != .name else { continue }
      // Lúc này, Nhật Kim Anh kiểm tra camera
      if context.roles[run.lowerBound - 1] == .place, text[run.lowerBound].gap == .space,
        known.find(text, run.lowerBound - 1..<run.upperBound) != nil
      {
        context.roles[run.lowerBound - 1] = .free
        _ = take(text, run.lowerBound - 1..<run.upperBound, .nameKnown, &found)
        continue
      }
      let isNicknamed =
        run.count == 1 && NameEvidence.leadsToNickname(text, run.lowerBound)
        && (known.find(text, run) ?? known.findEnding(text, run)) != nil
      if isNicknamed || isShortForm(text, run) || isShortAfterWord(text, run) {
        let first = run.count > 1 && known.findEnding(text, run) == nil ? run.upperBound - 1 : run.lowerBound
        _ = take(text, first..<run.upperBound, .nameShort, &found)
      }
    }
    takeFirstWords(text, &found)
    takeLonePlaces(text, &found)
    takeBehindThings(text, &found)
  }

  /// `Nghĩa chui vào trong mùng`: a sentence's first word that the article also calls a known person by, twice and within a sentence.
  private mutating func takeFirstWords(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<pending.count {
      let token = Int(pending[number].start)
      guard pending[number].end == pending[number].start + 1, known.mayHold(text[token]), context.roles[token] == .free,
        text.beginsSentence(token), known.findEnding(text, token..<token + 1) != nil, text[token].shape == .capital,
        text[token + 1].shape == .lower || text[token + 1].kind == .comma, text.isJoined(token + 1), !text.beginsLongPhrase(at: token),
        !text.isListed(token, .stopWord) || text.isSmallWord(token, "verb") && ShortName.isSubject(text, token),
        !(text.isListed(token, .numberWord) && text.countedNoun(at: token + 1) != nil), isCalled(by: token, text, found)
      else { continue }
      _ = take(text, token..<token + 1, .nameShort, &found)
    }
  }

  private func isCalled(by token: Int, _ text: TokenizedText, _ found: borrowing Buffer<Found>) -> Bool {
    var times = 0
    for number in 0..<found.count where found[number].value.kind == .name {
      let first = Int(found[number].firstToken)
      if found[number].endToken == found[number].firstToken + 1, text.fold(first) == text.fold(token), !text.beginsSentence(first) {
        times += 1
      }
    }
    return times > 1
  }

  /// `xe Mercedes | Nguyễn Thị Thanh Hà`: a known name of three syllables or more behind the foreign word that a thing is called by.
  private mutating func takeBehindThings(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<context.things.count {
      let thing = Int(context.things[number].start)..<Int(context.things[number].end)
      for index in thing.dropFirst() where known.mayHold(text[index]) && text[index - 1].shape == .capital && !text.isVietnamese(index - 1)
      {
        guard let count = known.findBeginning(text, index), count >= 3, index + count == thing.upperBound, text.isVietnamese(index) else {
          continue
        }
        for token in index..<thing.upperBound { context.roles[token] = .free }
        _ = take(text, index..<thing.upperBound, .nameKnown, &found)
        break
      }
    }
  }

  /// `bị cáo Nga`, where the article knows a Châu Thị Thu Nga: no country. `Nga khai`, where no `tiếng Nga` stands beside it.
  private mutating func takeLonePlaces(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    // Most articles have no name that ends like a country.
    guard (0..<context.lonePlaces.count).contains(where: { endsName(text, Int(context.lonePlaces[$0])) }) else { return }
    let countries = wordsOfCountries(text)
    for number in 0..<context.lonePlaces.count {
      let token = Int(context.lonePlaces[number])
      guard context.roles[token] == .place, endsName(text, token),
        isTitled(text, token) || !countries.contains(text.fold(token)) || isBesideName(text, token) || isSubjectViet(text, token)
      else { continue }
      context.roles[token] = .free
      _ = take(text, token..<token + 1, .nameShort, &found)
    }
  }

  private func endsName(_ text: TokenizedText, _ token: Int) -> Bool {
    isGivenAlone(text, token..<token + 1) || known.findEnding(text, token..<token + 1) != nil
  }

  /// `Tài và Thái`, `Thái và Huy`, where the other is a name.
  private func isBesideName(_ text: TokenizedText, _ token: Int) -> Bool {
    text.isKeyword(token - 1, .and) && context.roles[token - 2] == .name
      || text.isKeyword(token + 1, .and) && context.roles[token + 2] == .name
  }

  /// `gặp, Việt đã đánh`: the country's short name only stands behind a noun, as in `người Việt`.
  private func isSubjectViet(_ text: TokenizedText, _ token: Int) -> Bool {
    text.isKeyword(token, .viet) && text[token + 1].shape == .lower && text.isJoined(token + 1)
      && (isLikePerson(text, token) || text.match(.predicate, at: token + 1) != nil || text.match(.nameLabel, at: token + 1) != nil)
  }

  /// The words that stand for a country somewhere, behind a noun, beside a dash, a place or a capital, and not far oftener for a person.
  private func wordsOfCountries(_ text: TokenizedText) -> [UInt32] {
    var words: [(word: UInt32, persons: Int, countries: Int)] = []
    for number in 0..<context.lonePlaces.count {
      let token = Int(context.lonePlaces[number])
      let word = text.fold(token)
      let place = words.firstIndex { $0.word == word } ?? words.count
      if place == words.count { words.append((word, 0, 0)) }
      if isLikePerson(text, token) { words[place].persons += 1 } else { words[place].countries += 1 }
    }
    return words.filter { $0.persons < 3 * $0.countries }.map(\.word)
  }

  private func isTitled(_ text: TokenizedText, _ token: Int) -> Bool {
    switch context.triggers[token] {
    case .rank, .social, .accused: text.isJoined(token)
    case .party, .job, .degree: text.isJoined(token) && !isPlural(text, token)
    default: false
    }
  }

  /// `các phi công Nhật`, `ba bác sĩ Mỹ`
  private func isPlural(_ text: TokenizedText, _ token: Int) -> Bool {
    (max(token - 4, 1)..<token).contains {
      text.isKeyword($0, .the) || text.isKeyword($0, .those) || text[$0].kind == .number || text.isListed($0, .numberWord)
    }
  }

  /// Behind a mark, a small word, a verb or a word for a person.
  private func isLikePerson(_ text: TokenizedText, _ token: Int) -> Bool {
    if text.isKeyword(token, .brother) { return isTitled(text, token) }
    if isTitled(text, token) || text.beginsSentence(token) { return true }
    if context.triggers[token] != .none { return false }
    let before = text[token - 1]
    if before.kind == .dash || text[token + 1].kind == .dash || text[token + 1].kind == .slash || before.kind == .openParenthesis {
      return false
    }
    guard before.kind == .word else { return context.roles[token - 2] != .place }
    if text.isKeyword(token - 1, .atPlace) || text.isKeyword(token - 1, .inPlace) { return false }
    return before.shape == .lower && text.isListed(token - 1, .stopWord)
      && !(text.isKeyword(token - 1, .and) && context.roles[token - 2] == .place)
  }

  /// `Bộ trưởng Thể`, where the article knows a Nguyễn Văn Thể; `Cơ quan Tình báo Dan Coats`: the known name is no body.
  mutating func splitPosts(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<context.positions.count {
      let office = context.positions[number]
      guard let name = familyNameBehind(text, office) ?? nameAtEnd(text, office).map({ $0..<office.end }) else { continue }
      context.positions[number].end = name.lowerBound
      for token in name.lowerBound..<office.end { context.roles[token] = .free }
      _ = take(text, name, .nameShort, &found)
    }
  }

  /// `Chủ tịch | Tập, thủ đô Bình Nhưỡng`: the family name alone of a known person, behind a post that was read beyond it.
  private func familyNameBehind(_ text: TokenizedText, _ office: Position.Reading) -> Range<Int>? {
    let name = office.titleEnd
    guard office.end > name + 1, text[name].shape == .capital, text[name + 1].kind == .comma, isGiven(text, name) else { return nil }
    return name..<name + 1
  }

  /// Where the known name begins that a post was read up to the end of.
  private func nameAtEnd(_ text: TokenizedText, _ office: Position.Reading) -> Int? {
    let last = office.end - 1
    guard office.end > office.titleEnd, text[last].shape == .capital, text[last + 1].gap > .space || text[last + 1].shape != .capital else {
      return nil
    }
    for first in max(office.titleEnd, office.end - 4)..<office.end where text[first].shape == .capital {
      let range = first..<office.end
      if range.count == 1 { return first == office.titleEnd && isGiven(text, last) ? first : nil }
      if known.find(text, range) != nil, first == office.titleEnd || NameShape.isForeignPerson(text, range) { return first }
    }
    return nil
  }

  private func isGiven(_ text: TokenizedText, _ token: Int) -> Bool {
    guard text.longestPlace(at: token) == nil, text.match(.body, at: token) == nil else { return false }
    return known.findEnding(text, token..<token + 1) != nil || known.find(text, token..<token + 1) != nil
      || NameShape.isAsianSurname(text, token) && known.hasFirst(text, token, isAnyName: true)
  }

  /// The run is how a known name ends: `Long`, `Thanh Bình`.
  // Changes nothing, but to be asked without that the whole finder is copied to the stack.
  private mutating func isShortForm(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count <= 2, known.findEnding(text, run) != nil || isGivenAlone(text, run) else {
      return isKnownInitial(text, run) || isForeignWord(text, run) && (known.find(text, run) != nil || known.hasFirst(text, run.lowerBound))
        || isAsianFamilyName(text, run)
    }
    if run.count == 1, [Keyword.side, .region, .direction].contains(where: { text.isKeyword(run.lowerBound - 1, $0) }) { return false }
    guard run.count == 1 else { return true }
    // bộ Chính trị, ăn Tết
    if text.match(.body, at: run.lowerBound - 1).map({ $0.end > run.upperBound }) == true || text.isKeyword(run.lowerBound, .lunarNewYear) {
      return false
    }
    if text[run.lowerBound].shape == .upper || isCountryInPair(text, run.lowerBound) || beginsPhrase(text, run.lowerBound) { return false }
    return !text.beginsSentence(run.lowerBound)
      || !text.isListed(run.lowerBound, .stopWord) && ShortName.isLikelyAtStart(text, run.lowerBound)
  }

  /// `còn Chen nắm các ví`, `Kim nhập cảnh`, where the article has a Chen Guo Dong, a Kim Min Jae: a family name that is a syllable of ours too.
  private func isAsianFamilyName(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    let token = run.lowerBound
    guard run.count == 1, text[token].shape == .capital, let listed = text.match(.foreignName, at: token),
      text[run.upperBound].shape == .lower,
      ["pinyin", "korean", "family"].contains(where: { text.item(.foreignName, listed).field1.equals($0) }),
      text.longestPlace(at: token) == nil, known.hasFirst(text, token),
      // gia tộc họ Kim
      text.match(.unit, at: token - 1).map({ text.item(.unit, $0).phrase.equals("họ") }) != true
    else { return false }
    return !text.beginsSentence(token) || ShortName.isLikelyAtStart(text, token)
  }

  /// `Phương nhận tiền`, where the article has a `người tên Phương`.
  private func isGivenAlone(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    run.count == 1 && text.isVietnamese(run.lowerBound) && known.find(text, run) != nil
  }

  /// `Quy hoạch`, where the article knows a Đỗ Văn Quy; but `Quân nhân dịp này …` where a verb begins behind the name.
  private func beginsPhrase(_ text: TokenizedText, _ token: Int) -> Bool {
    guard text.beginsLongPhrase(at: token), text[token + 1].shape == .lower, text.match(.predicate, at: token + 1) == nil,
      text.match(.nameLabel, at: token + 1) == nil
    else { return false }
    return [LexiconClass.unit, .decreeType, .body, .post, .honorific, .placeHead].contains {
      text.match($0, at: token).map { $0.end > token + 1 } == true
    }
  }

  /// `quan hệ Mỹ - Trung`, `Việt - Trung`
  private func isCountryInPair(_ text: TokenizedText, _ token: Int) -> Bool {
    text[token - 1].kind == .dash && context.roles[token - 2] == .place
      || text[token + 1].kind == .dash && context.roles[token + 2] == .place
  }

  /// Behind a post, a rank, `ông` or `bà`; a `chú Poodle` is no person.
  func isSurelyTitled(_ text: TokenizedText, _ start: Int) -> Bool {
    switch context.triggers[start] {
    case .position, .rank: true
    default: text.isKeyword(start - 1, .mister) || text.isKeyword(start - 1, .lady)
    }
  }

  /// `Trump` behind a post is a surname that no everyday word is.
  func isForeignWord(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    range.count == 1 && text[range.lowerBound].shape == .capital && !text.isVietnamese(range.lowerBound)
      && !text.entry(range.lowerBound).traits.contains(.single) && text.longestPlace(at: range.lowerBound) == nil
  }

  /// `Th.` once it has stood behind a word for a person, `T.` where a name ends so; a stop that ends a sentence is none of its own.
  private func isKnownInitial(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count == 1, InitialsShape.isInitial(text, run.lowerBound), text[run.upperBound].kind == .period,
      text[run.upperBound].gap == .none, initials.contains(text, run.lowerBound) || known.find(text, run) != nil
    else { return false }
    let next = text[run.upperBound + 1]
    return next.kind == .comma || next.kind == .openParenthesis || next.kind == .word && next.shape == .lower && next.gap == .space
  }

  /// `Giờ Nhung đã học lớp 9`, `Riêng Park còn dính lệnh bắt`: behind a sentence's first word.
  private func isShortAfterWord(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count == 2, text.beginsSentence(run.lowerBound),
      text.isListed(run.lowerBound, .stopWord) || text.isKeyword(run.lowerBound, .workTail) || text.isKeyword(run.lowerBound, .hour)
        || text.match(.predicate, at: run.lowerBound)?.end == run.lowerBound + 1
    else { return false }
    let last = run.upperBound - 1..<run.upperBound
    return known.findEnding(text, last) != nil || isAsianFamilyName(text, last)
      || isForeignWord(text, last) && known.hasFirst(text, last.lowerBound)
  }
}
