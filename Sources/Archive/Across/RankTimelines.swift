import GRDB

/// A person's rank that goes down, or up faster than the law allows.
struct RankTimelines {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func flags() throws -> [AcrossFlag] {
    var timelines: [String: [Appearance]] = [:]
    for person in try Appearance.all(db, where: "p.grade IS NOT NULL AND a.published IS NOT NULL") {
      if let key = Identity.key(person.name) { timelines[key, default: []].append(person) }
    }
    var flags: [AcrossFlag] = []
    for key in timelines.keys.sorted() { flags += try self.flags(timelines[key] ?? []) }
    return flags
  }

  /// Compares each appearance with the last one that is surely the same person.
  private func flags(_ timeline: [Appearance]) throws -> [AcrossFlag] {
    var flags: [AcrossFlag] = []
    var last: [String: Int] = [:]
    for (index, later) in timeline.enumerated() {
      let before = later.ties.compactMap { last[$0] }.max().map { timeline[$0] }
      for tie in later.ties { last[tie] = index }
      guard let earlier = before, earlier.article != later.article, let from = earlier.grade, let to = later.grade,
        let start = earlier.article.dayNumber, let end = later.article.dayNumber, start < end
      else { continue }
      if to < from {
        flags += try flag("rank-regression", "goes down", earlier, later)
      } else if end - start < PromotionLaw.shortestDays(from: from, to: to) {
        flags += try flag("rank-jump", "goes up faster than the law allows", earlier, later)
      }
    }
    return flags
  }

  private func flag(_ code: String, _ what: String, _ earlier: Appearance, _ later: Appearance) throws -> [AcrossFlag] {
    let flag = AcrossFlag(
      code: code,
      message: "\(later.name)'s rank \(what): \(earlier.rank ?? "") on \(earlier.article.day), \(later.rank ?? "") on \(later.article.day)",
      details: [
        "name": .string(later.name), "here": JSON(later.rank), "hereDay": .string(later.article.day), "there": JSON(earlier.rank),
        "thereDay": .string(earlier.article.day),
      ],
      evidence: [try later.evidence(db), try earlier.evidence(db)])
    return flag.map { [$0] } ?? []
  }
}

/// The time that must pass between two ranks (Luật Công an nhân dân 37/2018/QH14, Điều 22; the army's law has the same steps).
enum PromotionLaw {
  /// Years in a grade before the next, from Binh nhì (1) on.
  private static let yearsInGrade: [Int: Double] = [
    1: 0.5, 2: 0.5, 3: 1, 4: 1, 5: 2, 6: 0, 7: 2, 8: 3, 9: 3, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4, 15: 4, 16: 4, 17: 4,
  ]

  /// The first step may come the day after: nobody knows how long the earlier rank had been held. A tenth is left for early promotion.
  static func shortestDays(from: Int, to: Int) -> Int {
    guard to > from + 1 else { return 0 }
    let years = ((from + 1)..<to).reduce(0.0) { $0 + (yearsInGrade[$1] ?? 0) }
    return Int(years * 365 * 0.9)
  }
}
