import Glibc

/// Symbols of documents that no rule of drafting allows, or that belong to another type of document.
enum SymbolChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for index in article.text.mentions(.decree) {
      let mention = article.mentions[index]
      guard case .decree(let decree) = mention.value, decree.form == .full else { continue }
      addNoncanonical(article, index, decree, &flags)
      addMismatch(article, index, decree, &flags)
    }
  }

  private static func addNoncanonical(_ article: CheckedArticle, _ index: Int, _ decree: FoundDecree, _ flags: inout [FoundFlag]) {
    // Most numbers have a slash, and those are right.
    guard memchr(article.text.bytes + Int(decree.number.start), Int32(UInt8(ascii: "/")), decree.number.count) == nil else { return }
    let number = article.string(decree.number)
    guard let canonical = canonicalPartySymbol(number) else { return }
    flags.append(FoundFlag(.docSymbolNoncanonical, [index], "“\(number)”: a Party symbol is written \(canonical)"))
  }

  /// `989-QĐ-TU` → `989-QĐ/TU`; nil when the symbol is no Party's or is right.
  private static func canonicalPartySymbol(_ number: String) -> String? {
    let groups = number.split(separator: "-")
    guard groups.count == 3, groups[0].allSatisfy(\.isNumber), ["TU", "TW", "HU", "QU", "ĐU"].contains(groups[2])
    else { return nil }
    return "\(groups[0])-\(groups[1])/\(groups[2])"
  }

  /// `Quyết định số 12/KH-UBND`: KH is the sign of a plan.
  private static func addMismatch(_ article: CheckedArticle, _ index: Int, _ decree: FoundDecree, _ flags: inout [FoundFlag]) {
    let lexicon = article.text.lexicon
    guard decree.type >= 0 else { return }
    let type = lexicon.item(.decreeType, UInt16(decree.type))
    guard type.field3.equals("numbered"), let sign = typeSign(article.text.bytes, decree.number), !SymbolShape.hasWord(type.field2, sign)
    else { return }
    var owner: ListText?
    for item in 0..<lexicon.count(.decreeType) {
      let other = lexicon.item(.decreeType, UInt16(item))
      guard SymbolShape.hasWord(other.field2, sign) else { continue }
      if other.field1 == type.field1 || isJoint(other.field1, of: type.field1) { return }
      if owner == nil, other.field3.equals("numbered"), SymbolShape.isFirstWord(other.field2, sign) { owner = other.field1 }
    }
    guard let owner else { return }
    flags.append(
      FoundFlag(
        .docSymbolTypeMismatch, [index],
        "“\(article.string(article.mentions[index]))”: \(sign.string) is the sign of \(owner.string)"))
  }

  /// `Hướng dẫn liên tịch` of `Hướng dẫn`
  private static func isJoint(_ other: ListText, of type: ListText) -> Bool {
    other.count > type.count && other.start[type.count] == 0x20 && memcmp(other.start, type.start, type.count) == 0
  }

  /// The sign of the type in `12/KH-UBND`, `12-KH/TU`: the letters right behind the number, where a body follows them.
  private static func typeSign(_ bytes: UnsafePointer<UInt8>, _ number: ByteSpan) -> ListText? {
    let groups = SymbolShape.groups(bytes, number)
    guard groups.count >= 3, SymbolShape.isNumber(groups[0]), let sign = groups.first(where: { !SymbolShape.isNumber($0) }),
      let body = groups.last, sign != body, SymbolShape.isInCapitals(sign)
    else { return nil }
    return sign
  }
}

extension SymbolShape {
  /// What stands between slashes and dashes.
  fileprivate static func groups(_ bytes: UnsafePointer<UInt8>, _ span: ByteSpan) -> [ListText] {
    var groups: [ListText] = []
    var start = Int(span.start)
    var index = start
    while index <= Int(span.end) {
      let isEnd = index == Int(span.end)
      let isLongDash = !isEnd && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x93
      if isEnd || isLongDash || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "-") {
        if index > start { groups.append(ListText(start: bytes + start, count: index - start)) }
        if isLongDash { index += 2 }
        start = index + 1
      }
      index += 1
    }
    return groups
  }

  fileprivate static func isNumber(_ group: ListText) -> Bool {
    UnsafeBufferPointer(start: group.start, count: group.count).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  fileprivate static func isInCapitals(_ group: ListText) -> Bool {
    var index = 0
    while index < group.count {
      let (value, length) = decodeScalar(group.start, at: index)
      guard let letter = LetterTable.shared[value], letter.isLetter, letter.isCapital else { return false }
      index += length
    }
    return true
  }

  fileprivate static func isFirstWord(_ field: ListText, _ word: ListText) -> Bool {
    field.beginsWithWord(word.start, count: word.count)
  }
}
