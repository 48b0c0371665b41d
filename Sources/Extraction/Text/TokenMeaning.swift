/// What all tokens of one surface have in common, 16 bytes: looked up as one piece with the surface, and never asked for again.
struct TokenMeaning: BitwiseCopyable {
  /// The token's bits, all but the gap.
  var bits: UInt64
  /// The classes of the phrases that it is alone, as bits.
  var classes: UInt32 = 0
  var traits: WordTraits = []
  /// The readers that it calls.
  var calls: TokenCalls
  /// 1 when what stands beside it may add to the two: a longer phrase begins with it, or it counts more at the beginning of a line.
  var opens: UInt8 = 0

  /// What is neither word nor mark of a phrase.
  init(_ kind: TokenKind, word: UInt32 = 0, lexeme: UInt16 = 0, calls: TokenCalls = []) {
    bits = Token.bits(kind: kind, word: word, lexeme: lexeme, shape: .none)
    self.calls = calls
  }

  /// A word of any kind, as the lexicon has it.
  init(word: UInt32, lexeme: UInt16, shape: Shape, traits: WordTraits, _ root: PhraseTree.Root) {
    self.init(.word, calls: root.calls.union(TokenCalls(shape)))
    bits = Token.bits(kind: .word, word: word, lexeme: lexeme, shape: shape)
    self.traits = traits
    take(root)
  }

  /// A mark of one ASCII byte.
  init(mark kind: TokenKind, lexeme: UInt16, _ root: PhraseTree.Root) {
    self.init(kind, lexeme: lexeme)
    take(root)
  }

  private mutating func take(_ root: PhraseTree.Root) {
    classes = root.alone.classes
    opens = root.isLonger || classes & LexiconClass.furniture.bit != 0 ? 1 : 0
  }

  @inline(__always) var isMixed: Bool { bits >> 60 != 0 }
}
