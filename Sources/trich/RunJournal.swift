import ArgumentParser
import Extraction
import Ingestion

/// What a run tells its user.
struct LogOptions {
  var isQuiet = false
  var failOn: Severity?
}

struct LogArguments: ParsableArguments {
  @ArgumentParser.Flag(name: .shortAndLong, help: "No progress, no table: only what went wrong.")
  var quiet = false

  @Option(help: ArgumentHelp("End with status 1 when a flag of this severity, or a worse one, was raised.", valueName: "error|review|info"))
  var failOn: Severity?

  var options: LogOptions { LogOptions(isQuiet: quiet, failOn: failOn) }
}

/// Takes every input's end: complains, shows progress, counts, and says in the end how it went.
final class RunJournal {
  let folder: OutputFolder?
  private let isRehearsal: Bool
  private let log: LogOptions
  private let started = secondsNow()
  private var progress: ProgressBar?
  private var counts = OutcomeCounts()
  private var summary = ArticleSummary()
  private var byteCount = 0
  /// The disk is full, or the memory cannot be written: said once.
  private var isStuck = false

  /// - Parameter isRehearsal: say on standard output what would become of each input.
  init(_ log: LogOptions, folder: OutputFolder? = nil, isRehearsal: Bool = false) {
    self.log = log
    self.folder = folder
    self.isRehearsal = isRehearsal
    let isBarWanted = !log.isQuiet && StandardStreams.errorIsTerminal && (folder != nil || !StandardStreams.outputIsTerminal)
    if isBarWanted { progress = ProgressBar() }
  }

  /// Takes a list's inputs that are not read, and how much is to come.
  func begin(_ list: InputList) {
    progress?.total = list.size
    for unused in list.unused { note(InputResult(unused)) }
  }

  func note(_ result: InputResult) {
    counts[result.outcome] += 1
    if result.outcome == .written || result.outcome == .unchanged {
      summary += result.summary
      byteCount += result.byteCount
    }
    if isRehearsal { announce(result) }
    complain(result)
    progress?.advance(result)
    do throws(InputProblem) { try folder?.note(result) } catch { complainOnce("the run's memory \(error.message)") }
  }

  private func announce(_ result: InputResult) {
    guard let folder else { return }
    let end = result.outcome == .written ? "-> \(folder.tree.root)/\(folder.tree.path(of: result.id))" : result.outcome.rawValue
    StandardStreams.output.write("\(result.place) \(end)\n")
  }

  private func complain(_ result: InputResult) {
    if result.outcome == .failed, let problem = result.problem {
      let line = "\(result.place): \(problem.message)"
      if problem.reason == .diskFull { complainOnce(line) } else { complain(line) }
    }
    if result.outcome != .failed, let warning = result.warning { complain("\(result.place): \(warning)") }
  }

  private func complain(_ line: String) {
    progress?.clear()
    StandardStreams.complain(line)
  }

  private func complainOnce(_ line: String) {
    if !isStuck { complain(line) }
    isStuck = true
  }

  /// Ends the run: with what could not be written, or the status that its inputs call for.
  func end(_ destination: any RecordDestination) throws {
    if let failure = destination.failure { throw CommandFailure("cannot write: \(failure)", status: .someFailed) }
    do throws(InputProblem) { try destination.finish() } catch {
      throw CommandFailure("\(folder?.tree.root ?? "output"): \(error.detail ?? error.message)", status: .someFailed)
    }
    try finish().end()
  }

  /// Writes the report and the table.
  private func finish() throws -> ExitStatus {
    progress?.clear()
    if let folder, folder.isFull {
      throw CommandFailure("\(folder.tree.root): the disk is full; what is written stays, the next run goes on there", status: .someFailed)
    }
    do throws(InputProblem) { try folder?.finish() } catch { throw CommandFailure("run.json: \(error.message)", status: .someFailed) }
    let skipped = counts[.skipped]
    if !log.isQuiet, folder == nil, skipped > 0 { StandardStreams.complain("\(skipped) inputs skipped: hidden, or no text files") }
    if !log.isQuiet, folder != nil, !isRehearsal {
      StandardStreams.error.write(RunTable(counts, summary, bytes: byteCount, seconds: secondsNow() - started).text)
    }
    return status
  }

  private var status: ExitStatus {
    let read = counts[.written] + counts[.unchanged]
    let failed = counts[.failed]
    if read == 0, failed == 0 { StandardStreams.complain("no article found") }
    if read == 0 { return .nothingRead }
    if failed > 0 { return .someFailed }
    if let severity = log.failOn, summary.hasFlag(atLeast: severity) { return .flagged }
    return .done
  }
}
