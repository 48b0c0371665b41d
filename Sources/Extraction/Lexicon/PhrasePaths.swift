/// The phrases of the lexicon that begin at each token of one article.
///
/// One walk a token finds them for all classes. Memory of `Công an tỉnh` at token 7, where `công`, `công an` and
/// `công an tỉnh` are phrases, and of an ordinary word at token 10:
///
///     calls[7]   = names: see `TokenCalls`
///     begins[7]  = (classes 0b1010, path 1)    nodes = [0, 3, 17, 93, 412]: the length, then the node of each step
///     begins[10] = (classes 0, path 0)         path 0: nothing longer than the word alone
struct PhrasePaths: ~Copyable {
  typealias Pointer = UnsafePointer<PhrasePaths>

  private struct Begin: BitwiseCopyable {
    /// The classes of all phrases that begin at the token, as bits.
    var classes: UInt32
    var path: UInt32
  }

  private var begins = Buffer<Begin>(capacity: 4096)
  private var nodes = Buffer<UInt32>(capacity: 4096)
  private var calls = Buffer<TokenCalls>(capacity: 4096)

  /// Finds the phrases of all tokens. `tokens` ends in sentinels behind `count`.
  mutating func walk(_ tokens: UnsafePointer<Token>, count: Int, _ tree: borrowing PhraseTree) {
    begins.shrink(above: 1 << 20)
    nodes.shrink(above: 1 << 20)
    calls.shrink(above: 1 << 20)
    begins.prepare(count: count + TokenizedText.sentinels)
    calls.prepare(count: count + TokenizedText.sentinels)
    nodes.removeAll()
    nodes.append(0)
    var token = tokens[0]
    var lexeme = token.phraseLexeme
    for index in 0..<count {
      let next = tokens[index + 1]
      let following = next.phraseLexeme
      let root = tree.root(lexeme)
      var begin = Begin(classes: root.alone, path: 0)
      var call = root.calls
      if tree.mayBegin(with: lexeme, following), next.continuesPhrase {
        follow(tokens, index, root, tree, &begin)
        call.formUnion(TokenCalls(classes: begin.classes))
      }
      begins.base[index] = begin
      calls.base[index] = call.of(token, classes: begin.classes)
      token = next
      lexeme = following
    }
    for index in count..<count + TokenizedText.sentinels {
      begins.base[index] = Begin(classes: 0, path: 0)
      // Behind the text all are called, so that no search for the next call goes beyond.
      calls.base[index] = .all
    }
  }

  /// Goes down the tree along the tokens behind `start` and notes the nodes.
  private mutating func follow(
    _ tokens: UnsafePointer<Token>, _ start: Int, _ root: PhraseTree.Root, _ tree: borrowing PhraseTree, _ begin: inout Begin
  ) {
    var node = tree.child(root.node, tokens[start + 1].phraseLexeme)
    guard node != 0 else { return }
    nodes.reserve(tree.depth + 1)
    let path = nodes.base + nodes.count
    path[1] = root.node
    var steps = 1
    var length = 0
    while node != 0 {
      steps += 1
      path[steps] = node
      let classes = tree.node(node).classes
      if classes != 0 {
        begin.classes |= classes
        length = steps
      }
      let token = tokens[start + steps]
      guard token.continuesPhrase else { break }
      node = tree.child(node, token.phraseLexeme)
    }
    guard length > 0 else { return }
    path[0] = UInt32(length)
    begin.path = UInt32(nodes.count)
    nodes.truncate(to: nodes.count + 1 + length)
  }

  /// The first token from `start` on that calls the reader; the end of the text calls all.
  @inline(__always)
  func next(_ reader: TokenCalls, from start: Int) -> Int {
    var token = start
    while calls.base[token].isDisjoint(with: reader) { token &+= 1 }
    return token
  }

  /// The classes of all phrases that begin at the token, as bits.
  @inline(__always)
  func classes(at token: Int) -> UInt32 { begins.base[token].classes }

  /// The longest phrase of a class that begins at the token and ends at `limit` at most; one must begin there.
  func longest(_ wordClass: LexiconClass, _ token: Token, at start: Int, limit: Int, _ tree: borrowing PhraseTree) -> PhraseMatch? {
    let path = Int(begins.base[start].path)
    if path != 0 {
      var length = min(Int(nodes.base[path]), limit - start)
      while length > 1 {
        let node = tree.node(nodes.base[path + length])
        if node.classes & wordClass.bit != 0 { return PhraseMatch(end: start + length, item: tree.item(wordClass, at: node)) }
        length -= 1
      }
    }
    let root = tree.root(token.phraseLexeme)
    guard root.alone & wordClass.bit != 0, limit > start else { return nil }
    return PhraseMatch(end: start + 1, item: tree.item(wordClass, at: tree.node(root.node)))
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
