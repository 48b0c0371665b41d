import Evaluation
import Extraction
import FoundationEssentials
import Support
import Testing

@Suite struct ScoreTests {
  @Test func annotationsBecomeGold() throws {
    let gold = try Gold("\(Checkout.root)/corpus/gold")
    #expect(gold.articles.count == Checkout.articles.count)
    for article in gold.articles {
      let scalars = Array((article.text ?? "").unicodeScalars)
      for mention in article.mentions {
        #expect(scalars[mention.start..<mention.end].elementsEqual(mention.text.unicodeScalars), "\(article.id): \(mention.text)")
      }
    }
  }

  @Test func aBrokenAnnotationIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("Ngày 27/9.", to: "a.txt")
    try folder.write("#published\t2024-09-28\ndate\tNgày 28/9\t2024-09-28\n", to: "a.ann")
    let run = try Program.trich("eval", folder.path)
    #expect(run.status == 4)
    #expect(run.error.contains("a.ann:2: not found after 0: Ngày 28/9"))
  }

  @Test func twoTextsOfOneNameAreRefused() throws {
    let folder = try TemporaryFolder()
    for place in ["x", "y"] {
      try folder.write("Ngày 27/9.", to: "\(place)/a.txt")
      try folder.write("date\tNgày 27/9\tXXXX-09-27\n", to: "\(place)/a.ann")
    }
    let run = try Program.trich("eval", folder.path)
    #expect(run.status == 4)
    #expect(run.error.contains("y/a.ann: a is annotated in \(folder.path)/x/a.ann too"))
  }

  /// The same figures as the script that defines them: on our records, and on records with mistakes put in.
  @Test(.enabled(if: Checkout.shared != nil, "there is no ../shared"), arguments: [0, 7])
  func figuresAreThoseOfTheScript(everyNth: Int) throws {
    let shared = try #require(Checkout.shared)
    let folder = try TemporaryFolder()
    let gold = try Gold("\(shared)/gold/gold.jsonl")
    var records = try gold.records(by: Extractor()).values.sorted { $0.id < $1.id }
    if everyNth > 0 { Mistakes(everyNth: everyNth).put(into: &records) }
    let lines = try records.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "records.ndjson")
    let script = try Program.run(["python3", "\(shared)/gold/score.py", "\(shared)/gold/gold.jsonl", "\(folder.path)/records.ndjson"])
    #expect(script.status == 0, "\(script.error)")
    var score = Score()
    score.add(gold, RecordFiles.byName(records))
    #expect(ScoreTable(score).text + ScoreTable(score).summary == script.output)
  }

  @Test func aChangeIsShownByRule() throws {
    let extractor = Extractor()
    let old = [try extractor.record(of: "Ngày 27/9/2024, Thượng tá Phạm Thanh Bình đến.", id: "a")]
    let new = [try extractor.record(of: "Ngày 28/9/2024, Đại tá Phạm Thanh Bình đến.", id: "a")]
    let diff = RecordDiff(old, new)
    #expect(RecordDiff(old, old).changes.isEmpty)
    #expect(
      diff.changes.contains {
        $0.rule == "date.day-month-year" && $0.sort == .changed && $0.fields.contains("value: 2024-09-27 → 2024-09-28")
      })
    #expect(diff.byRule.map(\.rule).contains("rank.word"))
  }
}

/// Mistakes of every sort, the same each time.
private struct Mistakes {
  let everyNth: Int

  func put(into records: inout [Record]) {
    var count = 0
    for record in records.indices {
      records[record].mentions.removeAll { _ in
        count += 1
        return count.isMultiple(of: everyNth * 5)
      }
      for index in records[record].mentions.indices {
        count += 1
        if count.isMultiple(of: everyNth) { spoil(&records[record].mentions[index], count / everyNth) }
      }
    }
  }

  private func spoil(_ mention: inout Mention, _ number: Int) {
    switch number % 6 {
    case 0: mention.start = max(0, mention.start - 5)
    case 1: mention.value = "1999"
    case 2: mention.unit = "cái"
    case 3: mention.positions = ["Tân Bí thư (khóa XIII)"]
    case 4: mention.issuer = "Bộ Công an"
    default: mention.max = 3.25
    }
  }
}
