/// The words by which a document comes about: the list `issuing`.
enum IssuingVerb {
  enum Role {
    case issue, have, address, state, say, adverb, dating, opinion, reply, order, publish, present, instance

    fileprivate var word: ListText {
      switch self {
      case .issue: ListText("issue")
      case .have: ListText("have")
      case .address: ListText("address")
      case .state: ListText("state")
      case .say: ListText("say")
      case .adverb: ListText("adverb")
      case .dating: ListText("dating")
      case .opinion: ListText("opinion")
      case .reply: ListText("reply")
      case .order: ListText("order")
      case .publish: ListText("publish")
      case .present: ListText("present")
      case .instance: ListText("instance")
      }
    }
  }

  private static let longest = 5
  private static let longestQuestion = 40

  /// The first token of the longest phrase of the role that ends before token `end`; nil for none.
  static func first(_ role: Role, _ text: TokenizedText, endingAt end: Int) -> Int? {
    guard end > 1, text.isJoined(end) else { return nil }
    for first in max(end - longest, 1)..<end {
      if let match = text.match(.issuing, at: first, limit: end), match.end == end, has(role, text, match) { return first }
    }
    return nil
  }

  /// The token after the phrase of the role that begins at the token; nil for none.
  static func end(_ role: Role, _ text: TokenizedText, at index: Int) -> Int? {
    guard let match = text.match(.issuing, at: index), has(role, text, match) else { return nil }
    return match.end
  }

  private static func has(_ role: Role, _ text: TokenizedText, _ match: PhraseMatch) -> Bool {
    SymbolShape.hasWord(text.item(.issuing, match).field1, role.word)
  }

  /// The token after what an agent does: `do Bộ Y tế | ban hành`, `được Thủ tướng | vừa phê duyệt`.
  static func endOfAct(_ text: TokenizedText, at index: Int) -> Int? {
    let at = skipAdverbs(text, from: index)
    return end(.issue, text, at: at) ?? (text.isKeyword(at, .approve) || text.isKeyword(at, .approveTail) ? end(.state, text, at: at) : nil)
  }

  /// The first token that is no adverb from the token on.
  static func skipAdverbs(_ text: TokenizedText, from index: Int) -> Int {
    var at = index
    while let next = end(.adverb, text, at: at), text.isJoined(at) { at = next }
    return at
  }

  /// The first token of the verb whose object begins at token `end`.
  ///
  ///     ban hành | ký | ra | có [các | 3 | bản] DOCUMENT · gửi BODY DOCUMENT · VERB [object] tại | theo DOCUMENT
  static func endingBefore(_ text: TokenizedText, _ end: Int) -> Int? {
    let at = skipDeterminers(text, text[end - 1].kind == .colon ? end - 1 : end)
    return first(.issue, text, endingAt: at) ?? first(.have, text, endingAt: at) ?? addressing(text, at) ?? deciding(text, at)
      ?? answering(text, end) ?? (text.isKeyword(end - 1, .byMeans) ? addressing(text, end - 1) : nil)
  }

  static func skipDeterminers(_ text: TokenizedText, _ end: Int) -> Int {
    var at = end
    while text.isKeyword(at - 1, .the) || text.isKeyword(at - 1, .those) || text[at - 1].kind == .number && text[at - 1].lexeme == 1
      || text.isListed(at - 1, .numberWord) || text.isKeyword(at - 1, .sheet) || text.isKeyword(at - 1, .many)
    {
      at -= 1
    }
    return at
  }

  /// `gửi UBND tỉnh | Công văn …`: the body that receives it stands between; before `bản` several.
  private static func addressing(_ text: TokenizedText, _ end: Int) -> Int? {
    let isSheet = text.isKeyword(end, .sheet)
    for at in max(end - (isSheet ? 16 : 10), 1)..<max(end - 1, 1) {
      guard let receiver = self.end(.address, text, at: at) else { continue }
      if OrganizationReader.end(text, at: receiver) == end { return at }
      if isSheet, (receiver..<end).allSatisfy({ text.isJoined($0) && text.match(.predicate, at: $0) == nil }) { return at }
    }
    return nil
  }

  /// `Kiểm toán Nhà nước khu vực phúc đáp | (Công văn số 5)`
  private static func answering(_ text: TokenizedText, _ end: Int) -> Int? {
    text[end - 1].kind == .openParenthesis ? first(.reply, text, endingAt: end - 1) ?? first(.issue, text, endingAt: end - 1) : nil
  }

  /// `phê duyệt tại`, `ban hành kèm theo`, `thông qua bằng`, `chấp thuận chủ trương đầu tư tại`: the document in which a body decided.
  private static func deciding(_ text: TokenizedText, _ end: Int) -> Int? {
    guard [Keyword.atPlace, .according, .byMeans, .among].contains(where: { text.isKeyword(end - 1, $0) }) else { return nil }
    let at = text.isKeyword(end - 2, .along) ? end - 2 : end - 1
    if let verb = first(.issue, text, endingAt: at) { return verb }
    if let verb = first(.state, text, endingAt: at) { return text.isKeyword(end - 1, .according) && !isApproval(text, at) ? nil : verb }
    if !text.isKeyword(end - 1, .according), let verb = replying(text, at) { return verb }
    return text.isKeyword(end - 1, .atPlace) ? approvingObject(text, at) : nil
  }

  /// `trả lời | Công văn số 5 ngày 3/4 của UBND huyện tại`, `phúc đáp | cử tri bằng`: the verb before what is answered; not in
  /// `trả lời theo quy định tại`, `trả lời việc được giao tại`.
  private static func replying(_ text: TokenizedText, _ end: Int) -> Int? {
    var at = end
    while at > 1, end - at <= longestQuestion, text.isJoined(at), text[at - 1].kind != .period, text[at - 1].kind != .semicolon {
      if [Keyword.according, .passive, .rule].contains(where: { text.isKeyword(at - 1, $0) }) { return nil }
      if let verb = first(.reply, text, endingAt: at) { return verb }
      at -= 1
    }
    return nil
  }

  /// phê duyệt, thống nhất, đồng ý, chấp thuận
  private static func isApproval(_ text: TokenizedText, _ end: Int) -> Bool {
    if text.isKeyword(end - 1, .approveTail) { return true }
    guard let verb = first(.state, text, endingAt: end), let match = text.match(.issuing, at: verb), match.end == end else { return false }
    let phrase = text.item(.issuing, match).phrase
    return phrase.equals("thống nhất") || phrase.equals("đồng ý") || phrase.equals("chấp thuận")
  }

  /// `phê duyệt | báo cáo đánh giá tác động môi trường`: the verb before its object.
  private static func approvingObject(_ text: TokenizedText, _ end: Int) -> Int? {
    var at = end - 1
    while at > 1, end - at <= 16, text.isJoined(at), text[at].kind == .word || text[at].kind == .comma || text[at].kind == .number {
      if isApproval(text, at + 1) { return first(.state, text, endingAt: at + 1) }
      at -= 1
    }
    return nil
  }
}
