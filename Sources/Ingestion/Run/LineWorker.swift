import Extraction

/// Reads the articles of a batch of lines.
final class LineWorker: BatchWorker {
  let reader: ArticleReader
  private let options: RunOptions
  private let parser = ArticleLineParser()
  private let documents = DocumentReader()
  private var repaired = InputBuffer(capacity: 0)

  init(_ extractor: Extractor, options: RunOptions) {
    reader = ArticleReader(extractor)
    self.options = options
  }

  func work(_ batch: LineBatch) -> [InputResult] {
    var results = batch.tooLong.map { InputResult(input: "line \($0)", outcome: .failed, problem: InputProblem(.tooLarge)) }
    let bytes = batch.bytes.bytes
    var number = batch.firstLine
    var start = 0
    while start < bytes.count {
      let end = LineScan.firstEnd(bytes, from: start) ?? bytes.count
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if !isBlank(line) { results.append(readLine(line, number)) }
      start = end + 1
      number += 1
    }
    return results
  }

  private func isBlank(_ line: UnsafeRawBufferPointer) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  private func readLine(_ line: UnsafeRawBufferPointer, _ number: Int) -> InputResult {
    defer { parser.release(after: line) }
    do throws(InputProblem) {
      return try extract(line, number, repairs: 0)
    } catch {
      guard error.reason == .badLine, let (line, repairs) = repair(line) else { return failed(number, error) }
      do throws(InputProblem) { return try extract(line, number, repairs: repairs) } catch { return failed(number, error) }
    }
  }

  private func failed(_ number: Int, _ problem: InputProblem) -> InputResult {
    InputResult(input: "line \(number)", outcome: .failed, problem: problem)
  }

  /// The line with its broken bytes replaced, and how many were; nil when it is good UTF-8.
  private func repair(_ line: UnsafeRawBufferPointer) -> (line: UnsafeRawBufferPointer, repairs: Int)? {
    guard String(validating: line, as: UTF8.self) == nil else { return nil }
    var text = String(decoding: line, as: UTF8.self)
    let marks = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    repaired.removeAll()
    text.withUTF8 { repaired.append(UnsafeRawBufferPointer($0)) }
    return (repaired.bytes, marks)
  }

  private func extract(_ line: UnsafeRawBufferPointer, _ number: Int, repairs: Int) throws(InputProblem) -> InputResult {
    let fields = try parser.read(line)
    let document = try document(fields)
    if document.text.count > options.maxArticle { throw InputProblem(.tooLarge) }
    let id = fields.id ?? "line-\(number)"
    var result = InputResult(input: "line \(number)", id: id, outcome: .written, byteCount: document.text.count)
    var extraction = options.extraction
    if let published = fields.published, extraction.published == nil {
      extraction.published = PublicationDate(published)
      if extraction.published == nil { result.warning = "“\(published)” is no date (2024-09-27, 2024-09-27T11:41): ignored" }
    }
    let source = ArticleSource(
      id: id, byteCount: document.text.count, encoding: document.encoding, format: document.format == "html" ? "html" : "ndjson",
      name: fields.source ?? options.source, title: fields.title ?? document.title)
    result.summary = reader.read(document.text, source: source, options: extraction, isValidated: document.isValidated, repairs: repairs)
    return result
  }

  private func document(_ fields: ArticleLine) throws(InputProblem) -> Document {
    if let text = fields.text { return Document(text: text, isValidated: true) }
    if let html = fields.html { return try documents.readHTML(html) }
    throw InputProblem(.noText)
  }
}
