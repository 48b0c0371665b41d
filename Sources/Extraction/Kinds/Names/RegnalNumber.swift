/// John Paul | II · Elizabeth | II · Rama | X
///
///     a foreign name, a Roman numeral in capitals
enum RegnalNumber {
  private static let longest = 5

  /// Whether the number of a ruler or a pope stands right behind the name.
  static func stands(_ text: TokenizedText, behind name: Range<Int>) -> Bool {
    let index = name.upperBound
    let token = text[index]
    guard token.gap == .space, token.isCapitalized, token.end - token.start <= longest, text[index - 1].shape == .capital,
      !text.isVietnamese(index - 1), NameShape.surname(text, name.lowerBound) == nil
    else { return false }
    for byte in Int(token.start)..<Int(token.end) where !"IVX".utf8.contains(text.bytes[byte]) { return false }
    // "Trump V" could be anybody's initial.
    return token.end - token.start > 1 || text[index + 1].shape == .lower || text[index + 1].kind == .comma
  }
}
