/// One article to be read.
struct ArticleInput {
  enum Content {
    case file(InputFile)
    /// What came out of an archive, or from standard input.
    case bytes([UInt8])
    case ended(InputProblem)
  }

  /// How it is called in the account of a run, and in its record.
  var label: String
  /// What a person finds it by.
  var place: String
  var id: String
  /// What its record tells as its path; nil for standard input.
  var path: String?
  var content: Content
  var warning: String?
  /// How many bytes of the run's files are behind this input.
  var position = 0

  /// In bytes.
  var size: Int {
    switch content {
    case .file(let file): file.size
    case .bytes(let bytes): bytes.count
    case .ended: 0
    }
  }

  init(label: String, place: String, id: String = "", content: Content) {
    self.label = label
    path = label
    self.place = place
    self.id = id
    self.content = content
  }

  init(_ file: InputFile) {
    self.init(label: file.relativePath, place: file.path, id: file.id, content: .file(file))
    if file.givenID != nil { warning = ArticleInput.renamed(file.id) }
  }

  /// The account of an input that is read as one text, and hardly is one.
  static let looksLikeLines = "begins like a line of JSON and was read as text (--input ndjson reads lines, --input text says nothing)"

  /// The account of an input whose id another one has.
  static func renamed(_ id: String) -> String { "another input has its id: the record's id is “\(id)”" }
}

/// Articles, or lines of a stream, that a thread reads together.
final class InputBatch {
  var articles: [ArticleInput] = []
  /// Read when there are no articles.
  let lines = LineBatch()
}
