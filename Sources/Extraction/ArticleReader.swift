/// Reads articles one after the other and gathers their records. For one thread: nobody else looks at its parts, and the program need
/// not watch over that at each step.
public final class ArticleReader {
  @exclusivity(unchecked) private var tokenizer: Tokenizer
  @exclusivity(unchecked) private var recognizer = Recognizer()
  @exclusivity(unchecked) private var resolution = Resolution()
  @exclusivity(unchecked) private var writer: RecordWriter
  @exclusivity(unchecked) private var bytes = Buffer<UInt8>(capacity: 1 << 16)
  private let lexicon: Lexicon
  private let doubtful: UInt64
  @exclusivity(unchecked) private var paths = PhrasePaths()
  private let nameWords = UnsafeMutablePointer<NameWords>.allocate(capacity: 1)
  private let kinds = UnsafeMutablePointer<ListKinds>.allocate(capacity: 1)
  private let mentionKinds = UnsafeMutablePointer<MentionKinds>.allocate(capacity: 1)
  private let places = UnsafeMutablePointer<TokenizedText.Places>.allocate(capacity: 1)

  public init(_ extractor: Extractor) {
    lexicon = extractor.lexicon
    doubtful = extractor.doubtful
    tokenizer = Tokenizer(lexicon: extractor.lexicon)
    writer = RecordWriter(pieces: extractor.pieces, text: TokenizedText(places))
    nameWords.initialize(to: NameWords(extractor.lexicon))
    kinds.initialize(to: ListKinds(extractor.lexicon))
    mentionKinds.initialize(to: MentionKinds())
  }

  deinit {
    nameWords.deinitialize(count: 1)
    nameWords.deallocate()
    kinds.deinitialize(count: 1)
    kinds.deallocate()
    mentionKinds.deinitialize(count: 1)
    mentionKinds.deallocate()
    places.deallocate()
  }

  /// Reads one article and appends its record, a line of JSON, to the output.
  /// - Parameters:
  ///   - isValidated: the bytes are known to be UTF-8.
  ///   - repairs: what was done to the text before.
  public func read(
    _ input: UnsafeRawBufferPointer, source: borrowing ArticleSource, options: ExtractionOptions = ExtractionOptions(),
    isValidated: Bool = false, repairs: [TextRepair] = []
  ) -> ArticleSummary {
    var repairs = repairs
    let breaks = TextDecoder.decode(input, isValidated: isValidated, into: &bytes)
    if breaks > 0 { repairs.append(TextRepair(.invalid, count: breaks)) }
    let article = analyze(repairs: repairs, options: options)
    writer.write(article, source: source, options: options)
    return ArticleSummary(article)
  }

  /// The records since the last `removeOutput`, one a line.
  public func withOutput<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(writer.out.view))
  }

  public var outputCount: Int { writer.out.count }

  public func removeOutput() { writer.out.removeAll() }

  /// Tokenizes, recognises, resolves and checks the decoded text.
  private func analyze(repairs: [TextRepair], options: ExtractionOptions) -> ResolvedArticle {
    let text = tokenize()
    recognizer.recognize(text, kinds: options.kinds)
    return resolution.resolve(
      text, &recognizer.found, traits: tokenizer.traits, repairs: repairs, published: options.published?.moment,
      doubtful: doubtful)
  }

  private func tokenize() -> TokenizedText {
    let length = bytes.count - Tokenizer.padding
    tokenizer.tokenize(UnsafePointer(bytes.base), count: length)
    let rows = tokenizer.columns.rows
    paths.walk(rows, lexicon.tables.pointee.tree)
    places.initialize(
      to: TokenizedText.Places(
        bytes: UnsafePointer(bytes.base), byteCount: length, tokens: UnsafePointer(rows.tokens),
        count: rows.count - TokenizedText.sentinels, parts: UnsafePointer(tokenizer.parts.base), words: tokenizer.words.view,
        begins: UnsafePointer(rows.begins), calls: UnsafePointer(rows.calls), paths: paths.view,
        tree: lexicon.tables.pointee.tree.places, lexicon: lexicon, nameWords: nameWords,
        kinds: kinds, mentionKinds: mentionKinds))
    return TokenizedText(places)
  }

  /// The tokens of a text, for `trich tokens` and tests.
  func withTokens<Result>(_ input: UnsafeRawBufferPointer, _ body: (TokenizedText) throws -> Result) rethrows -> Result {
    _ = TextDecoder.decode(input, isValidated: false, into: &bytes)
    return try body(tokenize())
  }
}

/// What an article held, for tables and exit codes.
public struct ArticleSummary: Sendable {
  private static let (kinds, severities) = (7, 3)
  /// Of the mentions by kind, of the flags by severity: no array, since there is a summary for each article.
  private var mentionCounts = SIMD8<Int>()
  private var flagCounts = SIMD4<Int>()

  public init() {}

  /// - Parameter counts: those of the mentions, then those of the flags.
  public init?(counts: [Int]) {
    guard counts.count == ArticleSummary.kinds + ArticleSummary.severities else { return nil }
    for kind in 0..<ArticleSummary.kinds { mentionCounts[kind] = counts[kind] }
    for severity in 0..<ArticleSummary.severities { flagCounts[severity] = counts[ArticleSummary.kinds + severity] }
  }

  init(_ article: borrowing ResolvedArticle) {
    // A place of a vector is not added to without the whole vector.
    var counts = InlineArray<8, Int>(repeating: 0)
    for index in article.mentions.indices { counts[article.mentions[index].value.kind.ordinal] += 1 }
    for kind in 0..<ArticleSummary.kinds { mentionCounts[kind] = counts[kind] }
    for index in article.flags.indices { add(1, article.flags[index].severity) }
  }

  /// How many mentions of each kind, in the order of `MentionKind.allCases`.
  public var mentions: [Int] { (0..<ArticleSummary.kinds).map { mentionCounts[$0] } }
  /// How many flags of each severity, in the order of `Severity.allCases`.
  public var flags: [Int] { (0..<ArticleSummary.severities).map { flagCounts[$0] } }

  /// Counts more flags.
  mutating func add(_ count: Int, _ severity: Severity) {
    flagCounts[severity == .error ? 0 : severity == .review ? 1 : 2] += count
  }

  public static func += (sum: inout ArticleSummary, other: ArticleSummary) {
    sum.mentionCounts &+= other.mentionCounts
    sum.flagCounts &+= other.flagCounts
  }

  /// Whether a flag of this severity, or a worse one, was raised.
  public func hasFlag(atLeast severity: Severity) -> Bool {
    zip(Severity.allCases, flags).contains { $0 <= severity && $1 > 0 }
  }
}

extension MentionKind {
  /// The place in `allCases`.
  var ordinal: Int {
    switch self {
    case .date: 0
    case .rank: 1
    case .name: 2
    case .count: 3
    case .decree: 4
    case .duration: 5
    case .position: 6
    }
  }
}
