/// Whether letters in a symbol are those that a body's name begins with: `SGTVT` of Sở GTVT TP.HCM, `CAT` of Công an tỉnh, `QLD` of Cục Quản lý Dược.
enum BodyInitials {
  /// - Parameter body: the tokens of the name; the letters may end before it does, and leave out its first word.
  static func spell(_ text: TokenizedText, _ body: Range<Int>, _ letters: ListText) -> Bool {
    guard letters.count >= 2, !body.isEmpty else { return false }
    return end(text, body, letters) || letters.count >= 3 && end(text, body.dropFirst(), letters)
  }

  private static func end(_ text: TokenizedText, _ body: Range<Int>, _ letters: ListText) -> Bool {
    var (at, words) = (0, 0)
    for token in body {
      guard text[token].kind == .word || text[token].kind == .abbreviation else { continue }
      if text.isKeyword(token, .and) || text.isKeyword(token, .about) { continue }
      guard let next = take(text, token, letters, at) else { return false }
      (at, words) = (next, words + 1)
      if at == letters.count { return words > 1 }
    }
    return false
  }

  /// The first letter of a word, all letters of an abbreviation.
  private static func take(_ text: TokenizedText, _ token: Int, _ letters: ListText, _ start: Int) -> Int? {
    let isWhole = text[token].shape == .upper || text[token].shape == .mixed
    var (at, offset) = (start, Int(text[token].start))
    repeat {
      let (value, length) = decodeScalar(text.bytes, at: offset)
      offset += length
      guard at < letters.count else { return nil }
      let (letter, width) = decodeScalar(letters.start, at: at)
      guard let own = LetterTable.shared[value], let sign = LetterTable.shared[letter], own.base == sign.base else { return nil }
      at += width
    } while isWhole && offset < Int(text[token].end)
    return at
  }
}
