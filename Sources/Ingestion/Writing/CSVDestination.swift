import Extraction
import FoundationEssentials

/// Records as tables, one a kind of mention (RFC 4180, UTF-8), that open right in a spreadsheet.
public final class CSVDestination: RecordDestination {
  /// A byte order mark: spreadsheets take a file without it for the encoding of their country.
  private static let mark = "\u{FEFF}"
  private var tables: [(kind: MentionKind, file: AtomicFile)] = []

  public init(folder: String, kinds: [MentionKind]) throws(InputProblem) {
    for kind in kinds {
      let file = try AtomicFile("\(folder)/\(kind.rawValue).csv")
      file.output.write(CSVDestination.mark + CSVDestination.row(CSVDestination.columns(kind).map(\.name)))
      tables.append((kind, file))
    }
  }

  public var failure: String? { tables.lazy.compactMap(\.file.failure).first }

  public func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    var start = 0
    for index in results.indices where results[index].outcome == .written {
      let end = LineScan.firstEnd(records, from: start) ?? records.count
      do {
        write(try JSONDecoder().decode(Record.self, from: Data(records[start..<end])))
      } catch {
        results[index].outcome = .failed
        results[index].problem = InputProblem(.notWritten, detail: "\(error)")
      }
      start = end + 1
    }
  }

  public func finish() throws(InputProblem) {
    for table in tables { try table.file.commit() }
  }

  private func write(_ record: Record) {
    for table in tables {
      let columns = CSVDestination.columns(table.kind)
      let rows = record.mentions.lazy.filter { $0.kind == table.kind }.map { mention in
        CSVDestination.row(columns.map { $0.value(record, mention) ?? "" })
      }
      table.file.output.write(rows.joined())
    }
  }

  static func row(_ fields: [String]) -> String { fields.map(quoted).joined(separator: ",") + "\r\n" }

  /// What a spreadsheet would run as a formula gets an apostrophe before it.
  private static func quoted(_ field: String) -> String {
    if let first = field.utf8.first, "=+-@".utf8.contains(first), Double(field) == nil { return quoted("'" + field) }
    guard field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

/// The columns of the tables.
extension CSVDestination {
  struct Column {
    let name: String
    let value: (Record, Mention) -> String?
  }

  static func columns(_ kind: MentionKind) -> [Column] {
    let place = [
      Column(name: "article") { record, _ in record.id },
      Column(name: "published") { record, _ in record.article.published },
      Column(name: "start") { _, mention in "\(mention.start)" },
      Column(name: "end") { _, mention in "\(mention.end)" },
      Column(name: "text") { _, mention in mention.text },
    ]
    let rule = [
      Column(name: "rule") { _, mention in mention.rule },
      Column(name: "confidence") { _, mention in "\(mention.confidence)" },
    ]
    return place + fields(kind) + rule
  }

  private static func fields(_ kind: MentionKind) -> [Column] {
    switch kind {
    case .date:
      [field("value", \.value), field("from", \.from), field("to", \.to), field("precision", \.precision), field("basis", \.basis)]
    case .rank: [field("value", \.value), number("grade", \.grade), field("force", \.force)]
    case .name: [field("value", \.value), field("person", \.person), field("rank", \.rank), list("positions", \.positions)]
    case .count:
      [symbol, decimal("max", \.max), decimal("of", \.of), field("unit", \.unit), field("approximation", \.approximation)]
    case .decree:
      [
        field("type", \.type), symbol, number("ordinal", \.ordinal), field("issuedOn", \.issuedOn), field("issuer", \.issuer),
        field("form", \.form), field("decree", \.decree),
      ]
    case .duration: [field("value", \.value)]
    case .position: [field("title", \.title), field("organization", \.organization), field("person", \.person)]
    }
  }

  private static func field(_ name: String, _ path: KeyPath<Mention, String?>) -> Column {
    Column(name: name) { $1[keyPath: path] }
  }
  private static func number(_ name: String, _ path: KeyPath<Mention, Int?>) -> Column {
    Column(name: name) { $1[keyPath: path].map { "\($0)" } }
  }
  private static func decimal(_ name: String, _ path: KeyPath<Mention, Double?>) -> Column {
    Column(name: name) { $1[keyPath: path].map(plain) }
  }
  private static func list(_ name: String, _ path: KeyPath<Mention, [String]?>) -> Column {
    Column(name: name) { $1[keyPath: path]?.joined(separator: "; ") }
  }

  private static var symbol: Column {
    Column(name: "number") { _, mention in
      switch mention.number {
      case .number(let number): plain(number)
      case .symbol(let symbol): symbol
      case nil: nil
      }
    }
  }

  /// `2500000000`, never `2.5e+09`.
  private static func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}
