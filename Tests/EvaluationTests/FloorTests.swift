import Evaluation
import Extraction
import FoundationEssentials
import Support
import Testing

/// The figures below which a kind or a link must not fall on the annotated texts of `corpus/`; `corpus/floors.tsv` holds them.
@Suite struct FloorTests {
  /// Name and least F1 of each kind and link, and the digest of the texts that they were measured on.
  private func floors(_ set: String) throws -> (digest: String, values: [(name: String, floor: Double)]) {
    var digest = ""
    var values: [(String, Double)] = []
    for line in try Checkout.text("corpus/floors.tsv").split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields[0] == set else { continue }
      if fields[1] == "corpus" { digest = fields[2] } else { values.append((fields[1], try #require(Double(fields[2])))) }
    }
    return (digest, values)
  }

  @Test(arguments: ["gold", "bulletins"])
  func nothingFallsBelowItsFloor(set: String) throws {
    let gold = try Gold("\(Checkout.root)/corpus/\(set)")
    var score = Score()
    score.add(gold, try gold.records(by: Extractor()))
    let (_, values) = try floors(set)
    var measured: [String: Double] = [:]
    for (bucket, tally) in score.kinds { measured[bucket.rawValue] = tally.f1 }
    for (link, tally) in score.links { measured[link.rawValue] = tally.f1 }
    #expect(Set(values.map(\.name)) == Set(measured.keys), "a floor for each kind and link")
    for (name, floor) in values {
      let value = try #require(measured[name])
      #expect(value >= floor, "\(name) fell from \(floor) to \(value)")
    }
  }

  /// A changed article or annotation changes what the floors mean.
  @Test(arguments: ["gold", "bulletins"])
  func theCorpusIsTheOneThatWasMeasured(set: String) throws {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    let gold = try Gold("\(Checkout.root)/corpus/\(set)")
    for article in gold.articles.sorted(by: { $0.id < $1.id }) {
      let marks = article.mentions.map { "\($0.kind) \($0.start) \($0.end) \($0.text)" }
      for byte in ([article.id, article.text ?? ""] + marks).joined(separator: "\n").utf8 {
        digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let found = String(digest, radix: 16)
    #expect(
      try floors(set).digest == found,
      "corpus/\(set) has changed: measure again with scripts/accuracy, and write \(found) into corpus/floors.tsv")
  }
}
