import CSimdjson

/// One line of a stream: `{"id", "text" or "html", "published"?, "source"?, "title"?}`, as views that live until the next line.
struct ArticleLine {
  var id: String?
  var text: UnsafeRawBufferPointer?
  var html: UnsafeRawBufferPointer?
  var published: String?
  var source: String?
  var title: String?
}

/// Reads lines of JSON. For one thread.
final class ArticleLineParser {
  private var parser = trich_json_open()
  /// Above this many bytes a line's buffers are given back.
  private static let largeLine = 4 << 20

  deinit { trich_json_close(parser) }

  /// - Parameter line: `InputBuffer.padding` bytes must be readable behind it.
  func read(_ line: UnsafeRawBufferPointer) throws(InputProblem) -> ArticleLine {
    var fields = trich_json_article()
    if let message = trich_json_read(parser, line.baseAddress?.assumingMemoryBound(to: UInt8.self), line.count, &fields) {
      throw InputProblem(.badLine, detail: String(cString: message))
    }
    return ArticleLine(
      id: string(fields.id), text: view(fields.text), html: view(fields.html), published: string(fields.published),
      source: string(fields.source), title: string(fields.title))
  }

  /// Gives the memory of one huge line back; what it read is gone then.
  func release(after line: UnsafeRawBufferPointer) {
    guard line.count > ArticleLineParser.largeLine else { return }
    trich_json_close(parser)
    parser = trich_json_open()
  }

  private func view(_ field: trich_json_text) -> UnsafeRawBufferPointer? {
    field.bytes.map { UnsafeRawBufferPointer(start: $0, count: field.length) }
  }

  private func string(_ field: trich_json_text) -> String? {
    view(field).map { String(decoding: $0, as: UTF8.self) }
  }
}
