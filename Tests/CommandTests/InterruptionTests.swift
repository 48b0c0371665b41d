import Foundation
import Support
import Testing

/// Runs that are cut off, by whatever: no half file, and the next run goes on.
@Suite(.serialized) struct InterruptionTests {
  /// Every file below a folder but what a run knows of itself, with its bytes.
  private func records(_ folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: folder.path) ?? [] where !["run.json", ".run"].contains(name) {
      let url = URL(fileURLWithPath: "\(folder.path)/\(name)")
      if !url.hasDirectoryPath, let data = try? Data(contentsOf: url) { files[name] = data }
    }
    return files
  }

  /// Files, pages, an archive and lines, some twice.
  private func archive() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for round in 1...4 {
      for article in Checkout.articles { try folder.write(article.text + "\(round % 3)\n", to: "\(round)/\(article.id).txt") }
    }
    let specimens = "\(Checkout.root)/corpus/archive"
    for name in ["containers/folder.tar.xz", "containers/zips-in-zip.zip", "pages/article.html", "encodings/tcvn3.txt"] {
      try folder.write(Array(Data(contentsOf: URL(fileURLWithPath: "\(specimens)/\(name)"))), to: name)
    }
    try folder.write((1...30).map { ExtractTests.line("tin/\($0)") }.joined(), to: "tin.ndjson")
    return folder
  }

  @Test func aRunKilledAtRandomMomentsEndsTheSame() throws {
    let input = try archive()
    let whole = try TemporaryFolder()
    let started = Date()
    #expect(try Program.trich("extract", input.path, "--output", whole.path, "--jobs", "2").status == 0)
    let duration = Date().timeIntervalSince(started)
    let expected = try records(whole)
    #expect(expected.count == 4 * Checkout.articles.count + 2 + 3 + 4 + 2 + 30)
    for _ in 0..<10 {
      let output = try TemporaryFolder()
      for _ in 0..<5 {
        let child = try Child([Program.path, "extract", input.path, "--output", output.path, "--jobs", "2"], files: nowhere)
        usleep(UInt32.random(in: 0...UInt32(duration * 0.7e6)))
        child.kill()
        for (name, data) in try records(output) where !name.hasSuffix(".part") {
          #expect(data.suffix(4).elementsEqual("\"}}\n".utf8), "\(name) is half a record")
        }
      }
      #expect(try Program.trich("extract", input.path, "--output", output.path).status == 0)
      #expect(try records(output) == expected)
      let report = try #require(output.text("run.json"))
      #expect(
        report.split(separator: "\n").count { $0.contains("\"outcome\":\"written\"") || $0.contains("\"unchanged\"") } > expected.count)
    }
  }

  private let nowhere = ["/dev/null", "/dev/null", "/dev/null"]

  /// Wants the right to mount.
  @Test func aFullDiskEndsTheRun() throws {
    let (input, folder) = (try archive(), try TemporaryFolder())
    guard try Program.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder.path]).status == 0 else {
      return print("skipped: only root can mount a small disk")
    }
    defer { _ = try? Program.run(["umount", folder.path]) }
    let run = try Program.trich("extract", input.path, "--output", "\(folder.path)/records")
    #expect(run.status == 3)
    #expect(run.error.contains("its record cannot be written: the disk is full\n"))
    #expect(run.error.hasSuffix("records: the disk is full; what is written stays, the next run goes on there\n"), "\(run.error)")
    let written = try records(folder).filter { $0.key != "records/.run" }
    #expect(!written.isEmpty)
    for (name, data) in written { #expect(name.hasSuffix(".json") && data.suffix(4).elementsEqual("\"}}\n".utf8), "\(name)") }
    // With room again it goes on.
    #expect(try Program.run(["mount", "-o", "remount,size=30m", folder.path]).status == 0)
    let again = try Program.trich("extract", input.path, "--output", "\(folder.path)/records")
    #expect(again.status == 0 && again.error.contains("unchanged)"))
  }

  @Test func outputThatTakesNothingEndsTheRun() throws {
    for (redirection, words) in [("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor")] {
      let run = try Program.run(["bash", "-c", "\"$0\" extract \"$1\" \(redirection)", Program.path, "\(Checkout.root)/corpus/articles"])
      #expect(run.status == 3)
      #expect(run.error == "trich: cannot write: \(words)\n")
    }
  }

  /// A file of the run must not take the place of closed standard error and get its complaints.
  @Test func complaintsNeverGetIntoRecords() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write(ExtractTests.bulletin, to: "a.txt")
    try input.write([0, 1], to: "b.txt")
    let run = try Program.run(
      ["bash", "-c", "\"$0\" extract \"$1\" --output \"$2\" <&- >&- 2>&-", Program.path, input.path, output.path])
    #expect(run.status == 3)
    for name in ["a.json", "run.json", ".run"] { #expect(output.text(name).map { !$0.contains("trich:") } == true, "\(name)") }
  }

  @Test func aFolderIsOneRunsAtATime() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    // A pipe that nobody writes to keeps the first run waiting.
    #expect(mkfifo("\(input.path)/pipe", 0o600) == 0)
    let first = try Child([Program.path, "extract", "\(input.path)/pipe", "--output", output.path], files: nowhere)
    defer { first.kill() }
    // To try the lock before the run has made its file would take it from the run.
    while output.text(".run") == nil { usleep(10_000) }
    usleep(200_000)
    while output.text("run.json") == nil, try Program.run(["flock", "-n", "\(output.path)/.run", "true"]).status == 0 { usleep(10_000) }
    let second = try Program.trich("extract", Checkout.root + "/corpus/articles", "--output", output.path)
    #expect(second.status == 2)
    #expect(second.error == "trich: \(output.path): another run is writing there\n")
  }
}
