/// A place among the tokens. A verb that takes consumes tokens and says so, or stays put and says no.
struct TokenCursor {
  let text: TokenizedText
  var index: Int

  @inline(__always) init(_ text: TokenizedText, at index: Int) {
    self.text = text
    self.index = index
  }

  @inline(__always) var token: Token { text[index] }
  /// The token at the cursor stands on the same line as the one before it.
  @inline(__always) var isJoined: Bool { text[index].gap <= .space }

  @inline(__always)
  func isAt(_ keyword: Keyword) -> Bool { text.isKeyword(index, keyword) }

  @inline(__always)
  mutating func take(_ keyword: Keyword) -> Bool {
    guard text.isKeyword(index, keyword) else { return false }
    index += 1
    return true
  }

  mutating func take(_ first: Keyword, _ second: Keyword) -> Bool {
    guard stands(first, second) else { return false }
    index += 2
    return true
  }

  /// Whether both words stand at the cursor, on one line.
  func stands(_ first: Keyword, _ second: Keyword) -> Bool {
    text.isKeyword(index, first) && text.isKeyword(index + 1, second) && text[index + 1].gap <= .space
  }

  @inline(__always)
  mutating func take(_ kind: TokenKind) -> Bool {
    guard token.kind == kind else { return false }
    index += 1
    return true
  }

  mutating func take(_ wordClass: LexiconClass) -> LexiconItem? {
    guard let match = text.match(wordClass, at: index) else { return nil }
    index = match.end
    return text.item(wordClass, match)
  }

  /// A number token of one part, or nil.
  func plainNumber() -> NumberPart? {
    text.plainNumber(at: index)
  }
}
