import Glibc

/// Who can issue a document, as far as its type and symbol tell.
enum DecreeLevel {
  /// Whether two documents may come from one body: their symbols have a group of letters in common, or they have none and
  /// neither type is one body's own.
  static func mayAgree(_ text: TokenizedText, _ a: FoundDecree, _ b: FoundDecree) -> Bool {
    if a.type == b.type { return true }
    var (hasLetters, haveCommon) = (false, false)
    SymbolShape.forEachGroup(text.bytes, a.number) { group in
      SymbolShape.forEachGroup(text.bytes, b.number) { other in
        hasLetters = true
        if group == other { haveCommon = true }
      }
    }
    return haveCommon || !hasLetters && !isBound(text, a) && !isBound(text, b)
  }

  /// Whether the symbols have letters in common that are no type's: `314/QĐ-UBND`, `316/UBND-NC`.
  static func areOfOneBody(_ text: TokenizedText, _ a: FoundDecree, _ b: FoundDecree) -> Bool {
    var haveCommon = false
    SymbolShape.forEachGroup(text.bytes, a.number) { group in
      guard group.count >= 3 else { return }
      SymbolShape.forEachGroup(text.bytes, b.number) { other in
        if group == other { haveCommon = true }
      }
    }
    return haveCommon
  }

  /// Whether the symbol is of another of the three that govern a place: `Tỉnh ủy, UBND tỉnh ban hành Nghị quyết số 5-NQ/TU`.
  static func contradicts(_ text: TokenizedText, _ decree: FoundDecree, _ body: ByteSpan) -> Bool {
    var (isOwn, isOthers) = (false, false)
    for power in powers {
      let isNamed = power.names.contains { contains(text, body, $0) }
      SymbolShape.forEachGroup(text.bytes, decree.number) { group in
        if power.signs.contains(where: { group == ListText($0) }) { (isOwn, isOthers) = (isOwn || isNamed, isOthers || !isNamed) }
      }
    }
    return isOthers && !isOwn && powers.contains { $0.names.contains { contains(text, body, $0) } }
  }

  /// Committees of the people, councils, committees of the Party: their signs and what stands in their names.
  private static let powers: [(signs: [StaticString], names: [StaticString])] = [
    (["UBND"], ["UBND", "an nhân dân"]), (["HĐND"], ["HĐND", "ội đồng nhân dân"]),
    (
      ["TU", "HU", "QU", "ThU", "ĐU"],
      ["ỉnh ủy", "ỉnh uỷ", "ành ủy", "ành uỷ", "uyện ủy", "uyện uỷ", "uận ủy", "uận uỷ", "ảng ủy", "ảng uỷ"]
    ),
  ]

  private static func contains(_ text: TokenizedText, _ body: ByteSpan, _ name: StaticString) -> Bool {
    guard body.count >= name.utf8CodeUnitCount else { return false }
    return (Int(body.start)...Int(body.end) - name.utf8CodeUnitCount).contains {
      memcmp(text.bytes + $0, name.utf8Start, name.utf8CodeUnitCount) == 0
    }
  }

  /// `…/QĐ-UBND`: of any level, which the symbol does not tell.
  static func isOfPeoplesCommittee(_ text: TokenizedText, _ decree: FoundDecree) -> Bool {
    var isSo = false
    SymbolShape.forEachGroup(text.bytes, decree.number) { group in
      if group == ListText("UBND") || group == ListText("HĐND") { isSo = true }
    }
    return isSo
  }

  /// Nghị định and Thông tư: the one of the Government, the other of a ministry.
  static func isBound(_ text: TokenizedText, _ decree: FoundDecree) -> Bool {
    guard decree.type >= 0 else { return false }
    let type = text.lexicon.item(.decreeType, UInt16(decree.type)).field1
    return type.equals("Nghị định") || type.equals("Thông tư")
  }

  /// Whether several bodies issue the document together: `thông tư liên tịch`, `quy chế phối hợp`, `…/TTLT-…`.
  static func isJoint(_ text: TokenizedText, _ decree: FoundDecree) -> Bool {
    var isJoint = false
    if decree.type >= 0 {
      let phrase = text.lexicon.item(.decreeType, UInt16(decree.type)).phrase
      isJoint = SymbolShape.hasWord(phrase, ListText("liên")) || SymbolShape.hasWord(phrase, ListText("phối"))
    }
    SymbolShape.forEachGroup(text.bytes, decree.number) { group in
      if group.count >= 4, jointSigns.contains(where: { begins(group, with: $0) }) { isJoint = true }
    }
    return isJoint
  }

  private static let jointSigns: [StaticString] = ["TTLT", "NQLT", "QCPH", "KHPH", "CTPH", "CTrPH", "KHLN"]

  private static func begins(_ group: ListText, with sign: StaticString) -> Bool {
    group.count >= sign.utf8CodeUnitCount && memcmp(group.start, sign.utf8Start, sign.utf8CodeUnitCount) == 0
  }

  /// Whether the body can be the document's author: a decree is the Government's, and some symbols name their body.
  static func mayIssue(_ text: TokenizedText, _ decree: FoundDecree, _ body: ByteSpan) -> Bool {
    if decree.type >= 0 {
      let type = text.lexicon.item(.decreeType, UInt16(decree.type))
      if type.field3.equals("law") { return false }
      if type.field1.equals("Nghị định"), !isCentral(text, body, ListText("CP")) { return false }
    }
    var isOthers = false
    SymbolShape.forEachGroup(text.bytes, decree.number) { group in
      if central.contains(where: { group == ListText($0.sign) }), !isCentral(text, body, group) { isOthers = true }
    }
    return !isOthers
  }

  /// Whether a body that says something `theo` the document says it in its own: a report, a letter, a symbol of its own letters; not a
  /// law of others.
  static func speaksForAuthor(_ text: TokenizedText, _ decree: FoundDecree, _ body: ByteSpan) -> Bool {
    guard decree.type >= 0 else { return false }
    let type = text.lexicon.item(.decreeType, UInt16(decree.type)).field1
    if type.equals("Thông tư") { return begins(text, body, "ộ ") || begins(text, body, "gân hàng Nhà nước") }
    return speaking.contains { type.equals($0) } || isSigned(text, decree, body)
  }

  private static let speaking: [StaticString] = [
    "Công văn", "Văn bản", "Báo cáo", "Kết luận", "Thông báo", "Tờ trình", "Công điện", "Cáo trạng", "Bản cáo trạng", "Thông cáo",
  ]

  /// Whether the symbol bears the own letters of the body, or of the body of an office: UBND, BCA, SYT, TTg.
  static func isSigned(_ text: TokenizedText, _ decree: FoundDecree, _ body: ByteSpan) -> Bool {
    let (start, end) = (text.token(at: body.start), text.token(at: body.end))
    // Chủ tịch | UBND tỉnh
    let isOffice = text.match(.post, at: start) != nil
    var isSigned = false
    SymbolShape.forEachGroup(text.bytes, decree.number) { group in
      if isCentral(text, body, group) || hasLetters(text, start..<end, group) { isSigned = true }
      // TTr is also the sign of Tờ trình.
      if group == ListText("TTr"), begins(text, body, "hanh tra") { isSigned = true }
      if isOffice, (start..<end).contains(where: { text.match(.body, at: $0) != nil && hasLetters(text, $0..<end, group) }) {
        isSigned = true
      }
    }
    return isSigned
  }

  private static func hasLetters(_ text: TokenizedText, _ body: Range<Int>, _ letters: ListText) -> Bool {
    let first = body.lowerBound
    let names = [text.match(.body, at: first), text.match(.body, at: first, limit: first + 1)]
    return names.contains { $0.map { SymbolShape.hasWord(text.item(.body, $0).field2, letters, separator: UInt8(ascii: ",")) } == true }
      || BodyInitials.spell(text, body, letters)
  }

  /// Signs of central bodies, and how the name of each that uses it begins: without the first letter, which may be small.
  private static let central: [(sign: StaticString, name: StaticString)] = [
    ("CP", "hính phủ"), ("CP", "hủ tướng"), ("CP", "hó Thủ tướng"), ("TTg", "hủ tướng"), ("TTg", "hó Thủ tướng"), ("TTG", "hủ tướng"),
    ("TTG", "hó Thủ tướng"), ("CTN", "hủ tịch nước"), ("CTN", "hó Chủ tịch nước"), ("VPCP", "ăn phòng"),
    ("TW", "ộ Chính trị"), ("TW", "an Bí thư"), ("TW", "an Chấp hành Trung ương"), ("TW", "rung ương"), ("TW", "ổng Bí thư"),
    ("TW", "hường trực Ban Bí thư"),
  ]

  private static func isCentral(_ text: TokenizedText, _ body: ByteSpan, _ sign: ListText) -> Bool {
    central.contains { sign == ListText($0.sign) && begins(text, body, $0.name) }
  }

  /// Whether the body's name begins so behind its first letter.
  private static func begins(_ text: TokenizedText, _ body: ByteSpan, _ name: StaticString) -> Bool {
    let start = Int(body.start) + 1
    return start + name.utf8CodeUnitCount <= Int(body.end) && memcmp(text.bytes + start, name.utf8Start, name.utf8CodeUnitCount) == 0
  }
}
