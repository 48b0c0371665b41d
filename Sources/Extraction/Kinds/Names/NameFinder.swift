/// Phạm Thanh Bình · ông Nghĩa · H'Hen Niê · DƯƠNG ÚT · Đỗ Thị H.
///
///     [rank | honorific | post] SURNAME GIVEN… | MINORITY | FOREIGN | short form of a name above
///
/// Two passes: the first takes the names that their shape or a word beside them makes sure, the second those that
/// only the rest of the article proves: a last syllable of a known name, a byline.
struct NameFinder: ~Copyable {
  var context = NameContext()
  var known = KnownNames()
  var pending = Buffer<Run>(capacity: 256)
  /// The last letters of the initials found: `N.V.A` lets `A.` stand alone.
  var initials = InitialsShape.Letters()

  struct Run: BitwiseCopyable {
    var start: Int32
    var end: Int32
  }

  mutating func find(_ text: TokenizedText, into found: inout Buffer<Found>) {
    context.read(text, found)
    known.removeAll()
    pending.removeAll()
    initials = InitialsShape.Letters()
    var walk = text.walk(.runs)
    var index = walk.next(from: 1)
    while index < text.count {
      let isRun = context.roles[index] == .free && (NameShape.isNameToken(text, index) || text[index].kind == .abbreviation)
      index = walk.next(from: isRun ? readRun(text, index, &found) : index + 1)
    }
    takeLoneSubjects(text, &found)
    if known.entries.count > 0 {
      GluedSentence.cut(text, known, &context, &found)
      resolvePending(text, &found)
      splitPosts(text, &found)
    }
    BylineFinder.find(text, &context, &found)
  }

  // MARK: - First pass

  /// Reads the run of capitals at `start` and returns the token after what it used.
  private mutating func readRun(_ text: TokenizedText, _ start: Int, _ found: inout Buffer<Found>) -> Int {
    if PlainCapital.isAlone(text, start, context.triggers[start]) {
      pending.append(Run(start: Int32(start), end: Int32(start + 1)))
      return start + 1
    }
    if context.triggers[start] == .caption, text[start].gap <= .space, let end = InitialsShape.endOfCredit(text, start) {
      return takeCredit(text, start..<end, &found)
    }
    if text.isKeyword(start, .photo), context.triggers[start + 1] == .caption, let credit = PenName.readUnmarkedCredit(text, start) {
      return take(text, credit, .nameByline, &found)
    }
    if text[start].kind == .abbreviation { return readInitials(text, start, &found) }
    if let end = spacedInitials(text, start) { return take(text, start..<end, .nameInitials, &found) }
    let limit = NameFinder.endOfRun(text, start, context.marks)
    // T-34, B-52, V-League
    if text[start + 1].kind == .dash, text[start + 1].gap == .none, text.entry(start).traits.contains(.single) {
      if limit == start + 1 { return limit }
      if text[start + 2].shape == .capital { return start + 3 }
    }
    let evidence = NameEvidence(text, start, limit, context.marks)
    if evidence.isListedThing {
      // Trên báo Thủ đô, Khải đã buộc …: one syllable is a person's, if it is known.
      for token in start..<limit where limit > start + 1 || !text.isVietnamese(start) { context.roles[token] = .thing }
      // A film's or a song's person may follow its name.
      if limit - start != 2 { pending.append(Run(start: Int32(start), end: Int32(limit))) }
      return limit
    }
    guard let name = evidence.sureName() else {
      if let inner = evidence.nameWithin() { return take(text, inner, .nameFull, &found) }
      if evidence.isHouseOfStreet { context.noteThing(start, limit) }
      pending.append(Run(start: Int32(start), end: Int32(limit)))
      return limit
    }
    let isByShape = name.rule == .nameFull || name.rule == .nameListed || name.rule == .nameForeign
    // lãnh đạo Hoa Sen
    let isBehindVerb =
      context.triggers[start] == .job && text.match(.predicate, at: start - 2)?.end == start
      && !NameShape.isAsianSurname(text, start)
    if (isByShape || isBehindVerb) && context.isThing(text, name.range)
      || context.triggers[start] == .job && context.isVillage(text, name.range)
    {
      pending.append(Run(start: Int32(start), end: Int32(limit)))
      return limit
    }
    // ông Hai, Ba và Tư
    if name.rule == .nameListed, name.range.count == 1 { context.triggers[start] = .social }
    return take(text, name.range, name.rule, &found)
  }

  // Asks nothing of the whole finder, which would be copied to the stack.
  private static func endOfRun(_ text: TokenizedText, _ start: Int, _ context: NameContext.Marks) -> Int {
    var end = start + 1
    while end < text.count, context.roles[end] == .free, context.triggers[end] == .none || context.triggers[end] == .caption {
      let token = text[end]
      if NameShape.beginsOtherPhrase(text, end) || NameShape.repeats(text, start, end) { break }
      // A line may break behind the surname or Thị: đồng chí Trần⏎Quốc Khánh.
      if token.gap == .line, token.shape == .capital,
        NameShape.isMiddleName(text, end - 1) || end == start + 1 && context.triggers[start] != .none,
        NameShape.surname(text, start) != nil
      {
        end += 1
        continue
      }
      if token.kind == .period, isForeignInitial(text, end) {
        end += 1
      } else if token.gap <= .space, text[end - 1].kind == .period, NameShape.isNameToken(text, end) {
        end += 1
      } else if token.gap == .space, NameShape.isNameToken(text, end),
        (token.shape == .upper) == (text[start].shape == .upper) || token.shape == .mixed
          || text.entry(end).traits.contains(.single) || text.entry(start).traits.contains(.single)
      {
        end += 1
      } else if token.kind == .dash, token.gap == .none, text[end + 1].gap == .none, text[end + 1].kind == .word,
        isTransliterated(text, end)
      {
        // Xi-hô-nuc, Marc-Antoine
        end += 2
      } else if let part = SpacedHyphen.end(text, start, end) {
        end = part
      } else if token.kind == .abbreviation, token.gap == .space, InitialsShape.isInitials(text, end), context.triggers[end] != .caption {
        // Phạm Q.T
        return end + 1
      } else {
        break
      }
    }
    return end
  }

  /// `Michael J. Haycock`, `Konstantin V.Vnukov`: the full stop of an initial within a foreign name.
  static func isForeignInitial(_ text: TokenizedText, _ period: Int) -> Bool {
    text[period].gap == .none && text.entry(period - 1).traits.contains(.single) && text[period - 1].isCapitalized
      && text[period + 1].gap <= .space && (text[period + 1].shape == .capital || text[period + 1].shape == .mixed)
      && !text.isVietnamese(period - 2)
  }

  private static func isTransliterated(_ text: TokenizedText, _ dash: Int) -> Bool {
    guard text[dash - 1].kind == .word else { return false }
    if text[dash + 1].shape == .lower { return true }
    // Itamar Ben-Gvir
    return !text.isVietnamese(dash + 1)
      && (!text.isVietnamese(dash - 1) || text[dash - 2].shape == .capital && text[dash - 1].gap == .space && !text.isVietnamese(dash - 2))
  }

  mutating func take(_ text: TokenizedText, _ range: Range<Int>, _ rule: Rule, _ found: inout Buffer<Found>) -> Int {
    var range = range
    if endsInInitial(text, range) {
      initials.insert(text, range.upperBound - 1)
      range = range.lowerBound..<endOfLastInitials(text, range)
    }
    for token in range { context.roles[token] = .name }
    if rule == .nameInitials {
      initials.insert(text, text[range.upperBound - 1].kind == .period ? range.upperBound - 2 : range.upperBound - 1)
    }
    let words = endsInPeriod(text, range) ? range.lowerBound..<(range.upperBound - 1) : range
    if words.count >= 2 || rule == .nameMinority || words.count < range.count
      || rule == .nameTitled
        && (isForeignWord(text, words) && isSurelyTitled(text, words.lowerBound) || NameEvidence.isPersonNamed(text, words.lowerBound)
          || isForeignWord(text, words) && NameEvidence.ageFollows(text, words.upperBound) || isNamedByItself(text, words))
      || rule == .nameForeign && NameEvidence.isRelative(text, words.lowerBound)
      || rule == .nameListed && words.count == 1
        && (NameEvidence.isNicknamed(text, words.lowerBound) || NameEvidence.isNamedInList(text, words.lowerBound))
    {
      known.add(text, words)
    }
    if RegnalNumber.stands(text, behind: range) {
      context.roles[range.upperBound] = .name
      range = range.lowerBound..<range.upperBound + 1
    }
    append(text, range, rule, &found)
    return range.upperBound
  }

  /// `Ảnh: Q. ĐỊNH`: the article tells of nobody who is called by its last syllable.
  private mutating func takeCredit(_ text: TokenizedText, _ range: Range<Int>, _ found: inout Buffer<Found>) -> Int {
    for token in range { context.roles[token] = .name }
    append(text, range, .nameByline, &found)
    return range.upperBound
  }

  /// `ông Lâm`: one syllable that many people bear, and that is nothing else.
  private func isNamedByItself(_ text: TokenizedText, _ words: Range<Int>) -> Bool {
    guard words.count == 1, NameEvidence.isAddress(context.triggers[words.lowerBound]), text[words.lowerBound].shape == .capital,
      let given = text.match(.givenName, at: words.lowerBound), !text.item(.givenName, given).field1.equals("common")
    else { return false }
    return text.longestPlace(at: words.lowerBound) == nil
  }

  private func append(_ text: TokenizedText, _ range: Range<Int>, _ rule: Rule, _ found: inout Buffer<Found>) {
    var name = FoundName()
    name.isFull = range.count - (text[range.upperBound - 1].kind == .period ? 1 : 0) >= 2
    name.isUpper = text[range.lowerBound].shape == .upper
    found.append(
      Found(
        start: text[range.lowerBound].start, end: text[range.upperBound - 1].end, firstToken: Int32(range.lowerBound),
        endToken: Int32(range.upperBound), rule: rule, value: .name(name)))
  }

  /// `Đỗ Thị H.`, `Lê L.L.,`: the full stop of a last initial belongs to the name; that of two, which may end the sentence, before a comma.
  private func endsInInitial(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard text[last + 1].kind == .period, text[last + 1].gap == .none else { return false }
    if text[last].kind == .abbreviation {
      return range.count > 1 && InitialsShape.isInitials(text, last) && (isClosed(text, last + 2) || text[last + 2].shape == .lower)
    }
    return text[last].kind == .word && (range.count > 1 || text[last].gap <= .space) && InitialsShape.isInitial(text, last)
  }

  /// `Trần V. K.`: behind a surname and an initial more of them follow; a letter that is known alone begins a sentence.
  private func endOfLastInitials(_ text: TokenizedText, _ range: Range<Int>) -> Int {
    var end = range.upperBound + 1
    guard range.count == 2 || NameShape.isMiddleName(text, range.upperBound - 2) else { return end }
    while let next = InitialsShape.endOfLetter(text, end), !initials.contains(text, end) || isClosed(text, next) { end = next }
    return end
  }

  /// A comma or a bracket: no sentence begins with the letter before it.
  private func isClosed(_ text: TokenizedText, _ end: Int) -> Bool {
    text[end].gap == .none && text[end].kind == .comma || text[end].kind == .openParenthesis
  }

  private func endsInPeriod(_ text: TokenizedText, _ range: Range<Int>) -> Bool { text[range.upperBound - 1].kind == .period }

  /// `chị Đ. T.T.`, `P. X.T. (40 tuổi`: the first initial stands apart.
  @inline(__always)
  private func spacedInitials(_ text: TokenizedText, _ start: Int) -> Int? {
    guard text[start + 1].kind == .period, text[start + 1].gap == .none, text[start + 2].gap == .space,
      InitialsShape.isInitial(text, start),
      InitialsShape.isInitials(text, start + 2) || isSecondInitial(text, start + 2) && context.triggers[start] != .none
    else { return nil }
    var end = start + 3
    if text[end].kind == .period, text[end].gap == .none { end += 1 }
    while let next = InitialsShape.endOfLetter(text, end), text[end - 1].kind == .period { end = next }
    return context.triggers[start] != .none || NameEvidence.ageFollows(text, end) || known.find(text, start..<start + 3) != nil ? end : nil
  }

  /// `chị Q. | T. được đưa đi`: a letter with its stop, and no sentence begins behind it.
  private func isSecondInitial(_ text: TokenizedText, _ letter: Int) -> Bool {
    guard let end = InitialsShape.endOfLetter(text, letter) else { return false }
    return isClosed(text, end) || text[end].shape == .lower
  }

  /// `N.T. L.A.`: initials in two groups; the token after the second.
  private func secondInitials(_ text: TokenizedText, _ start: Int) -> Int? {
    guard text[start + 1].kind == .period, text[start + 1].gap == .none, text[start + 2].gap == .space,
      InitialsShape.isInitials(text, start + 2)
    else { return nil }
    return text[start + 3].kind == .period && text[start + 3].gap == .none && text[start + 4].shape != .capital ? start + 4 : start + 3
  }

  /// Where `V.H. A.` ends, before an age.
  private func endOfInitials(_ text: TokenizedText, _ start: Int) -> Int {
    var end = start + 1
    if text[end].kind == .period, text[end].gap == .none { end += 1 }
    guard end > start + 1, InitialsShape.isInitial(text, end) else { return end }
    return text[end + 1].kind == .period && text[end + 1].gap == .none ? end + 2 : end + 1
  }

  /// `ba nghi phạm: | R.M.T, K.P.H và Nguyễn Q.D.`: one of two or more.
  private func isInitialsList(_ text: TokenizedText, _ start: Int) -> Bool {
    let next = start + 1
    if text[next].kind == .comma || text.isKeyword(next, .and), text[next + 1].kind == .abbreviation, text.isJoined(next + 1) {
      return (text[start - 1].kind == .colon || text[start - 1].kind == .comma) && InitialsShape.isInitials(text, next + 1)
    }
    return (text[start - 1].kind == .comma || text.isKeyword(start - 1, .and)) && context.roles[start - 2] == .name
      && text[start - 2].kind == .abbreviation
  }

  /// N.V.A · L.T.K.A. after a word for a person or before an age.
  private mutating func readInitials(_ text: TokenizedText, _ start: Int, _ found: inout Buffer<Found>) -> Int {
    if let end = InitialsShape.endOfForeignName(text, start) { return take(text, start..<end, .nameForeign, &found) }
    let isTriggered = context.triggers[start] != .none && context.triggers[start] != .position && context.triggers[start] != .caption
    guard InitialsShape.isInitials(text, start),
      isTriggered || InitialsShape.standBehindPeople(text, start) || isInitialsList(text, start)
        || context.triggers[start] == .none && InitialsShape.areThree(text, start)
        || NameEvidence.ageFollows(text, endOfInitials(text, start))
        || known.find(text, start..<start + 1) != nil
    else { return start + 1 }
    var end = start + 1
    if let second = secondInitials(text, start) {
      end = second
    } else if text[end].kind == .period, text[end].gap == .none, text[end + 1].gap <= .space {
      // L.H. C.
      if InitialsShape.isInitial(text, end + 1), text[end + 2].kind == .period, text[end + 2].gap == .none {
        end += 3
        while let next = InitialsShape.endOfLetter(text, end) { end = next }
      } else if isTriggered, InitialsShape.isInitial(text, end + 1), !text[end + 2].isCapitalized, text[end + 2].kind != .period {
        end += 2
      } else if text[end + 1].shape != .capital {
        end += 1
      }
    }
    for token in start..<end { context.roles[token] = .name }
    initials.insert(text, text[end - 1].kind == .period && end - 1 > start ? end - 2 : end - 1)
    known.add(text, start..<start + 1)
    append(text, start..<end, .nameInitials, &found)
    return end
  }
}
