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

  /// - Parameters:
  ///   - classes: those of all phrases that begin at the token.
  ///   - word: what the word itself calls.
  @inline(__always)
  init(_ token: Token, classes: UInt32, word: TokenCalls) {
    switch token.kind {
    case .word, .abbreviation, .code:
      var calls = word
      if classes & Recognizer.triggers != 0 { calls.insert(.values) }
      if classes & NameContext.relevant != 0 { calls.insert(.names) }
      if token.shape != .lower { calls.formUnion([.names, .runs]) }
      self = calls
    case .number, .symbol: self = .values
    default: self = []
    }
    // A line may begin with a phrase that no article holds.
    if token.gap >= .line, classes & LexiconClass.furniture.bit != 0 { insert(.names) }
  }
}
