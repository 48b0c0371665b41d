/// What became of a decision after records were made anew.
public enum Outcome: String, Sendable, CaseIterable {
  /// The question is the same, so is the answer.
  case holds
  /// The rules now say what the person said.
  case confirmed
  /// The rules now say something else than the person saw: asked again, with the old answer.
  case stale
  /// The rules no longer find the mention; the person's answer stays in what is exported.
  case vanished
  /// The text changed and the place cannot be found again with certainty.
  case orphan
  /// The article is not in the store.
  case absent
}

/// The place and the outcome of one decision in the store as it is now.
struct DecisionState {
  var outcome: Outcome
  var isReanchored = false
  var article: Int?
  var mention: String?
  var utf8: Range<Int>?
  /// The flag that it answers now.
  var flag: Int?
}
