/// The steps of office in a province's police, from the words of a post.
enum PoliceLevel: Int, CaseIterable {
  case teamLeader = 1
  case deputyHead, head, deputyDirector, director

  /// `Phó Giám đốc Công an tỉnh`; nil for posts elsewhere.
  /// - Parameter token: the first of the post.
  init?(_ text: TokenizedText, at token: Int) {
    guard let level = PoliceLevel.beginnings.first(where: { $0.words.begins(text, at: token) })?.level else { return nil }
    self = level
  }

  private static let beginnings: [(words: WordSequence, level: PoliceLevel)] = [
    (WordSequence("giám đốc công an"), .director), (WordSequence("phó giám đốc công an"), .deputyDirector),
    (WordSequence("trưởng phòng"), .head), (WordSequence("trưởng công an huyện"), .head), (WordSequence("trưởng công an quận"), .head),
    (WordSequence("phó trưởng phòng"), .deputyHead), (WordSequence("phó trưởng công an huyện"), .deputyHead),
    (WordSequence("đội trưởng"), .teamLeader),
  ]
}
