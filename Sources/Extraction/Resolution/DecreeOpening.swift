/// The body that speaks in the document with which its sentence opens.
///
///     Tại DECREE, ISSUER VERB · Theo | Với | Qua | Bằng DECREE [ngày D | về …], ISSUER yêu cầu · Trong điểm B, khoản 14 của DECREE, ISSUER VERB
struct DecreeOpening {
  private let text: TokenizedText
  private let places: MentionPlaces
  private let issuers: DecreeIssuer
  private static let longestTitle = 50

  init(_ text: TokenizedText, _ places: MentionPlaces, _ issuers: DecreeIssuer) {
    self.text = text
    self.places = places
    self.issuers = issuers
  }

  /// - Parameter start: the token after what is said of the document: its date, for one.
  func issuer(_ decree: FoundDecree, _ tokens: Range<Int>, behind start: Int) -> ByteSpan? {
    guard let isInside = opens(tokens.lowerBound) else { return nil }
    var at = start
    while at < start + DecreeOpening.longestTitle, at < text.count, text[at].gap < .line || at == start, text[at].kind != .period,
      text[at].kind != .semicolon
    {
      let mayBegin = text[at].kind == .comma || at == start && text[at].isCapitalized
      if mayBegin, let speaker = speaker(text[at].kind == .comma ? at + 1 : at, decree, isInside: isInside) {
        let body = DecreeIssuer.span(text, speaker.lowerBound, speaker.upperBound)
        let isAuthor = isInside || decides(at: speaker.upperBound) || DecreeLevel.speaksForAuthor(text, decree, body)
        return isAuthor && DecreeLevel.mayIssue(text, decree, body) ? body : nil
      }
      at += 1
    }
    return nil
  }

  /// Whether the document opens a clause, and if so whether what follows is said in it (`tại`, `trong`), not merely by it (`theo`).
  private func opens(_ first: Int) -> Bool? {
    let at = beforeArticle(IssuingVerb.skipDeterminers(text, first))
    let isInside = text.isKeyword(at - 1, .atPlace) || text.isKeyword(at - 1, .among)
    let isGround = [Keyword.according, .with, .byMeans, .past].contains { text.isKeyword(at - 1, $0) }
    guard isInside || isGround, opensClause(at - 1) else { return nil }
    return isInside
  }

  /// "theo quy định tại Nghị định 15, Sở Y tế đã kiểm tra", "qua rà soát giá thuốc tại Quyết định 8, Sở Y tế nhận thấy": no author speaks.
  private func opensClause(_ index: Int) -> Bool {
    guard !text.beginsSentence(index), IssuingVerb.first(.say, text, endingAt: index) == nil else { return true }
    switch text[index - 1].kind {
    case .comma, .semicolon, .dash, .openQuote, .quote, .openParenthesis: return true
    default: return text.isSmallWord(index - 1, "function")
    }
  }

  /// Steps back over `điểm b, khoản 3 Điều 5 của`.
  private func beforeArticle(_ first: Int) -> Int {
    var at = first
    while at > 1, first - at <= 16, text.isJoined(at) {
      let token = text[at - 1]
      let isLabel =
        token.kind == .number || token.kind == .comma || token.kind == .word && token.end - token.start <= 3 && token.shape == .upper
      let isArticle =
        [Keyword.article, .clause, .percentHead, .of].contains { text.isKeyword(at - 1, $0) } || text.isListed(at - 1, .numberLabel)
      guard isLabel || isArticle || token.kind == .word && (isLetter(at - 1) || isLetter(at)) else { break }
      at -= 1
    }
    return text.isKeyword(at - 1, .atPlace) || text.isKeyword(at - 1, .among) || text.isKeyword(at - 1, .according) ? at : first
  }

  /// `b` of `điểm b`
  private func isLetter(_ index: Int) -> Bool { text[index].kind == .word && text[index].end - text[index].start == 1 }

  /// The body or office at the token that a verb follows: what only an author does where the document is but the ground.
  private func speaker(_ first: Int, _ decree: FoundDecree, isInside: Bool) -> Range<Int>? {
    guard let end = issuers.end(of: first), end > first + 1 || text[first].shape != .lower else { return nil }
    var verb = places.end(places.nameBeginning, end) ?? end
    let isSaid = text.match(.predicate, at: verb) != nil
    verb = IssuingVerb.skipAdverbs(text, from: verb)
    if IssuingVerb.end(.state, text, at: verb) != nil { return first..<end }
    let isSigned = DecreeLevel.isSigned(text, decree, DecreeIssuer.span(text, first, end))
    let isVerb = text.match(.predicate, at: verb) != nil || isSigned && text.isJoined(verb) && text[verb].kind == .word
    guard isInside ? isSaid || isVerb : isSigned && IssuingVerb.end(.order, text, at: verb) != nil else { return nil }
    return first..<end
  }

  /// quyết nghị, quyết định, bổ nhiệm, phê duyệt, phê chuẩn: what only the document's own author does.
  private func decides(at start: Int) -> Bool {
    let verb = IssuingVerb.skipAdverbs(text, from: places.end(places.nameBeginning, start) ?? start)
    return text.isKeyword(verb, .decide) || text.isKeyword(verb, .approve)
      || text.isKeyword(verb, .amend) && text.isKeyword(verb + 1, .term)
  }
}
