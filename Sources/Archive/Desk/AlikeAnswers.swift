import GRDB

/// The answers that one answer brings along.
struct AlikeAnswers {
  let db: Database

  func answers(to answer: Answer, _ decision: Decision) throws -> [Answer] {
    if decision.after?["published"]?.string != nil, let article = decision.article { return try years(of: article) }
    guard answer.isForAllAlike, answer.action.isAnswer, answer.fields.isEmpty, answer.startWords == 0, answer.endWords == 0,
      let flag = answer.flag
    else { return [] }
    return try others(
      "f.id <> ?1 AND (f.code, f.article) = (SELECT code, article FROM flag WHERE id = ?1)", [flag]
    ).map { flag, mention in
      var alike = answer
      (alike.flag, alike.mention) = (flag, mention)
      (alike.isForAllAlike, alike.note, alike.article, alike.seen) = (false, nil, nil, nil)
      return alike
    }
  }

  /// An article whose date is known answers for its dates without a year.
  private func years(of record: String) throws -> [Answer] {
    try others("f.code = 'date-year-unresolved' AND f.article = (SELECT id FROM article WHERE record = ?)", [record]).map { flag, mention in
      var alike = Answer(action: .correct)
      (alike.flag, alike.mention, alike.alternative) = (flag, mention, 1)
      alike.alternativeFrom = .published
      return alike
    }
  }

  /// Flags that nobody answered, each with its first mention.
  private func others(_ condition: String, _ arguments: StatementArguments) throws -> [(Int, String?)] {
    let sql = """
      SELECT f.id, (SELECT mention FROM evidence e WHERE e.flag = f.id AND e.number = 1)
      FROM flag f WHERE \(condition) AND \(Queue.isOpen) ORDER BY f.position, f.id
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { ($0[0], $0[1]) }
  }
}
