import Extraction
import FoundationEssentials
import Ingestion

/// Annotated articles, by which an extractor is scored.
public struct Gold: Sendable {
  public var articles: [GoldArticle] = []

  /// Reads `gold.jsonl`, or a folder that holds one, or a folder of `.ann` files with their `.txt`: beside them, or at the same place
  /// below a folder `articles` beside the folder.
  public init(_ path: String) throws {
    let file = path.hasSuffix(".jsonl") ? path : "\(path)/gold.jsonl"
    if let lines = TextFile.contents(file) {
      try readLines(lines, path: file)
    } else {
      try readAnnotations(path)
    }
  }

  private mutating func readLines(_ lines: String, path: String) throws {
    for (index, line) in lines.split(separator: "\n").enumerated() where !line.allSatisfy(\.isWhitespace) {
      do {
        articles.append(try JSONDecoder().decode(GoldArticle.self, from: Data(line.utf8)))
      } catch {
        throw GoldProblem(description: "\(path):\(index + 1): \(error)")
      }
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard let stream = TextFile.contents("\(folder)/articles.ndjson") else { return }
    try addTexts(stream)
  }

  private struct Line: Decodable {
    var id: String
    var text: String
    var published: String?
  }

  /// Only what the stream says of the publication is known from outside the text.
  private mutating func addTexts(_ stream: String) throws {
    var lines: [String: Line] = [:]
    for line in stream.split(separator: "\n") {
      let article = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      lines[article.id] = article
    }
    for index in articles.indices {
      articles[index].text = lines[articles[index].id]?.text
      articles[index].published = lines[articles[index].id]?.published
    }
  }

  private mutating func readAnnotations(_ folder: String) throws {
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    var paths: [String: String] = [:]
    for file in InputList.files(below: folder, withExtension: "ann") {
      let texts = ["\(folder)/\(file.stem).txt", "\(parent)/articles/\(file.stem).txt"]
      guard let text = texts.lazy.compactMap(TextFile.contents).first else {
        throw GoldProblem(description: "\(file.path): no text at \(texts.joined(separator: " or "))")
      }
      let id = file.stem.split(separator: "/").last.map(String.init) ?? file.stem
      let contents = TextFile.contents(file.path) ?? ""
      if let first = paths[id] { throw GoldProblem(description: "\(file.path): \(id) is annotated in \(first) too") }
      paths[id] = file.path
      articles.append(try AnnotationReader.read(contents, path: file.path, id: id, text: text))
    }
    if articles.isEmpty { throw GoldProblem(description: "\(folder): neither gold.jsonl nor .ann files there") }
  }

  /// Extracts the articles whose text is at hand: the records by the articles' ids.
  public func records(by extractor: Extractor) throws -> [String: Record] {
    var records: [String: Record] = [:]
    for article in articles {
      guard let text = article.text else { continue }
      let options = ExtractionOptions(published: article.published.flatMap { PublicationDate($0) })
      records[article.id] = try extractor.record(of: text, id: article.id, options: options)
    }
    return records
  }
}
