/// Which readers a token calls, as bits. Most tokens call none: the readers pass over them with one comparison each.
///
///     ngày    27/9     ,    đồng    chí      Phạm    nói   chuyện
///     values  values   –    names   –        names   –     –
///                                   runs
struct TokenCalls: OptionSet, BitwiseCopyable {
  let rawValue: UInt8
  /// Dates, counts, decrees, ranks, durations.
  static let values = TokenCalls(rawValue: 1)
  /// Words that announce a name or are none: `NameContext`.
  static let names = TokenCalls(rawValue: 2)
  /// A run of capitals: `NameFinder`.
  static let runs = TokenCalls(rawValue: 4)
  static let all = TokenCalls(rawValue: 7)

  /// The words that call whatever phrase they begin.
  init(_ keyword: Keyword) {
    var calls: TokenCalls = keyword.lexeme <= Keyword.lastDateWord.lexeme ? .values : []
    if Position.tenures.contains(keyword) { calls.insert(.names) }
    self = calls
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What phrases of these classes call.
  @inline(__always)
  init(classes: UInt32) {
    self = []
    if classes & Recognizer.triggers != 0 { insert(.values) }
    if classes & NameContext.relevant != 0 { insert(.names) }
  }

  /// The calls of a token, of which these are the calls of its word and phrases.
  @inline(__always)
  func of(_ token: Token, classes: UInt32) -> TokenCalls {
    var calls = self
    if !token.kind.isWordLike {
      calls = token.kind == .number || token.kind == .symbol ? .values : []
    } else if token.shape != .lower {
      calls.formUnion([.names, .runs])
    }
    // A line may begin with a phrase that no article holds.
    if token.gap >= .line, classes & LexiconClass.furniture.bit != 0 { calls.insert(.names) }
    return calls
  }
}
