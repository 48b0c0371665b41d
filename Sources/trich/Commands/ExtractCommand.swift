import ArgumentParser
import Extraction
import Ingestion

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write a record for each article.",
    discussion: """
      Without a path, or with -, one article is read from standard input. Folders are read recursively, in order.

      Examples:
        trich extract bulletin.txt
        trich extract < bulletin.txt --published 2024-09-27
        trich extract archive/ --output records/ --jobs 4
        trich extract archive/ --output tables/ --format csv
        zcat news.ndjson.gz | trich extract --input ndjson > records.ndjson
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, ndjson, csv }

  @OptionGroup var inputs: InputArguments

  @Option(help: ArgumentHelp("Write below this folder, and a report, run.json. What is unchanged is skipped.", valueName: "dir"))
  var output: String?

  @Option(help: "With --output: json for a file each (the default), ndjson for one file, csv for a table a kind.")
  var format: Format?

  @ArgumentParser.Flag(help: "Records on standard output carry the article's text; those of --output always do.")
  var includeText = false

  @ArgumentParser.Flag(help: "Extract again what is unchanged since the last run.")
  var force = false

  @OptionGroup var extraction: ExtractionArguments
  @OptionGroup var log: LogArguments

  func validate() throws {
    if output == nil, let format, format != .ndjson { throw ValidationError("--format \(format.rawValue) wants --output DIR.") }
  }

  func run() throws {
    if inputs.areMissing { throw CleanExit.helpRequest(self) }
    let lists = try UserList.load(extraction.words)
    let options = extraction.runOptions(includeText: includeText || output != nil, force: force)
    let journal = RunJournal(log, folder: try outputFolder(lists))
    let destination = try destination(journal.folder)
    let run = ExtractionRun(
      extractor: try UserList.extractor(adding: lists), options: options, destination: destination, observe: journal.note)
    inputs.read(run, journal, into: isTree ? journal.folder : nil)
    if let failure = destination.failure { throw CommandFailure("cannot write the records: \(failure)", status: .someFailed) }
    try rethrow { () throws(InputProblem) in try destination.finish() }
    try journal.finish().end()
  }

  /// Whether each record becomes a file of its own.
  private var isTree: Bool { output != nil && (format ?? .json) == .json }

  private func outputFolder(_ lists: [UserList]) throws -> OutputFolder? {
    guard let output else { return nil }
    return try rethrow { () throws(InputProblem) in
      try OutputFolder(output, options: extraction.fingerprint(lists), force: force || !isTree)
    }
  }

  private func destination(_ folder: OutputFolder?) throws -> any RecordDestination {
    guard let folder else {
      return StandardStreams.outputIsTerminal ? IndentedDestination(StandardStreams.output) : LineDestination(StandardStreams.output)
    }
    return try rethrow { () throws(InputProblem) -> any RecordDestination in
      switch format ?? .json {
      case .json: inputs.input == .ndjson || inputs.isStandardInput ? TreeDestination(folder.tree) : NoDestination()
      case .ndjson: try LineDestination(file: "\(folder.tree.root)/records.ndjson")
      case .csv: try CSVDestination(folder: folder.tree.root, kinds: extraction.kinds?.kinds ?? MentionKind.allCases)
      }
    }
  }

  private func rethrow<Result>(_ body: () throws(InputProblem) -> Result) throws -> Result {
    do { return try body() } catch { throw CommandFailure("\(output ?? "output"): \(error.detail ?? error.message)", status: .usage) }
  }
}
