/// A document that stands between its issuer and what the issuer does: in marks, in a bracket, behind the body that heads the line.
extension DecreeSubject {
  /// `Sở Y tế, bằng | Công văn số 5/SYT-NVY ngày 3/4, yêu cầu`, `UBND tỉnh – trong | Công văn số 6 – đề nghị`, `, bên cạnh | …,`: the subject, a mark, the
  /// document, the same mark and the verb.
  func ofInsertion(_ document: FoundDecree, before decree: Int, behind end: Int) -> (span: ByteSpan, first: Int)? {
    let isBeside = decree > 2 && text.isKeyword(decree - 2, .beside) && text[decree - 1].shape == .lower
    let isLed = isBeside || [Keyword.atPlace, .byMeans, .among, .outside].contains { text.isKeyword(decree - 1, $0) }
    let mark = isBeside ? decree - 3 : isLed ? decree - 2 : decree - 1
    if text[mark].kind == .openParenthesis { return ofBracket(document, mark, behind: end) }
    guard mark > 1, text[mark].kind == .comma && isLed || text.isSpacedDash(mark),
      let close = (end..<max(end, min(end + 30, text.count))).first(where: {
        text[$0].kind == text[mark].kind || text[$0].kind == .period || text.beginsLine($0)
      }),
      text[close].kind == text[mark].kind, text[close + 1].shape == .lower,
      isLed && !isBeside || IssuingVerb.end(.state, text, at: IssuingVerb.skipAdverbs(text, from: close + 1)) != nil
    else { return nil }
    guard let body = find(endingAt: skipAdverbs(mark)), opensClause(body.first) || places.dateEnding[body.first] != nil,
      !DecreeLevel.contradicts(text, document, body.span)
    else { return nil }
    return DecreeLevel.mayIssue(text, document, body.span) ? body : nil
  }

  /// `2. Chính phủ - | Nghị định số 5/2020/NĐ-CP - 3/4/2020`: the body that heads the line.
  func ofLabel(_ document: FoundDecree, before decree: Int) -> (span: ByteSpan, first: Int)? {
    guard text[decree - 1].kind == .dash, text[decree - 1].gap == .space, let body = bodies.ending(at: decree - 1, orAt: decree - 1),
      text.beginsSentence(body.first), DecreeLevel.isSigned(text, document, body.span)
    else { return nil }
    return body
  }

  /// `Văn phòng Tỉnh ủy | (Công văn 5-CV/VPTU, 3/4/2022) | đề nghị`, `theo Cục C08 | (Kế hoạch số 5/KH-C08)`
  private func ofBracket(_ document: FoundDecree, _ open: Int, behind end: Int) -> (span: ByteSpan, first: Int)? {
    guard let close = (end - 1..<max(end, min(end + 12, text.count))).first(where: { text[$0].kind == .closeParenthesis }),
      let body = find(endingAt: open), DecreeLevel.mayIssue(text, document, body.span)
    else { return nil }
    if text.isKeyword(body.first - 1, .according) { return DecreeLevel.isSigned(text, document, body.span) ? body : nil }
    return opensClause(body.first) && IssuingVerb.end(.state, text, at: IssuingVerb.skipAdverbs(text, from: close + 1)) != nil ? body : nil
  }
}
