/// Who stands beside the one that issues: for whom an office signs, with whom a body works, under which body a unit is.
///
///     OFFICE ký thay | ký thừa lệnh OFFICE ban hành · BODY phối hợp với BODY, BODY ban hành · UNIT - BODY, UNIT của BODY ban hành
struct DecreePartners {
  private let text: TokenizedText
  private static let longestUnit = 12
  private static let longestList = 24

  init(_ text: TokenizedText) { self.text = text }

  /// The verb of the one who signs for the office at the token: `| ký thay Thủ tướng`, `| ký thừa lệnh Chủ tịch`, `| ký thừa ủy quyền Chủ tịch`.
  func verbOfSigner(_ office: Int) -> Int? {
    guard office > 4 else { return nil }
    if text.isKeyword(office - 1, .insteadOf) { return text.isKeyword(office - 2, .sign) ? office - 2 : nil }
    let isEmpowered = text.isKeyword(office - 1, .acting) && text.isKeyword(office - 2, .committeeTail)
    let behalf = isEmpowered ? office - 3 : office - 2
    guard isEmpowered || text.isKeyword(office - 1, .commandTail), text.isKeyword(behalf, .onBehalf) else { return nil }
    return text.isKeyword(behalf - 1, .sign) ? behalf - 1 : behalf
  }

  /// `Sở Y tế | phối hợp chặt chẽ với Công an tỉnh, Sở Công Thương ban hành`: the verb of the one that leads the bodies at the token.
  func verbOfLeader(_ partner: Int) -> Int? {
    var at = partner - 2
    while at > 1, partner - at < DecreePartners.longestList, text.isJoined(at + 1), text[at].kind != .period {
      if text.isKeyword(at, .coordinate), text.isKeyword(at + 1, .coordinateTail) {
        guard let with = (at + 2..<at + 5).first(where: { text.isKeyword($0, .with) || text.isKeyword($0, .same) }) else { return nil }
        return reaches(partner, from: with + 1) ? beforeOtherVerb(at) : nil
      }
      at -= 1
    }
    return nil
  }

  /// `Công an tỉnh | chủ trì, phối hợp với Sở Y tế ban hành`
  private func beforeOtherVerb(_ verb: Int) -> Int {
    guard text[verb - 1].kind == .comma || text.isKeyword(verb - 1, .and),
      let first = (1...3).map({ verb - 1 - $0 }).first(where: { $0 > 0 && text.match(.predicate, at: $0)?.end == verb - 1 })
    else { return verb }
    return first
  }

  /// Whether nothing but bodies stand between.
  private func reaches(_ partner: Int, from start: Int) -> Bool {
    var at = start
    while at < partner {
      guard let end = OrganizationReader.end(text, at: at) else { return false }
      // Công an tỉnh, | Sở Công Thương: read as one name
      if end > partner { return true }
      guard text[end].kind == .comma || text.isKeyword(end, .and) else { return false }
      at = end + 1
    }
    return at == partner
  }

  /// `Cục Cảnh sát giao thông - | Bộ Công an`, `Tổ công tác Đề án 06 của | Chính phủ`: where the unit of the body at the token begins.
  func firstOfUnit(_ body: Int) -> Int? {
    guard text[body - 1].kind == .dash && text[body - 1].gap == .space || text.isKeyword(body - 1, .of), text[body].shape != .lower else {
      return nil
    }
    return (max(body - DecreePartners.longestUnit, 1)..<body - 1).first {
      text[$0].shape != .lower && text.match(.body, at: $0) != nil && OrganizationReader.end(text, at: $0) == body - 1
    }
  }
}
