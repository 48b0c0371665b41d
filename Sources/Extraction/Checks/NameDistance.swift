/// How two full names differ, syllable by syllable.
struct NameDistance {
  /// One syllable alone differs, and by one letter or one mark.
  private(set) var isOneLetter = false

  init(_ text: TokenizedText, _ x: Found, _ y: Found) {
    let count = Int(x.endToken - x.firstToken)
    guard count >= 2, Int(y.endToken - y.firstToken) == count else { return }
    var differing = -1
    for offset in 0..<count where text.fold(Int(x.firstToken) + offset) != text.fold(Int(y.firstToken) + offset) {
      guard differing < 0 else { return }
      differing = offset
    }
    guard differing >= 0 else { return }
    let first = text.string(text.byteRange(Int(x.firstToken) + differing..<Int(x.firstToken) + differing + 1))
    let second = text.string(text.byteRange(Int(y.firstToken) + differing..<Int(y.firstToken) + differing + 1))
    isOneLetter = NameDistance.isOneLetter(Array(first.lowercased().unicodeScalars), Array(second.lowercased().unicodeScalars))
  }

  /// One letter replaced, left out or added.
  private static func isOneLetter(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    if a.count == b.count { return zip(a, b).filter { $0 != $1 }.count == 1 }
    return a.differsByOneLeftOut(b)
  }
}

extension Array where Element: Equatable {
  /// Whether one of the two lists is the other without one of its elements.
  func differsByOneLeftOut(_ other: [Element]) -> Bool {
    let (short, long) = count < other.count ? (self, other) : (other, self)
    guard long.count == short.count + 1 else { return false }
    return long.indices.contains { skip in long[..<skip] + long[(skip + 1)...] == short[...] }
  }
}
