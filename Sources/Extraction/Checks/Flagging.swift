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
  case dateYearInferred = "date-year-inferred"
  case dateRangeReversed = "date-range-reversed"
  case docNumberConflict = "doc-number-conflict"
  case docSymbolNoncanonical = "doc-symbol-noncanonical"
  case ratioOverOne = "ratio-over-one"
  case ratioPercentMismatch = "ratio-percent-mismatch"
  case textMisspelling = "text-misspelling"
  case textConfusable = "text-confusable"
  case textDuplicate = "text-duplicate"
  case encodingRepaired = "encoding-repaired"
  case noPublicationDate = "meta-no-publication-date"

  /// How urgent flags of this code are, unless the check knows better.
  public var severity: Severity {
    switch self {
    case .dateInvalid, .docNumberConflict, .ratioOverOne, .ratioPercentMismatch, .noPublicationDate: .error
    case .dateYearUnresolved, .dateRangeReversed, .docSymbolNoncanonical, .textMisspelling: .review
    case .dateYearInferred, .textConfusable, .textDuplicate, .encodingRepaired: .info
    }
  }
}

/// A flag as the checks keep it.
struct FoundFlag {
  var code: FlagCode
  var severity: Severity
  /// Indices of the mentions that are its evidence.
  var mentions: [Int32]
  var message: String
}

/// What the checks look at: an article read and resolved.
struct CheckedArticle {
  let text: TokenizedText
  let mentions: UnsafeBufferPointer<Found>
  let decrees: UnsafeBufferPointer<Decrees.Entry>
  let layout: ArticleLayout
  let published: Moment?
  let repairs: [TextRepair]
  let traits: WordTraits

  func string(_ span: ByteSpan) -> String { text.string(Int(span.start)..<Int(span.end)) }
  func string(_ mention: Found) -> String { text.string(Int(mention.start)..<Int(mention.end)) }
}

/// The list of checks. Each appends the flags of one family.
enum Checks {
  static func run(_ article: CheckedArticle, into flags: inout [FoundFlag]) {
    TextChecks.run(article, &flags)
    DateChecks.run(article, &flags)
    DecreeChecks.run(article, &flags)
    CountChecks.run(article, &flags)
  }
}
