import CSimdjson
import Glibc

/// The keys under which lines hold what is read of them.
public struct LineFields: Sendable {
  public enum Field: String, Sendable, CaseIterable { case id, text, html, published, source, title }

  /// In the order of `Field`.
  private(set) var keys = Field.allCases.map(\.rawValue)

  public init() {}

  public subscript(field: Field) -> String {
    get { keys[LineFields.place(field)] }
    set { keys[LineFields.place(field)] = newValue }
  }

  private static func place(_ field: Field) -> Int { Field.allCases.firstIndex(of: field) ?? 0 }
}

/// One line of a stream: `{"id", "text" or "html", "published"?, "source"?, "title"?}`, as views that live until the next line.
struct ArticleLine {
  var id: String?
  var text: UnsafeRawBufferPointer?
  var html: UnsafeRawBufferPointer?
  var published: String?
  var source: String?
  var title: String?
  /// Stretches of the line that were no UTF-8 and were replaced.
  var breaks = 0
}

/// Reads lines of JSON. For one thread.
final class ArticleLineParser {
  private var parser: OpaquePointer?
  private let keys: [String]
  private var repaired = InputBuffer(capacity: 0)
  /// Above this many bytes a line's buffers are given back.
  private static let largeLine = 4 << 20

  init(_ fields: LineFields) {
    keys = fields.keys
    open()
  }

  deinit { trich_json_close(parser) }

  private func open() {
    var keys = keys.map { strdup($0) }
    defer { for key in keys { free(key) } }
    parser = keys.withUnsafeMutableBufferPointer { keys in
      keys.withMemoryRebound(to: UnsafePointer<CChar>?.self) { trich_json_open($0.baseAddress) }
    }
  }

  /// - Parameter line: `InputBuffer.padding` bytes must be readable behind it. What is no UTF-8 in it is replaced.
  func read(_ line: UnsafeRawBufferPointer) throws(InputProblem) -> ArticleLine {
    do throws(InputProblem) {
      return try parse(line)
    } catch {
      guard let breaks = repair(line) else { throw error }
      var article = try parse(repaired.bytes)
      article.breaks = breaks
      return article
    }
  }

  private func parse(_ line: UnsafeRawBufferPointer) throws(InputProblem) -> ArticleLine {
    var fields = trich_json_article()
    if let message = trich_json_read(parser, line.baseAddress?.assumingMemoryBound(to: UInt8.self), line.count, &fields) {
      throw InputProblem(.badLine, detail: String(cString: message))
    }
    return ArticleLine(
      id: string(fields.id), text: view(fields.text), html: view(fields.html), published: string(fields.published),
      source: string(fields.source), title: string(fields.title))
  }

  /// Keeps the line with its broken bytes replaced.
  /// - Returns: how many stretches were; nil when it is good UTF-8.
  private func repair(_ line: UnsafeRawBufferPointer) -> Int? {
    guard String(validating: line, as: UTF8.self) == nil else { return nil }
    var text = String(decoding: line, as: UTF8.self)
    repaired.removeAll()
    text.withUTF8 { repaired.append(UnsafeRawBufferPointer($0)) }
    return text.unicodeScalars.count { $0 == "\u{FFFD}" }
  }

  /// Gives the memory of one huge line back; what it read is gone then.
  func release(after line: UnsafeRawBufferPointer) {
    guard line.count > ArticleLineParser.largeLine else { return }
    trich_json_close(parser)
    open()
  }

  private func view(_ field: trich_json_text) -> UnsafeRawBufferPointer? {
    field.bytes.map { UnsafeRawBufferPointer(start: $0, count: field.length) }
  }

  private func string(_ field: trich_json_text) -> String? {
    view(field).map { String(decoding: $0, as: UTF8.self) }
  }
}
