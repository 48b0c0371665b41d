import GRDB

/// A document as one article cites it.
struct Citation {
  var article: CitedArticle
  var id: String
  var type: String
  var number: String
  var issuedOn: String?
  var issuer: String?

  /// Type and number, in capitals, all dashes one, `Đ` as `D`: the press writes both.
  var numberKey: String {
    let dashes: Set<Character> = ["–", "—", "‐", "‑", "−"]
    let plain = String(number.map { dashes.contains($0) ? "-" : $0 }).uppercased().replacing("Đ", with: "D")
    return type.lowercased() + " " + plain
  }

  var label: String { "\(type) \(number)" }

  /// The digits at the beginning.
  var ordinal: String { String(number.prefix { $0.isNumber }) }
  var isShort: Bool { number.allSatisfy(\.isNumber) }

  /// `30/2020/NĐ-CP`: the number is never given again.
  var carriesYear: Bool {
    number.split(separator: "/").dropFirst().contains {
      $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && $0.allSatisfy(\.isNumber)
    }
  }

  /// Whether the symbol names a body that there is only one of, so that type and number suffice.
  var isNational: Bool {
    let groups = number.uppercased().split { $0 == "/" || $0 == "-" }.dropFirst()
    return groups.contains { group in
      let letters = String(group.prefix { !$0.isNumber })
      return Citation.nationalBodies.contains(letters)
    }
  }

  private static let nationalBodies: Set<String> = [
    "CP", "TTG", "QH", "UBTVQH", "CTN", "VPCP", "TTCP", "NHNN", "TANDTC", "VKSNDTC", "BCA", "BQP", "BNV", "BTC", "BTP", "BYT", "BCT", "BXD",
    "BGDĐT", "BGD&ĐT", "BNN&PTNT", "BNNPTNT", "BNNMT", "BNN&MT", "BLĐTBXH", "BVHTTDL", "BTTTT", "BGTVT", "BTNMT", "BKHCN", "BKHĐT", "BNG",
  ]

  /// Whether the issuer is a body of one province or a smaller place: their papers are not known beyond it by a short form.
  var isLocal: Bool {
    let words = (issuer ?? "").lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { Citation.localWords.contains($0) } || zip(words, words.dropFirst()).contains { $0 == "thành" && $1 != "viên" }
  }

  private static let localWords: Set<String> = [
    "tỉnh", "huyện", "quận", "xã", "phường", "tp", "thị", "sở", "phòng", "trường", "ubnd", "hđnd",
  ]

  /// Whether the two issuers can be one: one name holds the other, or one is not said.
  func sharesIssuer(with other: Citation) -> Bool {
    guard let a = issuer?.lowercased(), let b = other.issuer?.lowercased() else { return false }
    return a.contains(b) || b.contains(a)
  }

  func evidence(_ db: Database) throws -> (AcrossFlag.Evidence, Int)? {
    try db.evidence(article, where: "kind = 'decree' AND decree = ?", [id])
  }

  /// All citations that the condition finds, grouped.
  static func groups(_ db: Database, where condition: String, by key: (Citation) -> String) throws -> [String: [Citation]] {
    var groups: [String: [Citation]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.article, a.record, coalesce(substr(a.published, 1, 10), ''), d.id, d.type, d.number, d.issued_on, d.issuer
        FROM cited_decree d JOIN article a ON a.id = d.article
        WHERE d.number IS NOT NULL AND d.type IS NOT NULL AND \(condition) ORDER BY a.published, a.record
        """)
    while let row = try rows.next() {
      let citation = Citation(
        article: CitedArticle(id: row[0], record: row[1], day: row[2]), id: row[3], type: row[4], number: row[5], issuedOn: row[6],
        issuer: row[7])
      groups[key(citation), default: []].append(citation)
    }
    return groups
  }
}

/// One short form that stands for two documents: the two “Nghị quyết 12”.
struct ShortForms {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// One flag a short form, with the first citation of each document; only what has both a date and an issuer tells documents apart.
  func flags() throws -> [AcrossFlag] {
    let groups = try Citation.groups(
      db, where: "d.issued_on IS NOT NULL AND d.issuer IS NOT NULL", by: { "\($0.type.lowercased()) \($0.ordinal)" })
    return try groups.keys.sorted().compactMap { key in
      var documents: [Citation] = []
      for citation in groups[key] ?? [] where CivilDay.number(citation.issuedOn ?? "") != nil && !citation.isLocal {
        let isNew = documents.allSatisfy { $0.issuedOn != citation.issuedOn && !$0.sharesIssuer(with: citation) }
        if isNew, documents.count < 4 { documents.append(citation) }
      }
      return try flag(documents)
    }
  }

  private func flag(_ documents: [Citation]) throws -> AcrossFlag? {
    guard documents.contains(where: \.isShort), Set(documents.map(\.article)).count > 1, let last = documents.last,
      let first = documents.first(where: { $0.article != last.article && ($0.isShort || last.isShort) })
    else { return nil }
    let label = "\(last.type) \(last.ordinal)"
    return AcrossFlag(
      code: "doc-number-collision", message: "two documents are called “\(label)”",
      details: [
        "document": .string(label), "here": .string("\(last.issuedOn ?? ""), \(last.issuer ?? "")"),
        "there": .string("\(first.issuedOn ?? ""), \(first.issuer ?? "")"),
      ],
      evidence: [try last.evidence(db), try first.evidence(db)])
  }
}
