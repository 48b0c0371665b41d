/// The second pass over an article's names: what only the rest of the article proves.
extension NameFinder {
  /// Runs that nothing beside them proved: a known name, its last syllable, or a surname with a given name.
  mutating func resolvePending(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<pending.count {
      let run = Int(pending[number].start)..<Int(pending[number].end)
      var index = run.lowerBound
      while index < run.upperBound {
        if let count = known.findBeginning(text, index), index + count <= run.upperBound {
          index = take(text, index..<(index + count), .nameKnown, &found)
          continue
        }
        index += 1
      }
      guard context.roles[run.lowerBound] == .free else { continue }
      if isShortForm(text, run) || isShortAfterWord(text, run) {
        let first = run.count > 1 && known.findEnding(text, run) == nil ? run.upperBound - 1 : run.lowerBound
        _ = take(text, first..<run.upperBound, .nameShort, &found)
      }
    }
    takeTitledPlaces(text, &found)
  }

  /// `bị cáo Nga`, where the article knows a Châu Thị Thu Nga: no country.
  private mutating func takeTitledPlaces(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<context.titledPlaces.count {
      let token = Int(context.titledPlaces[number])
      guard context.roles[token] == .place, known.findEnding(text, token..<token + 1) != nil else { continue }
      context.roles[token] = .free
      _ = take(text, token..<token + 1, .nameShort, &found)
    }
  }

  /// `Bộ trưởng Thể`, where the article knows a Nguyễn Văn Thể; `Cơ quan Tình báo Dan Coats`: the known name is no body.
  mutating func splitPosts(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<context.positions.count {
      let office = context.positions[number]
      guard let first = nameAtEnd(text, office) else { continue }
      context.positions[number].end = first
      for token in first..<office.end { context.roles[token] = .free }
      _ = take(text, first..<office.end, .nameShort, &found)
    }
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
    return known.findEnding(text, token..<token + 1) != nil || isAsianSurname(text, token) && known.hasFirst(text, token, isAnyName: true)
  }

  /// Tập, Kim: people are called by them.
  private func isAsianSurname(_ text: TokenizedText, _ token: Int) -> Bool {
    guard let match = text.match(.foreignName, at: token) else { return false }
    let kind = text.item(.foreignName, match).field1
    return kind.equals("sino") || kind.equals("korean")
  }

  /// The run is how a known name ends: `Long`, `Thanh Bình`.
  private func isShortForm(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count <= 2, known.findEnding(text, run) != nil else {
      return isKnownInitial(text, run) || isForeignWord(text, run) && (known.find(text, run) != nil || known.hasFirst(text, run.lowerBound))
    }
    if run.count == 1, [Keyword.side, .region, .direction].contains(where: { text.isKeyword(run.lowerBound - 1, $0) }) { return false }
    guard run.count == 1 else { return true }
    // bộ Chính trị, ăn Tết
    if text.match(.body, at: run.lowerBound - 1).map({ $0.end > run.upperBound }) == true || text.isKeyword(run.lowerBound, .lunarNewYear) {
      return false
    }
    if text[run.lowerBound].shape == .upper { return false }
    return !text.beginsSentence(run.lowerBound)
      || !text.isListed(run.lowerBound, .stopWord) && ShortName.isLikelyAtStart(text, run.lowerBound)
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

  private func isShortAfterWord(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count == 2, text.beginsSentence(run.lowerBound),
      text.isListed(run.lowerBound, .stopWord) || text.isKeyword(run.lowerBound, .workTail)
    else { return false }
    return known.findEnding(text, (run.upperBound - 1)..<run.upperBound) != nil
  }
}

/// A single syllable as a name.
enum ShortName {
  /// At a sentence's beginning any word has a capital: what follows must be a verb's or a list's sign.
  static func isLikelyAtStart(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.match(.predicate, at: index) != nil { return false }
    let next = text[index + 1]
    if next.kind == .comma || next.isKeyword(.and) || text.match(.nameLabel, at: index + 1) != nil { return true }
    guard next.kind == .word, next.shape == .lower else { return false }
    guard let match = text.match(.givenName, at: index) else { return !text.isVietnamese(index) }
    return text.isListed(index + 1, .stopWord) || !text.item(.givenName, match).field1.equals("common")
  }
}
