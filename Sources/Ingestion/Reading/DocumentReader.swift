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
}

/// The one place where the bytes of a file become the text of an article.
///
/// Encodings other than UTF-8 and pages in HTML are told apart and read here. For one thread.
final class DocumentReader {
  /// - Parameter name: the file's name, whose extension may say what it holds; nil for a stream.
  func read(_ bytes: UnsafeRawBufferPointer, name: String?) throws(InputProblem) -> Document {
    if bytes.isEmpty { throw InputProblem(.empty) }
    if bytes.holdsNUL { throw InputProblem(.binary) }
    return Document(text: bytes)
  }

  /// The text of a page that came inside a line of JSON: always UTF-8.
  func readHTML(_ bytes: UnsafeRawBufferPointer) throws(InputProblem) -> Document {
    Document(text: bytes, isValidated: true, format: "html")
  }
}
