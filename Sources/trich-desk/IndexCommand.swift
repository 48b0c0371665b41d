import Archive
import ArgumentParser

/// `trich index output/`
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Bring the store in line with the records of a folder.",
    discussion: """
      Only what changed is read again. The page may stay open meanwhile.

        trich index output/
        sqlite3 output/trich.db 'SELECT * FROM person_timeline'
      """)

  @OptionGroup var folder: RecordFolder

  @Flag(help: "Make all derived tables anew. Decisions stay.")
  var rebuild = false

  @Flag(name: .shortAndLong, help: "Say nothing unless something went wrong.")
  var quiet = false

  func run() throws {
    let archive = try folder.open()
    let start = ContinuousClock.now
    // What was set aside as damaged is made anew by any run.
    let report = try archive.index(rebuild: rebuild)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    try archive.close()
    for problem in report.problems { Message.print("\(problem.path):\(problem.line): \(problem.reason)") }
    if !quiet { Message.print(IndexWords.summary(report, seconds: seconds)) }
    if report.records == 0 { throw report.problems.isEmpty ? ArchiveError.noRecords(folder: folder.path) : ExitCode(4) }
    if !report.problems.isEmpty { throw ExitCode(3) }
  }
}

/// An index run in words.
enum IndexWords {
  static func summary(_ report: IndexReport, seconds: Double) -> String {
    var parts = ["\(report.records) records: \(report.added) new, \(report.changed) changed, \(report.unchanged) unchanged"]
    if report.removed > 0 { parts.append("\(report.removed) removed") }
    parts.append("\(report.flagsAcross) flags across articles")
    let decisions = report.outcomes.values.reduce(0, +)
    if decisions > 0 {
      let outcomes = report.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      parts.append("\(decisions) decisions (\(outcomes))")
    }
    let written = report.added + report.changed
    let pace = written > 0 && seconds > 0 ? ", \(Int(Double(written) / seconds)) records/s" : ""
    return parts.joined(separator: "; ") + " — \(hundredths(seconds)) s\(pace)"
  }

  private static func hundredths(_ seconds: Double) -> String {
    let whole = Int((seconds * 100).rounded())
    return "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
  }
}
