import Extraction
import Glibc

/// Reads the articles of a batch.
final class ArticleWorker: BatchWorker {
  let reader: ArticleReader
  private let options: RunOptions
  private let folder: OutputFolder?
  private var buffer = InputBuffer()
  private lazy var parser = ArticleLineParser(options.fields)

  /// - Parameter folder: where each record becomes a file; nil when they go out as a stream.
  init(_ extractor: Extractor, options: RunOptions, folder: OutputFolder?) {
    reader = ArticleReader(extractor)
    self.options = options
    self.folder = folder
  }

  func work(_ batch: InputBatch) -> [InputResult] {
    batch.articles.isEmpty ? readLines(batch.lines) : batch.articles.map(read)
  }

  // MARK: - Files

  func read(_ input: ArticleInput) -> InputResult {
    let name = InputName(InputName.Source(input: input.label, place: input.place))
    var result = InputResult(name, id: input.id, outcome: .failed, byteCount: input.size)
    result.warning = input.warning
    result.position = input.position
    do throws(InputProblem) {
      try load(input)
      result.byteCount = buffer.count
      if options.reading == .auto, buffer.bytes.isObjectOfJSON { result.warning = ArticleInput.looksLikeLines }
      // One article on standard input that leaves no trace needs no digest, and the library for it need not be loaded.
      if input.path != nil || folder != nil { result.sha256 = Digest.sha256(buffer.bytes) }
      if let known = folder?.memory.result(like: result) { return known }
      if options.isRehearsal { return result.ended(.written) }
      let document = try DocumentReader.read(buffer.bytes, name: ContainerName(input.label).stem)
      var source = ArticleSource(
        id: input.id, path: input.path, byteCount: buffer.count, sha256: input.path == nil ? nil : result.sha256, name: options.source)
      try extract(document, &source, &result)
      return result
    } catch {
      return result.ended(error)
    }
  }

  private func load(_ input: ArticleInput) throws(InputProblem) {
    buffer.removeAll()
    switch input.content {
    case .ended(let problem): throw problem
    case .bytes(let bytes): buffer.append(bytes)
    case .file(let file):
      guard file.size <= options.maxArticle else { throw InputProblem(.tooLarge) }
      let stream = try file.open().get()
      try buffer.readAll(from: stream.descriptor, expecting: file.size, atMost: options.maxArticle)
    }
  }

  // MARK: - Lines

  private func readLines(_ batch: LineBatch) -> [InputResult] {
    var results = batch.tooLong.map { result(batch, $0, id: LineBatch.id(ofLine: $0)).ended(InputProblem(.tooLarge)) }
    var ids = batch.ids[...]
    batch.forEachLine { line, number in
      var result = result(batch, number, id: ids.popFirst() ?? "")
      do throws(InputProblem) {
        try read(line, batch, &result)
      } catch {
        if result.id.isEmpty { result.id = LineBatch.id(ofLine: number) }
        result = result.ended(error)
      }
      results.append(result)
      parser.release(after: line)
    }
    return results
  }

  private func result(_ batch: LineBatch, _ number: Int, id: String) -> InputResult {
    var result = InputResult(InputName(batch.name, line: number), id: id, outcome: .failed)
    result.position = batch.position
    return result
  }

  private func read(_ line: UnsafeRawBufferPointer, _ batch: LineBatch, _ result: inout InputResult) throws(InputProblem) {
    if let folder {
      result.sha256 = Digest.sha256(line)
      if let known = folder.memory.result(like: result) {
        result = known
        return
      }
      if options.isRehearsal {
        result.outcome = .written
        return
      }
    }
    let fields = try parser.read(line)
    var document = try document(fields)
    if document.byteCount > options.maxArticle { throw InputProblem(.tooLarge) }
    if fields.breaks > 0 { document.repairs.insert(TextRepair(.invalid, count: fields.breaks), at: 0) }
    tell(batch, fields, &result)
    if let published = fields.published, options.extraction.published == nil {
      document.publish(PublicationDate(field: published))
      if document.published == nil { result.warning = "“\(published)” is no date (2024-09-27, 2024-09-27T11:41): ignored" }
    }
    result.byteCount = document.byteCount
    var source = ArticleSource(
      id: result.id, path: batch.name.input, byteCount: document.byteCount, format: "ndjson", name: fields.source ?? options.source,
      title: fields.title)
    try extract(document, &source, &result)
  }

  /// The line's own id, or what was given instead.
  private func tell(_ batch: LineBatch, _ fields: ArticleLine, _ result: inout InputResult) {
    if batch.ids.isEmpty {
      result.id = fields.id ?? result.line.map(LineBatch.id(ofLine:)) ?? ""
    } else if let id = fields.id, id != result.id {
      result.warning = ArticleInput.renamed(result.id)
    }
  }

  private func document(_ fields: ArticleLine) throws(InputProblem) -> Document {
    if let text = fields.text { return DocumentReader.readField(text) }
    if let html = fields.html { return try DocumentReader.readHTML(html) }
    throw InputProblem(.noText)
  }

  // MARK: - Records

  private func extract(_ document: Document, _ source: inout ArticleSource, _ result: inout InputResult) throws(InputProblem) {
    document.describe(&source)
    var extraction = options.extraction
    if extraction.published == nil { (extraction.published, extraction.publishedBasis) = (document.published, document.publishedBasis) }
    (result.text, result.summary) = document.withText {
      (TextDigest($0), reader.read($0, source: source, options: extraction, isValidated: true, repairs: document.repairs))
    }
    if Extractor.lacksICU { result.warning = "the library ICU is missing: letters with combining marks are not composed" }
    if let folder {
      defer { reader.removeOutput() }
      // `withOutput` rethrows any error: carry this one out by hand.
      let written = reader.withOutput { record in
        Result { () throws(InputProblem) in try folder.tree.write(record, id: source.id) }
      }
      try written.get()
    }
    result.outcome = .written
  }
}

extension InputBuffer {
  /// Reads to the end of a file or stream.
  /// - Throws: too large, once more than `limit` bytes came.
  mutating func readAll(from descriptor: Int32, expecting size: Int = 0, atMost limit: Int) throws(InputProblem) {
    // One byte more than expected, so that the end is seen without growing.
    var step = max(size + 1, 1 << 16)
    while true {
      if count > limit {
        removeAll()
        throw InputProblem(.tooLarge)
      }
      let length = read(from: descriptor, atMost: step)
      if length == 0 { return }
      if length < 0 { throw .unreadable(errno) }
      step = 1 << 16
    }
  }
}
