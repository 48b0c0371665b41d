/// The ids that a run has given: no two inputs have the same.
struct RecordIDs: Sendable {
  /// Their digests: a run may have many.
  private var taken: Set<Int> = []

  /// Gives an input its id.
  /// - Parameter longer: what it gets when another input has that; with a number behind it when that is taken too.
  mutating func take(_ id: String, orElse longer: String) -> String {
    if taken.insert(id.hashValue).inserted { return id }
    if taken.insert(longer.hashValue).inserted { return longer }
    var number = 2
    while !taken.insert("\(longer).\(number)".hashValue).inserted { number += 1 }
    return "\(longer).\(number)"
  }
}
