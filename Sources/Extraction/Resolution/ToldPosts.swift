/// Posts that a sentence tells of a person, beside those in apposition to the name.
///
///     bổ nhiệm [rank] NAME làm POST · NAME … giữ chức [vụ] POST {, POST} · NAME [hiện] là POST
///
/// They are the person's, not the mention's: the record shows them among people. An appointment has the day that its sentence names.
extension NameLinker {
  /// How many tokens lie between the person and the verb, at most.
  private static let reachOfVerb = 40

  /// Appends what is told and gives the posts' mentions their person. People must be numbered.
  func tell(_ told: inout Buffer<ToldPost>) {
    for index in text.mentions(.position) {
      guard case .position(let position) = mentions[index].value, position.person < 0, let bearer = bearerOfTold(index) else { continue }
      give(index, bearer, &told)
    }
  }

  /// The post at the mention and those behind its commas that no name follows.
  private func give(_ first: Int, _ bearer: (person: Int32, isAppointed: Bool), _ told: inout Buffer<ToldPost>) {
    let date = bearer.isAppointed ? dayOfAppointment(Int(mentions[first].firstToken)) : -1
    var next: Int? = first
    while let index = next, case .position(var position) = mentions[index].value, position.person < 0 {
      let end = Int(mentions[index].endToken)
      if text[end].gap <= .space, places.nameBeginning[skipTitlesForward(end)] != nil { return }
      position.person = bearer.person
      mentions[index].value = .position(position)
      told.append(ToldPost(person: bearer.person, mention: Int32(index), isAppointed: bearer.isAppointed, date: date))
      next = text[end].kind == .comma || text.isKeyword(end, .concurrently) ? places.positionBeginning[end + 1] : nil
    }
  }

  /// Whose post the verb before it tells.
  private func bearerOfTold(_ index: Int) -> (person: Int32, isAppointed: Bool)? {
    let first = Int(mentions[index].firstToken)
    if let person = recipient(of: index) { return (person, true) }
    if text.isKeyword(first - 1, .isVerb) {
      let verb = first - 1
      let name = places.nameEnding[verb] ?? (isPlainAdverb(verb - 1) ? places.nameEnding[verb - 1] : nil)
      return person(name).map { ($0, false) }
    }
    if text.isKeyword(first - 1, .work) { return appointed(verb: first - 1, isAlone: false).map { ($0, true) } }
    let end = text.isKeyword(first - 1, .seasonCrop) ? first - 1 : first
    guard let verb = (1...3).map({ end - $0 }).first(where: { $0 > 0 && text.match(.event, at: $0)?.end == end && isOffice($0) }),
      !isNegated(verb - 1)
    else { return nil }
    return appointed(verb: verb, isAlone: true).map { ($0, true) }
  }

  /// `A trao quyết định bổ nhiệm giữ chức Phó Giám đốc kiêm Trưởng ban | cho ông B`, `| đối với bà B`: to whom the posts go.
  private func recipient(of index: Int) -> Int32? {
    var last = index
    while case let end = Int(mentions[last].endToken), text[end].kind == .comma || text.isKeyword(end, .concurrently),
      let next = places.positionBeginning[end + 1]
    {
      last = next
    }
    let end = Int(mentions[last].endToken)
    let name = text.isKeyword(end, .forWhom) ? end + 1 : text.isKeyword(end, .toward) && text.isKeyword(end + 1, .with) ? end + 2 : -1
    guard name > 0, let person = person(places.nameBeginning[skipTitlesForward(name)]) else { return nil }
    let first = Int(mentions[index].firstToken)
    let verb = (text.sentence(around: first).lowerBound..<first).last { text.isEvent($0, "career") }
    return verb.map(appoints) == true ? person : nil
  }

  /// `bổ nhiệm`, `giữ chức`; not `miễn nhiệm chức vụ Phó Chủ tịch đối với ông A`.
  private func appoints(_ verb: Int) -> Bool {
    guard let match = text.match(.event, at: verb), !isNegated(verb - 1) else { return false }
    let phrase = text.item(.event, match).phrase
    return phrase.equals("bổ nhiệm") || phrase.equals("điều động") || isOffice(verb)
  }

  /// The nearest name before the verb in its sentence that is its subject or object; `làm` alone needs a word of appointing.
  private func appointed(verb: Int, isAlone: Bool) -> Int32? {
    var at = verb
    var holdsAppointment = isAlone
    while at > 1, verb - at < NameLinker.reachOfVerb {
      if let name = places.nameEnding[at], at < verb || !isGoverned(name) {
        let titles = skipTitles(Int(mentions[name].firstToken))
        return holdsAppointment || (max(1, titles - 4)..<titles).contains(where: tellsOfAppointment) ? person(name) : nil
      }
      // phó chánh thanh tra | giữ chức chánh thanh tra
      if let post = places.positionEnding[at], case .position(let position) = mentions[post].value, position.person < 0,
        !isLeft(Int(mentions[post].firstToken))
      {
        return nil
      }
      if text.beginsSentence(at) { return nil }
      at -= 1
      holdsAppointment = holdsAppointment || tellsOfAppointment(at)
    }
    return nil
  }

  /// `thôi làm | Bí thư Tỉnh ủy, nhận chức …`
  private func isLeft(_ post: Int) -> Bool {
    (max(1, post - 3)..<post).contains { isWord($0, "thôi") }
  }

  /// `bổ nhiệm`, `điều động`, `được bầu`
  private func tellsOfAppointment(_ index: Int) -> Bool { text.isEvent(index, "career") && !isOffice(index) }

  /// `B thay Đại tá A | giữ chức`: not who is appointed.
  private func isGoverned(_ name: Int) -> Bool {
    var titles = skipTitles(Int(mentions[name].firstToken))
    if let rank = rank(endingAt: titles) { titles = skipTitles(rank.first) }
    return [Keyword.insteadOf, .with, .of].contains { text.isKeyword(titles - 1, $0) }
  }

  private func person(_ name: Int?) -> Int32? {
    guard let name, case .name(let found) = mentions[name].value, found.person >= 0 else { return nil }
    return found.person
  }

  /// `giữ chức`, `giữ cương vị`; not `bổ nhiệm Giám đốc`, whose holder is not named.
  private func isOffice(_ verb: Int) -> Bool {
    guard let match = text.match(.event, at: verb) else { return false }
    let phrase = text.item(.event, match).phrase
    return phrase.equals("giữ chức") || phrase.equals("giữ cương vị") || phrase.equals("nhận chức") || phrase.equals("đảm nhiệm chức")
  }

  /// `hiện`, `đang`, `cũng` before `là`.
  private func isPlainAdverb(_ index: Int) -> Bool { isWord(index, "hiện") || isWord(index, "đang") || isWord(index, "cũng") }

  /// `không giữ chức`, `thôi giữ chức`, `từng giữ chức`
  private func isNegated(_ index: Int) -> Bool { isWord(index, "không") || isWord(index, "thôi") || isWord(index, "từng") }

  private func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard text[index].kind == .word, let match = text.match(.stopWord, at: index) else { return false }
    return text.item(.stopWord, match).phrase.equals(word)
  }

  /// `làm Tư lệnh Lục quân | hồi tháng 7/2018`, `Tháng 4/2017, ông được bổ nhiệm`: a month that stands right behind the post or at the head.
  private func isBeside(_ post: Int, _ month: Int) -> Bool {
    let end = places.end(places.positionBeginning, post) ?? post
    return (end...end + 3).contains(month) || text.beginsSentence(month) || text.beginsSentence(month - 1)
  }

  /// The day or month from which the sentence says it, else the one that it names; -1 for none or several.
  private func dayOfAppointment(_ post: Int) -> Int32 {
    let sentence = text.sentence(around: post)
    let isEvent = sentence.contains(where: tellsOfAppointment)
    var only: Int32 = -1
    var count = 0
    for index in text.mentions(.date) where sentence.contains(Int(mentions[index].firstToken)) {
      guard case .date(let date) = mentions[index].value, date.start.month != 0, date.start.hasYear, date.end == nil else { continue }
      let first = Int(mentions[index].firstToken)
      if text.isKeyword(first - 1, .from) || text.isKeyword(first, .from) { return Int32(index) }
      guard date.start.isDay || isBeside(post, first) else { continue }
      only = Int32(index)
      count += 1
    }
    return isEvent && count == 1 ? only : -1
  }
}

/// A post that a sentence tells of a person.
struct ToldPost: BitwiseCopyable {
  /// The person's number.
  var person: Int32
  /// The mention of the post, an index into the article's mentions.
  var mention: Int32
  /// An appointment, not `là`.
  var isAppointed: Bool
  /// The mention of its day, an index into the article's mentions, or -1.
  var date: Int32
}
