/// The inputs inside one archive or compressed file.
final class ContainerInputs {
  enum Item {
    case article(ArticleInput)
    case lines(LineStream)
  }

  private let reader: ContainerReader
  private let options: RunOptions
  private let label: String
  private let place: String
  /// The user named the archive: what is compressed in it by itself is read whatever it is called.
  private let isNamed: Bool
  /// Of the file, in bytes.
  let size: Int

  init(_ file: InputFile, options: RunOptions) throws(InputProblem) {
    reader = try ContainerReader(storedPath: file.storedPath ?? Array(file.path.utf8), name: file.relativePath, limits: options.limits)
    self.options = options
    label = file.relativePath
    place = file.path
    isNamed = file.root == nil
    size = file.size
  }

  /// - Parameter name: of a stream, its inputs' ids begin with it.
  init(_ reader: ContainerReader, name: String, options: RunOptions) {
    self.reader = reader
    self.options = options
    label = name
    place = name
    isNamed = true
    size = 0
  }

  /// How many bytes of the file have been taken.
  var position: Int { min(reader.position, size) }

  func next(_ ids: inout RecordIDs) -> Item? {
    switch reader.next() {
    case nil: return nil
    case .skipped(let path, let problem)?:
      return .article(ended(path.isEmpty ? "" : "/\(path)", problem))
    case .file(let entry)?:
      // One compressed file is that file.
      let below = reader.isSingle ? "" : "/\(entry.path)"
      let name = reader.isSingle ? ContainerName(label).stem : entry.path
      if !reader.isSingle, isHidden(entry.path) { return .article(ended(below, InputProblem(.hidden))) }
      switch InputForm(name, reading: options.reading, isNamed: isNamed && reader.isSingle) {
      case .article: return .article(article(below, &ids))
      case .lines: return .lines(LineStream(EntryInput(reader), label: label + below, place: place + below, options: options))
      case .container, .other: return .article(ended(below, InputProblem(.notText)))
      }
    }
  }

  private func article(_ below: String, _ ids: inout RecordIDs) -> ArticleInput {
    do throws(InputProblem) {
      var input = ArticleInput(label: label + below, place: place + below, content: .bytes(try reader.read(atMost: options.maxArticle)))
      let path = ContainerName(label).stem + below
      let id = String(PathName(path).stem)
      input.id = ids.take(id, orElse: path)
      if input.id != id { input.warning = ArticleInput.renamed(input.id) }
      return input
    } catch {
      return ended(below, error)
    }
  }

  private func ended(_ below: String, _ problem: InputProblem) -> ArticleInput {
    ArticleInput(label: label + below, place: place + below, content: .ended(problem))
  }

  private func isHidden(_ path: String) -> Bool { path.split(separator: "/").contains { $0.hasPrefix(".") } }
}
