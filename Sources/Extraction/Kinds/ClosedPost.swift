/// Hạt trưởng kiểm lâm huyện Diễn Lâm cho biết · - giám thị trại tạm giam Công an tỉnh - · (phó trung đoàn trưởng quân sự)
///
///     NAME (, | - | "(") <post> small words of its body (, | - | ")" | verb of saying)
///
/// Behind a name, what stands between the mark before a post and the mark behind it is the post, also where its words are in no list.
struct ClosedPost {
  private let text: TokenizedText
  private let opening: TokenKind
  /// The title's word for the body stands once more, `Đội phó Đội`: its name follows, whatever verb that begins with.
  private let isBare: Bool
  /// A body's name goes on for no more tokens.
  private static let longest = 20

  /// The token after the post that begins at `first` and was read up to `end`; `end` where nothing more belongs to it.
  static func end(_ text: TokenizedText, first: Int, titleEnd: Int, end: Int, isComplete: Bool) -> Int {
    guard goesOn(text, end), text.isJoined(end), isBehindName(text, first) else { return end }
    // "A, Thủ tướng bận công tác"
    if isComplete, text[end].shape == .lower, text[first - 1].kind != .dash, !text.isKeyword(end, .of) { return end }
    let isBare = end == titleEnd + 1 && (first..<titleEnd).contains { text.fold($0) == text.fold(titleEnd) }
    guard let closed = ClosedPost(text: text, opening: text[first - 1].kind, isBare: isBare).read(end) else {
      return isBare ? titleEnd : endOfOwner(text, end)
    }
    let larger = OrganizationReader.endOfLargerUnits(text, at: closed)
    return larger > closed + 2 && isMark(text, larger) ? larger : closed
  }

  /// `Chủ tịch Hội đồng thành viên | của VATM gửi văn bản`
  private static func endOfOwner(_ text: TokenizedText, _ end: Int) -> Int {
    let owner = end + 1
    guard text.isKeyword(end, .of), text.isJoined(owner), text[owner].kind == .word, text[owner].shape == .upper,
      text[owner].end - text[owner].start > 2, !text[owner + 1].isCapitalized
    else { return end }
    return owner + 1
  }

  private static func isMark(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .dash, .closeParenthesis, .semicolon: true
    default: text.match(.nameLabel, at: index) != nil
    }
  }

  private static func goesOn(_ text: TokenizedText, _ end: Int) -> Bool {
    switch text[end].kind {
    case .word:
      switch text[end].shape {
      case .lower, .upper, .mixed: true
      default: text.match(.body, at: end).map { $0.end > end + 1 } == true
      }
    case .dash, .number: true
    default: false
    }
  }

  /// A mark, and capitals or the bracket of an age before it.
  static func isBehindName(_ text: TokenizedText, _ first: Int) -> Bool {
    guard text.isJoined(first), text.isJoined(first - 1) || text[first - 1].kind == .openParenthesis else { return false }
    switch text[first - 1].kind {
    case .comma, .openParenthesis: break
    case .dash: guard text[first].gap == .space, text[first - 1].gap == .space else { return false }
    default: return false
    }
    if text.isKeyword(first - 2, .age), text[first - 3].kind == .number { return true }
    let before = text[first - 2]
    return before.kind == .closeParenthesis || before.isCapitalized || before.kind == .abbreviation
  }

  private func read(_ start: Int) -> Int? {
    var index = start
    // người phát ngôn | Tổng thống Philippines
    if let inner = text.match(.post, at: start), isOffice(start) { index = inner.end }
    while index <= start + ClosedPost.longest, text.isJoined(index) || text[index].kind == .closeParenthesis {
      if index > start, closes(index) { return joins(index - 1) ? nil : index }
      guard belongs(index) else { return nil }
      index += 1
    }
    return nil
  }

  private func closes(_ index: Int) -> Bool {
    switch text[index].kind {
    case .comma: return opening == .comma || opening == .openParenthesis
    case .semicolon: return opening == .comma
    case .dash: return opening == .dash && text[index].gap == .space && text[index + 1].gap == .space
    case .closeParenthesis: return opening == .openParenthesis
    default: return opening != .openParenthesis && isLabel(index)
    }
  }

  /// A verb of saying; `thông tin` of `văn hoá thông tin huyện` is none.
  private func isLabel(_ index: Int) -> Bool {
    guard let label = text.match(.nameLabel, at: index) else { return false }
    return !(text.isListed(index - 1, .organizationWord) && text[index - 1].shape == .lower && text.match(.placeHead, at: label.end) != nil)
  }

  private func joins(_ index: Int) -> Bool {
    text.isKeyword(index, .and) || text.isKeyword(index, .of) || text.isKeyword(index, .about) || text.isKeyword(index, .belong)
  }

  private func belongs(_ index: Int) -> Bool {
    let token = text[index]
    switch token.kind {
    case .word: return isWordOfBody(index)
    case .number: return text[index + 1].kind != .word || text[index + 1].isCapitalized || text.match(.placeHead, at: index + 1) != nil
    case .abbreviation, .code: return true
    case .dash: return opening != .dash && token.gap == .space && text[index + 1].gap == .space && isWordOfBody(index + 1)
    default: return false
    }
  }

  private func isWordOfBody(_ index: Int) -> Bool {
    guard text[index].kind == .word, isBare || text.match(.predicate, at: index) == nil, !isLabel(index),
      !isOffice(index) || text.isKeyword(index - 1, .of), !text.isKeyword(index, .concurrently)
    else { return false }
    if text[index].isCapitalized { return !NameShape.beginsName(text, index) && text.match(.rank, at: index) == nil }
    if text.isKeyword(index, .and) { return text[index + 1].shape == .lower || text.starts(index + 1, .organizationWord) }
    if joins(index) { return true }
    if text.isKeyword(index, .the) { return text[index + 1].shape == .lower }
    guard let match = text.match(.stopWord, at: index) else { return !isTitle(index) }
    return !text.item(.stopWord, match).field1.equals("verb") && text.isListed(index, .organizationWord)
  }

  private func isOffice(_ index: Int) -> Bool {
    guard let post = text.match(.post, at: index) else { return false }
    return !text.item(.post, post).field1.equals("role") && !(text.match(.body, at: index).map { $0.end >= post.end } ?? false)
  }

  /// A word for a person; `kỹ thuật`, that stands before credits too, is none.
  private func isTitle(_ index: Int) -> Bool {
    guard let title = text.match(.honorific, at: index) else { return false }
    return !text.item(.honorific, title).field1.equals("caption")
  }
}
