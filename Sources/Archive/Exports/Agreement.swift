/// How far two reviewers agree.
public struct Agreement: Sendable {
  /// Flags that both answered.
  public private(set) var both = 0
  /// Of those, flags with the same verdict.
  public private(set) var sameVerdict = 0
  /// Cohen's kappa of the verdicts; nil where both answered nothing or only one verdict was ever given.
  public private(set) var kappa: Double?
  /// Flags that both corrected, and those of them with the same value.
  public private(set) var bothCorrected = 0
  public private(set) var sameValue = 0
  /// Spans that either added or moved, by kind: those of A, of B, the same, those that overlap.
  public private(set) var spans: [(kind: String, a: Int, b: Int, exact: Int, overlapping: Int)] = []
  /// What a third person should look at.
  public private(set) var disagreements: [Disagreement] = []

  public struct Disagreement: Sendable {
    public var article: String
    public var code: String
    public var exact: String
    public var a: String
    public var b: String
  }

  /// - Parameter a: the lines of one reviewer, in order; `b` those of the other.
  public init(_ a: [Decision], _ b: [Decision]) {
    let (x, y) = (Agreement.standing(a), Agreement.standing(b))
    compareVerdicts(Agreement.answers(x), Agreement.answers(y))
    compareSpans(x, y)
  }

  /// What was not taken back.
  private static func standing(_ decisions: [Decision]) -> [Decision] {
    var undone: Set<String> = []
    for decision in decisions {
      guard let target = decision.undoes else { continue }
      if decision.action == .undo { undone.insert(target) } else { undone.remove(target) }
    }
    return decisions.filter { !undone.contains($0.id) && $0.action != .undo && $0.action != .redo }
  }

  /// The last answer to each flag.
  private static func answers(_ decisions: [Decision]) -> [Int: Decision] {
    var answers: [Int: Decision] = [:]
    for decision in decisions { if decision.action.isAnswer, let flag = decision.flag { answers[flag.id] = decision } }
    return answers
  }

  private static func verdict(_ decision: Decision) -> String { decision.verdict?.rawValue ?? decision.action.rawValue }

  private static func value(_ decision: Decision) -> String? {
    decision.after.map { Reading.line($0, kind: decision.anchor?.kind ?? "") }
  }

  private mutating func compareVerdicts(_ a: [Int: Decision], _ b: [Int: Decision]) {
    var (ofA, ofB): ([String: Double], [String: Double]) = ([:], [:])
    for (flag, first) in a.sorted(by: { $0.key < $1.key }) {
      guard let second = b[flag] else { continue }
      both += 1
      ofA[Agreement.verdict(first), default: 0] += 1
      ofB[Agreement.verdict(second), default: 0] += 1
      let isSame = Agreement.verdict(first) == Agreement.verdict(second)
      if isSame { sameVerdict += 1 }
      let isCorrected = isSame && first.action == .correct
      if isCorrected {
        bothCorrected += 1
        if first.after == second.after { sameValue += 1 }
      }
      if !isSame || (isCorrected && first.after != second.after) { note(first, second) }
    }
    guard both > 0 else { return }
    let total = Double(both)
    let chance = ofA.reduce(0) { $0 + $1.value / total * (ofB[$1.key] ?? 0) / total }
    if chance < 1 { kappa = (Double(sameVerdict) / total - chance) / (1 - chance) }
  }

  private mutating func note(_ a: Decision, _ b: Decision) {
    let words = { (decision: Decision) in
      [Agreement.verdict(decision), Agreement.value(decision)].compactMap(\.self).joined(separator: " ")
    }
    disagreements.append(
      Disagreement(article: a.article ?? "", code: a.flag?.code ?? "", exact: a.anchor?.exact ?? "", a: words(a), b: words(b)))
  }

  /// Spans that a person set: added ones and moved ones.
  private mutating func compareSpans(_ a: [Decision], _ b: [Decision]) {
    let (x, y) = (Agreement.spans(a), Agreement.spans(b))
    for kind in Set((x + y).map(\.kind)).sorted() {
      let (ofA, ofB) = (x.filter { $0.kind == kind }, y.filter { $0.kind == kind })
      let exact = ofA.count { ofB.contains($0) }
      let overlapping = ofA.count { span in ofB.contains { $0.record == span.record && $0.range.overlaps(span.range) } }
      spans.append((kind, ofA.count, ofB.count, exact, overlapping))
    }
  }

  private struct Span: Equatable {
    var record: String
    var kind: String
    var range: Range<Int>
  }

  private static func spans(_ decisions: [Decision]) -> [Span] {
    decisions.compactMap { decision in
      guard let anchor = decision.anchor, decision.action == .add || decision.after?["span"] != nil else { return nil }
      let moved = decision.after?["span"]
      let start = anchor.start + (moved?["start"]?.int ?? 0)
      let end = anchor.end + (moved?["end"]?.int ?? 0)
      return start < end ? Span(record: anchor.record, kind: anchor.kind, range: start..<end) : nil
    }
  }
}

extension Archive {
  /// The decisions of one reviewer, in order.
  public func decisions(of reviewer: String) throws -> [Decision] {
    try log.lines().compactMap { try? Decision(line: $0) }.filter { $0.by == reviewer }
  }

  /// The decisions of a `decisions.ndjson`.
  public static func decisions(inFile path: String) throws -> [Decision] {
    try RecordFiles.withBytes(of: path) { bytes in
      var decisions: [Decision] = []
      RecordFiles.forEachRecord(bytes, isStream: true) { line, _ in
        if let decision = try? Decision(line: String(decoding: line, as: UTF8.self)) { decisions.append(decision) }
      }
      return decisions
    }
  }
}
