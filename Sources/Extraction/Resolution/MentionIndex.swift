/// Which mention begins or ends at a token: 1 + its index, 0 for none.
///
/// Between two articles all is 0: what an article has set is cleared behind it, which costs less than clearing all of its tokens.
struct MentionIndex: ~Copyable {
  private(set) var rankEnding = Buffer<Int32>()
  private(set) var positionEnding = Buffer<Int32>()
  private(set) var positionBeginning = Buffer<Int32>()
  private(set) var nameEnding = Buffer<Int32>()
  private(set) var nameBeginning = Buffer<Int32>()
  private(set) var dateBeginning = Buffer<Int32>()

  mutating func fill(_ mentions: UnsafeBufferPointer<Found>, tokenCount: Int) {
    if rankEnding.count < tokenCount + TokenizedText.sentinels { grow(to: tokenCount + TokenizedText.sentinels) }
    for index in mentions.indices { set(mentions[index], Int32(index + 1)) }
  }

  /// Takes out what `fill` put in.
  mutating func clear(_ mentions: UnsafeBufferPointer<Found>) {
    for index in mentions.indices { set(mentions[index], 0) }
  }

  private mutating func set(_ mention: Found, _ number: Int32) {
    let (first, end) = (Int(mention.firstToken), Int(mention.endToken))
    switch mention.value {
    case .rank: rankEnding[end] = number
    case .position:
      positionEnding[end] = number
      positionBeginning[first] = number
    case .name:
      nameEnding[end] = number
      nameBeginning[first] = number
    case .date: dateBeginning[first] = number
    default: break
    }
  }

  private mutating func grow(to size: Int) {
    rankEnding.fill(0, count: size)
    positionEnding.fill(0, count: size)
    positionBeginning.fill(0, count: size)
    nameEnding.fill(0, count: size)
    nameBeginning.fill(0, count: size)
    dateBeginning.fill(0, count: size)
  }
}
