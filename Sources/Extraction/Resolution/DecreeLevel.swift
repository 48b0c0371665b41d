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

  /// Nghị định and Thông tư: the one of the Government, the other of a ministry.
  private static func isBound(_ text: TokenizedText, _ decree: FoundDecree) -> Bool {
    guard decree.type >= 0 else { return false }
    let type = text.lexicon.item(.decreeType, UInt16(decree.type)).field1
    return type.equals("Nghị định") || type.equals("Thông tư")
  }
}
