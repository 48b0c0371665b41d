import ArgumentParser
import Extraction
import Ingestion

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Write only the flags: file:line:column: severity: code: message.",
    discussion: """
      Examples:
        trich check news/
        trich check < bulletin.txt --fail-on error
        trich check 2019.tar.gz
        trich check --input ndjson < news.ndjson
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var extraction: ExtractionArguments
  @OptionGroup var log: LogArguments

  func run() throws {
    if inputs.areMissing { throw CleanExit.helpRequest(self) }
    let lists = try extraction.own.lists()
    let journal = RunJournal(log.options)
    let destination = FlagDestination(StandardStreams.output, usesColor: StandardStreams.usesColor)
    let run = ExtractionRun(
      extractor: try UserList.extractor(adding: lists), options: extraction.runOptions(inputs, includeText: true), destination: destination,
      observe: journal.note)
    try inputs.read(run, journal)
    try journal.end(destination)
  }
}
