/// Lines of a page that belong to no article: menus, comment boxes, related links.
enum Furniture {
  /// The end of the line that begins at `index` when a list of such lines has its beginning and little follows.
  static func endOfLine(_ text: TokenizedText, _ index: Int) -> Int? {
    guard let match = text.match(.furniture, at: index) else { return nil }
    let end = text.endOfLine(from: match.end - 1)
    return end - match.end <= 4 ? end : nil
  }
}
