import Support
import Testing

@Suite struct ExitStatusTests {
  private static let contradiction = "Ngày 31/2/2024, đoàn đến 90/86 xã.\n"

  @Test func done() throws {
    for arguments in [["--help"], ["--version"], ["extract", "--help"], ["schema"]] {
      let run = try Program.run([Program.path] + arguments)
      #expect(run.status == 0, "\(arguments)")
      #expect(!run.output.isEmpty && run.error.isEmpty, "\(arguments)")
    }
  }

  @Test func flagged() throws {
    #expect(try Program.trich("extract", input: Self.contradiction).status == 0)
    #expect(try Program.trich("extract", "--fail-on", "error", input: Self.contradiction).status == 1)
    #expect(try Program.trich("check", "--fail-on", "review", input: Self.contradiction).status == 1)
    #expect(try Program.trich("check", "--fail-on", "error", "--published", "2024-09-27", input: "Trời đẹp.\n").status == 0)
  }

  @Test func usage() throws {
    let calls = [
      ["bogus"], ["extract", "--bogus"], ["extract", "--published", "hôm qua"], ["extract", "--kinds", "colour"],
      ["extract", "--jobs", "0"],
      ["extract", "-", "x.txt"], ["extract", "--format", "csv"], ["extract", "--fail-on", "never"], ["eval"],
    ]
    for call in calls {
      let run = try Program.run([Program.path] + call)
      #expect(run.status == 2, "\(call)")
      #expect(run.output.isEmpty && !run.error.isEmpty, "\(call)")
    }
  }

  @Test func nothingRead() throws {
    let folder = try TemporaryFolder()
    for call in [
      ["extract", "no/such/file"], ["extract"], ["extract", folder.path], ["check", "no/such/file"], ["extract", "--input", "ndjson"],
    ] {
      let run = try Program.run([Program.path] + call)
      #expect(run.status == 4, "\(call)")
      #expect(!run.error.isEmpty, "\(call)")
    }
  }

  @Test func theDeskMayBeMissing() throws {
    let help = try Program.trich("--help").output
    for command in ["index", "review", "export", "agree"] { #expect(help.contains("  \(command) ")) }
  }

  /// Half a schema must not pass for a whole one.
  @Test(arguments: ["schema", "rules rank", "tokens", "explain"]) func whatCannotBeWrittenIsSaid(_ call: String) throws {
    let run = try Program.run(["bash", "-c", "\"$0\" \(call) > /dev/full", Program.path], input: Array(ExtractTests.bulletin.utf8))
    #expect(run.status == 3 && run.error == "trich: cannot write: No space left on device\n")
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let script = "yes '\(ExtractTests.line("x").dropLast())' | head -20000 | \"$0\" extract --input ndjson | head -1"
    let run = try Program.run(["bash", "-o", "pipefail", "-c", script, Program.path])
    #expect(run.lines.count == 1)
    #expect(run.error == "")
  }
}
