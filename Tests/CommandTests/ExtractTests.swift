import Support
import Testing

/// What the built program does for a person at a shell.
@Suite struct ExtractTests {
  static let bulletin = "Sáng ngày 27/9/2024, Thượng tá Phạm Thanh Bình dự hội nghị với 86/86 xã.\n"

  static func line(_ id: String, _ text: String = bulletin) -> String {
    "{\"id\":\"\(id)\",\"text\":\"\(text.split(separator: "\n").joined(separator: "\\n"))\"}\n"
  }

  @Test func standardInputGivesOneRecord() throws {
    let run = try Program.trich("extract", input: Self.bulletin)
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("{\"schema\":\"trich/1\",\"id\":\"stdin\",\"source\":{\"path\":null,"))
    #expect(run.output.contains("\"value\":\"2024-09-27\""))
    #expect(try Program.trich("extract", "-", "--id", "x/y", input: Self.bulletin).output.contains("\"id\":\"x/y\""))
  }

  @Test func optionsReachTheRecord() throws {
    let text = "Sáng 27/9, Thượng tá Phạm Thanh Bình dự họp.\n"
    let run = try Program.trich(
      "extract", "--published", "2024-09-28", "--source", "Báo X", "--kinds", "date", "--include-text", input: text)
    #expect(run.output.contains("\"published\":\"2024-09-28\",\"publishedBasis\":\"given\""))
    #expect(run.output.contains("\"name\":\"Báo X\""))
    #expect(run.output.contains("\"text\":\"\(text.dropLast())\\n\""))
    #expect(run.output.contains("\"value\":\"2024-09-27\""))
    #expect(!run.output.contains("\"kind\":\"rank\""))
  }

  @Test func aStreamKeepsItsOrder() throws {
    let ids = (1...300).map { "n\($0)" }
    let text = String(repeating: Self.bulletin, count: 10)
    let stream = ids.map { Self.line($0, text) }.joined()
    let one = try Program.trich("extract", "--input", "ndjson", "--jobs", "1", input: stream)
    let many = try Program.trich("extract", "--input", "ndjson", "--jobs", "4", input: stream)
    #expect(one.lines.count == ids.count)
    #expect(zip(one.lines, ids).allSatisfy { $0.hasPrefix("{\"schema\":\"trich/1\",\"id\":\"\($1)\",") })
    let isSame = one.output == many.output
    #expect(isSame, "one job and four jobs write the same bytes")
  }

  @Test func aStreamTellsWhatItKnows() throws {
    let line =
      "{\"source\":\"Báo X\",\"title\":\"Tít\",\"published\":\"2024-09-28T06:00\",\"text\":\"Sáng 27/9, mưa.\",\"id\":7,\"x\":[1]}\n"
    let run = try Program.trich("extract", "--input", "ndjson", input: line)
    #expect(run.output.contains("\"id\":\"7\""))
    #expect(run.output.contains("\"name\":\"Báo X\""))
    #expect(run.output.contains("\"title\":\"Tít\",\"published\":\"2024-09-28T06:00\""))
    #expect(run.output.contains("\"value\":\"2024-09-27\""))
  }

  @Test func recordsStandInATable() throws {
    let folder = try TemporaryFolder()
    let run = try Program.trich("extract", "--output", folder.path, "--format", "csv", "--kinds", "date,rank", input: Self.bulletin)
    #expect(run.status == 0)
    #expect(folder.text("rank.csv")?.contains("stdin,2024-09-27,") == true || folder.text("rank.csv")?.contains("Thượng tá") == true)
    let head = "\u{FEFF}article,published,start,end,text,value,from,to,precision,basis,rule,confidence\r\n"
    #expect(folder.text("date.csv")?.hasPrefix(head) == true)
    #expect(folder.text("name.csv") == nil)
  }

  @Test func noCellIsAFormula() throws {
    let folder = try TemporaryFolder()
    let run = try Program.trich(
      "extract", "--input", "ndjson", "--output", folder.path, "--format", "csv", input: Self.line("=1+1", "Có 5 xã."))
    #expect(run.status == 0)
    #expect(folder.text("count.csv")?.contains("\r\n'=1+1,,") == true)
  }

  @Test(arguments: [
    ("2024-09-28T20:30:00Z", "2024-09-29T03:30"), ("2024-09-28T08:30:15+07:00", "2024-09-28T08:30"), ("28/9/2024", "2024-09-28"),
  ]) func publicationDatesOfManyForms(_ given: String, _ read: String) throws {
    let run = try Program.trich("extract", "--published", given, input: Self.bulletin)
    #expect(run.output.contains("\"published\":\"\(read)\",\"publishedBasis\":\"given\""))
  }

  @Test(arguments: ["2024-09-28T25:00", "2024-09-28xyz", "2024-02-30", "28/9", ""]) func whatIsNoPublicationDate(_ given: String) throws {
    let run = try Program.trich("extract", "--published", given, input: Self.bulletin)
    #expect(run.status == 2 && run.error.contains("“\(given)” is no date; write "))
  }

  @Test(arguments: ["", "\n", " \r\n\t\n"]) func whiteSpaceIsNoArticle(_ text: String) throws {
    let run = try Program.trich("extract", input: text)
    #expect(run.status == 4 && run.output.isEmpty && run.error == "trich: stdin: is empty\n")
  }

  @Test(arguments: [
    ("Đồng chí Bình", "NFC"), ("\u{110}o\u{302}\u{300}ng chi\u{301} Bi\u{300}nh \u{111}i", "NFD"), ("Đồng chí Bi\u{300}nh", "mixed"),
    ("\u{110}ô\u{300}ng chi\u{301}", "mixed"),
  ]) func theFormOfLettersIsTold(_ text: String, _ form: String) throws {
    #expect(try Program.trich("extract", input: text).output.contains("\"form\":\"\(form)\""))
  }

  @Test func theUsersWordsCount() throws {
    let folder = try TemporaryFolder()
    try folder.write("bộ cồng\tthing\n", to: "unit.tsv")
    let run = try Program.trich("extract", "--words", folder.path, input: "Đoàn tặng 5 bộ cồng cho làng.\n")
    #expect(run.output.contains("\"unit\":\"bộ cồng\""))
    for command in ["explain", "tokens"] {
      let look = try Program.trich(command, "--words", folder.path, input: "Đoàn tặng 5 bộ cồng cho làng.\n")
      #expect(look.output.contains(command == "explain" ? "“5 bộ cồng”  count." : "unit: bộ cồng"))
    }
    try folder.write("x\n", to: "units.tsv")
    let wrong = try Program.trich("extract", "--words", folder.path, input: Self.bulletin)
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("units.tsv: no list has this name"))
  }

  @Test func tooManyWordsOfAUserAreAnErrorWithItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "bộ cồng\tthing\n", count: 70_000), to: "unit.tsv")
    let run = try Program.trich("extract", "--words", folder.path, input: Self.bulletin)
    #expect(run.status == 2)
    #expect(run.error.contains(/unit\.tsv:6[0-9]{4}:1: more than 65535 lines/), "\(run.error)")
  }
}
