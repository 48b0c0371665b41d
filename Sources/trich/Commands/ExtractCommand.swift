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

  enum Input: String, ExpressibleByArgument, CaseIterable { case text, ndjson }
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, ndjson, csv }

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String] = []

  @Option(help: "text: each input is an article. ndjson: each line is one, {\"id\", \"text\" or \"html\", \"published\"?, …}.")
  var input: Input = .text

  @Option(help: ArgumentHelp("Write below this folder, and a report, run.json. What is unchanged is skipped.", valueName: "dir"))
  var output: String?

  @Option(help: "With --output: json for a file each (the default), ndjson for one file, csv for a table a kind.")
  var format: Format?

  @ArgumentParser.Flag(help: "Records on standard output carry the article's text; those of --output always do.")
  var includeText = false

  @Option(help: ArgumentHelp("The id of the article on standard input.", valueName: "id"))
  var id: String = "stdin"

  @ArgumentParser.Flag(help: "Extract again what is unchanged since the last run.")
  var force = false

  @OptionGroup var extraction: ExtractionArguments
  @OptionGroup var log: LogArguments

  func validate() throws {
    if paths.contains("-"), paths.count > 1 { throw ValidationError("- stands alone: standard input is one input.") }
    if output == nil, let format, format != .ndjson { throw ValidationError("--format \(format.rawValue) wants --output DIR.") }
  }

  func run() throws {
    if paths.isEmpty, StandardStreams.inputIsTerminal { throw CleanExit.helpRequest(self) }
    let lists = try UserList.load(extraction.words)
    let options = extraction.runOptions(includeText: includeText || output != nil, force: force)
    let journal = RunJournal(log, folder: try outputFolder(lists))
    let destination = try destination(journal.folder)
    let run = ExtractionRun(
      extractor: Extractor(adding: lists.map(\.list)), options: options, destination: destination, observe: journal.note)
    try read(run, journal)
    if let failure = destination.failure { throw CommandFailure("cannot write the records: \(failure)", status: .someFailed) }
    try rethrow { () throws(InputProblem) in try destination.finish() }
    try journal.finish().end()
  }

  private func read(_ run: ExtractionRun, _ journal: RunJournal) throws {
    if paths.isEmpty || paths == ["-"] {
      if input == .text { return run.readArticle(from: 0, id: id) }
      if let problem = run.readLines(from: 0) { journal.note(InputResult(input: "standard input", outcome: .failed, problem: problem)) }
    } else if input == .ndjson {
      for path in paths { try readStream(path, run, journal) }
    } else {
      let list = InputList(paths: paths)
      journal.begin(list)
      run.readFiles(list.files, into: format == nil || format == .json ? journal.folder : nil)
    }
  }

  private func readStream(_ path: String, _ run: ExtractionRun, _ journal: RunJournal) throws {
    journal.stream = path
    switch InputStream.open(path) {
    case .success(let stream):
      if let problem = run.readLines(from: stream.descriptor) {
        journal.note(InputResult(input: "end", outcome: .failed, problem: problem))
      }
    case .failure(let problem): journal.note(InputResult(input: "start", outcome: .failed, problem: problem))
    }
  }

  private func outputFolder(_ lists: [UserList]) throws -> OutputFolder? {
    guard let output else { return nil }
    return try rethrow { () throws(InputProblem) in
      try OutputFolder(output, options: extraction.fingerprint(lists), force: force || (format ?? .json) != .json)
    }
  }

  private func destination(_ folder: OutputFolder?) throws -> any RecordDestination {
    guard let folder else {
      return StandardStreams.outputIsTerminal ? IndentedDestination(StandardStreams.output) : LineDestination(StandardStreams.output)
    }
    return try rethrow { () throws(InputProblem) -> any RecordDestination in
      switch format ?? .json {
      case .json: input == .ndjson || paths.isEmpty || paths == ["-"] ? TreeDestination(folder.tree) : NoDestination()
      case .ndjson: try LineDestination(file: "\(folder.tree.root)/records.ndjson")
      case .csv: try CSVDestination(folder: folder.tree.root, kinds: extraction.kinds?.kinds ?? MentionKind.allCases)
      }
    }
  }

  private func rethrow<Result>(_ body: () throws(InputProblem) -> Result) throws -> Result {
    do { return try body() } catch { throw CommandFailure("\(output ?? "output"): \(error.detail ?? error.message)", status: .usage) }
  }
}
