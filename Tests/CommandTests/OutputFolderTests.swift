import Foundation
import Support
import Testing

/// `--output DIR`: the tree, the report, and what the next run need not do again.
@Suite struct OutputFolderTests {
  private let folders: RunFolders
  private var input: TemporaryFolder { folders.input }
  private var output: TemporaryFolder { folders.output }

  init() throws {
    folders = try RunFolders()
    try input.write(ExtractTests.bulletin, to: "2024/a.txt")
    try input.write("\(ExtractTests.bulletin)\n", to: "2024/b.txt")
    try input.write([0, 1], to: "2024/bad.txt")
  }

  private func extract(_ options: String...) throws -> Program { try folders.extract(options) }

  @Test func aTreeAndAReport() throws {
    let run = try extract()
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.error.contains("articles  2 (1 failed)"))
    let record = try #require(output.text("2024/a.json"))
    #expect(record.hasPrefix("{\"schema\":\"trich/1\",\"id\":\"2024/a\",\"source\":{\"path\":\"2024/a.txt\",\"bytes\":"))
    #expect(record.contains("\"text\":\"Sáng ngày 27/9/2024, "), "records of a tree carry the text")
    let report = try #require(output.text("run.json"))
    #expect(report.contains("\"counts\":{\"written\":2,\"unchanged\":0,\"skipped\":0,\"failed\":1}}"))
    #expect(report.contains("{\"input\":\"2024/bad.txt\",\"outcome\":\"failed\",\"reason\":\"binary\""))
  }

  @Test func theNextRunSkipsWhatIsUnchanged() throws {
    _ = try extract()
    let before = output.text("2024/a.json")
    try output.write("mark", to: "2024/a.json")
    let again = try extract()
    #expect(again.error.contains("articles  2 (2 unchanged, 1 failed)"))
    #expect(again.status == 3, "what failed is remembered as failed")
    #expect(output.text("2024/a.json") == "mark", "an unchanged input is not read into a record again")
    #expect(try extract("--force").error.contains("articles  2 (1 failed)"))
    #expect(output.text("2024/a.json") == before)
  }

  @Test func whatChangedIsReadAgain() throws {
    _ = try extract()
    try input.write("Ngày 1/10/2024, nắng.\n", to: "2024/a.txt")
    #expect(try extract().error.contains("articles  2 (1 unchanged, 1 failed)"))
    #expect(output.text("2024/a.json")?.contains("2024-10-01") == true)
    #expect(try extract("--published", "2024-10-02").error.contains("articles  2 (1 failed)"), "other options, other records")
  }

  @Test func aRunCutOffIsNotLost() throws {
    _ = try extract()
    let memory = try #require(output.text(".run"))
    try output.write(memory.split(separator: "\n").dropLast(2).joined(separator: "\n") + "\nabc\twri", to: ".run")
    #expect(try extract().error.contains("articles  2 (1 unchanged, 1 failed)"))
    #expect(try extract().error.contains("articles  2 (2 unchanged, 1 failed)"))
  }

  @Test func runsOverTwoFoldersKnowBoth() throws {
    _ = try extract()
    let other = try TemporaryFolder()
    try other.write(ExtractTests.bulletin, to: "c.txt")
    _ = try Program.trich("extract", other.path, "--output", output.path)
    #expect(try extract().error.contains("articles  2 (2 unchanged, 1 failed)"))
  }

  @Test func twoRunsWriteTheSame() throws {
    _ = try extract("--jobs", "4")
    let first = ["2024/a.json", "2024/b.json", "run.json"].map { output.text($0) }
    _ = try extract("--force", "--jobs", "1")
    #expect(["2024/a.json", "2024/b.json", "run.json"].map { output.text($0) } == first)
  }

  @Test func equalIDsAreToldApart() throws {
    try input.write(ExtractTests.bulletin, to: "2024/a.md")
    let run = try extract()
    #expect(run.error.contains("2024/a.txt: another input has its id: the record's id is “2024/a.txt”"))
    #expect(output.text("2024/a.json")?.contains("\"path\":\"2024/a.md\"") == true)
    #expect(output.text("2024/a.txt.json")?.contains("\"id\":\"2024/a.txt\"") == true)
  }

  @Test func aStreamBecomesATree() throws {
    let lines = ["x", "../../escape", "x", "run", "/etc/y"].map { ExtractTests.line($0) }.joined()
    let run = try Program.trich("extract", "--input", "ndjson", "--output", output.path, input: lines)
    #expect(run.status == 0)
    #expect(run.error.contains("line 3: another input has its id: the record's id is “x.2”"))
    for name in ["x.json", "x.2.json", "%../%../escape.json", "run.record.json", "%/etc/y.json"] {
      #expect(output.text(name)?.hasPrefix("{\"schema\"") == true, "\(name)")
    }
    #expect(output.text("run.json")?.contains("\"input\":\"line 3\"") == true)
  }

  /// Addresses as ids may have more letters than a file's name.
  @Test func longIDsBecomeNames() throws {
    let ids = ["a", "b"].map { "bài/" + String(repeating: "ế", count: 100) + $0 }
    let run = try Program.trich("extract", "--input", "ndjson", "--output", output.path, input: ids.map { ExtractTests.line($0) }.joined())
    #expect(run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(output.path)/bài").filter { $0.hasSuffix(".json") }
    #expect(names.count == 2 && names.allSatisfy { $0.hasPrefix("ế") && $0.utf8.count <= 255 })
    #expect(try names.map { try #require(output.text("bài/\($0)")) }.contains { $0.contains(ids[1]) })
  }
}
