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
  /// Words of the wrong spelling, written twice, or in capitals: `TextChecks`.
  static let textChecks = TokenCalls(rawValue: 8)
  /// Provinces, and what names no province: `PlaceChecks`.
  static let placeChecks = TokenCalls(rawValue: 16)
  /// Events that may have a year in their names: `EventYear`.
  static let events = TokenCalls(rawValue: 32)
  /// The first token of a line: whoever looks for a line's end.
  static let lines = TokenCalls(rawValue: 64)
  static let all = TokenCalls(rawValue: 127)

  /// The words that call whatever phrase they begin.
  init(_ keyword: Keyword) {
    var calls: TokenCalls = keyword.lexeme <= Keyword.lastDateWord.lexeme && DateForm(keyword) != nil ? .values : []
    if Position.tenures.contains(keyword) { calls.insert(.names) }
    if TextChecks.doubled.contains(keyword) { calls.insert(.textChecks) }
    if PlaceChecks.bodyEnds.contains(keyword) { calls.insert(.placeChecks) }
    self = calls
  }

  /// What phrases of the class call.
  init(_ wordClass: LexiconClass) {
    self = []
    if Recognizer.triggers & wordClass.bit != 0 { insert(.values) }
    // A line may begin with a phrase that no article holds.
    if (NameContext.relevant | LexiconClass.furniture.bit) & wordClass.bit != 0 { insert(.names) }
    if wordClass == .misspelling { insert(.textChecks) }
    if wordClass == .province { insert(.placeChecks) }
    if wordClass == .event { insert(.events) }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Capitals call for names, words in capitals for a look at their spelling too.
  init(_ shape: Shape) {
    switch shape {
    case .lower: self = []
    case .upper: self = [.names, .runs, .textChecks]
    case .none, .capital, .mixed: self = [.names, .runs]
    }
  }
}
