/// A line on a terminal that says how far a run has come.
struct ProgressBar {
  private let total: Int
  private let started = secondsNow()
  private var drawn = 0.0
  private var done = 0
  private var bytes = 0

  init(total: Int) { self.total = total }

  /// Counts one input; draws ten times a second at most.
  mutating func advance(bytes: Int) {
    done += 1
    self.bytes += bytes
    let now = secondsNow()
    guard now - drawn > 0.1 else { return }
    drawn = now
    draw(now)
  }

  private func draw(_ now: Double) {
    let width = 30
    let filled = total == 0 ? width : min(width, done * width / total)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let speed = RunTable.rounded(Double(bytes) / 1e6 / max(now - started, 0.001), 1)
    StandardStreams.error.write("\r[\(bar)] \(done)/\(total) articles, \(speed) MB/s\u{1B}[K")
  }

  /// Makes room for another line.
  func clear() {
    if drawn > 0 { StandardStreams.error.write("\r\u{1B}[K") }
  }
}
