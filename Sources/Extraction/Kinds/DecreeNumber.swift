/// The number of a document, told from what merely counts.
extension DecreeReader {
  /// The number's tokens, or nil when what stands here numbers no document.
  mutating func takeNumber(afterSoWord: Bool) -> Range<Int>? {
    let first = cursor.index
    guard cursor.isJoined else { return nil }
    if cursor.token.kind == .symbol {
      cursor.index += 1
      cursor.takeSymbolRest()
      return first..<cursor.index
    }
    if text[first].kind == .word, afterSoWord, let end = SymbolShape.lettersFirst(text, first) {
      cursor.index = end
      return first..<end
    }
    guard cursor.token.kind == .number else { return nil }
    cursor.index += 1
    if cursor.takeSymbolRest() { return first..<cursor.index }
    takeLetter()
    guard isDocumentNumber(first, afterSoWord: afterSoWord) else { return nil }
    return first..<cursor.index
  }

  /// `quyết định 12` where the article has cited `quyết định số 12` or `quyết định 12/2007` before.
  mutating func takeKnownNumber(_ index: Int, _ found: borrowing Buffer<Found>) -> Range<Int>? {
    guard text.isJoined(index), text[index].kind == .number, text[index].lexeme == 1,
      !text.isJoined(index + 1) || isNoUnit(index + 1)
    else { return nil }
    let ordinal = text.part(index, 0).value
    for number in 0..<found.count {
      guard case .decree(let cited) = found[number].value, cited.type == type, !cited.number.isEmpty, Int(cited.ordinal) == ordinal
      else { continue }
      cursor.index = index + 1
      return index..<index + 1
    }
    return nil
  }

  private func isNoUnit(_ index: Int) -> Bool {
    if text.isListed(index, .stopWord) { return true }
    return text[index].kind != .percent && !text.isListed(index, .numberWord)
      && (text.match(.unit, at: index).map { text.unitKind($0) == .nothing } ?? true)
  }

  /// `30a`: a letter glued to the number.
  private mutating func takeLetter() {
    guard cursor.token.gap == .none, cursor.token.kind == .word, cursor.token.shape == .lower, cursor.token.end - cursor.token.start == 1
    else { return }
    cursor.index += 1
  }

  /// Whether a plain number behind the type numbers a document and counts nothing.
  private func isDocumentNumber(_ index: Int, afterSoWord: Bool) -> Bool {
    let count = text[index].lexeme
    let first = text.part(index, 0)
    guard first.digits <= 5, count <= 2 else { return false }
    if count == 2 {
      let second = text.part(index, 1)
      guard second.separator == UInt8(ascii: "/"), Moment.isYear(second) || second.digits == 4 && isNeverVerb else { return false }
      return afterSoWord || isCapitalized || !isWeak
    }
    if afterSoWord { return !isWeak || isCapitalized || isPaper || leadsToSymbol(index) }
    guard !isWeak || text[start].shape == .capital && (item.field1.equals("Đề án") || isPaperOfVerb) || isAlias || isScheme(index) else {
      return false
    }
    if first.digits == 4, first.value >= 1900, first.value <= 2060 { return isOfUnitedNations(index) || isOfIssuer(index) }
    if isLaw { return false }
    if isAlias || isWeak && text[start].shape == .lower { return true }
    // 30% · Đề án 861M, a ship's project
    if text[index + 1].gap == .none, text[index + 1].kind == .percent || text[index + 1].isCapitalized { return false }
    guard text.isJoined(index + 1), text[index + 1].kind.isWordLike else { return isCapitalized || isNeverVerb || isCited(index) }
    if text.isKeyword(index + 1, .day) { return NumericDate(text, index + 2) != nil || text[index + 2].kind == .number }
    // kế hoạch 5 năm 2021-2025 is no number 5.
    if text.isKeyword(index + 1, .year) { return text.plainNumber(at: index + 2) != nil }
    if text.isKeyword(index + 1, .month) { return false }
    // "thực hiện quyết định 167 của Chính phủ"
    if text.isKeyword(index + 1, .of), OrganizationReader.end(text, at: index + 2) != nil { return true }
    // liên quan tới quyết định 13 về việc từ chối phục vụ
    if text.isKeyword(index + 1, .about) { return true }
    guard isCapitalized || isNeverVerb else { return isCited(index) && goesOnAsNoun(index + 1) }
    // thông tư 35 | hướng dẫn, có Kết luận 2889 | chỉ ra
    if isNeverVerb || !text.beginsSentence(start), text.match(.predicate, at: index + 1) != nil { return true }
    if let unit = text.countedNoun(at: index + 1), text[index + 1].shape == .lower {
      // nghị định 100 | chỉ chưa đầy một năm, thông tư 32 | cách nay 8 năm
      if isNorm { return !text.isKeyword(index + 1, .times) }
      let kind = text.unitKind(unit)
      return isCapitalized && !text.beginsSentence(start) && kind != .money && kind != .people && kind != .measure
    }
    return true
  }

  /// A decree or a circular: nothing else is numbered behind them, and they are not counted so.
  private var isNorm: Bool { item.field1.equals("Nghị định") || item.field1.equals("Thông tư") }

  /// `học viên đề án | 922`, `triển khai đề án | 06`: no number of things is written so; not `đề án 500 tỷ đồng`.
  private func isScheme(_ number: Int) -> Bool {
    guard item.field1.equals("Đề án"), text[number].lexeme == 1, text.part(number, 0).digits >= 3 || text.byte(number) == UInt8(ascii: "0")
    else { return false }
    return !text.isJoined(number + 1)
      || text.countedNoun(at: number + 1) == nil && !text.isListed(number + 1, .numberWord) && text[number + 1].kind != .percent
  }

  /// `(còn gọi là | đề án 24)`, `gọi tắt là | Kế hoạch 12`
  private var isAlias: Bool {
    text.isKeyword(start - 1, .isVerb) && text.isKeyword(text.isKeyword(start - 2, .aliasTail) ? start - 3 : start - 2, .alias)
  }

  /// `Sở Tài chính có | Báo cáo 412`, `theo | Kế hoạch 50`: a capital behind a word that leads to a document.
  private var isPaperOfVerb: Bool {
    guard item.field1.equals("Báo cáo") || item.field1.equals("Kế hoạch") || item.field1.equals("Tờ trình") else { return false }
    return [Keyword.have, .give, .issueTail, .sign, .according, .atPlace, .byMeans].contains { text.isKeyword(start - 1, $0) }
  }

  /// `hai quyết định số 2480 và | 2481/QĐ-UBND`
  private func leadsToSymbol(_ number: Int) -> Bool {
    (text[number + 1].kind == .comma || text.isKeyword(number + 1, .and)) && text.isJoined(number + 2) && text[number + 2].kind == .symbol
  }

  /// `Quyết định 1944 của Thủ tướng`; not `Kế hoạch 2020 của Sở`, the plan of a year.
  private func isOfIssuer(_ number: Int) -> Bool {
    guard !isWeak, !isLaw, isCapitalized, text.isKeyword(number + 1, .of), text.isJoined(number + 1) else { return false }
    return OrganizationReader.end(text, at: number + 2) != nil || Position.read(text, at: number + 2)?.first == number + 2
  }

  /// `nghị quyết 1973 của Hội đồng Bảo an`: a number that looks like a year.
  private func isOfUnitedNations(_ number: Int) -> Bool {
    guard item.field1.equals("Nghị quyết"), text.isKeyword(number + 1, .of), text.isJoined(number + 1),
      let body = text.match(.body, at: number + 2)
    else { return false }
    let name = text.item(.body, body).phrase
    return name.equals("hội đồng bảo an") || name.equals("hội đồng bảo an liên hợp quốc") || name.equals("hđba")
      || name.equals("liên hợp quốc") || name.equals("lhq")
  }

  /// `theo quyết định 09`, `ban hành quyết định 3868`: what stands before makes a noun of it.
  private func isCited(_ number: Int) -> Bool {
    // ra quyết định 2, 3 lần
    if text[number + 1].kind == .comma, text[number + 2].kind == .number { return false }
    let before = start - 1
    guard text.isJoined(start), text[before].kind == .word else {
      return text[before].kind == .openParenthesis && text[number + 1].kind == .closeParenthesis
    }
    return [Keyword.according, .atPlace, .of, .byMeans, .issueTail, .give, .sign, .into].contains { text.isKeyword(before, $0) }
      || text.match(.predicate, at: before - 1)?.end == start
  }

  /// `quyết định 23 | là`, `quyết định 24 | này`: no noun that the number counts.
  private func goesOnAsNoun(_ index: Int) -> Bool {
    [Keyword.of, .this, .passive, .according, .isVerb, .from].contains { text.isKeyword(index, $0) }
  }
}
