import Archive
import ArgumentParser
import Glibc
import ReviewSite

/// `trich review output/`
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Open the desk: check what was flagged, in a browser on this machine.",
    discussion: """
      Every key saves at once, in the store and in decisions.ndjson. Two people may review at once, each with a name of their own.

        trich review output/
        trich review output/ --reviewer lan --port 8177 --no-open
      """)

  @OptionGroup var folder: RecordFolder

  @Option(help: "Your name, as it will stand beside your answers.")
  var reviewer: String = ReviewCommand.userName

  @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
  var port: UInt16 = 0

  @Option(help: "The language of the page: vi or en.")
  var language: String = "vi"

  @Flag(help: "Do not open a browser.")
  var noOpen = false

  @Flag(help: "Show everything, save nothing.")
  var readOnly = false

  func validate() throws {
    guard ["vi", "en"].contains(language) else { throw ValidationError("--language is vi or en") }
    guard !reviewer.isEmpty, reviewer.count <= 60, !reviewer.contains(where: \.isNewline) else {
      throw ValidationError("--reviewer is a name of at most 60 letters")
    }
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    let archive = try folder.open(isReadOnly: readOnly)
    if !readOnly {
      let report = try archive.index()
      for problem in report.problems { Message.print("\(problem.path):\(problem.line): \(problem.reason)") }
      guard report.records > 0 else { throw ArchiveError.noRecords(folder: folder.path) }
    }
    let server = try ReviewServer(desk: Desk(archive: archive, reviewer: reviewer), port: port, language: language)
    Message.print("The desk of \(reviewer) is open. End it with Ctrl-C.")
    print(server.address)
    fflush(nil)
    if !noOpen { Browser.open(server.address) }
    try await server.run()
  }

  private static var userName: String { getenv("USER").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "reviewer" }
}

/// The browser of the desktop, where there is one.
enum Browser {
  static func open(_ address: String) {
    guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return }
    var process: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ)
    for argument in arguments { free(argument) }
  }
}
