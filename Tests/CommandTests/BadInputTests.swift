import Support
import Testing

/// Bad input gets a clear line with its place, costs no other record, and shows in the exit status.
@Suite struct BadInputTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ExtractTests.bulletin, to: "good.txt")
    return folder
  }

  private func expect(_ run: Program, says words: String, records: Int) {
    #expect(run.status == 3)
    #expect(run.lines.count == records)
    #expect(run.error.contains(words), "\(run.error)")
  }

  @Test func files() throws {
    let folder = try folder()
    try folder.write([0x50, 0x4B, 0, 1, 2], to: "binary.txt")
    try folder.write("", to: "empty.txt")
    let run = try Program.trich("extract", folder.path)
    expect(run, says: "\(folder.path)/binary.txt: is binary, not text\n", records: 1)
    expect(run, says: "\(folder.path)/empty.txt: is empty\n", records: 1)
    let missing = try Program.trich("extract", "\(folder.path)/good.txt", "\(folder.path)/missing.txt")
    expect(missing, says: "missing.txt: cannot be read: No such file or directory\n", records: 1)
  }

  @Test func whatIsNoTextIsCounted() throws {
    let folder = try folder()
    try folder.write([0xFF, 0xD8], to: "photo.jpg")
    try folder.write("x", to: ".hidden.txt")
    let run = try Program.trich("extract", folder.path)
    #expect(run.status == 0)
    #expect(run.error == "trich: 2 inputs skipped: hidden, or no text files\n")
  }

  @Test func brokenBytesAreReplacedAndFlagged() throws {
    let folder = try folder()
    try folder.write(Array("Ngày 27/9/2024, ".utf8) + [0xFF, 0xC3] + Array(" mưa lớn.\n".utf8), to: "broken.txt")
    let run = try Program.trich("extract", "\(folder.path)/broken.txt", "--include-text")
    #expect(run.status == 0)
    #expect(run.output.contains("\"code\":\"encoding-repaired\""))
    #expect(run.output.contains("\u{FFFD}"))
    #expect(run.output.contains("\"value\":\"2024-09-27\""))
  }

  @Test func linesOfAStream() throws {
    let stream =
      ExtractTests.line("a") + "{\"id\":\"b\",\"text\":\n" + "[1]\n" + "{\"id\":\"d\"}\n" + "\n" + "{\"text\":\"x\",\"source\":{}}\n"
      + ExtractTests.line("g")
    let run = try Program.trich("extract", "--input", "ndjson", input: stream)
    let reasons = [
      "line 2: is no line of JSON", "line 3: is no line of JSON with an article: it is no object", "line 4: has neither text nor html",
      "line 6: is no line of JSON with an article: “source” is no string",
    ]
    for words in reasons {
      expect(run, says: words, records: 2)
    }
    let more = try Program.trich(
      "extract", "--input", "ndjson", input: ExtractTests.line("a").dropLast() + " {}\n" + ExtractTests.line("b"))
    expect(more, says: "line 1: is no line of JSON", records: 1)
  }

  @Test func linesThatWereNotAnnounced() throws {
    let line = ExtractTests.line("a")
    #expect(try Program.trich("extract", input: line).error.hasPrefix("trich: stdin: begins like a line of JSON and was read as text"))
    #expect(try Program.trich("extract", "--input", "text", input: line).error == "")
    #expect(try Program.trich("extract", "--input", "ndjson", input: line).error == "")
  }

  @Test func brokenBytesOfAStream() throws {
    var bytes = Array(ExtractTests.line("a").utf8)
    bytes.insert(0xFF, at: bytes.count - 6)
    let run = try Program.run([Program.path, "extract", "--input", "ndjson"], input: bytes + Array(ExtractTests.line("b").utf8))
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.lines.first?.contains("encoding-repaired") == true)
    #expect(run.lines.last?.contains("encoding-repaired") == false)
  }

  @Test func whatIsTooLargeIsNotHeld() throws {
    let folder = try folder()
    try folder.write(String(repeating: "Mưa lớn. ", count: 2000), to: "large.txt")
    let run = try Program.trich("extract", folder.path, "--max-article", "10000")
    expect(run, says: "large.txt: is too large for an article", records: 1)
    let text = String(repeating: "a", count: 200_000)
    let lines = ExtractTests.line("a") + ExtractTests.line("large", text) + ExtractTests.line("c")
    let stream = try Program.trich("extract", "--input", "ndjson", "--max-article", "10000", input: lines)
    expect(stream, says: "line 2: is too large for an article", records: 2)
    let alone = try Program.trich("extract", "--max-article", "10000", input: text)
    #expect(alone.status == 4)
    #expect(alone.error == "trich: stdin: is too large for an article (see --max-article)\n")
  }

  /// A line of 50 MB goes by in little memory.
  @Test func aHugeLine() throws {
    let script = """
      ulimit -v 400000; (printf '%s' '\(ExtractTests.line("a"))'; printf '{"id":"b","text":"'; head -c 50000000 /dev/zero | tr '\\0' a; \
      printf '"}\\n'; printf '%s' '\(ExtractTests.line("c"))') | "$0" extract --input ndjson --jobs 1
      """
    let run = try Program.run(["bash", "-c", script, Program.path])
    expect(run, says: "line 2: is too large for an article", records: 2)
  }
}
