import ArgumentParser
import Extraction
import Glibc

@main
struct Trich: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trich",
    abstract: "Reads Vietnamese news and writes its dates, ranks, names, counts and decree numbers as JSON.",
    discussion: """
      Examples:
        trich extract < bulletin.txt                 one article in, one record out
        trich extract news/ --output records/        a folder, a record each
        trich extract --input ndjson < news.ndjson   a stream, a line each, in order
        trich check news/                            only what should be looked at

      Exit status: 0 done, 1 flags at or over --fail-on, 2 usage, 3 some inputs failed, 4 nothing could be read.
      """,
    version: "trich \(Tool.version) (rules \(Tool.rules))",
    groupedSubcommands: [
      CommandGroup(name: "Reading articles", subcommands: [ExtractCommand.self, CheckCommand.self]),
      CommandGroup(
        name: "Looking inside", subcommands: [TokensCommand.self, ExplainCommand.self, RulesCommand.self, SchemaCommand.self]),
      CommandGroup(name: "Measuring", subcommands: [EvalCommand.self, DiffCommand.self]),
      CommandGroup(
        name: "The desk (trich-desk)", subcommands: [IndexCommand.self, ReviewCommand.self, ExportCommand.self, AgreeCommand.self]),
      CommandGroup(name: "Building", subcommands: [SealCommand.self]),
    ])

  static func main() {
    StandardStreams.open()
    do {
      if Bulletin.isAsked(CommandLine.arguments) { return try Bulletin.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    if let failure = error as? CommandFailure {
      StandardStreams.complain(failure.message)
      Glibc.exit(failure.status.rawValue)
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if !message.isEmpty { (code.isSuccess ? StandardStreams.output : StandardStreams.error).write(message + "\n") }
    Glibc.exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
  }
}
