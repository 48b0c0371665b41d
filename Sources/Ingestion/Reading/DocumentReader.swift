import Extraction

/// The text of an input, ready for an `ArticleReader`.
struct Document {
  /// Lives until the reader's next document.
  var text: UnsafeRawBufferPointer
  /// The text is known to be UTF-8.
  var isValidated = false
  var encoding = "UTF-8"
  var format = "text"
  var title: String?
  var published: PublicationDate?
  /// What decoding did to the text.
  var repairs: [TextRepair] = []
}

/// The one place where the bytes of a file become the text of an article.
///
/// Encodings other than UTF-8 and pages in HTML are told apart and read here. For one thread.
final class DocumentReader {
  /// The text of the last document that had to be decoded.
  private var decoded = InputBuffer(capacity: 0)

  /// - Parameter name: the file's name, whose extension may say what it holds; nil for a stream.
  func read(_ bytes: UnsafeRawBufferPointer, name: String?) throws(InputProblem) -> Document {
    if bytes.isEmpty { throw InputProblem(.empty) }
    if !PageStart.isPage(bytes, name: name), DecodedText.isPlain(bytes) {
      if bytes.holdsNUL { throw InputProblem(.binary) }
      return Document(text: bytes, isValidated: true)
    }
    let article = try page { () throws(PageProblem) in try DecodedArticle(bytes, name: name) }
    let document = keep(article)
    if document.text.holdsNUL { throw InputProblem(.binary) }
    return document
  }

  /// The text of a line of JSON: always UTF-8, but what was put into it may have been read wrongly.
  func readField(_ bytes: UnsafeRawBufferPointer) -> Document {
    if DecodedText.isWhole(bytes) { return Document(text: bytes, isValidated: true) }
    return keep(DecodedArticle(field: bytes))
  }

  /// The text of a page that came inside a line of JSON: always UTF-8.
  func readHTML(_ bytes: UnsafeRawBufferPointer) throws(InputProblem) -> Document {
    keep(try page { () throws(PageProblem) in try DecodedArticle(html: bytes) })
  }

  private func page(_ read: () throws(PageProblem) -> DecodedArticle) throws(InputProblem) -> DecodedArticle {
    let article: DecodedArticle
    do {
      article = try read()
    } catch {
      throw InputProblem(.unreadable, detail: error.message)
    }
    if article.text.isEmpty { throw InputProblem(.empty, detail: "the page holds no text") }
    return article
  }

  private func keep(_ article: DecodedArticle) -> Document {
    decoded.removeAll()
    article.text.withUnsafeBytes { decoded.append($0) }
    return Document(
      text: decoded.bytes, isValidated: true, encoding: article.encoding, format: article.format.rawValue, title: article.title,
      published: article.published.flatMap(PublicationDate.init), repairs: article.repairs)
  }
}
