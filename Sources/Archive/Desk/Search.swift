import GRDB

/// Finds articles by words without their tones.
struct Search {
  let db: Database
  private static let limit = 50

  func json(_ words: String) throws -> JSON {
    guard let query = SearchText.query(words) else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.record, a.title, a.published, a.text,
          (SELECT count(*) FROM flag f WHERE f.article = a.id AND f.severity <> 'info'
            AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.flag = f.id))
        FROM search s JOIN article a ON a.id = s.rowid WHERE search MATCH ? ORDER BY rank LIMIT \(Search.limit)
        """, arguments: [query])
    return .array(
      rows.map { row in
        [
          "article": .string(row[0]), "title": JSON(row[1] as String?), "published": JSON(row[2] as String?),
          "open": JSON(row[4] as Int), "snippet": .string(snippet(row[3], words)),
        ]
      })
  }

  /// Some words around the first place where the first word stands.
  private func snippet(_ text: String, _ words: String) -> String {
    let wanted = String(decoding: SearchText(words).bytes, as: UTF8.self).lowercased().split(separator: " ").first ?? ""
    var before: [Substring] = []
    for line in text.split(separator: "\n") {
      for word in line.split(separator: " ") {
        before.append(word)
        if before.count > 8 { before.removeFirst() }
        guard String(decoding: SearchText(String(word)).bytes, as: UTF8.self).lowercased().contains(wanted) else { continue }
        let behind = line[word.startIndex...].split(separator: " ").prefix(18)
        return (before.dropLast() + behind).joined(separator: " ")
      }
      before = []
    }
    return String(text.prefix(120))
  }
}
