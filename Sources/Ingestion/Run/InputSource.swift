/// The inputs of a run in their order: files as they are, what is in archives, and streams of lines.
final class InputSource: BatchSource {
  /// A thread takes this many bytes together, or this many articles.
  static let enough = 1 << 16
  private static let mostArticles = 64

  private var files: ArraySlice<InputFile>
  private let options: RunOptions
  private var ids: RecordIDs
  /// Whether lines get ids that no other input has.
  private let tellsLinesApart: Bool
  private var container: ContainerInputs?
  private var stream: LineStream?
  /// The bytes of all files done with.
  private var position = 0
  /// Of the file that is read as a stream.
  private var streamSize = 0

  /// - Parameter tellsLinesApart: each line's record becomes a file, so that no two may have the same id.
  init(_ list: InputList, options: RunOptions, tellsLinesApart: Bool) {
    files = list.files[...]
    ids = list.ids
    self.options = options
    self.tellsLinesApart = tellsLinesApart
  }

  /// Standard input; nil for a single article.
  init?(_ input: StandardInput, options: RunOptions, tellsLinesApart: Bool) {
    files = []
    ids = RecordIDs()
    self.options = options
    self.tellsLinesApart = tellsLinesApart
    switch input {
    case .article: return nil
    case .container(let inputs): container = inputs
    case .lines(let bytes): stream = LineStream(bytes, label: nil, place: nil, options: options)
    }
  }

  func makeBatch() -> InputBatch { InputBatch() }

  func fill(_ batch: InputBatch) -> Bool {
    batch.articles.removeAll(keepingCapacity: true)
    var size = 0
    while size < InputSource.enough, batch.articles.count < InputSource.mostArticles {
      if let stream {
        if !batch.articles.isEmpty { return true }
        if stream.fill(batch.lines) { return finishLines(batch) }
        self.stream = nil
        position += streamSize
        streamSize = 0
        if let end = stream.end { batch.articles.append(end) }
      } else if let article = nextArticle() {
        size += article.size
        batch.articles.append(article)
      } else if stream == nil {
        break
      }
    }
    return !batch.articles.isEmpty
  }

  private func finishLines(_ batch: InputBatch) -> Bool {
    batch.lines.position = position + (container?.position ?? min(stream?.position ?? 0, streamSize))
    if tellsLinesApart { stream?.giveIDs(batch.lines, &ids) }
    return true
  }

  /// Nil at the end, and where a stream of lines begins.
  private func nextArticle() -> ArticleInput? {
    while true {
      if let container {
        switch container.next(&ids) {
        case .article(var article):
          article.position = position + container.position
          return article
        case .lines(let lines):
          stream = lines
          return nil
        case nil:
          self.container = nil
          position += container.size
        }
      } else {
        guard let file = files.popFirst() else { return nil }
        if let article = begin(file) { return article }
        if stream != nil { return nil }
      }
    }
  }

  /// The file as an article; nil when it is opened to be read bit by bit.
  private func begin(_ file: InputFile) -> ArticleInput? {
    var article = ArticleInput(file)
    do throws(InputProblem) {
      switch file.form {
      case .container:
        container = try ContainerInputs(file, options: options)
        return nil
      case .lines:
        let opened = try file.open().get()
        let input = DescriptorInput(opened.descriptor, stream: opened)
        stream = LineStream(input, label: file.relativePath, place: file.path, options: options)
        streamSize = file.size
        return nil
      case .article, .other: break
      }
    } catch {
      article.content = .ended(error)
    }
    position += file.size
    article.position = position
    return article
  }
}
