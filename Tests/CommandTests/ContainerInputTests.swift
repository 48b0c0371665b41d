import Foundation
import Support
import Testing

/// Archives and compressed files as inputs of a run.
@Suite struct ContainerInputTests {
  private static let specimens = "\(Checkout.root)/corpus/archive/containers"

  private struct Line: Decodable {
    struct Source: Decodable {
      var path: String?
      var bytes: Int
      var sha256: String?
      var format: String
    }
    var id: String
    var source: Source
  }

  private func records(_ run: Program) throws -> [Line] {
    try run.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  @Test func filesOfAnArchiveAreInputs() throws {
    let records = try records(Program.trich("extract", "\(Self.specimens)/folder.tar.xz"))
    #expect(records.map(\.id) == ["folder/2004/ban-tin", "folder/2004/trang", "bl-0", "bl-1", "bl-2"])
    #expect(records[0].source.path == "folder.tar.xz/2004/ban-tin.txt")
    #expect(records[0].source.bytes == 805)
    let digest = "a588cd88c6b2a65347eab1be95b657d4cdec66cabff4ac8bd7cbb7648f5ce03d"
    #expect(records[0].source.sha256 == digest, "of what came out of the archive")
    #expect(records[1].source.format == "html")
    #expect(records[2].source.path == "folder.tar.xz/2004/dong.ndjson")
    #expect(records[2].source.sha256 == nil)
  }

  @Test func aCompressedFileIsThatFile() throws {
    let records = try records(
      Program.trich("extract", "\(Self.specimens)/bulletin.txt.gz", "\(Self.specimens)/page.html.zst", "\(Self.specimens)/lines.ndjson.gz"))
    #expect(records.map(\.id) == ["bulletin", "page", "bl-0", "bl-1", "bl-2"])
    #expect(records.map(\.source.path) == ["bulletin.txt.gz", "page.html.zst"] + Array(repeating: "lines.ndjson.gz", count: 3))
  }

  @Test func equalPathsInAnArchiveAreToldApart() throws {
    let run = try Program.trich("extract", "\(Self.specimens)/zips-in-zip.zip")
    #expect(
      try records(run).map(\.id) == [
        "zips-in-zip/2004/ban-tin", "zips-in-zip/2004/thang-5/trong/bản tin", "zips-in-zip/2004/thang-5/trong/trang",
        "zips-in-zip/2004/ban-tin.txt",
      ])
    #expect(run.error.contains("zips-in-zip.zip/2004/ban-tin.txt: another input has its id"))
  }

  @Test func anArchiveComesOnStandardInput() throws {
    let zip = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.specimens)/zips-in-zip.zip")))
    let run = try Program.run([Program.path, "extract", "--id", "2004"], input: zip)
    #expect(try records(run).map(\.id).first == "2004/2004/ban-tin")
    let gzip = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.specimens)/bulletin.txt.gz")))
    #expect(try records(Program.run([Program.path, "extract"], input: gzip)).map(\.id) == ["stdin"])
    let lines = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.specimens)/lines.ndjson.gz")))
    #expect(try records(Program.run([Program.path, "extract", "--input", "ndjson"], input: lines)).map(\.id) == ["bl-0", "bl-1", "bl-2"])
  }

  @Test func nothingLeadsOutOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let run = try Program.trich("extract", "\(Self.specimens)/tricks.tar", "--output", "\(folder.path)/in/records")
    #expect(run.status == 3)
    let files = FileManager.default.subpaths(atPath: folder.path)?.filter { !$0.hasSuffix("/.run") && $0.contains(".") }.sorted()
    #expect(files == ["in/records/run.json", "in/records/tricks/tot.json"])
    let report = try #require(folder.text("in/records/run.json"))
    #expect(report.contains("\"counts\":{\"written\":1,\"unchanged\":0,\"skipped\":2,\"failed\":4}}"))
    #expect(report.contains("{\"input\":\"tricks.tar/../thoat.txt\",\"outcome\":\"failed\",\"reason\":\"unsafe-path\""))
    #expect(report.contains("{\"input\":\"tricks.tar/lien-ket.txt\",\"outcome\":\"skipped\",\"reason\":\"not-file\""))
  }

  /// Every input inside an archive ends as a record or as a line of the report; the next run does none of it again.
  @Test func eachEntryIsAccountedFor() throws {
    let folder = try TemporaryFolder()
    let extract = { try Program.trich("extract", Self.specimens, "--output", folder.path, "--jobs", "4") }
    let first = try extract()
    #expect(first.status == 3)
    let report = try #require(folder.text("run.json"))
    for words in [
      "\"input\":\"bomb.txt.gz\",\"outcome\":\"failed\",\"reason\":\"too-large\"",
      "\"input\":\"cut-off.zip/mot.txt\",\"outcome\":\"written\"",
      "\"input\":\"cut-off.zip/hai.txt\",\"outcome\":\"failed\",\"reason\":\"damaged-archive\"",
      "\"input\":\"encrypted.zip/mat.txt\",\"outcome\":\"failed\",\"reason\":\"encrypted\"",
      "\"input\":\"not-an-archive.zip\",\"outcome\":\"failed\",\"reason\":\"damaged-archive\"",
      "\"input\":\"too-deep.zip/tang-5/tang-4/tang-3/tang-2.zip\",\"outcome\":\"failed\",\"reason\":\"too-deep\"",
      "\"input\":\"old-names.tar/b%B6n tin.txt\",\"outcome\":\"written\"",
    ] { #expect(report.contains(words), "\(words)") }
    #expect(report.contains("\"counts\":{\"written\":18,\"unchanged\":0,\"skipped\":2,\"failed\":11}}"), "\(report.suffix(90))")
    #expect(try extract().error.contains("articles  18 (18 unchanged, 2 skipped, 11 failed)"))
  }

  @Test func keysOfLinesCanBeNamed() throws {
    let line = "{\"url\":\"a/1\",\"content\":\"Mưa từ hôm qua.\",\"crawled\":\"27/09/2024 11:41\",\"text\":\"không phải\"}\n"
    let page = "{\"url\":\"a/2\",\"body\":\"<p>Mưa từ hôm qua.</p>\",\"crawled\":\"2024-09-26T18:00:00Z\"}\n"
    let run = try Program.trich(
      "extract", "--input", "ndjson", "--fields", "id=url,text=content,html=body,published=crawled", input: line + page)
    #expect(run.error == "")
    #expect(run.lines.count == 2)
    #expect(run.lines[0].contains("\"id\":\"a/1\"") && run.lines[0].contains("\"published\":\"2024-09-27T11:41\""))
    #expect(
      run.lines[1].contains("\"id\":\"a/2\"") && run.lines[1].contains("\"published\":\"2024-09-27T01:00\""), "UTC is seven hours behind")
    #expect(try Program.trich("extract", "--fields", "url=id", input: line).status == 2)
  }
}
