import CBytes

/// The phrases of several words that begin at the tokens of one article.
///
/// One walk finds them for all classes, from those tokens on that may begin one. Memory of `Công an tỉnh` at token 7, where `công an`
/// and `công an tỉnh` are phrases, and of an ordinary word at token 10:
///
///     calls[7]   = names: see `TokenCalls`
///     begins[7]  = (classes body, path 1)    path: how many of `endings` there are, then those of 2, 3, … words
///     endings[1] = (2, –), (body, 976), (body, 977)
///     begins[10] = (classes 0, path 0)       path 0: nothing longer than the word alone
struct PhrasePaths: ~Copyable {
  /// So many endings are looked at together.
  fileprivate static let lookahead = 4

  private var endings = Buffer<PhraseTree.Ending>(capacity: 4096)

  var view: UnsafePointer<PhraseTree.Ending> { UnsafePointer(endings.base) }

  /// Finds the phrases of all tokens, which end in sentinels, and adds their classes and calls to the columns.
  mutating func walk(_ rows: TokenColumns.Rows, _ tree: borrowing PhraseTree) {
    endings.shrink(above: 1 << 20)
    endings.removeAll()
    endings.append(PhraseTree.Ending())
    for number in 0..<sift(rows, tree) {
      let index = Int(rows.openings[number])
      let (token, next) = (rows.tokens[index], rows.tokens[index &+ 1])
      guard next.continuesPhrase else { continue }
      guard let found = follow(rows.tokens + index, tree) else { continue }
      rows.begins[index].add(found.classes, path: found.path)
      if token.kind.isWordLike || found.classes & LexiconClass.furniture.bit != 0 { rows.calls[index].formUnion(found.calls) }
    }
  }

  /// Keeps the openings whose two words may begin a phrase, and asks for the memory of the tree where that is seen: no branch is
  /// guessed wrong on the way, and none of the walks that follow has to wait.
  /// - Returns: how many are left.
  private func sift(_ rows: TokenColumns.Rows, _ tree: borrowing PhraseTree) -> Int {
    var kept = 0
    for number in 0..<rows.openingCount {
      let opening = rows.openings[number]
      let (first, second) = (rows.tokens[Int(opening)].lexeme, rows.tokens[Int(opening) &+ 1].lexeme)
      rows.openings[kept] = opening
      let mayBegin = tree.mayBegin(with: first, second)
      kept &+= mayBegin
      tree.fetchSecond(first, second, if: mayBegin)
    }
    return kept
  }

  /// Goes down the tree along the tokens and notes what ends on the way.
  /// - Returns: the phrases together, and where they stand; nil when none ends.
  @inline(__always)
  private mutating func follow(
    _ tokens: UnsafePointer<Token>, _ tree: borrowing PhraseTree
  ) -> (classes: UInt32, calls: TokenCalls, path: Int)? {
    guard var step = tree.second(tokens[0].lexeme, tokens[1].phraseLexeme) else { return nil }
    endings.reserve(tree.depth + PhrasePaths.lookahead)
    let place = endings.count
    let path = endings.base + place
    var all = PhraseTree.Ending()
    var steps = 1
    var length = 0
    while true {
      let ending = tree.ending(step)
      path[steps] = ending
      all.formUnion(ending)
      if ending.classes != 0 { length = steps }
      steps &+= 1
      let token = tokens[steps]
      guard token.continuesPhrase, let next = tree.next(step, token.phraseLexeme) else { break }
      step = next
    }
    guard length > 0 else { return nil }
    path[0] = PhraseTree.Ending(classes: UInt32(truncatingIfNeeded: length))
    endings.advance(length &+ 1)
    return (all.classes, all.calls, place)
  }
}

extension UnsafePointer<PhraseTree.Ending> {
  /// The longest phrase of a class, given as a bit, on the path that stands here: how many words it has more than one; 0 for none.
  @inline(__always)
  func lastEnding(_ bit: UInt32, atMost limit: Int = Int.max) -> Int {
    var length = Swift.max(0, Swift.min(Int(pointee.classes), limit))
    while length > PhrasePaths.lookahead {
      if self[length].classes & bit != 0 { return length }
      length &-= 1
    }
    return Int(trich_last_pair(self + 1, length, bit))
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
