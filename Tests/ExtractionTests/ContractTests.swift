import Evaluation
import Extraction
import FoundationEssentials
import Support
import Testing

/// What others rely on: offsets, the same bytes for the same bytes, the record as Swift values.
@Suite struct ContractTests {
  private static let extractor = Extractor()

  private func line(_ text: String, id: String, _ reader: ArticleReader) -> [UInt8] {
    var text = text
    text.withUTF8 { utf8 in
      let options = ExtractionOptions(includeText: true)
      _ = reader.read(UnsafeRawBufferPointer(utf8), source: ArticleSource(id: id, byteCount: utf8.count), options: options)
    }
    defer { reader.removeOutput() }
    return reader.withOutput { Array($0) }
  }

  @Test func everyMentionStandsWhereItSays() throws {
    #expect(Checkout.articles.count >= 15)
    for (id, text) in Checkout.articles {
      let record = try Self.extractor.record(of: text, id: id)
      let scalars = Array(text.unicodeScalars)
      let bytes = Array(text.utf8)
      for mention in record.mentions {
        #expect(scalars[mention.start..<mention.end].elementsEqual(mention.text.unicodeScalars), "\(id) \(mention.id)")
        #expect(bytes[mention.utf8[0]..<mention.utf8[1]].elementsEqual(mention.text.utf8), "\(id) \(mention.id)")
        #expect(mention.id == "\(mention.kind.rawValue):\(mention.start)-\(mention.end)")
      }
      #expect(record.article.body[0] <= record.article.body[1] && record.article.body[1] <= scalars.count)
    }
  }

  @Test func idsPointAtMentions() throws {
    for (id, text) in Checkout.articles {
      let record = try Self.extractor.record(of: text, id: id)
      let ids = Set(record.mentions.map(\.id))
      #expect(ids.count == record.mentions.count, "\(id): no two mentions share an id")
      for evidence in record.people.map(\.mentions) + record.decrees.map(\.mentions) + record.flags.map(\.mentions) {
        #expect(ids.isSuperset(of: evidence), "\(id)")
      }
      let people = Set(record.people.map(\.id))
      let decrees = Set(record.decrees.map(\.id))
      #expect(record.mentions.compactMap(\.person).allSatisfy(people.contains), "\(id)")
      #expect(record.mentions.compactMap(\.decree).allSatisfy(decrees.contains), "\(id)")
    }
  }

  /// What a reader has read before leaves no trace: an article gives the same bytes first, last and alone.
  @Test func theSameBytesGiveTheSameBytes() {
    let articles = Checkout.articles
    let reader = ArticleReader(Self.extractor)
    let forwards = articles.map { line($0.text, id: $0.id, reader) }
    let backwards = Array(articles.reversed().map { line($0.text, id: $0.id, reader) }.reversed())
    let alone = articles.map { line($0.text, id: $0.id, ArticleReader(Self.extractor)) }
    for (index, article) in articles.enumerated() {
      let isSame = forwards[index] == backwards[index] && forwards[index] == alone[index]
      #expect(isSame, "\(article.id)")
    }
  }

  /// The public types hold all that the JSON holds: written again from them, every key is there with its value.
  @Test func theTypesHoldTheWholeRecord() throws {
    let reader = ArticleReader(Self.extractor)
    for (id, text) in Checkout.articles {
      let json = Data(line(text, id: id, reader))
      let record = try JSONDecoder().decode(Record.self, from: json)
      let again = try JSONEncoder().encode(record)
      #expect(try JSONDecoder().decode(Record.self, from: again) == record)
      let missing = try KeyList(json).keys.subtracting(KeyList(again).keys)
      #expect(missing.isEmpty, "\(id): \(missing.sorted())")
    }
  }

  @Test func noOptionIsNoSurprise() throws {
    let text = "Sáng 27/9, Thượng tá Phạm Thanh Bình dự họp."
    let published = ExtractionOptions(published: PublicationDate("2024-09-28"))
    #expect(try Self.extractor.record(of: text, options: published).mentions.first?.value == "2024-09-27")
    let ranks = ExtractionOptions(kinds: KindSet([.rank]))
    #expect(try Self.extractor.record(of: text, options: ranks).mentions.map(\.kind) == [.rank])
  }

  /// `Tool.rules` is a number and a digest of the output: after a change of the rules, run `scripts/rules-digest`.
  @Test func theRulesAreNumbered() throws {
    let digest = try RulesDigest.compute(corpus: "\(Checkout.root)/corpus", extractor: Self.extractor)
    let number = "\(Tool.rules)".split(separator: "-").last.map(String.init)
    #expect(number == digest, "the output over corpus/ has changed: run scripts/rules-digest")
  }
}

/// The keys of JSON with their paths, those of `null` left out.
private struct KeyList {
  private(set) var keys: Set<String> = []

  init(_ json: Data) throws { collect(try JSONDecoder().decode(Value.self, from: json), "") }

  private indirect enum Value: Decodable {
    case object([String: Value])
    case list([Value])
    case plain, null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let object = try? container.decode([String: Value].self) {
        self = .object(object)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .plain
      }
    }
  }

  private mutating func collect(_ value: Value, _ path: String) {
    switch value {
    case .object(let object): for (key, value) in object { collect(value, "\(path).\(key)") }
    case .list(let list): for value in list { collect(value, "\(path)[]") }
    case .plain: keys.insert(path)
    case .null: break
    }
  }
}
