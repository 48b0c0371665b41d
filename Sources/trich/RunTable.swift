import Extraction
import Ingestion

/// The short table at the end of a run.
struct RunTable {
  let text: String

  init(_ counts: OutcomeCounts, _ summary: ArticleSummary, bytes: Int, seconds: Double) {
    let read = counts[.written] + counts[.unchanged]
    var rows = [("articles", "\(read)\(RunTable.notes(counts))")]
    rows += zip(MentionKind.allCases, summary.mentions).map { ($0.rawValue, "\($1)") }
    rows.append(("flags", zip(Severity.allCases, summary.flags).map { "\($1) \($0.rawValue)" }.joined(separator: ", ")))
    let megabytes = Double(bytes) / 1e6
    rows.append(("time", "\(RunTable.rounded(seconds, 3)) s, \(RunTable.rounded(megabytes / max(seconds, 1e-6), 1)) MB/s"))
    text = rows.map { $0 + String(repeating: " ", count: 10 - $0.count) + $1 + "\n" }.joined()
  }

  private static func notes(_ counts: OutcomeCounts) -> String {
    let notes = [Outcome.unchanged, .skipped, .failed].compactMap { outcome in
      counts[outcome] > 0 ? "\(counts[outcome]) \(outcome.rawValue)" : nil
    }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  static func rounded(_ value: Double, _ places: Int) -> String {
    var power = 1
    for _ in 0..<places { power *= 10 }
    let units = Int((value * Double(power)).rounded())
    let digits = String(units % power)
    return "\(units / power).\(String(repeating: "0", count: places - digits.count))\(digits)"
  }
}
