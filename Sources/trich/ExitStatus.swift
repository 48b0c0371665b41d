import ArgumentParser

/// What the command tells the shell.
enum ExitStatus: Int32 {
  case done = 0
  /// Flags at or over `--fail-on`.
  case flagged = 1
  case usage = 2
  /// Some inputs failed, the rest is written.
  case someFailed = 3
  case nothingRead = 4

  /// Ends the command when there is something to tell.
  func end() throws {
    if self != .done { throw ExitCode(rawValue) }
  }
}

/// Why a command cannot do its work, in one line.
struct CommandFailure: Error {
  var message: String
  var status: ExitStatus

  init(_ message: String, status: ExitStatus = .nothingRead) {
    self.message = message
    self.status = status
  }
}
