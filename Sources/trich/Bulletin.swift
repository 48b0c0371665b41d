import Extraction
import Ingestion

/// `trich extract` and nothing more: an article on standard input, its record on standard output.
///
/// Where there are no options there is nothing to parse, and the parser, which takes a third of the time of a start, is not asked.
enum Bulletin {
  static func isAsked(_ arguments: [String]) -> Bool {
    arguments.dropFirst().elementsEqual([ExtractCommand.name]) && !StandardStreams.inputIsTerminal
  }

  static func run() throws {
    let journal = RunJournal(LogOptions())
    let destination = StandardStreams.records
    let options = RunOptions(jobs: ExtractionArguments.processors)
    ExtractionRun(extractor: Extractor(), options: options, destination: destination, observe: journal.note)
      .read(from: 0, id: InputArguments.standardInput)
    try journal.end(destination)
  }
}
