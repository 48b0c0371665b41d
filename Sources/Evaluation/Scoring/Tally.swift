/// Right, wrong and missed.
public struct Tally: Sendable, Equatable {
  public var truePositives = 0
  public var falsePositives = 0
  public var falseNegatives = 0
  /// Right ones whose span is that of the gold.
  public var exact = 0
  /// Missed ones where something of another value was found.
  public var badValues = 0

  public init() {}

  public var gold: Int { truePositives + falseNegatives }

  public var precision: Double { Tally.share(truePositives, of: truePositives + falsePositives) }
  public var recall: Double { Tally.share(truePositives, of: gold) }
  public var exactShare: Double { Tally.share(exact, of: truePositives) }
  public var f1: Double {
    let (p, r) = (precision, recall)
    return p + r > 0 ? 2 * p * r / (p + r) : 0
  }

  private static func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}

/// What is scored on its own: the five kinds, durations, laws cited by name.
public enum Bucket: String, CaseIterable, Sendable {
  case date, rank, name, count, decree, duration, named

  var kind: String { self == .named ? "decree" : rawValue }
  /// Whether it counts for the macro average.
  var isScored: Bool { self != .duration && self != .named }
}

/// The links that are scored, at the mention itself.
public enum Link: String, CaseIterable, Sendable {
  case nameRank = "name.rank"
  case namePositions = "name.positions"
  case decreeDate = "decree.date"
  case decreeIssuer = "decree.issuer"
}
