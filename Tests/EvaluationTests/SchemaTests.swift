import Evaluation
import Extraction
import Support
import Testing

@Suite struct SchemaTests {
  private static let validator = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    count = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        count += 1
        record = json.loads(line)
        for error in validator.iter_errors(record):
            print(record["id"], list(error.absolute_path), error.message[:300])
    print(count, "records")
    """

  private func validate(_ records: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(Sheet.recordSchema, to: "schema.json")
    try folder.write(records, to: "records.ndjson")
    let run = try Program.run(["python3", "-c", Self.validator, "\(folder.path)/schema.json", "\(folder.path)/records.ndjson"])
    #expect(run.status == 0, "\(run.error)")
    return run.lines
  }

  /// Real output against the schema, by a validator that is not ours.
  @Test func recordsFitTheSchema() throws {
    let reader = ArticleReader(Extractor())
    for (index, article) in Checkout.articles.enumerated() {
      var text = article.text
      let source = ArticleSource(id: article.id, path: index % 2 == 0 ? "x.txt" : nil, sha256: nil, name: index % 3 == 0 ? "Báo X" : nil)
      let options = ExtractionOptions(includeText: index % 2 == 0, published: index % 5 == 0 ? PublicationDate("2024-09-27") : nil)
      text.withUTF8 { _ = reader.read(UnsafeRawBufferPointer($0), source: source, options: options) }
    }
    let records = reader.withOutput { String(decoding: $0, as: UTF8.self) }
    #expect(try validate(records) == ["\(Checkout.articles.count) records"])
  }

  @Test func examplesFitTheSchema() throws {
    let reader = ArticleReader(Extractor())
    var count = 0
    for kind in MentionKind.allCases {
      for example in try Sheet.examples(kind).examples {
        var text = example.text
        let options = ExtractionOptions(published: example.published.flatMap { PublicationDate($0) })
        text.withUTF8 {
          _ = reader.read(UnsafeRawBufferPointer($0), source: ArticleSource(id: "\(kind.rawValue)-\(example.number)"), options: options)
        }
        count += 1
      }
    }
    let records = reader.withOutput { String(decoding: $0, as: UTF8.self) }
    #expect(try validate(records) == ["\(count) records"])
  }

  @Test func whatDoesNotFitIsSeen() throws {
    let record = try Program.trich("extract", input: "Ngày 27/9/2024.").output
    #expect(try validate(record.replacing("\"basis\":\"text\"", with: "\"basis\":\"text\",\"extra\":1")).count > 1)
    #expect(try validate(record.replacing("\"encoding\":\"UTF-8\",", with: "")).count > 1)
  }
}
