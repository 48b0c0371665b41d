import Extraction
import Foundation
import Support
import Testing

/// The same text twice in a run: the later record marks the earlier.
@Suite struct CopyTests {
  private func record(_ json: String) throws -> Record { try JSONDecoder().decode(Record.self, from: Data(json.utf8)) }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Trời mưa.\n", to: "a.txt")
    try folder.write("Trời nắng.\n", to: "b.txt")
    try folder.write("\u{FEFF}Trời mưa.\n", to: "c.txt")
    return folder
  }

  @Test func theLaterOneIsMarked() throws {
    let folder = try folder()
    let records = try Program.trich("extract", folder.path).lines.map(record)
    try #require(records.map(\.copyOf) == [nil, nil, "a"])
    let flag = try #require(records[2].flags.last)
    #expect(flag.code == "text-duplicate" && flag.severity == .info && flag.message == "the same text as “a”")
    #expect(records[0].flags.allSatisfy { $0.code != "text-duplicate" })
  }

  @Test func linesAndChecksToo() throws {
    let lines = ["x", "y"].map { ExtractTests.line($0) }.joined()
    #expect(try Program.trich("extract", "--input", "ndjson", input: lines).lines.map(record).map(\.copyOf) == [nil, "x"])
    let folder = try folder()
    #expect(try Program.trich("check", folder.path).output.contains("c.txt:1:1: info: text-duplicate: the same text as “a”\n"))
  }

  /// A mark follows what is there, in every later run.
  @Test func marksAreKept() throws {
    let (input, output) = (try folder(), try TemporaryFolder())
    let extract = { try Program.trich("extract", input.path, "--output", output.path) }
    let copyOf = { try record(output.text("c.json") ?? "").copyOf }
    _ = try extract()
    #expect(try copyOf() == "a")
    #expect(try extract().error.contains("articles  3 (3 unchanged)"))
    try input.write("Trời lạnh.\n", to: "a.txt")
    #expect(try extract().error.contains("articles  3 (1 unchanged)"), "a is new and c no copy any more")
    #expect(try copyOf() == nil)
    let fresh = try TemporaryFolder()
    _ = try Program.trich("extract", input.path, "--output", fresh.path)
    #expect(output.text("c.json") == fresh.text("c.json"))
    try input.write("Trời mưa.\n", to: "b.txt")
    _ = try extract()
    #expect(try copyOf() == "b")
  }
}
