import Extraction
import Glibc

/// The text of one input with all that decoding it has told: what an `ArticleReader` needs.
public struct DecodedArticle: Sendable {
  public enum Format: String, Sendable { case text, html }

  /// Valid UTF-8.
  public private(set) var text: [UInt8]
  public private(set) var encoding: String
  /// How sure the encoding is, 0 to 1.
  public private(set) var confidence: Double
  public private(set) var repairs: [TextRepair]
  public private(set) var format: Format
  /// The following four come from pages only.
  public private(set) var title: String?
  /// `2019-04-24T15:51`, at UTC+7.
  public private(set) var published: String?
  public private(set) var publishedBasis = PublishedBasis.text
  public private(set) var byline: String?
  /// Parts of a page that are not in the text; their ranges are bytes of the input.
  public private(set) var cuts: [PageCut] = []
  /// From the bytes of the text to those of the input.
  public private(set) var map: OffsetMap

  /// Whether the text is not the input as it stands.
  var isChanged: Bool { !map.isIdentity || !repairs.isEmpty }

  /// Reads a file: a page when its name or its beginning says so, else plain text.
  /// - Parameter name: the file's name, nil for a stream.
  public init(_ input: UnsafeRawBufferPointer, name: String? = nil) throws(PageProblem) {
    if PageStart.isPage(input, name: name) {
      try self.init(page: DecodedText(decoding: input, declared: PageStart.charset(input)))
      return
    }
    let text = DecodedText(input)
    // A page in UTF-16 shows only now what it is.
    if text.encoding.hasPrefix("UTF-16"), text.bytes.withUnsafeBytes({ PageStart.isPage($0, name: nil) }) {
      try self.init(page: DecodedText(decoding: input))
    } else {
      self.init(text)
    }
  }

  /// A field `text` of JSON, known to be UTF-8.
  public init(field: UnsafeRawBufferPointer) { self.init(DecodedText(repairing: Array(field))) }

  /// A field `html` of JSON, known to be UTF-8.
  public init(html field: UnsafeRawBufferPointer) throws(PageProblem) {
    try self.init(page: DecodedText(repairing: Array(field), replacingEntities: false))
  }

  private init(_ decoded: DecodedText) {
    text = decoded.bytes
    encoding = decoded.encoding
    confidence = decoded.confidence
    repairs = decoded.repairs
    format = .text
    map = decoded.map
  }

  private init(page decoded: DecodedText) throws(PageProblem) {
    let holdsZero = decoded.bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    let bytes = holdsZero ? decoded.bytes.map { $0 == 0 ? 0x20 : $0 } : decoded.bytes
    let page = try DecodedArticle.read(bytes)
    // References to letters of Latin-1 may hide an older encoding: `C&#171;ng an`.
    let text = DecodedText(repairing: page.text, replacingEntities: false)
    self.init(text)
    format = .html
    encoding = text.encoding == "UTF-8" ? decoded.encoding : text.encoding
    confidence = min(decoded.confidence, text.confidence)
    repairs = decoded.repairs + text.repairs
    title = text.repairs.isEmpty ? page.title : page.title.map { DecodedArticle.repaired($0, with: page.text) }
    published = page.published ?? (text.repairs.isEmpty ? nil : DecodedArticle.dateLine(text.bytes))
    if page.published != nil { publishedBasis = page.publishedBasis }
    byline = text.repairs.isEmpty ? page.byline : page.byline.map { DecodedArticle.repaired($0, with: page.text) }
    map = text.map.following(OffsetMap(page.layer)).following(decoded.map)
    cuts = page.cuts.map { PageCut(reason: $0.reason, range: decoded.map.original($0.range), textLength: $0.textLength) }
  }

  private static func read(_ bytes: [UInt8]) throws(PageProblem) -> ArticlePage {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(PageProblem) -> ArticlePage in try ArticlePage(buffer) }
    }
    return try result.get()
  }

  /// The first lines may hold a date that could not be read before they were repaired.
  private static func dateLine(_ text: [UInt8]) -> String? {
    for line in text.split(separator: 0x0A, maxSplits: 12).prefix(12) {
      if let time = VisibleDate.read(String(decoding: line, as: UTF8.self)) { return time }
    }
    return nil
  }

  /// A line repaired as the text was: by itself it may be too short to tell how.
  private static func repaired(_ line: String, with text: [UInt8]) -> String {
    let both = DecodedText(repairing: line.utf8 + [0x0A] + text, replacingEntities: false)
    return String(decoding: both.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
