import Extraction

/// One article's gold and predictions of one bucket, brought together.
struct Matching {
  let article: String
  let bucket: Bucket
  let gold: [GoldMention]
  /// Gold of the same kind that another bucket scores.
  let other: [GoldMention]
  let predicted: [Mention]
  private(set) var tally = Tally()
  private(set) var links: [Link: Tally] = [:]
  private(set) var rules: [String: Tally] = [:]
  private(set) var misses: [Miss] = []
  private var used: Set<Int> = []

  init(article: String, bucket: Bucket, gold: [GoldMention], other: [GoldMention], predicted: [Mention]) {
    self.article = article
    self.bucket = bucket
    self.gold = gold
    self.other = other
    self.predicted = predicted
  }

  mutating func run() {
    let order = gold.enumerated().sorted { a, b in
      if a.element.isOptional != b.element.isOptional { return b.element.isOptional }
      return (a.element.start, a.offset) < (b.element.start, b.offset)
    }
    for (_, mention) in order { match(mention) }
    for index in predicted.indices where !used.contains(index) { addExtra(predicted[index]) }
  }

  private mutating func match(_ mention: GoldMention) {
    let candidates = predicted.indices.filter { !used.contains($0) && Matching.meets(predicted[$0], mention) }
    let value = ComparedValue.mention(mention)
    if let hit = candidates.first(where: { ComparedValue.mention(predicted[$0]) == value }) {
      used.insert(hit)
      if !mention.isOptional { addHit(mention, predicted[hit]) }
    } else if mention.isOptional {
      used.formUnion(candidates)
    } else {
      addMiss(mention, value, near: candidates.first.map { predicted[$0] })
    }
  }

  /// At least half of the prediction lies within the mention, or it is short and holds all of it.
  private static func meets(_ prediction: Mention, _ mention: GoldMention) -> Bool {
    let size = prediction.end - prediction.start
    let common = min(prediction.end, mention.end) - max(prediction.start, mention.start)
    return common > 0 && (2 * common >= size || size <= 30 && common == mention.end - mention.start)
  }

  private mutating func addHit(_ mention: GoldMention, _ prediction: Mention) {
    tally.truePositives += 1
    rules[prediction.rule, default: Tally()].truePositives += 1
    if prediction.start == mention.start, prediction.end == mention.end { tally.exact += 1 }
    guard mention.kind == .name || mention.kind == .decree else { return }
    let (wanted, found) = (LinkValues(mention).values, LinkValues(prediction).values)
    for (link, expected) in wanted { compare(link, expected, found[link] ?? [], mention) }
  }

  private mutating func compare(_ link: Link, _ expected: Set<String>, _ found: Set<String>, _ mention: GoldMention) {
    links[link, default: Tally()].truePositives += expected.intersection(found).count
    links[link, default: Tally()].falsePositives += found.subtracting(expected).count
    links[link, default: Tally()].falseNegatives += expected.subtracting(found).count
    guard expected != found else { return }
    misses.append(
      Miss(
        article: article, place: link.rawValue, sort: .link, text: mention.text, expected: expected.sorted().joined(separator: " / "),
        found: found.sorted().joined(separator: " / ")))
  }

  private mutating func addMiss(_ mention: GoldMention, _ value: [String], near: Mention?) {
    tally.falseNegatives += 1
    if near != nil { tally.badValues += 1 }
    let found = near.map { "“\($0.text)” \(ComparedValue.mention($0).joined(separator: "|"))" } ?? ""
    misses.append(
      Miss(
        article: article, place: bucket.rawValue, sort: .miss, text: mention.text, expected: value.joined(separator: "|"), found: found))
  }

  private mutating func addExtra(_ prediction: Mention) {
    let touches = { (gold: GoldMention) in gold.start < prediction.end && prediction.start < gold.end }
    if other.contains(where: touches) || gold.contains(where: { $0.isOptional && touches($0) }) { return }
    tally.falsePositives += 1
    rules[prediction.rule, default: Tally()].falsePositives += 1
    misses.append(
      Miss(
        article: article, place: bucket.rawValue, sort: .extra, text: prediction.text, expected: "",
        found: ComparedValue.mention(prediction).joined(separator: "|")))
  }
}

/// What is stated at a mention itself.
struct LinkValues {
  let values: [(Link, Set<String>)]

  init(_ mention: GoldMention) {
    self.init(mention.kind, mention.rank, mention.positions, mention.issuedOn ?? mention.date, mention.issuer)
  }

  init(_ mention: Mention) {
    self.init(mention.kind, mention.rank, mention.positions, mention.issuedOn, mention.issuer)
  }

  private init(_ kind: MentionKind, _ rank: String?, _ positions: [String]?, _ date: String?, _ issuer: String?) {
    if kind == .name {
      values = [(.nameRank, LinkValues.one(rank)), (.namePositions, Set((positions ?? []).map(ComparedValue.post)))]
    } else {
      values = [(.decreeDate, LinkValues.one(date)), (.decreeIssuer, LinkValues.one(issuer))]
    }
  }

  private static func one(_ value: String?) -> Set<String> {
    guard let value, !value.isEmpty else { return [] }
    return [ComparedValue.text(value)]
  }
}

extension [(Link, Set<String>)] {
  subscript(link: Link) -> Set<String>? { first { $0.0 == link }?.1 }
}
