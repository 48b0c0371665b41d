import Extraction

/// Records scored against gold, by the rules of the annotation guidelines.
///
/// A prediction is right when it overlaps a gold mention of its kind, at least half of it lies within (or it is short and holds the whole
/// mention), and the values are equal; each gold mention serves one prediction.
public struct Score: Sendable {
  public private(set) var kinds: [Bucket: Tally] = [:]
  public private(set) var links: [Link: Tally] = [:]
  /// By rule, for its confidence.
  public private(set) var rules: [String: Tally] = [:]
  public private(set) var misses: [Miss] = []
  /// Ids of gold articles without a record.
  public private(set) var missing: [String] = []
  public private(set) var articleCount = 0

  public init() {
    for bucket in Bucket.allCases { kinds[bucket] = Tally() }
    for link in Link.allCases { links[link] = Tally() }
  }

  /// - Parameter records: by the last part of their ids.
  public mutating func add(_ gold: Gold, _ records: [String: Record]) {
    for article in gold.articles {
      articleCount += 1
      if records[article.id] == nil { missing.append(article.id) }
      for bucket in Bucket.allCases { add(article, records[article.id], bucket) }
    }
  }

  private mutating func add(_ article: GoldArticle, _ record: Record?, _ bucket: Bucket) {
    let marked = article.mentions.filter { $0.kind.rawValue == bucket.kind }
    let predicted = (record?.mentions ?? []).filter { $0.kind.rawValue == bucket.kind }
    let gold = marked.filter { bucket.holds(ComparedValue.mention($0)) }
    var matching = Matching(
      article: article.id, bucket: bucket, gold: gold, other: marked.filter { !bucket.holds(ComparedValue.mention($0)) },
      predicted: predicted.filter { bucket.holds(ComparedValue.mention($0)) })
    matching.run()
    kinds[bucket, default: Tally()] += matching.tally
    for (link, tally) in matching.links { links[link, default: Tally()] += tally }
    for (rule, tally) in matching.rules { rules[rule, default: Tally()] += tally }
    misses += matching.misses
  }

  public var macroF1: Double {
    let scored = Bucket.allCases.filter(\.isScored)
    return scored.reduce(0) { $0 + rounded(kinds[$1]?.f1 ?? 0) } / Double(scored.count)
  }

  public var worstF1: Double { Bucket.allCases.filter(\.isScored).map { rounded(kinds[$0]?.f1 ?? 0) }.min() ?? 0 }
  public var worstLink: Double { Link.allCases.map { rounded(links[$0]?.f1 ?? 0) }.min() ?? 0 }

  private func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
}

/// A mention that was missed, that is too much, or whose links differ.
public struct Miss: Sendable {
  public enum Sort: String, Sendable {
    case miss = "MISS"
    case extra = "EXTRA"
    case link = "LINK"
  }
  public var article: String
  /// The bucket or the link.
  public var place: String
  public var sort: Sort
  public var text: String
  public var expected: String
  public var found: String
}

extension Bucket {
  /// Laws cited by name have no number and are scored apart.
  func holds(_ value: [String]) -> Bool {
    switch self {
    case .decree: value.last != ""
    case .named: value.last == ""
    default: true
    }
  }
}

extension Tally {
  static func += (sum: inout Tally, other: Tally) {
    sum.truePositives += other.truePositives
    sum.falsePositives += other.falsePositives
    sum.falseNegatives += other.falseNegatives
    sum.exact += other.exact
    sum.badValues += other.badValues
  }
}
