import ArgumentParser
import Evaluation

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two outputs, by rule.",
    discussion: """
      OLD and NEW are files of lines or folders of .json.

      Example:
        trich extract corpus/articles --include-text > new.ndjson
        trich diff old.ndjson new.ndjson
      """)

  @Argument(help: "The earlier records.") var old: String
  @Argument(help: "The later records.") var new: String

  @Option(help: ArgumentHelp("How many changes of each rule to show.", valueName: "n"))
  var samples: Int = 3

  func run() throws {
    let diff: RecordDiff
    do {
      diff = RecordDiff(try RecordFiles.read(old), try RecordFiles.read(new))
    } catch let problem as GoldProblem {
      throw CommandFailure(problem.description)
    }
    let lines = summary(diff) + diff.byRule.flatMap { table($0, diff) }
    try StandardStreams.print(lines.joined(separator: "\n") + "\n")
  }

  private func summary(_ diff: RecordDiff) -> [String] {
    var lines = ["\(diff.articleCount) articles, \(diff.changes.count) changes"]
    if !diff.onlyOld.isEmpty { lines.append("only in \(old): \(diff.onlyOld.prefix(10).joined(separator: " ")) (\(diff.onlyOld.count))") }
    if !diff.onlyNew.isEmpty { lines.append("only in \(new): \(diff.onlyNew.prefix(10).joined(separator: " ")) (\(diff.onlyNew.count))") }
    return lines
  }

  private func table(_ entry: (rule: String, counts: [RecordDiff.Sort: Int]), _ diff: RecordDiff) -> [String] {
    let counts = RecordDiff.Sort.allCases.compactMap { sort in entry.counts[sort].map { "\($0) \(sort.rawValue)" } }
    let shown = diff.changes.lazy.filter { $0.rule == entry.rule }.prefix(samples).flatMap { change in
      ["  \(sign(change.sort)) \(change.article): \(change.context)"] + change.fields.map { "      \($0)" }
    }
    return ["", "\(entry.rule.padded(24)) \(counts.joined(separator: ", "))"] + shown
  }

  private func sign(_ sort: RecordDiff.Sort) -> String {
    switch sort {
    case .gained: "+"
    case .lost: "-"
    case .changed: "~"
    }
  }
}
