import Extraction
import Ingestion

/// A digest of all that the rules make of `corpus/`: the articles and the marked sentences.
///
/// It stands in `Tool.rules` behind the number of the rules, so that no change of the output goes unnumbered.
public enum RulesDigest {
  /// - Parameter corpus: the folder `corpus` of a checkout.
  /// - Returns: eight hexadecimal digits; nil when the folder holds no articles.
  public static func compute(corpus: String, extractor: Extractor) throws -> String? {
    let articles = InputList.files(below: "\(corpus)/articles", withExtension: "txt")
    if articles.isEmpty { return nil }
    let reader = ArticleReader(extractor)
    var output: [UInt8] = []
    for article in articles {
      guard let text = TextFile.bytes(article.path) else { continue }
      append(text, id: article.stem, published: nil, reader, &output)
    }
    for kind in MentionKind.allCases {
      let name = "\(corpus)/examples/\(kind.rawValue).txt"
      let file = try ExampleFile(kind: kind, contents: TextFile.contents(name) ?? "", name: name)
      for example in file.examples {
        append(Array(example.text.utf8), id: "\(kind.rawValue)-\(example.number)", published: example.published, reader, &output)
      }
    }
    return output.withUnsafeBytes(Digest.sha256).map { String($0.prefix(8)) }
  }

  /// The record without its end, which names the rules themselves.
  private static func append(_ text: [UInt8], id: String, published: String?, _ reader: ArticleReader, _ output: inout [UInt8]) {
    let options = ExtractionOptions(published: published.flatMap { PublicationDate($0) })
    _ = text.withUnsafeBytes { reader.read($0, source: ArticleSource(id: id, byteCount: text.count), options: options) }
    reader.withOutput { record in
      let end = Array(",\"tool\":{".utf8)
      var length = record.count
      while length > 0, !record[length...].starts(with: end) { length -= 1 }
      output.append(contentsOf: record[..<length])
    }
    reader.removeOutput()
  }
}
