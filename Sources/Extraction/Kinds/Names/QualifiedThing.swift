/// công ty du lịch | Lê Mỹ · trường THPT chuyên | Trần Đại Nghĩa · tàu khảo sát | Đại Dương
///
///     <word for a thing> [up to four words of organisations] CAPITALS
///
/// What a firm, a school or a ship is called, behind words that say of what kind it is.
enum QualifiedThing {
  private static let longest = 4

  /// Where the capitals begin behind the word for a thing that ends at `end` and words of its kind.
  static func nameBehind(_ text: TokenizedText, _ end: Int) -> Int? {
    var index = end
    while index < end + longest, text[index].gap == .space, text[index].kind == .word, text[index].shape == .lower { index += 1 }
    return index > end && text[index].gap == .space && text[index].shape == .capital && holds(text, index) ? index : nil
  }

  /// Whether the capitals at `start` are the name of such a thing.
  static func holds(_ text: TokenizedText, _ start: Int) -> Bool {
    var index = start - 1
    while index > 0, start - index <= longest + 1, text[index + 1].gap == .space, text[index].kind == .word {
      if endsHead(text, index) { return true }
      guard qualifies(text, index) else { return false }
      index -= 1
    }
    return false
  }

  /// The word for a thing ends at the token: `công ty`, but not `cầu` of `yêu cầu`.
  private static func endsHead(_ text: TokenizedText, _ index: Int) -> Bool {
    for first in max(index - 3, 1)...index {
      guard let head = text.match(.placeHead, at: first), head.end == index + 1 else { continue }
      // trường hợp, nhà trường
      if isEvent(text, first, head.end) || text.isKeyword(first - 1, .house) { return false }
      return text.placeHeadKind(head) == .named && text.match(.predicate, at: first - 1)?.end != index + 1
        && text.match(.honorific, at: first - 1).map { $0.end > index } != true
    }
    return false
  }

  private static func isEvent(_ text: TokenizedText, _ first: Int, _ end: Int) -> Bool {
    guard let unit = text.match(.unit, at: first), unit.end > end else { return false }
    return text.unitKind(unit) == .event
  }

  private static func qualifies(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].shape != .capital && text.isListed(index, .organizationWord) && !text.isListed(index, .stopWord)
      && text.match(.predicate, at: index) == nil && text.match(.predicate, at: index - 1)?.end != index + 1
      && text.match(.honorific, at: index - 1)?.end != index + 1 && text.match(.honorific, at: index)?.end != index + 1
  }
}
