import CBytes

/// The phrases of the lexicon that begin at each token of one article.
///
/// One walk a token finds them for all classes. Memory of `Công an tỉnh` at token 7, where `công an` and `công an tỉnh` are
/// phrases, and of an ordinary word at token 10:
///
///     calls[7]   = names: see `TokenCalls`
///     begins[7]  = (classes body, path 1)    path: how many of `endings` there are, then those of 2, 3, … words
///     endings[1] = (2, –), (body, 976), (body, 977)
///     begins[10] = (classes 0, path 0)       path 0: nothing longer than the word alone
struct PhrasePaths: ~Copyable {
  typealias Pointer = UnsafePointer<PhrasePaths>

  private struct Begin: BitwiseCopyable {
    /// The classes of all phrases that begin at the token, as bits.
    var classes: UInt32
    var path: UInt32
  }

  private var begins = Buffer<Begin>(capacity: 4096)
  private var endings = Buffer<PhraseTree.Ending>(capacity: 4096)
  private var calls = Buffer<TokenCalls>(capacity: 4096)

  /// Finds the phrases of all tokens. `tokens` ends in sentinels behind `count`.
  mutating func walk(_ tokens: UnsafePointer<Token>, count: Int, _ tree: borrowing PhraseTree) {
    begins.shrink(above: 1 << 20)
    endings.shrink(above: 1 << 20)
    calls.shrink(above: 1 << 20)
    begins.prepare(count: count + TokenizedText.sentinels)
    calls.prepare(count: count + TokenizedText.sentinels + PhrasePaths.step)
    endings.removeAll()
    endings.append(PhraseTree.Ending())
    let (begins, calls, beginnings) = (begins.base, calls.base, tree.beginnings)
    var token = tokens[0]
    var lexeme = token.phraseLexeme
    var index = 0
    while index < count {
      let next = tokens[index &+ 1]
      let following = next.phraseLexeme
      let root = beginnings.root(lexeme)
      var begin = Begin(classes: root.alone.classes, path: 0)
      var call = root.calls
      if beginnings.mayBegin(with: lexeme, following), next.continuesPhrase {
        begin = follow(tokens + index, lexeme, root, tree)
        call.formUnion(TokenCalls(classes: begin.classes))
      }
      begins[index] = begin
      calls[index] = call.of(token, classes: begin.classes)
      token = next
      lexeme = following
      index &+= 1
    }
    for index in count..<count + TokenizedText.sentinels {
      begins[index] = Begin(classes: 0, path: 0)
      // Behind the text all are called, so that no search for the next call goes beyond.
      calls[index] = .all
    }
  }

  /// Goes down the tree along the tokens and notes what ends on the way.
  private mutating func follow(
    _ tokens: UnsafePointer<Token>, _ first: UInt16, _ root: PhraseTree.Root, _ tree: borrowing PhraseTree
  ) -> Begin {
    var begin = Begin(classes: root.alone.classes, path: 0)
    guard var step = tree.second(first, tokens[1].phraseLexeme) else { return begin }
    endings.reserve(tree.depth)
    let path = endings.base + endings.count
    var steps = 1
    var length = 0
    while true {
      path[steps] = tree.ending(step)
      if path[steps].classes != 0 {
        begin.classes |= path[steps].classes
        length = steps
      }
      steps &+= 1
      let token = tokens[steps]
      guard token.continuesPhrase, let next = tree.next(step, token.phraseLexeme) else { break }
      step = next
    }
    guard length > 0 else { return begin }
    path[0] = PhraseTree.Ending(classes: UInt32(length), first: 0)
    begin.path = UInt32(endings.count)
    endings.advance(length + 1)
    return begin
  }

  /// The first token from `start` on that calls the reader; the end of the text calls all.
  @inline(__always)
  func next(_ reader: TokenCalls, from start: Int) -> Int {
    let bytes = UnsafeRawPointer(calls.base + start).assumingMemoryBound(to: UInt8.self)
    return start &+ trich_next_call(bytes, reader.rawValue)
  }

  /// Calls are looked through by so many tokens.
  private static let step = 16

  /// The classes of all phrases that begin at the token, as bits.
  @inline(__always)
  func classes(at token: Int) -> UInt32 { begins.base[token].classes }

  /// Whether a phrase of two words or more begins at the token.
  @inline(__always)
  func isLong(at token: Int) -> Bool { begins.base[token].path != 0 }

  /// The longest phrase of a class that begins at the token and ends at `limit` at most; one must begin there.
  func longest(_ wordClass: LexiconClass, _ token: Token, at start: Int, limit: Int, _ tree: borrowing PhraseTree) -> PhraseMatch? {
    let path = endings.base + Int(begins.base[start].path)
    var length = min(Int(path.pointee.classes), limit &- start &- 1)
    while length > 0 {
      if path[length].classes & wordClass.bit != 0 {
        return PhraseMatch(end: start &+ length &+ 1, item: tree.item(wordClass, at: path[length]))
      }
      length &-= 1
    }
    let root = tree.root(token.phraseLexeme)
    guard root.alone.classes & wordClass.bit != 0, limit > start else { return nil }
    return PhraseMatch(end: start &+ 1, item: tree.item(wordClass, at: root.alone))
  }
}

extension Token {
  private static let inPhrases: UInt64 =
    1 << UInt64(TokenKind.word.rawValue) | 1 << UInt64(TokenKind.code.rawValue) | 1 << UInt64(TokenKind.abbreviation.rawValue)
    | 1 << UInt64(TokenKind.comma.rawValue) | 1 << UInt64(TokenKind.dash.rawValue) | 1 << UInt64(TokenKind.slash.rawValue)
    | 1 << UInt64(TokenKind.other.rawValue)

  /// The lexeme of what may stand in a phrase, else 0: numbers keep something else in its place.
  @inline(__always)
  var phraseLexeme: UInt16 {
    let isInPhrases = Token.inPhrases &>> UInt64(kind.rawValue) & 1
    return lexeme & UInt16(truncatingIfNeeded: 0 &- isInPhrases)
  }

  /// Whether a phrase may go on with the token: a line may break within one that goes on in small letters.
  @inline(__always)
  var continuesPhrase: Bool { gap <= .space || gap == .line && shape == .lower }
}
