/// What all tokens of one surface have in common, 16 bytes: looked up as one piece with the surface, and never asked for again.
struct TokenMeaning: BitwiseCopyable {
  /// The token's bits, all but the gap.
  var bits: UInt64
  /// From the lowest: 32 bits of classes, 8 of calls, 8 of traits, 8 of the group and 8 of the groups ahead.
  private(set) var facts: Facts

  /// Of several tokens they can be or-ed.
  struct Facts: BitwiseCopyable {
    private(set) var bits: UInt64 = 0

    /// The classes of the phrases that the word is alone, as bits.
    @inline(__always) var classes: UInt32 { UInt32(truncatingIfNeeded: bits) }
    /// The readers that it calls.
    @inline(__always) var calls: TokenCalls { TokenCalls(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) }
    /// Those of its traits that are asked of all words of an article together.
    var traits: WordTraits { WordTraits(rawValue: UInt16(truncatingIfNeeded: bits >> 40) & WordTraits.ofArticles) }

    fileprivate init(_ root: PhraseTree.Root?, _ calls: TokenCalls, _ traits: WordTraits = []) {
      bits = UInt64(calls.rawValue) << 32 | UInt64(traits.rawValue & WordTraits.ofArticles) << 40
      if let root { bits |= UInt64(root.alone.classes) | UInt64(root.group) << 48 | UInt64(root.ahead) << 56 }
    }

    init() {}

    @inline(__always)
    mutating func formUnion(_ other: Facts) { bits |= other.bits }

    /// Whether a phrase may go on with the token behind this one: whether the groups ahead of this one hold that one's.
    @inline(__always)
    func mayGoOn(with next: Facts) -> Bool { (bits >> 8) & next.bits & 0xFF << 48 != 0 }
  }

  /// What is no word.
  /// - Parameter root: what the lexicon has of a mark.
  init(_ kind: TokenKind, word: UInt32 = 0, lexeme: UInt16 = 0, calls: TokenCalls = [], _ root: PhraseTree.Root? = nil) {
    bits = Token.bits(kind: kind, word: word, lexeme: lexeme, shape: .none)
    facts = Facts(root, calls)
  }

  /// A word of any kind, as the lexicon has it.
  init(word: UInt32, lexeme: UInt16, shape: Shape, traits: WordTraits, _ root: PhraseTree.Root) {
    bits = Token.bits(kind: .word, word: word, lexeme: lexeme, shape: shape)
    facts = Facts(root, root.calls.union(TokenCalls(shape)), traits)
  }

  @inline(__always) var isMixed: Bool { bits >> 60 != 0 }
}

extension WordTraits {
  fileprivate static let ofArticles: UInt16 = 0xFF
}
