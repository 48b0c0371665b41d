import Extraction
import FoundationEssentials
import Ingestion

/// Writes only the flags of records: `file:line:column: severity: code: message`.
final class FlagDestination: RecordDestination {
  private let output: ByteOutput
  private let usesColor: Bool

  init(_ output: ByteOutput, usesColor: Bool) {
    self.output = output
    self.usesColor = usesColor
  }

  var failure: String? { output.failure }
  func finish() {}

  func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    let lines = records.split(separator: UInt8(ascii: "\n"))
    for (result, line) in zip(results.lazy.filter { $0.outcome == .written }, lines) {
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else { continue }
      for flag in record.flags { write(flag, record, result) }
    }
  }

  private func write(_ flag: Extraction.Flag, _ record: Record, _ result: InputResult) {
    let first = flag.mentions.first.flatMap { id in record.mentions.first { $0.id == id } }
    let place = TextPlace(record.article.text ?? "", scalar: first?.start ?? flag.places?.first?.start ?? 0)
    output.write("\(result.place):\(place.line):\(place.column): \(severity(flag.severity)): \(flag.code): \(flag.message)\n")
  }

  private func severity(_ severity: Severity) -> String {
    guard usesColor else { return severity.rawValue }
    let color = severity == .error ? 31 : severity == .review ? 33 : 36
    return "\u{1B}[\(color)m\(severity.rawValue)\u{1B}[0m"
  }
}

/// A place in a text as editors count: lines and columns from 1, columns in scalars.
struct TextPlace {
  private(set) var line = 1
  private(set) var column = 1

  init(_ text: String, scalar offset: Int) {
    for scalar in text.unicodeScalars.prefix(offset) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
