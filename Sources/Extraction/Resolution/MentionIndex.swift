/// Which mention begins or ends at a token: 1 + its index, 0 for none.
struct MentionIndex: ~Copyable {
  private(set) var rankEnding = Buffer<Int32>()
  private(set) var positionEnding = Buffer<Int32>()
  private(set) var positionBeginning = Buffer<Int32>()
  private(set) var nameEnding = Buffer<Int32>()
  private(set) var nameBeginning = Buffer<Int32>()
  private(set) var dateBeginning = Buffer<Int32>()

  mutating func fill(_ mentions: UnsafeBufferPointer<Found>, tokenCount: Int) {
    let size = tokenCount + TokenizedText.sentinels
    rankEnding.fill(0, count: size)
    positionEnding.fill(0, count: size)
    positionBeginning.fill(0, count: size)
    nameEnding.fill(0, count: size)
    nameBeginning.fill(0, count: size)
    dateBeginning.fill(0, count: size)
    for (index, mention) in mentions.enumerated() {
      let (first, end, number) = (Int(mention.firstToken), Int(mention.endToken), Int32(index + 1))
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
  }
}
