import GRDB

/// One document cited with two dates or two issuers.
struct DecreeConflicts {
  private let db: Database
  /// A document that is cited in more ways than this is no document but a mistake of the rules.
  private static let limit = 5

  init(_ db: Database) { self.db = db }

  func flags() throws -> [AcrossFlag] {
    let cited = try Citation.groups(db, where: "d.number GLOB '*[A-Za-zĐ]*'", by: { $0.numberKey })
    return try cited.keys.sorted().flatMap { key in
      let group = cited[key] ?? []
      return group.count > 1 ? try dates(group) + issuers(group) : []
    }
  }

  /// A number belongs to one document a year, and to one for good where it carries its year; a body that is one of many has to be the same.
  private func dates(_ group: [Citation]) throws -> [AcrossFlag] {
    let dated = group.filter { CivilDay.number($0.issuedOn ?? "") != nil && ($0.isNational || $0.issuer != nil) }
    let documents = Dictionary(grouping: dated) { citation in
      [
        citation.carriesYear ? "" : String(citation.issuedOn?.prefix(4) ?? ""),
        citation.isNational ? "" : citation.issuer?.lowercased() ?? "",
      ]
    }
    return try documents.keys.sorted { $0.joined() < $1.joined() }.flatMap { key in
      try conflicts(documents[key] ?? [], said: { $0.issuedOn ?? "" }, differ: { $0.issuedOn != $1.issuedOn }).compactMap { a, b in
        AcrossFlag(
          code: "doc-date-conflict", severity: "error",
          message: "\(a.label) is dated \(a.issuedOn ?? "") here and \(b.issuedOn ?? "") there",
          details: ["document": .string(a.label), "here": JSON(a.issuedOn), "there": JSON(b.issuedOn)],
          evidence: [try a.evidence(db), try b.evidence(db)])
      }
    }
  }

  /// Papers signed by several bodies have several issuers, and Party numbers say nothing about which body they are of.
  private func issuers(_ group: [Citation]) throws -> [AcrossFlag] {
    let issued = group.filter {
      $0.issuer != nil && !$0.numberKey.contains("TTLT") && ($0.isNational && $0.carriesYear || $0.issuedOn != nil)
    }
    let documents = Dictionary(grouping: issued) { $0.isNational && $0.carriesYear ? "" : $0.issuedOn ?? "" }
    return try documents.keys.sorted().flatMap { key in
      try conflicts(documents[key] ?? [], said: { $0.issuer?.lowercased() ?? "" }, differ: { !$0.sharesIssuer(with: $1) }).compactMap {
        a, b in
        AcrossFlag(
          code: "doc-issuer-conflict", message: "\(a.label) is of \(a.issuer ?? "") here and of \(b.issuer ?? "") there",
          details: ["document": .string(a.label), "here": JSON(a.issuer), "there": JSON(b.issuer)],
          evidence: [try a.evidence(db), try b.evidence(db)])
      }
    }
  }

  /// The first citation of each statement that disagrees, against the first of the statement that most make.
  private func conflicts(
    _ group: [Citation], said: (Citation) -> String, differ: (Citation, Citation) -> Bool
  ) -> [(Citation, Citation)] {
    let statements = Dictionary(grouping: group, by: said).values.sorted {
      ($1.count, $0[0].article.day, $0[0].article.record) < ($0.count, $1[0].article.day, $1[0].article.record)
    }
    guard statements.count > 1, statements.count <= DecreeConflicts.limit, let usual = statements.first?.first else { return [] }
    return statements.dropFirst().compactMap { statement in
      statement.first { $0.article != usual.article && differ($0, usual) }.map { ($0, usual) }
    }
  }
}
