import Extraction

/// Reads the `.ann` files of annotators, tab-separated, in reading order:
///
///     [?]kind  text  value  key=value; key=value      (at=N pins the offset)
///     #published  2024-09-27
///     #given      2024-09-27
///
/// `published` stands in the text, where finding it is part of the work; `given` is known beside the text.
struct AnnotationReader {
  private let path: String
  private let text: [Unicode.Scalar]
  private var position = 0
  private(set) var article: GoldArticle

  /// - Throws: `GoldProblem` with `path:line:` for each line that does not fit.
  static func read(_ contents: String, path: String, id: String, text: String) throws(GoldProblem) -> GoldArticle {
    var reader = AnnotationReader(path: path, id: id, text: text)
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try reader.read(line.last == "\r" ? line.dropLast() : line, number: index + 1)
    }
    return reader.article
  }

  private init(path: String, id: String, text: String) {
    self.path = path
    self.text = Array(text.unicodeScalars)
    article = GoldArticle(id: id, published: nil, mentions: [], text: text)
  }

  private mutating func read(_ line: Substring, number: Int) throws(GoldProblem) {
    if line.allSatisfy(\.isWhitespace) { return }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    if line.hasPrefix("#") {
      if fields.count > 1, fields[0] == "#given" { article.published = String(fields[1]) }
      return
    }
    let kind = fields[0].filter { $0 != "?" && !$0.isWhitespace }
    guard fields.count >= 3, let kind = MentionKind(rawValue: String(kind)) else { throw problem(number, "bad line: \(line)") }
    let attributes = try fields.count > 3 ? attributes(fields[3], number) : [:]
    guard let start = place(of: fields[1], pinned: attributes["at"].flatMap { Int($0) }) else {
      throw problem(number, "not found after \(position): \(fields[1])")
    }
    position = start + fields[1].unicodeScalars.count
    article.mentions.append(
      GoldMention(
        kind: kind, start: start, end: position, text: String(fields[1]), value: trimmed(fields[2]), optional: fields[0].hasPrefix("?"),
        rank: attributes["rank"], positions: attributes["positions"].map(list), date: attributes["date"], issuedOn: attributes["issuedOn"],
        issuer: attributes["issuer"]))
  }

  private func attributes(_ field: Substring, _ number: Int) throws(GoldProblem) -> [String: String] {
    var values: [String: String] = [:]
    for part in field.split(separator: ";") where !part.allSatisfy(\.isWhitespace) {
      guard let sign = part.firstIndex(of: "=") else { throw problem(number, "bad attribute: \(part)") }
      values[trimmed(part[..<sign])] = trimmed(part[part.index(after: sign)...])
    }
    return values
  }

  private func place(of wanted: Substring, pinned: Int?) -> Int? {
    let wanted = Array(wanted.unicodeScalars)
    if let pinned { return pinned >= position && stands(wanted, at: pinned) ? pinned : nil }
    return (position..<max(position, text.count - wanted.count + 1)).first { stands(wanted, at: $0) }
  }

  private func stands(_ wanted: [Unicode.Scalar], at start: Int) -> Bool {
    start + wanted.count <= text.count && text[start..<(start + wanted.count)].elementsEqual(wanted)
  }

  private func list(_ field: String) -> [String] { field.split(separator: " / ").map(trimmed) }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private func problem(_ line: Int, _ message: String) -> GoldProblem { GoldProblem(description: "\(path):\(line): \(message)") }
}
