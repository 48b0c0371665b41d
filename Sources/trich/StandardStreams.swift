import Glibc
import Ingestion

/// Standard input, output and error, and what is known of them.
enum StandardStreams {
  static var output: ByteOutput { ByteOutput(descriptor: 1) }
  static var error: ByteOutput { ByteOutput(descriptor: 2) }

  /// Where records go that have no other place: indented for a person, else one a line.
  static var records: any RecordDestination { outputIsTerminal ? IndentedDestination(output) : LineDestination(output) }

  static var inputIsTerminal: Bool { isatty(0) != 0 }
  static var outputIsTerminal: Bool { isatty(1) != 0 }
  static var errorIsTerminal: Bool { isatty(2) != 0 }

  /// Opens those that the caller closed, so that no file of the run takes their place: input and output fail, complaints go nowhere.
  static func open() {
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_WRONLY)] where fcntl(descriptor, F_GETFD) < 0 {
      _ = Glibc.open("/dev/null", mode)
    }
  }

  /// Writes results to standard output.
  /// - Throws: `CommandFailure` when they cannot be written: half of them would pass for the whole.
  static func print(_ results: String) throws {
    let output = output
    output.write(results)
    if let failure = output.failure { throw CommandFailure("cannot write: \(failure)", status: .someFailed) }
  }

  /// One line about what went wrong.
  static func complain(_ message: String) { error.write("trich: \(message)\n") }

  /// Colour only where a person looks and has not turned it off (no-color.org).
  static var usesColor: Bool {
    guard outputIsTerminal, let value = getenv("NO_COLOR") else { return outputIsTerminal }
    return value.pointee == 0
  }
}

/// Seconds since some moment, by a clock that never goes back.
func secondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
