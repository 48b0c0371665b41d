import GRDB

/// Everything that the page shows about one flag or one article.
struct FlagView {
  let db: Database
  let desk: Desk
  let filter: Desk.Filter

  func json(flag id: Int, mention: String?) throws -> JSON {
    guard let flag = try Row.fetchOne(db, sql: "SELECT * FROM flag WHERE id = ?", arguments: [id]) else { throw ArchiveError.unknownFlag }
    let evidence = try Evidence.all(of: id, db)
    let article: Int = evidence.first?.article ?? flag["article"]
    let overlay = try MentionOverlay(db, article: article)
    let mentions = try overlay.mentions()
    let isAboutArticle = flag["code"] == "meta-no-publication-date"
    let focus = mentions.first { $0.id == (mention ?? (isAboutArticle ? nil : evidence.first?.mention)) }
    let places = FlagPlaces(flag["places"]).places.enumerated().map { (number: evidence.count + $0 + 1, utf8: $1.utf8) }
    return [
      "flag": json(flag), "article": try articleJSON(article, overlay, mentions, places),
      "evidence": .array(try evidence.map { try json($0, here: article) } + places.map { json($0.number, $0.utf8, overlay.quote) }),
      "focus": try focus.map { try json($0, overlay, mentions, flag: flag, evidence) } ?? (isAboutArticle ? articleFocus(overlay) : .null),
      "history": try history(flag: id, focus, overlay),
      "answer": try firstAnswer(id), "flagsHere": try flagsHere(article),
    ]
  }

  func json(article record: String, mention: String?) throws -> JSON {
    guard let article = try Int.fetchOne(db, sql: "SELECT id FROM article WHERE record = ?", arguments: [record]) else {
      throw ArchiveError.unknownFlag
    }
    let overlay = try MentionOverlay(db, article: article)
    let mentions = try overlay.mentions()
    let focus = mentions.first { $0.id == mention }
    return [
      "flag": .null, "article": try articleJSON(article, overlay, mentions), "evidence": [],
      "focus": try focus.map { try json($0, overlay, mentions, flag: nil, []) } ?? .null, "history": try history(flag: nil, focus, overlay),
      "answer": .null, "flagsHere": try flagsHere(article),
    ]
  }

  private func json(_ flag: Row) -> JSON {
    [
      "id": .string(String(flag["id"] as Int)), "code": .string(flag["code"]), "severity": .string(flag["severity"]),
      "message": .string(flag["message"]), "details": (flag["details"] as String?).flatMap { try? JSON(parsing: $0) } ?? .null,
    ]
  }

  private func articleJSON(
    _ article: Int, _ overlay: MentionOverlay, _ mentions: [SettledMention], _ places: [(number: Int, utf8: Range<Int>)] = []
  ) throws -> JSON {
    let row = try Row.fetchOne(db, sql: "SELECT record, title, published, source FROM article WHERE id = ?", arguments: [article])
    let infos = mentions.map { mention -> JSON.Member in
      var info: JSON = [
        "k": .string(mention.kind), "v": .string(Reading.line(mention.reading, kind: mention.kind)), "s": .string(mention.state.rawValue),
      ]
      if let by = mention.by { info["by"] = .string(by) }
      return JSON.Member(mention.id, info)
    }
    return [
      "record": JSON(row?["record"] as String?), "title": JSON(row?["title"] as String?),
      "published": JSON(try overlay.published()), "source": JSON(row?["source"] as String?),
      "paragraphs": ArticleSegments.cut(overlay.quote, mentions: mentions, places: places), "mentions": .object(infos),
    ]
  }

  // MARK: - Evidence

  private func json(_ evidence: Evidence, here: Int) throws -> JSON {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.record, a.title, a.published, a.text AS body, m.*
        FROM mention m JOIN article a ON a.id = m.article WHERE m.article = ? AND m.id = ?
        """, arguments: [evidence.article, evidence.mention])
    guard let row else { return ["n": JSON(evidence.number), "mention": .string(evidence.mention)] }
    let quote = Quote(row["body"])
    let kind: String = row["kind"]
    return [
      "n": JSON(evidence.number), "mention": .string(evidence.mention), "kind": .string(kind), "text": .string(row["text"]),
      "before": .string(oneLine(quote.prefix(before: row["utf8_start"], count: 70))),
      "after": .string(oneLine(quote.suffix(from: row["utf8_end"], count: 70))),
      "value": .string(Reading.line(Reading(row).json, kind: kind)),
      "article": .string(row["record"]), "title": JSON(row["title"] as String?), "published": JSON(row["published"] as String?),
      "here": .bool(evidence.article == here),
    ]
  }

  /// Evidence that is no mention.
  private func json(_ number: Int, _ place: Range<Int>, _ quote: Quote) -> JSON {
    [
      "n": JSON(number), "mention": .null, "kind": "place", "text": .string(quote.string(place)), "here": true,
      "before": .string(oneLine(quote.prefix(before: place.lowerBound, count: 70))),
      "after": .string(oneLine(quote.suffix(from: place.upperBound, count: 70))),
    ]
  }

  /// Only the line that the mention stands on.
  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ¶ ") }

  // MARK: - The mention in focus

  private func json(
    _ mention: SettledMention, _ overlay: MentionOverlay, _ mentions: [SettledMention], flag: Row?, _ evidence: [Evidence]
  ) throws -> JSON {
    let alternatives = try Alternatives(db: db, overlay: overlay, mentions: mentions).all(of: mention, flag: flag, evidence)
    return [
      "mention": .string(mention.id), "kind": .string(mention.kind), "text": .string(overlay.quote.string(mention.utf8)),
      "line": .string(Reading.line(mention.reading, kind: mention.kind)),
      "fields": .array(
        Reading.fields(of: mention.kind).map { ["name": .string($0), "value": .string(FieldText.text(mention.reading[$0] ?? .null))] }),
      "alternatives": .array(
        alternatives.map {
          ["line": .string(Reading.line($0.fields, kind: mention.kind)), "from": .string($0.from.rawValue), "fields": $0.fields]
        }),
      "rule": JSON(mention.rule), "confidence": mention.confidence.map { .number(String($0)) } ?? .null,
      "state": .string(mention.state.rawValue), "by": JSON(mention.by), "outcome": JSON(mention.outcome),
    ]
  }

  /// An article without a date is asked for it: all its dates without a year hang on that.
  private func articleFocus(_ overlay: MentionOverlay) throws -> JSON {
    let title = try String.fetchOne(db, sql: "SELECT coalesce(title, record) FROM article WHERE id = ?", arguments: [overlay.article])
    return [
      "mention": .null, "kind": "article", "text": JSON(title), "line": JSON(try overlay.published()),
      "fields": [["name": "published", "value": .string(try overlay.published() ?? "")]], "alternatives": [], "rule": .null,
      "state": "untouched",
    ]
  }

  // MARK: - What people said before

  /// Decisions on the same flag or mention, and on the same words elsewhere.
  private func history(flag: Int?, _ focus: SettledMention?, _ overlay: MentionOverlay) throws -> JSON {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.line, s.outcome, s.is_active, s.is_reanchored FROM decision d JOIN decision_state s ON s.seq = d.seq
        WHERE d.action NOT IN ('undo', 'redo') AND d.seq IN (
          SELECT seq FROM decision_state WHERE flag = :flag
          UNION SELECT seq FROM decision_state WHERE article = :article AND mention = :mention
          UNION SELECT seq FROM decision WHERE exact = :exact AND kind = :kind AND action <> 'skip')
        ORDER BY d.seq DESC LIMIT 20
        """,
      arguments: [
        "flag": flag, "article": overlay.article, "mention": focus?.id, "kind": focus?.kind,
        "exact": focus.map { overlay.quote.string($0.utf8) },
      ])
    return .array(
      try rows.map { row in
        let decision = try Decision(line: row["line"])
        var json: JSON = [
          "id": .string(decision.id), "by": .string(decision.by), "at": .string(decision.at), "action": .string(decision.action.rawValue),
          "outcome": .string(row["outcome"]), "active": .bool(row["is_active"]), "reanchored": .bool(row["is_reanchored"]),
          "article": JSON(decision.article), "code": JSON(decision.flag?.code), "note": JSON(decision.note),
        ]
        if let verdict = decision.verdict { json["verdict"] = .string(verdict.rawValue) }
        if let kind = decision.anchor?.kind, let after = decision.after { json["value"] = .string(Reading.line(after, kind: kind)) }
        return json
      })
  }

  private func firstAnswer(_ flag: Int) throws -> JSON {
    let row = try Row.fetchOne(db, sql: "SELECT id, by, at, action FROM answer WHERE flag = ? ORDER BY seq LIMIT 1", arguments: [flag])
    guard let row else { return .null }
    return [
      "id": .string(row["id"]), "by": .string(row["by"]), "at": .string(row["at"]), "action": .string(row["action"]),
      "mine": .bool(row["by"] == desk.reviewer),
    ]
  }

  /// The other flags of the article, so that one look settles several.
  private func flagsHere(_ article: Int) throws -> JSON {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT f.id, f.code, f.severity, EXISTS (SELECT 1 FROM answer WHERE answer.flag = f.id),
          e.mention, coalesce(m.text, f.places ->> '$[0].text')
        FROM flag f LEFT JOIN evidence e ON e.flag = f.id
          AND e.number = (SELECT min(number) FROM evidence WHERE flag = f.id AND article = ?1)
        LEFT JOIN mention m ON m.article = e.article AND m.id = e.mention
        WHERE f.severity <> 'info' AND f.id IN (SELECT id FROM flag WHERE article = ?1 UNION SELECT flag FROM evidence WHERE article = ?1)
        ORDER BY f.position, f.code LIMIT 500
        """, arguments: [article])
    return .array(
      rows.map { row in
        [
          "flag": .string(String(row[0] as Int)), "code": .string(row[1]), "severity": .string(row[2]), "answered": .bool(row[3]),
          "mention": JSON(row[4] as String?), "text": JSON(row[5] as String?),
        ]
      })
  }
}

/// A row of `evidence`.
struct Evidence {
  var number: Int
  var article: Int
  var mention: String

  static func all(of flag: Int, _ db: Database) throws -> [Evidence] {
    try Row.fetchAll(db, sql: "SELECT number, article, mention FROM evidence WHERE flag = ? ORDER BY number", arguments: [flag])
      .map { Evidence(number: $0[0], article: $0[1], mention: $0[2]) }
  }
}
