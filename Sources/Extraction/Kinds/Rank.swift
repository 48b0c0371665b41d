/// Thượng tá Phạm Thanh Bình · hai Đại tướng · thăng cấp bậc hàm từ Trung tá lên Thượng tá
///
///     <rank>
enum Rank {
  /// Reads the rank at token `start` and returns the token after it.
  static func read(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    guard let match = text.match(.rank, at: start) else { return nil }
    let isLower = text[start].shape == .lower
    if isPartOfPhrase(text, start, match.end) { return nil }
    found.append(
      Found(
        start: text[start].start, end: text[match.end - 1].end, firstToken: Int32(start), endToken: Int32(match.end),
        rule: isLower ? .rankPlain : .rankWord, value: .rank(item: text.number(.rank, match))))
    return match.end
  }

  /// `hạ sĩ quan`, `đại tướng quân`, `xã Trung Tá`, `đường Đại Tá`: other words that hold a rank's.
  private static func isPartOfPhrase(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    if isShips(text, start) { return true }
    guard text.isJoined(end), text[end].kind == .word else { return false }
    if text.isKeyword(end, .official) { return text[end].shape == .lower }
    // đại tướng quân; but trung úy quân đội
    if text.isKeyword(end, .troops), text[end].shape == .lower {
      return !text.isJoined(end + 1) || !text.isListed(end + 1, .organizationWord)
    }
    return false
  }

  /// `tàu sân bay | Đô đốc Kuznetsov`: what a ship is called.
  private static func isShips(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text[start].shape == .capital, text[start - 1].shape == .lower else { return false }
    return (max(start - 3, 1)..<start).contains { first in
      text.match(.placeHead, at: first).map { $0.end == start && text.item(.placeHead, $0).phrase.begins(with: "tàu") } ?? false
    }
  }
}
