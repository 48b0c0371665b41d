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
      if record.flags.isEmpty { continue }
      let file = FlagDestination.file(of: record, result)
      for flag in record.flags { write(flag, record, result, file) }
    }
  }

  private func write(_ flag: Extraction.Flag, _ record: Record, _ result: InputResult, _ file: [UInt8]?) {
    let mention = flag.mentions.first.flatMap { id in record.mentions.first { $0.id == id } }
    let stretch = mention == nil ? flag.places?.first : nil
    let place =
      if let file, let byte = (mention?.input ?? stretch?.input)?.first {
        TextPlace(file, byte: byte, isUTF8: record.source.encoding.hasPrefix("UTF-8"))
      } else {
        TextPlace(record.article.text ?? "", scalar: mention?.start ?? stretch?.start ?? 0)
      }
    output.write("\(result.place):\(place.line):\(place.column): \(severity(flag.severity)): \(flag.code): \(flag.message)\n")
  }

  /// The input again, where its lines are not those of its text: a page, lines that were joined. Nil for what is no file of its own.
  private static func file(of record: Record, _ result: InputResult) -> [UInt8]? {
    guard record.source.encodingConfidence != nil, !record.source.encoding.hasPrefix("UTF-16"), let bytes = TextFile.bytes(result.place),
      bytes.count == record.source.bytes
    else { return nil }
    return bytes
  }

  private func severity(_ severity: Severity) -> String {
    guard usesColor else { return severity.rawValue }
    let color = severity == .error ? 31 : severity == .review ? 33 : 36
    return "\u{1B}[\(color)m\(severity.rawValue)\u{1B}[0m"
  }
}

/// A place in a text as editors count: lines and columns from 1, columns in letters.
struct TextPlace {
  private(set) var line = 1
  private(set) var column = 1

  /// A place in a file: each byte that begins a letter is one, all are where no letter has several.
  init(_ file: [UInt8], byte offset: Int, isUTF8: Bool) {
    let mark = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in file.prefix(offset).dropFirst(mark) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if !isUTF8 || byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }

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
