import Extraction

/// What changed between two outputs over the same articles, by rule.
public struct RecordDiff: Sendable {
  public enum Sort: String, Sendable, CaseIterable { case gained, lost, changed }

  /// One mention that is not as it was.
  public struct Change: Sendable {
    public let sort: Sort
    public let article: String
    public let rule: String
    public let old: Mention?
    public let new: Mention?
    /// The words around it, the mention in brackets; only the mention when the record carries no text.
    public let context: String
  }

  public private(set) var changes: [Change] = []
  /// Articles that only one output has.
  public private(set) var onlyOld: [String] = []
  public private(set) var onlyNew: [String] = []
  public private(set) var articleCount = 0

  public init(_ old: [Record], _ new: [Record]) {
    let newRecords = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var seen: Set<String> = []
    for record in old {
      seen.insert(record.id)
      guard let other = newRecords[record.id] else {
        onlyOld.append(record.id)
        continue
      }
      articleCount += 1
      compare(record, other)
    }
    onlyNew = new.map(\.id).filter { !seen.contains($0) }
  }

  /// Mentions by id; of those left over, ones of a kind that overlap are one that changed its span.
  private mutating func compare(_ old: Record, _ new: Record) {
    var lost = Dictionary(old.mentions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var gained: [Mention] = []
    for mention in new.mentions {
      guard let before = lost.removeValue(forKey: mention.id) else {
        gained.append(mention)
        continue
      }
      if before != mention { add(.changed, new, before, mention) }
    }
    for mention in gained {
      let before = lost.values.filter { $0.kind == mention.kind && $0.start < mention.end && mention.start < $0.end }.min {
        $0.start < $1.start
      }
      if let before { lost[before.id] = nil }
      add(before == nil ? .gained : .changed, new, before, mention)
    }
    for mention in lost.values.sorted(by: { $0.start < $1.start }) { add(.lost, old, mention, nil) }
  }

  private mutating func add(_ sort: Sort, _ record: Record, _ old: Mention?, _ new: Mention?) {
    guard let mention = new ?? old else { return }
    changes.append(
      Change(
        sort: sort, article: record.id, rule: mention.rule, old: old, new: new, context: RecordDiff.context(mention, record.article.text)))
  }

  private static func context(_ mention: Mention, _ text: String?) -> String {
    guard let text else { return "[\(oneLine(mention.text))]" }
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: mention.start)
    let end = scalars.index(start, offsetBy: mention.end - mention.start)
    let before = scalars.index(start, offsetBy: -40, limitedBy: scalars.startIndex) ?? scalars.startIndex
    let after = scalars.index(end, offsetBy: 40, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return oneLine(String(scalars[before..<start]) + "[" + String(scalars[start..<end]) + "]" + String(scalars[end..<after]))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
  }

  /// How many changes of each sort a rule has, the most changed rule first.
  public var byRule: [(rule: String, counts: [Sort: Int])] {
    var counts: [String: [Sort: Int]] = [:]
    for change in changes { counts[change.rule, default: [:]][change.sort, default: 0] += 1 }
    return counts.map { ($0, $1) }.sorted { a, b in
      let (x, y) = (a.1.values.reduce(0, +), b.1.values.reduce(0, +))
      return x != y ? x > y : a.0 < b.0
    }
  }
}

extension RecordDiff.Change {
  /// The fields that differ, `name: old → new`.
  public var fields: [String] {
    guard let old, let new else { return [] }
    let before = Dictionary(uniqueKeysWithValues: RecordDiff.Change.fields(old))
    return RecordDiff.Change.fields(new).compactMap { name, value in
      before[name] == value ? nil : "\(name): \(before[name] ?? "–") → \(value)"
    }
  }

  private static func fields(_ mention: Mention) -> [(String, String)] {
    [("span", "\(mention.start)-\(mention.end)")]
      + Mirror(reflecting: mention).children.compactMap { child in
        guard let name = child.label, !["id", "utf8", "start", "end"].contains(name) else { return nil }
        let value = Mirror(reflecting: child.value)
        if value.displayStyle == .optional { return (name, value.children.first.map { "\($0.value)" } ?? "–") }
        return (name, "\(child.value)")
      }
  }
}
