/// Which mention begins or ends at a token: 1 + its index, 0 for none.
///
/// Between two articles all is 0: what an article has set is cleared behind it, which costs less than clearing all of its tokens.
struct MentionIndex: ~Copyable {
  private var columns = Buffer<Int32>()
  private var size = 0

  /// Enters the article's mentions; the answer holds until `clear`.
  mutating func fill(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>) -> MentionPlaces {
    // Each column has the sentinels before it and its own behind it.
    if size < text.count + 2 * TokenizedText.sentinels {
      size = text.count + 2 * TokenizedText.sentinels
      columns.fill(0, count: TokenizedText.sentinels + size * MentionPlaces.columns)
    }
    var places = MentionPlaces(mentions, columns.base + TokenizedText.sentinels, size)
    for index in mentions.indices {
      places.set(mentions[index], Int32(index + 1))
      if mentions[index].value.kind == .rank { places.holdsRanks = true }
    }
    return places
  }

  /// Takes out what `fill` put in.
  mutating func clear(_ places: MentionPlaces) {
    for mention in places.mentions { places.set(mention, 0) }
  }
}

/// The mentions of an article by the tokens at which they begin and end.
struct MentionPlaces {
  /// For each token the mention that begins there, or that ends before it; nil for none.
  struct Column {
    fileprivate let numbers: UnsafeMutablePointer<Int32>

    @inline(__always)
    subscript(token: Int) -> Int? { numbers[token] > 0 ? Int(numbers[token]) - 1 : nil }
  }

  fileprivate static let columns = 7

  let mentions: UnsafeMutableBufferPointer<Found>
  /// Whether the article has any, which most have not.
  fileprivate(set) var holdsRanks = false
  let rankEnding: Column
  let positionEnding: Column
  let positionBeginning: Column
  let nameEnding: Column
  let nameBeginning: Column
  let dateEnding: Column
  let dateBeginning: Column

  fileprivate init(_ mentions: UnsafeMutableBufferPointer<Found>, _ base: UnsafeMutablePointer<Int32>, _ size: Int) {
    self.mentions = mentions
    rankEnding = Column(numbers: base)
    positionEnding = Column(numbers: base + size)
    positionBeginning = Column(numbers: base + 2 * size)
    nameEnding = Column(numbers: base + 3 * size)
    nameBeginning = Column(numbers: base + 4 * size)
    dateEnding = Column(numbers: base + 5 * size)
    dateBeginning = Column(numbers: base + 6 * size)
  }

  /// The first token of the mention that ends before the token, by its kind.
  func first(_ column: Column, _ token: Int) -> Int? { column[token].map { Int(mentions[$0].firstToken) } }

  /// The token after the mention that begins at the token, by its kind.
  func end(_ column: Column, _ token: Int) -> Int? { column[token].map { Int(mentions[$0].endToken) } }

  @inline(__always)
  fileprivate func set(_ mention: Found, _ number: Int32) {
    let (first, end) = (Int(mention.firstToken), Int(mention.endToken))
    switch mention.value {
    case .rank: rankEnding.numbers[end] = number
    case .position:
      positionEnding.numbers[end] = number
      positionBeginning.numbers[first] = number
    case .name:
      nameEnding.numbers[end] = number
      nameBeginning.numbers[first] = number
    case .date:
      dateEnding.numbers[end] = number
      dateBeginning.numbers[first] = number
    default: break
    }
  }
}
