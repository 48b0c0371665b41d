import ArgumentParser
import Ingestion

/// What the commands that extract read.
struct InputArguments: ParsableArguments {
  enum Input: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String] = []

  @Option(help: "text: each input is an article. ndjson: each line is one, {\"id\", \"text\" or \"html\", \"published\"?, …}.")
  var input: Input = .text

  @Option(help: ArgumentHelp("The id of the article on standard input.", valueName: "id"))
  var id: String = "stdin"

  func validate() throws {
    if paths.contains("-"), paths.count > 1 { throw ValidationError("- stands alone: standard input is one input.") }
  }

  var isStandardInput: Bool { paths.isEmpty || paths == ["-"] }

  /// Whether a person called the command without saying what to read.
  var areMissing: Bool { paths.isEmpty && StandardStreams.inputIsTerminal }

  /// - Parameter folder: where the record of each file becomes a file.
  func read(_ run: ExtractionRun, _ journal: RunJournal, into folder: OutputFolder?) {
    switch input {
    case .text where isStandardInput: run.readArticle(from: 0, id: id)
    case .text:
      let list = InputList(paths: paths)
      journal.begin(list)
      run.readFiles(list.files, into: folder)
    case .ndjson where isStandardInput: note(run.readLines(from: 0), journal)
    case .ndjson: for path in paths { readStream(path, run, journal) }
    }
  }

  private func readStream(_ path: String, _ run: ExtractionRun, _ journal: RunJournal) {
    journal.stream = path
    switch InputStream.open(path) {
    case .success(let stream): note(run.readLines(from: stream.descriptor), journal)
    case .failure(let problem): note(problem, journal)
    }
  }

  private func note(_ problem: InputProblem?, _ journal: RunJournal) {
    if let problem { journal.note(InputResult(input: "the stream", outcome: .failed, problem: problem)) }
  }
}
