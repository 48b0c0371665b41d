/// Words that a check looks for, in any case and tone placement: `giám đốc công an`.
struct WordSequence: Sendable {
  /// The folded words, as `TokenizedText.fold` gives them.
  private let folds: [UInt32]

  /// - Parameter phrase: words with one blank between them.
  init(_ phrase: String) {
    folds = phrase.split(separator: " ").map { word in
      var word = String(word)
      return word.withUTF8 { FoldedWord($0).fold }
    }
  }

  /// Whether the words stand at the token; line ends between them do not count.
  func begins(_ text: TokenizedText, at token: Int) -> Bool {
    for offset in folds.indices {
      guard token + offset < text.count, text[token + offset].isWord, text.fold(token + offset) == folds[offset] else { return false }
    }
    return true
  }
}
