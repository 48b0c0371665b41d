import Extraction

/// The text of an input, ready for an `ArticleReader`.
struct Document {
  /// The input itself, when it is the text as it stands.
  private let input: UnsafeRawBufferPointer
  /// The text, when it had to be decoded.
  private let decoded: DecodedArticle?
  private(set) var published: PublicationDate?
  private(set) var publishedBasis = PublishedBasis.given
  /// What decoding did to the text.
  var repairs: [TextRepair] = []

  /// - Parameter input: UTF-8; must live as long as the document.
  init(_ input: UnsafeRawBufferPointer) {
    self.input = input
    decoded = nil
  }

  init(_ article: DecodedArticle) {
    input = UnsafeRawBufferPointer(start: nil, count: 0)
    decoded = article
    published = article.published.flatMap { PublicationDate($0) }
    publishedBasis = article.publishedBasis
    repairs = article.repairs
  }

  /// Takes a publication date that was given with the text.
  mutating func publish(_ date: PublicationDate?) { (published, publishedBasis) = (date, .given) }

  /// Puts what decoding told into the source of the record, but what is known from elsewhere.
  func describe(_ source: inout ArticleSource) {
    guard let decoded else { return }
    source.encoding = decoded.encoding
    if decoded.isChanged { source.encodingConfidence = decoded.confidence }
    source.origin = decoded.map
    source.cuts = decoded.cuts.map { ArticleSource.Cut(reason: $0.reason.rawValue, input: $0.range, length: $0.textLength) }
    source.byline = decoded.byline
    if decoded.format == .html { source.format = decoded.format.rawValue }
    if source.title == nil { source.title = decoded.title }
  }

  var byteCount: Int { decoded?.text.count ?? input.count }

  /// The text, valid UTF-8.
  func withText<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    if let decoded { return try decoded.text.withUnsafeBytes(body) }
    return try body(input)
  }
}

extension PublicationDate {
  /// Reads what crawlers put into a field: ISO 8601 with or without a zone, or any form that pages use.
  public init?(field text: String) {
    // Up to seconds it is read as it stands; behind them may be a zone.
    self.init(text.utf8.count <= 19 && PublicationDate(text) != nil ? text : PageTime.normalized(text) ?? text)
  }
}

/// The one place where the bytes of a file become the text of an article.
///
/// Encodings other than UTF-8 and pages in HTML are told apart and read here.
enum DocumentReader {
  /// - Parameter name: the file's name, whose extension may say what it holds; nil for a stream.
  static func read(_ bytes: UnsafeRawBufferPointer, name: String?) throws(InputProblem) -> Document {
    if bytes.isBlank { throw InputProblem(.empty) }
    if !PageStart.isPage(bytes, name: name), DecodedText.isPlain(bytes) {
      if bytes.holdsNUL { throw InputProblem(.binary) }
      return Document(bytes)
    }
    let article = try page { () throws(PageProblem) in try DecodedArticle(bytes, name: name) }
    let document = Document(article)
    if document.withText(\.holdsNUL) { throw InputProblem(.binary) }
    return document
  }

  /// The text of a line of JSON: always UTF-8, but what was put into it may have been read wrongly.
  static func readField(_ bytes: UnsafeRawBufferPointer) -> Document {
    if DecodedText.isWhole(bytes) { return Document(bytes) }
    return Document(DecodedArticle(field: bytes))
  }

  /// The text of a page that came inside a line of JSON: always UTF-8.
  static func readHTML(_ bytes: UnsafeRawBufferPointer) throws(InputProblem) -> Document {
    Document(try page { () throws(PageProblem) in try DecodedArticle(html: bytes) })
  }

  private static func page(_ read: () throws(PageProblem) -> DecodedArticle) throws(InputProblem) -> DecodedArticle {
    let article: DecodedArticle
    do {
      article = try read()
    } catch {
      throw InputProblem(.unreadable, detail: error.message)
    }
    if article.text.isEmpty { throw InputProblem(.empty, detail: "the page holds no text") }
    return article
  }
}
