/// A token as a person can read it: for `trich tokens` and tests.
public struct TokenDescription: Sendable, Equatable {
  public let text: String
  /// Scalars of the text, end exclusive.
  public let start: Int
  public let end: Int
  public let kind: String
  /// What stands before it: `none`, `space`, `line`, `paragraph`.
  public let gap: String
  /// The letter case of a word: `lower`, `capital`, `upper`, `mixed`; `none` for what has no letters.
  public let shape: String
  public let beginsSentence: Bool
  /// A syllable that Vietnamese spelling allows.
  public let isVietnamese: Bool
  /// A number for the folded word, equal for all its spellings (`HOÀ`, `hòa`); 0 for other tokens.
  public let fold: UInt32
  /// The digit runs of a number with what stands before each: `27`, `/9`, `/2024`.
  public let parts: [String]
  /// The longest phrase of each word list that begins here: `unit: đồng chí`.
  public let phrases: [String]
}

extension ArticleReader {
  /// The tokens of a text.
  public func tokens(of input: UnsafeRawBufferPointer) -> [TokenDescription] {
    withTokens(input) { text in
      let offsets = ScalarOffsets(text)
      return (1..<max(1, text.count)).map { TokenDescription(text, $0, offsets) }
    }
  }
}

extension TokenDescription {
  init(_ text: TokenizedText, _ index: Int, _ offsets: borrowing ScalarOffsets) {
    let token = text[index]
    self.text = text.string(text.byteRange(index..<(index + 1)))
    start = offsets.scalar(at: Int(token.start))
    end = offsets.scalar(at: Int(token.end))
    kind = "\(token.kind)"
    gap = "\(token.gap)"
    shape = "\(token.shape)"
    beginsSentence = text.beginsSentence(index)
    isVietnamese = token.kind.isWordLike && text.isVietnamese(index)
    fold = token.kind.isWordLike ? text.fold(index) : 0
    parts = token.kind == .number || token.kind == .symbol ? TokenDescription.parts(text, index) : []
    phrases = LexiconClass.allCases.compactMap { wordClass in
      text.match(wordClass, at: index).map { "\(wordClass.list): \(text.item(wordClass, $0).phrase.string)" }
    }
  }

  private static func parts(_ text: TokenizedText, _ index: Int) -> [String] {
    (0..<Int(text[index].lexeme)).map { number in
      let part = text.part(index, number)
      let separator = part.separator == 0 ? "" : String(UnicodeScalar(part.separator))
      return separator + (part.value == UInt64.max ? "\(part.digits) digits" : "\(part.value)")
    }
  }
}
