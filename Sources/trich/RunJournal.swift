import ArgumentParser
import Extraction
import Ingestion

/// What a run tells its user.
struct LogArguments: ParsableArguments {
  @ArgumentParser.Flag(name: .shortAndLong, help: "No progress, no table: only what went wrong.")
  var quiet = false

  @Option(help: ArgumentHelp("End with status 1 when a flag of this severity, or a worse one, was raised.", valueName: "error|review|info"))
  var failOn: Severity?
}

/// Takes every input's end: complains, shows progress, counts, and says in the end how it went.
final class RunJournal {
  let folder: OutputFolder?
  /// The file that the lines come from, when it is not standard input.
  var stream: String?
  private let log: LogArguments
  private let started = secondsNow()
  private var progress: ProgressBar?
  private var counts: [Outcome: Int] = [:]
  private var summary = ArticleSummary()
  private var byteCount = 0
  private var paths: [String: String] = [:]

  init(_ log: LogArguments, folder: OutputFolder?) {
    self.log = log
    self.folder = folder
  }

  /// Takes a list's inputs that are no files, and what is to come.
  func begin(_ list: InputList) {
    if !log.quiet, StandardStreams.errorIsTerminal { progress = ProgressBar(total: list.files.count) }
    for unused in list.unused { note(InputResult(unused)) }
    for file in list.renamed { StandardStreams.complain("\(file.path): another input has its id: the record's id is “\(file.id)”") }
  }

  func note(_ result: InputResult) {
    var result = result
    if let stream {
      result.input = "\(stream): \(result.input)"
      result.place = "\(stream): \(result.place)"
    }
    counts[result.outcome, default: 0] += 1
    if result.outcome == .written || result.outcome == .unchanged {
      summary += result.summary
      byteCount += result.byteCount
    }
    complain(result)
    progress?.advance(bytes: result.byteCount)
    do throws(InputProblem) { try folder?.note(result) } catch { StandardStreams.complain("the run's memory \(error.message)") }
  }

  private func complain(_ result: InputResult) {
    if result.outcome == .failed, let problem = result.problem {
      progress?.clear()
      StandardStreams.complain("\(result.place): \(problem.message)")
    }
    if let warning = result.warning {
      progress?.clear()
      StandardStreams.complain("\(result.place): \(warning)")
    }
  }

  /// Writes the report and the table.
  func finish() throws -> ExitStatus {
    progress?.clear()
    do throws(InputProblem) { try folder?.finish() } catch { throw CommandFailure("run.json: \(error.message)", status: .someFailed) }
    let skipped = counts[.skipped] ?? 0
    if !log.quiet, folder == nil, skipped > 0 { StandardStreams.complain("\(skipped) inputs skipped: hidden, or no text files") }
    if !log.quiet, folder != nil {
      StandardStreams.error.write(RunTable(counts, summary, bytes: byteCount, seconds: secondsNow() - started).text)
    }
    return status
  }

  private var status: ExitStatus {
    let read = (counts[.written] ?? 0) + (counts[.unchanged] ?? 0)
    let failed = counts[.failed] ?? 0
    if read == 0, failed == 0 { StandardStreams.complain("no article found") }
    if read == 0 { return .nothingRead }
    if failed > 0 { return .someFailed }
    if let severity = log.failOn, summary.hasFlag(atLeast: severity) { return .flagged }
    return .done
  }
}
