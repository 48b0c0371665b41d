/// Tables that open right in a spreadsheet: UTF-8 with its mark, commas, quotes where needed, CRLF (RFC 4180).
enum TableExport {
  static let kinds = ["date", "rank", "name", "count", "decree", "duration", "position"]
  /// Spreadsheets take a file without it for the encoding of their country.
  static let mark = "\u{FEFF}"

  static func header(_ kind: String) -> String {
    row(["article", "published", "id", "start", "end", "text"] + columns(kind) + ["rule", "confidence", "review", "by"])
  }

  static func rows(_ article: ExportedArticle, kind: String) -> String {
    let published = article.published ?? ""
    return article.mentions.filter { $0.kind == kind && $0.state != .rejected }.map { mention in
      let (start, end) = (article.quote.scalar(ofByte: mention.utf8.lowerBound), article.quote.scalar(ofByte: mention.utf8.upperBound))
      return row(
        [article.record, published, mention.id, "\(start)", "\(end)", article.quote.string(mention.utf8)] + values(mention)
          + [mention.rule ?? "reviewer", mention.confidence.map { "\($0)" } ?? "", state(mention), mention.by ?? ""])
    }.joined()
  }

  private static func state(_ mention: SettledMention) -> String { mention.state == .untouched ? "" : mention.state.rawValue }

  private static func columns(_ kind: String) -> [String] {
    kind == "date" ? ["value", "from", "to"] : kind == "rank" ? ["value", "grade"] : Reading.fields(of: kind)
  }

  private static func values(_ mention: SettledMention) -> [String] {
    columns(mention.kind).map { column in
      let value = mention.reading["value"]?.string ?? ""
      switch column {
      case "from": return EDTF.bounds(of: value).from ?? ""
      case "to": return EDTF.bounds(of: value).to ?? ""
      case "grade": return WordLists.grades[value].map(String.init) ?? ""
      default: return FieldText.text(mention.reading[column] ?? .null)
      }
    }
  }

  static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil { text = "'" + text }
    let isPlain = !text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
