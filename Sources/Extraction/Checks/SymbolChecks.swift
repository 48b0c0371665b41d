/// Symbols of documents that no rule of drafting allows, or that belong to another type of document.
enum SymbolChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for (index, mention) in article.mentions.enumerated() {
      guard case .decree(let decree) = mention.value, decree.form == .full else { continue }
      let number = article.string(decree.number)
      if let canonical = canonicalPartySymbol(number) {
        flags.append(FoundFlag(.docSymbolNoncanonical, [index], "“\(number)”: a Party symbol is written \(canonical)"))
      }
      addMismatch(article, index, decree, number, &flags)
    }
  }

  /// `989-QĐ-TU` → `989-QĐ/TU`; nil when the symbol is no Party's or is right.
  private static func canonicalPartySymbol(_ number: String) -> String? {
    let groups = number.split(separator: "-")
    guard groups.count == 3, !number.contains("/"), groups[0].allSatisfy(\.isNumber), ["TU", "TW", "HU", "QU", "ĐU"].contains(groups[2])
    else { return nil }
    return "\(groups[0])-\(groups[1])/\(groups[2])"
  }

  /// `Quyết định số 12/KH-UBND`: KH is the sign of a plan.
  private static func addMismatch(
    _ article: CheckedArticle, _ index: Int, _ decree: FoundDecree, _ number: String, _ flags: inout [FoundFlag]
  ) {
    guard decree.type >= 0, let sign = typeSign(number) else { return }
    let lexicon = article.text.lexicon
    let type = lexicon.item(.decreeType, UInt16(decree.type))
    guard type.field3.equals("numbered"), !signs(type).contains(sign) else { return }
    var owner: String?
    for item in 0..<lexicon.count(.decreeType) {
      let other = lexicon.item(.decreeType, UInt16(item))
      guard signs(other).contains(sign) else { continue }
      if other.field1 == type.field1 || !other.field3.equals("numbered") { return }
      if owner == nil, signs(other).first == sign { owner = other.field1.string }
    }
    guard let owner else { return }
    flags.append(
      FoundFlag(.docSymbolTypeMismatch, [index], "“\(article.string(article.mentions[index]))”: \(sign) is the sign of \(owner)"))
  }

  /// The sign of the type in `12/KH-UBND`, `12-KH/TU`: the letters right behind the number, where a body follows them.
  private static func typeSign(_ number: String) -> String? {
    let groups = number.split { $0 == "/" || $0 == "-" || $0 == "–" }
    guard groups.count >= 3, groups[0].allSatisfy(\.isNumber), let sign = groups.dropFirst().first(where: { !$0.allSatisfy(\.isNumber) }),
      sign != groups.last, sign.allSatisfy({ $0.isLetter && $0.isUppercase })
    else { return nil }
    return String(sign)
  }

  private static func signs(_ type: LexiconItem) -> [String] { type.field2.string.split(separator: " ").map(String.init) }
}
