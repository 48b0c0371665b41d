/// The steps of office in a province's police, from the words of a post.
enum PoliceLevel: Int {
  case teamLeader = 1, deputyHead, head, deputyDirector, director

  /// `Phó Giám đốc Công an tỉnh`; nil for posts elsewhere.
  init?(_ post: String) {
    let words = post.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.hasPrefix("giám đốc công an") {
      self = .director
    } else if words.hasPrefix("phó giám đốc công an") {
      self = .deputyDirector
    } else if words.hasPrefix("trưởng phòng") || words.hasPrefix("trưởng công an huyện") || words.hasPrefix("trưởng công an quận") {
      self = .head
    } else if words.hasPrefix("phó trưởng phòng") || words.hasPrefix("phó trưởng công an huyện") {
      self = .deputyHead
    } else if words.hasPrefix("đội trưởng") {
      self = .teamLeader
    } else {
      return nil
    }
  }
}
