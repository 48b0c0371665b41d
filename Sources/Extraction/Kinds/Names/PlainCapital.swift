/// Theo báo cáo · Trong khi: capitals that only begin a sentence. Most are, and are told at a glance.
enum PlainCapital {
  /// Whether the capital at `start` stands before a word in small letters, and nothing beside them makes it a name: what the rest of the
  /// article knows may still do so.
  @inline(__always)
  static func isAlone(_ text: TokenizedText, _ start: Int, _ trigger: NameTrigger) -> Bool {
    let (before, token, next) = (text[start - 1], text[start], text[start + 1])
    // Behind a foreign name a small word may be a part of it: `Ursula von der Leyen`.
    guard isWord(token), trigger == .none, next.kind == .word, next.shape == .lower, next.gap == .space,
      (text.phraseClasses(at: start) | text.phraseClasses(at: start + 1)) & LexiconClass.foreignName.bit == 0, text[start + 2].kind != .dash
    else { return false }
    switch before.kind {
    case .comma, .semicolon, .dash: return false
    default:
      return !next.isKeyword(.born) && !before.isKeyword(.and) && !before.isKeyword(.with) && !before.isKeyword(.namedWord)
        && !before.isKeyword(.isVerb)
    }
  }

  /// Whether the capital is in no list of names, bodies, places and posts, and no word announces it.
  @inline(__always)
  static func isUnlisted(_ text: TokenizedText, _ index: Int, _ trigger: NameTrigger) -> Bool {
    isWord(text[index]) && trigger == .none && text.phraseClasses(at: index) & listed == 0 && text[index + 2].kind != .dash
  }

  /// Whether any of what begins a name is there: a surname, a foreign name, a letter or an apostrophe of the highlands, a hyphen.
  @inline(__always)
  static func mayBeginName(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.phraseClasses(at: index) & named != 0 || text[index].shape != .capital || text[index + 2].kind == .dash { return true }
    let letter = text.byte(index) | 0x20
    return letter == UInt8(ascii: "a") || letter == UInt8(ascii: "y")
  }

  private static let named = LexiconClass.surname.bit | LexiconClass.foreignName.bit
  private static let listed = NameContext.relevant | named

  /// One letter alone may be a name's: `Y Mửi`.
  @inline(__always)
  private static func isWord(_ token: Token) -> Bool { token.kind == .word && token.shape == .capital && token.end - token.start > 1 }
}
