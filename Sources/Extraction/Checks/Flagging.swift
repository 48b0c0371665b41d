/// How urgent a flag is.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  case error, review, info

  /// `error` comes before `review`, `review` before `info`.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .error ? 0 : self == .review ? 1 : 2 }
}

/// The doubts that the program can raise; the raw value is the code in the record.
public enum FlagCode: String, Codable, Sendable, CaseIterable {
  case dateInvalid = "date-invalid"
  case dateYearUnresolved = "date-year-unresolved"
  case dateRangeReversed = "date-range-reversed"
  case dateRangeBeforeEvent = "date-range-before-event"
  case dateWeekdayMismatch = "date-weekday-mismatch"
  case dateZodiacMismatch = "date-zodiac-mismatch"
  case anniversaryMismatch = "anniversary-mismatch"
  case noPublicationDate = "meta-no-publication-date"
  case docNumberConflict = "doc-number-conflict"
  case docDateConflict = "doc-date-conflict"
  case docNumberCollision = "doc-number-collision"
  case docSymbolNoncanonical = "doc-symbol-noncanonical"
  case docSymbolTypeMismatch = "doc-symbol-type-mismatch"
  case ratioOverOne = "ratio-over-one"
  case ratioPercentMismatch = "ratio-percent-mismatch"
  case countUnitMismatch = "count-unit-mismatch"
  case countPartsExceedWhole = "count-parts-exceed-whole"
  case countDistributionAmbiguous = "count-distribution-ambiguous"
  case rankConflict = "rank-conflict"
  case rankBelowSubordinate = "rank-below-subordinate"
  case positionRedundant = "position-redundant"
  case nameOneLetterApart = "name-one-letter-apart"
  case placeSpellingVariant = "place-spelling-variant"
  case orgPlaceUnresolved = "org-place-unresolved"
  case textMisspelling = "text-misspelling"
  case textRepeatedWord = "text-repeated-word"
  case textConfusable = "text-confusable"
  case textLettersLost = "text-letters-lost"
  case textGluedWords = "text-glued-words"
  case textDuplicate = "text-duplicate"
  case encodingRepaired = "encoding-repaired"
  case lowConfidence = "low-confidence"

  /// The place in `allCases`.
  var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// How urgent flags of this code are, unless the check knows better.
  public var severity: Severity {
    switch self {
    case .dateInvalid, .docNumberConflict, .docDateConflict, .ratioOverOne, .ratioPercentMismatch: .error
    case .countPartsExceedWhole, .textConfusable, .textGluedWords, .textDuplicate, .encodingRepaired: .info
    default: .review
    }
  }
}

/// A flag as the checks keep it.
struct FoundFlag {
  var code: FlagCode
  var severity: Severity
  /// Indices of the mentions that are its evidence.
  var mentions: [Int]
  /// Evidence that is no mention.
  var places: [ByteSpan]
  var message: Message

  enum Message {
    case words(String)
    /// A stretch of the text in quotes, then words: made when it is written, since most flags are of this form.
    case quotation(ByteSpan, StaticString)
  }

  init(_ code: FlagCode, _ mentions: [Int], places: [ByteSpan] = [], severity: Severity? = nil, _ message: String) {
    self.code = code
    self.severity = severity ?? code.severity
    self.mentions = mentions
    self.places = places
    self.message = .words(message)
  }

  /// A doubt about one mention, whose text in quotes is the first of the message.
  init(_ code: FlagCode, _ mention: Int, of article: CheckedArticle, _ words: StaticString) {
    let found = article.mentions[mention]
    self.code = code
    severity = code.severity
    mentions = [mention]
    places = []
    message = .quotation(ByteSpan(start: found.start, end: found.end), words)
  }
}

/// What the checks look at: an article read and resolved.
struct CheckedArticle {
  let text: TokenizedText
  let mentions: UnsafeBufferPointer<Found>
  let posts: UnsafeBufferPointer<StatedPost>
  let people: UnsafeBufferPointer<People.Entry>
  let decrees: UnsafeBufferPointer<Decrees.Entry>
  let layout: ArticleLayout
  let published: Moment?
  let repairs: [TextRepair]
  let traits: WordTraits
  /// The rules whose confidence lies below the threshold, as bits.
  let doubtful: UInt64

  func string(_ span: ByteSpan) -> String { text.string(Int(span.start)..<Int(span.end)) }
  func string(_ mention: Found) -> String { text.string(Int(mention.start)..<Int(mention.end)) }
  func string(_ mention: Int32) -> String { string(mentions[Int(mention)]) }

  func span(_ tokens: Range<Int>) -> ByteSpan {
    ByteSpan(start: text[tokens.lowerBound].start, end: text[tokens.upperBound - 1].end)
  }

  func date(_ index: Int) -> FoundDate? {
    guard index >= 0, case .date(let date) = mentions[index].value else { return nil }
    return date
  }

  /// Whether no sentence ends between the two tokens.
  func isSameSentence(_ first: Int, _ last: Int) -> Bool {
    guard first < last else { return true }
    return (first + 1...last).allSatisfy { !text.beginsLine($0) && (text[$0].kind != .period || text.isAbbreviated($0 - 1)) }
  }
}

/// The list of checks. Each appends the flags of one family.
enum Checks {
  static func run(_ article: CheckedArticle, into flags: inout [FoundFlag]) {
    TextChecks.run(article, &flags)
    DamageChecks.run(article, &flags)
    PlaceChecks.run(article, &flags)
    DateChecks.run(article, &flags)
    CalendarChecks.run(article, &flags)
    DecreeChecks.run(article, &flags)
    SymbolChecks.run(article, &flags)
    CountChecks.run(article, &flags)
    CountRelationChecks.run(article, &flags)
    PeopleChecks.run(article, &flags)
    ConfidenceChecks.run(article, &flags)
  }
}
