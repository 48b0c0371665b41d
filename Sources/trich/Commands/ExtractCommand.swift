import ArgumentParser
import Extraction
import Ingestion

struct ExtractCommand: ParsableCommand {
  static let name = "extract"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Write a record for each article.",
    discussion: """
      Without a path, or with -, one article is read from standard input. Folders are read recursively, in order: text, HTML, lines of \
      JSON, and all of them in .gz .xz .zst .bz2 .zip .tar.*, also in archives in archives. Encodings are told by themselves.

      Examples:
        trich extract bulletin.txt
        trich extract < bulletin.txt --published 2024-09-27
        trich extract archive/ 2019.tar.gz --output records/ --jobs 4
        trich extract archive/ --output tables/ --format csv
        trich extract --input ndjson < news.ndjson.gz > records.ndjson
        trich extract crawl.jsonl --fields id=url,html=body,published=crawled
        find . -name '*.htm' -print0 | trich extract --files0-from - --output out/

      A record's id is the input's path without its extension, in an archive the archive's without its own before it; of lines their \
      id. A run that was cut off goes on where it stopped when it is started again. What failed is not tried again unless it changed.
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

  @ArgumentParser.Flag(help: "Read again what failed in an earlier run.")
  var retryFailed = false

  @ArgumentParser.Flag(help: "Say what would be written, and write nothing. With --output.")
  var dryRun = false

  @OptionGroup var extraction: ExtractionArguments
  @OptionGroup var log: LogArguments

  func validate() throws {
    if output == nil, let format, format != .ndjson { throw ValidationError("--format \(format.rawValue) wants --output DIR.") }
    if output == nil, retryFailed || dryRun { throw ValidationError("--retry-failed and --dry-run want --output DIR.") }
    if dryRun, !isTree { throw ValidationError("--dry-run wants --format json.") }
  }

  func run() throws {
    if inputs.areMissing { throw CleanExit.helpRequest(self) }
    let lists = try extraction.own.lists()
    let options = extraction.runOptions(inputs, includeText: includeText || output != nil, isRehearsal: dryRun)
    let journal = RunJournal(log.options, folder: try outputFolder(lists), isRehearsal: dryRun)
    let destination = try destination(journal.folder)
    let run = ExtractionRun(
      extractor: try UserList.extractor(adding: lists), options: options, destination: destination, into: isTree ? journal.folder : nil,
      observe: journal.note)
    try inputs.read(run, journal, output: output)
    try journal.end(destination)
  }

  /// Whether each record becomes a file of its own.
  private var isTree: Bool { output != nil && (format ?? .json) == .json }

  private func outputFolder(_ lists: [UserList]) throws -> OutputFolder? {
    guard let output else { return nil }
    let use = OutputFolder.Use(force: force || !isTree, retriesFailed: retryFailed, isRehearsal: dryRun)
    return try rethrow { () throws(InputProblem) in
      try OutputFolder(output, options: extraction.fingerprint(inputs, lists), use: use)
    }
  }

  private func destination(_ folder: OutputFolder?) throws -> any RecordDestination {
    guard let folder else { return StandardStreams.records }
    return try rethrow { () throws(InputProblem) -> any RecordDestination in
      switch format ?? .json {
      case .json: NoDestination()
      case .ndjson: try LineDestination(file: "\(folder.tree.root)/records.ndjson")
      case .csv: try CSVDestination(folder: folder.tree.root, kinds: extraction.kinds?.kinds ?? MentionKind.allCases)
      }
    }
  }

  private func rethrow<Result>(_ body: () throws(InputProblem) -> Result) throws -> Result {
    do { return try body() } catch {
      throw CommandFailure("\(output ?? "output"): \(error.detail ?? error.message)", status: .usage)
    }
  }
}
