/// The texts of a run so far, so that a text that comes again is told from which record it is a copy.
///
/// Of an endless stream only the last ones are known.
struct KnownTexts {
  static let most = 100_000
  private let most: Int
  private var ids: [TextDigest: String] = [:]
  /// In the order they came; the oldest stands at `oldest` once it is full.
  private var order: [TextDigest] = []
  private var oldest = 0

  init(most: Int = KnownTexts.most) { self.most = most }

  /// Notes a text.
  /// - Returns: the id of the record that came first with it; nil for a text that is new.
  mutating func note(_ text: TextDigest, id: String) -> String? {
    if let first = ids[text] { return first }
    ids[text] = id
    if order.count < most {
      order.append(text)
    } else {
      ids[order[oldest]] = nil
      order[oldest] = text
      oldest = (oldest + 1) % most
    }
    return nil
  }
}
