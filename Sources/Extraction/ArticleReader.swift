/// Reads articles one after the other and gathers their records. For one thread.
public final class ArticleReader {
  private var tokenizer: Tokenizer
  private var recognizer = Recognizer()
  private var resolution = Resolution()
  private var writer: RecordWriter
  private var bytes = Buffer<UInt8>(capacity: 1 << 16)
  private let lexicon: Lexicon
  private let doubtful: UInt64
  private let paths = UnsafeMutablePointer<PhrasePaths>.allocate(capacity: 1)
  private let places = UnsafeMutablePointer<TokenizedText.Places>.allocate(capacity: 1)

  public init(_ extractor: Extractor) {
    lexicon = extractor.lexicon
    doubtful = extractor.doubtful
    tokenizer = Tokenizer(lexicon: extractor.lexicon)
    writer = RecordWriter(tails: extractor.tails, text: TokenizedText(places))
    paths.initialize(to: PhrasePaths())
  }

  deinit {
    paths.deinitialize(count: 1)
    paths.deallocate()
    places.deallocate()
  }

  /// Reads one article and appends its record, a line of JSON, to the output.
  /// - Parameters:
  ///   - isValidated: the bytes are known to be UTF-8.
  ///   - repairs: what was done to the text before.
  public func read(
    _ input: UnsafeRawBufferPointer, source: ArticleSource, options: ExtractionOptions = ExtractionOptions(), isValidated: Bool = false,
    repairs: [TextRepair] = []
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
    paths.pointee.walk(rows, lexicon.tables.pointee.tree)
    places.initialize(
      to: TokenizedText.Places(
        bytes: UnsafePointer(bytes.base), byteCount: length, tokens: UnsafePointer(rows.tokens),
        count: rows.count - TokenizedText.sentinels, parts: UnsafePointer(tokenizer.parts.base), words: tokenizer.words.view,
        begins: UnsafePointer(rows.begins), calls: UnsafePointer(rows.calls), paths: UnsafePointer(paths), lexicon: lexicon))
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
  /// How many mentions of each kind, in the order of `MentionKind.allCases`.
  public private(set) var mentions = [Int](repeating: 0, count: MentionKind.allCases.count)
  /// How many flags of each severity, in the order of `Severity.allCases`.
  public internal(set) var flags = [Int](repeating: 0, count: Severity.allCases.count)

  public init() {}

  /// - Parameter counts: those of the mentions, then those of the flags.
  public init?(counts: [Int]) {
    guard counts.count == mentions.count + flags.count else { return nil }
    flags = Array(counts[mentions.count...])
    mentions = Array(counts[..<mentions.count])
  }

  init(_ article: borrowing ResolvedArticle) {
    for mention in article.mentions { mentions[mention.value.kind.ordinal] += 1 }
    for flag in article.flags { flags[flag.severity == .error ? 0 : flag.severity == .review ? 1 : 2] += 1 }
  }

  public static func += (sum: inout ArticleSummary, other: ArticleSummary) {
    for index in sum.mentions.indices { sum.mentions[index] += other.mentions[index] }
    for index in sum.flags.indices { sum.flags[index] += other.flags[index] }
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
