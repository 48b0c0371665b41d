/// What all tokens of one surface have in common, 16 bytes: looked up as one piece with the surface, and never asked for again.
struct TokenMeaning: BitwiseCopyable {
  /// The token's bits, all but the gap.
  var bits: UInt64
  /// The classes of the phrases that it is alone, as bits.
  private(set) var classes: UInt32 = 0
  /// The first eight traits of the word, as bits.
  private(set) var traits: UInt8 = 0
  /// The readers that it calls.
  private(set) var calls: TokenCalls
  /// The groups of words with which phrases of several words go on behind it, as bits.
  private(set) var ahead: UInt8 = 0
  /// Its own group, a bit of `ahead`; 0 when no phrase goes on with it.
  private(set) var group: UInt8 = 0

  /// What is neither word nor mark of a phrase.
  init(_ kind: TokenKind, word: UInt32 = 0, lexeme: UInt16 = 0, calls: TokenCalls = []) {
    bits = Token.bits(kind: kind, word: word, lexeme: lexeme, shape: .none)
    self.calls = calls
  }

  /// A word of any kind, as the lexicon has it.
  init(word: UInt32, lexeme: UInt16, shape: Shape, traits: WordTraits, _ root: PhraseTree.Root) {
    self.init(.word, calls: root.calls.union(TokenCalls(shape)))
    bits = Token.bits(kind: .word, word: word, lexeme: lexeme, shape: shape)
    self.traits = traits.first
    take(root)
  }

  /// A mark of one ASCII byte.
  init(mark kind: TokenKind, lexeme: UInt16, _ root: PhraseTree.Root) {
    self.init(kind, lexeme: lexeme)
    take(root)
  }

  private mutating func take(_ root: PhraseTree.Root) {
    (classes, ahead, group) = (root.alone.classes, root.ahead, root.group)
  }

  @inline(__always) var isMixed: Bool { bits >> 60 != 0 }
}

extension WordTraits {
  /// Those that are asked of all words of an article together.
  @inline(__always) var first: UInt8 { UInt8(truncatingIfNeeded: rawValue) }
  init(first: UInt8) { self.init(rawValue: UInt16(first)) }
}
