import Archive
import Evaluation
import Extraction
import Foundation
import Support
import Testing

/// What leaves the desk, and whether those who read it can.
@Suite struct ExportTests {
  /// One article, its count corrected, its rank thrown out, a post added, its day of publication given.
  private func reviewed() throws -> (folder: Folder, archive: Archive) {
    let folder = try Folder()
    let text = "Ngày 5/3, Thượng tá Lương Hữu Khoát tặng 12 suất quà, gồm \"gạo, muối\".\nThôn Bến Đá nhận đủ. Đến 6/3 thì xong."
    try folder.write("2021/a", text) { record in
      record.id = "a"
      record.flag("count-odd", on: "12 suất quà")
      record.flag("meta-no-publication-date", on: "", severity: .error)
    }
    let archive = try folder.open()
    _ = try archive.index()
    let desk = Desk(archive: archive, reviewer: "lan")
    var correct = Answer(action: .correct)
    correct.flag = try #require(try archive.openFlags("count-odd").first)
    correct.mention = try desk.view(flag: try #require(correct.flag), filter: Desk.Filter())["focus"]?["mention"]?.string
    correct.fields = ["number": "21"]
    _ = try desk.save(correct)
    var reject = Answer(action: .reject)
    reject.article = "a"
    reject.mention = try archive.exported()["a"]?.mention("Thượng tá")?["id"]?.string
    _ = try desk.save(reject)
    var add = Answer(action: .add)
    add.article = "a"
    add.selection = Answer.Selection(kind: "position", paragraph: 1, text: "Thôn Bến Đá", before: "")
    _ = try desk.save(add)
    return (folder, archive)
  }

  private func files(_ archive: Archive, _ form: ExportForm) throws -> [String: String] {
    var files: [String: String] = [:]
    _ = try archive.export(form) { name, text in files[name, default: ""] += text }
    return files
  }

  @Test func recordsKeepTheirOrderAndDecode() throws {
    let (folder, archive) = try reviewed()
    let line = try #require(try files(archive, .record)["records.ndjson"])
    let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
    #expect(record.mentions.first { $0.kind == .count }?.number == .number(21))
    #expect(!record.mentions.contains { $0.kind == .rank })
    #expect(record.mentions.map(\.start) == record.mentions.map(\.start).sorted())
    for mention in record.mentions {
      let utf8 = Array((record.article.text ?? "").utf8)
      #expect(String(decoding: utf8[mention.utf8[0]..<mention.utf8[1]], as: UTF8.self) == mention.text)
    }
    #expect(try folder.contents("2021/a.json").contains("reviewer") == false)
  }

  @Test func aDayOfPublicationIsAnAnswer() throws {
    let (folder, archive) = try reviewed()
    defer { folder.keep() }
    let desk = Desk(archive: archive, reviewer: "lan")
    var day = Answer(action: .correct)
    day.flag = try #require(try archive.openFlags("meta-no-publication-date").first)
    day.fields = ["published": "hôm qua"]
    #expect(throws: ArchiveError.self) { try desk.save(day) }
    day.fields = ["published": "2021-03-07"]
    _ = try desk.save(day)
    let record = try #require(try archive.exported()["a"])
    #expect(record["article"]?["published"] == "2021-03-07")
    #expect(record["article"]?["publishedBasis"] == "reviewer")
    #expect(record.mention("Ngày 5/3")?["value"] == "2021-03-05")
  }

  @Test func goldIsReadByTheScorer() throws {
    let (folder, archive) = try reviewed()
    for (name, text) in try files(archive, .gold) {
      try text.write(toFile: "\(folder.path)/\(name)", atomically: true, encoding: .utf8)
    }
    let gold = try Gold("\(folder.path)/gold.jsonl")
    let article = try #require(gold.articles.first)
    #expect(article.mentions.contains { $0.kind == .count && $0.value == "21|suất quà" })
    #expect(!article.mentions.contains { $0.kind == .rank })
    #expect(article.text?.hasPrefix("Ngày 5/3") == true)
  }

  @Test func examplesAreReadByTheirChecker() throws {
    let (folder, archive) = try reviewed()
    defer { folder.keep() }
    let files = try files(archive, .examples)
    let counts = try ExampleFile(kind: .count, contents: try #require(files["count.txt"]), name: "count.txt")
    #expect(counts.examples.first?.spans.first?.fields.first { $0.name == "number" }?.value == "21")
    let ranks = try ExampleFile(kind: .rank, contents: try #require(files["rank.txt"]), name: "rank.txt")
    #expect(ranks.examples.first?.spans.isEmpty == true)
    #expect(files["position.txt"]?.contains("⟦Thôn Bến Đá⟧") == true)
  }

  /// An answer that says nothing of any words makes an article of the gold, and no example.
  @Test func onlyArticlesThatAreWrittenCount() throws {
    let folder = try Folder()
    defer { folder.keep() }
    try folder.write("a", "Trời mưa suốt buổi sáng.") { $0.flag("meta-no-publication-date", on: "", severity: .error) }
    let archive = try folder.open()
    _ = try archive.index()
    var accept = Answer(action: .accept)
    accept.flag = try #require(try archive.openFlags("meta-no-publication-date").first)
    _ = try Desk(archive: archive, reviewer: "lan").save(accept)
    #expect(try archive.export(.gold) { _, _ in } == 1)
    #expect(try archive.export(.examples) { _, _ in } == 0)
  }

  @Test func tablesOpenInASpreadsheet() throws {
    let (folder, archive) = try reviewed()
    defer { folder.keep() }
    let table = try #require(try files(archive, .csv)["count.csv"])
    #expect(table.hasPrefix("\u{FEFF}article,published,"))
    #expect(table.unicodeScalars.count { $0 == "\r" } == 2)
    #expect(table.contains(",12 suất quà,21,,,suất quà,,"))
  }
}
