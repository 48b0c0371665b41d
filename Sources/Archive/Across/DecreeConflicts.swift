import GRDB

/// One document cited with two dates or two issuers.
struct DecreeConflicts {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func flags() throws -> [AcrossFlag] {
    var flags: [AcrossFlag] = []
    for (_, group) in try Citation.groups(db, where: "d.number GLOB '*[A-Za-zĐ]*'", by: { $0.numberKey }) where group.count > 1 {
      flags += try dates(group) + issuers(group)
    }
    return flags
  }

  /// A number belongs to one document a year, and to one for good where it carries its year.
  private func dates(_ group: [Citation]) throws -> [AcrossFlag] {
    let dated = group.filter { CivilDay.number($0.issuedOn ?? "") != nil }
    return try pairs(dated) { a, b in
      a.issuedOn != b.issuedOn && (a.carriesYear || a.issuedOn?.prefix(4) == b.issuedOn?.prefix(4)) && (a.isNational || a.sharesIssuer(with: b))
    } flag: { a, b in
      AcrossFlag(
        code: "doc-date-conflict", severity: "error", message: "\(a.label) is dated \(a.issuedOn ?? "") here and \(b.issuedOn ?? "") there",
        details: ["document": .string(a.label), "here": JSON(a.issuedOn), "there": JSON(b.issuedOn)],
        evidence: [try a.evidence(db), try b.evidence(db)])
    }
  }

  /// Papers signed by several bodies have several issuers, and Party numbers say nothing about which body they are of.
  private func issuers(_ group: [Citation]) throws -> [AcrossFlag] {
    let issued = group.filter { $0.issuer != nil && !$0.numberKey.contains("TTLT") }
    return try pairs(issued) { a, b in
      !a.sharesIssuer(with: b) && (a.isNational && a.carriesYear || a.issuedOn != nil && a.issuedOn == b.issuedOn)
    } flag: { a, b in
      AcrossFlag(
        code: "doc-issuer-conflict", message: "\(a.label) is of \(a.issuer ?? "") here and of \(b.issuer ?? "") there",
        details: ["document": .string(a.label), "here": JSON(a.issuer), "there": JSON(b.issuer)],
        evidence: [try a.evidence(db), try b.evidence(db)])
    }
  }

  /// Each citation that disagrees with what most say, once, against the first that says it.
  private func pairs(
    _ group: [Citation], differ: (Citation, Citation) -> Bool, flag: (Citation, Citation) throws -> AcrossFlag?
  ) throws -> [AcrossFlag] {
    guard let usual = group.max(by: { agreement($0, group, differ) < agreement($1, group, differ) }) else { return [] }
    return try group.filter { differ($0, usual) && $0.article != usual.article }.compactMap { try flag($0, usual) }
  }

  /// How many citations agree; of equals the earlier article wins.
  private func agreement(_ citation: Citation, _ group: [Citation], _ differ: (Citation, Citation) -> Bool) -> (Int, Int) {
    (group.count { !differ(citation, $0) }, -(citation.article.dayNumber ?? Int.max / 2))
  }
}
