import Glibc
import Support
import Testing

/// Which inputs a run finds, and what it says of those that it cannot take.
@Suite struct ListingTests {
  private let folders: RunFolders
  private var input: TemporaryFolder { folders.input }
  private var output: TemporaryFolder { folders.output }

  init() throws {
    folders = try RunFolders()
    try input.write(ExtractTests.bulletin, to: "a.txt")
  }

  private func extract(_ options: String...) throws -> Program { try folders.extract(options) }

  private func shell(_ script: String, _ arguments: String...) throws -> Program { try Program.run(["bash", "-c", script] + arguments) }

  @Test func linksEnd() throws {
    #expect(symlink("..", "\(input.path)/up") == 0)
    #expect(symlink("round", "\(input.path)/round") == 0)
    #expect(symlink("a.txt", "\(input.path)/b.txt") == 0)
    let run = try extract()
    #expect(run.status == 3)
    #expect(run.error.contains("/up: cannot be read: links to folders are not followed\n"))
    #expect(run.error.contains("/round: cannot be read: Too many levels of symbolic links\n"))
    #expect(output.text("b.json")?.contains("\"copyOf\":\"a\"") == true, "a link to a file is that file")
  }

  @Test func whatMayNotBeReadIsSaid() throws {
    try input.write(ExtractTests.bulletin, to: "shut/b.txt")
    try input.write(ExtractTests.bulletin, to: "c.txt")
    chmod("\(input.path)/shut", 0)
    chmod("\(input.path)/c.txt", 0)
    chmod(input.path, 0o755)
    defer { chmod("\(input.path)/shut", 0o755) }
    // Root may read all: somebody else reads.
    let user = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups" : ""
    let run = try shell("\(user) \"$0\" extract \"$1\"", Program.path, input.path)
    guard run.status != 126 else { return print("skipped: nobody else can start the program") }
    #expect(run.status == 3 && run.lines.count == 1)
    #expect(run.error.contains("/shut: cannot be read: Permission denied\n"))
    #expect(run.error.contains("/c.txt: cannot be read: Permission denied\n"))
  }

  /// `b¶n.txt` in TCVN3 is no UTF-8; a name may hold a line's end.
  @Test func namesMayBeAnyBytes() throws {
    let script = #"cd "$0" && cp a.txt "$(printf 'b\266n.txt')" && cp a.txt "$(printf 'hai\nd')" && tar -cf "$(printf 't\266.tar')" a.txt"#
    #expect(try shell(script, input.path).status == 0)
    let run = try extract()
    #expect(run.status == 0, "\(run.error)")
    for name in ["b%B6n.json", "hai%0Ad.json", "t%B6/a.json"] { #expect(output.text(name) != nil, "\(name)") }
    #expect(try extract().error.contains("articles  4 (4 unchanged)"))
  }

  @Test func whereTheRunWritesIsNotRead() throws {
    let inside = "\(input.path)/out"
    for _ in 0..<2 {
      let run = try Program.trich("extract", input.path, "--output", inside, "--format", "ndjson")
      #expect(run.status == 0 && run.error.contains("articles  1"))
    }
    #expect(input.text("out/run.json")?.contains("\"counts\":{\"written\":1,\"unchanged\":0,\"skipped\":1,\"failed\":0}}") == true)
  }

  @Test func pathsComeFromAList() throws {
    try input.write(ExtractTests.bulletin, to: "b.txt")
    let find = "cd \"$1\" && printf 'b.txt\\0a.txt\\0' | \"$0\" extract --files0-from -"
    #expect(
      try shell(find, Program.path, input.path).lines.map { String($0.prefix(32)) }
        == ["b", "a"].map { "{\"schema\":\"trich/1\",\"id\":\"\($0)\",\"so" })
    #expect(try Program.trich("extract", "--files0-from", "no/such/list").status == 4)
    #expect(try Program.trich("extract", "--files0-from", "-", "a.txt").status == 2)
  }

  @Test func aRehearsalWritesNothing() throws {
    let run = try extract("--dry-run")
    #expect(run.status == 0)
    #expect(run.output == "\(input.path)/a.txt -> \(output.path)/a.json\n")
    #expect(output.text(".run") == nil && output.text("run.json") == nil)
    _ = try extract()
    let report = output.text("run.json")
    #expect(try extract("--dry-run").output == "\(input.path)/a.txt unchanged\n")
    #expect(output.text("run.json") == report)
  }

  @Test func whatFailedIsReadAgainWhenAsked() throws {
    _ = try extract()
    // As if a run of the same rules had failed there.
    let memory = try #require(output.text(".run")).split(separator: "\n").map { line in
      line.hasSuffix("\ta.txt") ? line.split(separator: "\t\t", maxSplits: 1).joined(separator: "\tbinary\t") : String(line)
    }
    try output.write(memory.joined(separator: "\n") + "\n", to: ".run")
    let failed = try extract()
    #expect(failed.status == 4 && failed.error.contains("a.txt: is binary, not text\n"), "remembered, not read")
    #expect(try extract("--retry-failed").status == 0)
    #expect(try extract().error.contains("articles  1 (1 unchanged)"))
  }

  @Test func aTerminalSeesABar() throws {
    let command = "\"\(Program.path)\" extract \"\(input.path)\" --output \"\(output.path)\""
    let run = try Program.run(["script", "-qec", command, "/dev/null"])
    #expect(run.output.contains("[####################] 100% 1 articles, "))
    #expect(run.output.contains(" MB/s, 0:00 left"))
    #expect(try !extract("--force").error.contains("["), "a file sees none")
    let quiet = try Program.run(["script", "-qec", command + " --quiet", "/dev/null"])
    #expect(quiet.output == "")
  }
}
