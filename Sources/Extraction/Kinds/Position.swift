/// Phó Giám đốc Công an tỉnh Đắk Nông · nguyên Thứ trưởng Bộ Công an · Tổng Bí thư
///
///     [nguyên | cựu | quyền | tân | cố] <post> [<body>]
enum Position {
  struct Reading {
    var first: Int
    var titleEnd: Int
    var end: Int
    var isComplete: Bool
  }

  /// Reads the post at token `start`, nil when no office is named there.
  static func read(_ text: TokenizedText, at start: Int) -> Reading? {
    var first = start
    var head = start
    if isTenure(text, start), text.isJoined(start + 1) {
      head = start + 1
      if text[head].kind == .period { head += 1 }
    }
    guard let match = text.match(.post, at: head) else { return nil }
    let item = text.item(.post, match)
    guard !item.field1.equals("role") else { return nil }
    if head == start, isTenure(text, start - 1), text.isJoined(start) { first = start - 1 }
    var end = match.end
    if text.isJoined(end), !NameShape.beginsName(text, end), end < text.count { end = OrganizationReader.endAfterPost(text, at: end) }
    let isComplete = item.field1.equals("complete")
    return Reading(first: first, titleEnd: match.end, end: end, isComplete: isComplete)
  }

  static func isTenure(_ text: TokenizedText, _ index: Int) -> Bool {
    for word in [Keyword.former, .formerOffice, .acting, .new, .late2] where text.isKeyword(index, word) { return true }
    return false
  }

  /// Whether the reading stands as a mention without a name beside it: a post with its body, or one that needs none.
  static func isMention(_ text: TokenizedText, _ reading: Reading) -> Bool {
    if reading.end > reading.titleEnd { return true }
    return reading.isComplete && text[reading.first].shape != .lower
  }
}
