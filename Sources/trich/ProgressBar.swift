import Ingestion

/// A line on a terminal that says how far a run has come.
struct ProgressBar {
  /// The bytes of all files; 0 when nobody knows.
  var total = 0
  private let started = secondsNow()
  private var drawn = 0.0
  private var articles = 0
  private var errors = 0
  private var bytes = 0
  private var position = 0

  /// Counts one input; draws ten times a second at most.
  mutating func advance(_ result: InputResult) {
    articles += 1
    bytes += result.byteCount
    if result.outcome == .failed { errors += 1 }
    position = max(position, result.position)
    let now = secondsNow()
    guard now - drawn > 0.1 else { return }
    drawn = now
    StandardStreams.error.write("\r\(text(after: max(now - started, 0.001)))\u{1B}[K")
  }

  private func text(after seconds: Double) -> String {
    let done = "\(articles) articles, \(RunTable.rounded(Double(bytes) / 1e6 / seconds, 1)) MB/s"
    let wrong = errors == 0 ? "" : ", \(errors) errors"
    guard total > 0 else { return done + wrong }
    let part = min(1, Double(position) / Double(total))
    let filled = Int(part * 20)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    let left = part > 0 ? ", \(ProgressBar.clock(seconds / part - seconds)) left" : ""
    return "[\(bar)] \(Int(part * 100))% \(done)\(left)\(wrong)"
  }

  /// `1:05`, `2:00:09`
  private static func clock(_ seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e7))
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let minutes = seconds / 60
    return minutes < 60 ? "\(minutes):\(two(seconds % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }

  /// Makes room for another line.
  func clear() {
    if drawn > 0 { StandardStreams.error.write("\r\u{1B}[K") }
  }
}
