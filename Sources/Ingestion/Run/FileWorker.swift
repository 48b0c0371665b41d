import Extraction
import Glibc

/// Reads the articles of a batch of files.
final class FileWorker: BatchWorker {
  let reader: ArticleReader
  private let options: RunOptions
  private let records: RecordTree?
  private let memory: RunMemory?
  private let documents = DocumentReader()
  private var buffer = InputBuffer()

  /// - Parameters:
  ///   - records: where each record becomes a file; nil when they go out as a stream.
  ///   - memory: what an earlier run left there.
  init(_ extractor: Extractor, options: RunOptions, records: RecordTree?, memory: RunMemory?) {
    reader = ArticleReader(extractor)
    self.options = options
    self.records = records
    self.memory = memory
  }

  func work(_ batch: FileBatch) -> [InputResult] { batch.files.map(readFile) }

  private func readFile(_ file: InputFile) -> InputResult {
    var result = InputResult(input: file.relativePath, place: file.path, id: file.id, outcome: .failed, byteCount: file.size)
    do throws(InputProblem) {
      try load(file)
      result.byteCount = buffer.count
      result.sha256 = Digest.sha256(buffer.bytes)
      if let known = known(file, result.sha256) { return known }
      result.summary = try extract(file, result.sha256)
      result.outcome = .written
    } catch {
      result.problem = error
    }
    return result
  }

  private func load(_ file: InputFile) throws(InputProblem) {
    buffer.removeAll()
    guard file.size <= options.maxArticle else { throw InputProblem(.tooLarge) }
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(errno) }
    defer { close(descriptor) }
    try buffer.readAll(from: descriptor, expecting: file.size, atMost: options.maxArticle)
  }

  /// What an earlier run made of the same bytes under the same options.
  private func known(_ file: InputFile, _ sha256: String?) -> InputResult? {
    guard let sha256, let known = memory?.result(of: file, sha256: sha256), let records else { return nil }
    return known.outcome == .failed || records.holds(file.id) ? known : nil
  }

  private func extract(_ file: InputFile, _ sha256: String?) throws(InputProblem) -> ArticleSummary {
    let document = try documents.read(buffer.bytes, name: file.relativePath)
    var extraction = options.extraction
    if extraction.published == nil { extraction.published = document.published }
    let source = ArticleSource(
      id: file.id, path: file.relativePath, byteCount: buffer.count, sha256: sha256, encoding: document.encoding, format: document.format,
      name: options.source, title: document.title)
    let summary = reader.read(document.text, source: source, options: extraction, isValidated: document.isValidated)
    if let records {
      defer { reader.removeOutput() }
      // `withOutput` rethrows any error: carry this one out by hand.
      let written = reader.withOutput { record in
        Result { () throws(InputProblem) in try records.write(record, id: file.id) }
      }
      try written.get()
    }
    return summary
  }
}

extension InputBuffer {
  /// Reads to the end of a file or stream.
  /// - Throws: too large, once more than `limit` bytes came.
  mutating func readAll(from descriptor: Int32, expecting size: Int = 0, atMost limit: Int) throws(InputProblem) {
    // One byte more than expected, so that the end is seen without growing.
    var step = max(size + 1, 1 << 16)
    while true {
      let length = read(from: descriptor, atMost: step)
      if length == 0 { return }
      if length < 0 { throw .unreadable(errno) }
      if count > limit {
        removeAll()
        throw InputProblem(.tooLarge)
      }
      step = 1 << 16
    }
  }
}
