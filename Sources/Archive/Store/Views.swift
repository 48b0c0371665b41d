/// The views that a person with `sqlite3` or Datasette looks at first.
enum Views {
  static let names = [
    "name", "date", "rank", "count", "duration", "position", "person_timeline", "decree", "count_by_unit", "answer",
    "open_flag",
  ]

  static let all = kinds + people + decrees + counts + queue

  /// One table a kind, with the columns that the kind has.
  private static let kinds = """
    CREATE VIEW date AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.value, m.from_day AS "from", m.to_day AS "to", m.precision, m.basis,
        m.alternatives, m.rule, m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'date';
    CREATE VIEW rank AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.value, m.grade, m.rule, m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'rank';
    CREATE VIEW name AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.value, m.person, m.rank, m.positions, m.rule, m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'name';
    CREATE VIEW count AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.number, m.max, m.whole AS "of", m.unit, m.approximation, m.rule,
        m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'count';
    CREATE VIEW duration AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.value, m.rule, m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'duration';
    CREATE VIEW position AS
      SELECT a.record AS article, m.id, m.start, m."end", m.text, m.title, m.organization, m.person, m.rule, m.confidence
      FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'position';

    """

  private static let people = """
    CREATE VIEW person_timeline AS
      SELECT p.name, a.published, p.rank, p.grade,
        (SELECT group_concat(value, ' · ') FROM json_each(p.positions)) AS positions, a.record AS article
      FROM person p JOIN article a ON a.id = p.article
      ORDER BY p.name, a.published;

    """

  /// One row a document: what cites it under the same type, number, date and issuer is taken as one.
  private static let decrees = """
    CREATE VIEW decree AS
      SELECT d.type, d.number, d.issued_on, d.issuer, count(DISTINCT d.article) AS articles,
        min(a.published) AS first_cited, max(a.published) AS last_cited, group_concat(DISTINCT a.record) AS cited_in
      FROM cited_decree d JOIN article a ON a.id = d.article
      GROUP BY d.type, d.number, d.issued_on, d.issuer;

    """

  private static let counts = """
    CREATE VIEW count_by_unit AS
      SELECT lower(unit) AS unit, count(*) AS mentions, count(DISTINCT article) AS articles, min(number) AS smallest,
        max(number) AS largest, sum(number) AS sum
      FROM mention WHERE kind = 'count' GROUP BY lower(unit) ORDER BY mentions DESC;

    """

  /// What people answered. An answer that became stale still settles its flag: `review-stale` asks in its place.
  private static let queue = """
    CREATE VIEW answer AS
      SELECT s.flag, d.seq, d.id, d.by, d.at, d.action, s.outcome
      FROM decision_state s JOIN decision d ON d.seq = s.seq
      WHERE s.is_active AND s.flag IS NOT NULL AND d.action IN ('accept', 'correct', 'reject')
        AND s.outcome IN ('holds', 'confirmed', 'vanished', 'stale');
    CREATE VIEW open_flag AS
      SELECT f.id, f.code, f.severity, a.record AS article, a.title, f.message,
        (SELECT group_concat(e.mention, ' ') FROM evidence e WHERE e.flag = f.id) AS evidence
      FROM flag f JOIN article a ON a.id = f.article
      WHERE f.severity <> 'info' AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.flag = f.id)
      ORDER BY f.severity, f.turn, f.code, f.article, f.position;
    """
}
