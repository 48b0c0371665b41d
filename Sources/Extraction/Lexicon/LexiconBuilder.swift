import CBytes

/// Makes a `Lexicon` of lists of words, byte by byte: this happens at each start of the program.
struct LexiconBuilder: ~Copyable {
  /// The lexemes of folded words.
  private var lexemes: LexemeTable
  /// The lexemes of words as they are written: most words of the lists come again and again.
  private var surfaces: LexemeTable
  private var tree: PhraseTree
  private let items: UnsafeMutablePointer<Buffer<LexiconItem>>
  private var lastLexeme = 0

  /// Whether a phrase was left out for want of room in the tree.
  private var isFull = false

  /// The lexicon of lists.
  /// - Throws: when they hold more than the tables can number.
  static func lexicon(of lists: [WordList]) throws(WordListProblem) -> Lexicon {
    // A line has some twenty-four bytes, every other one a new word; and phrases share their beginnings.
    let lines = lists.reduce(0) { $0 + $1.bytes.count } / 24
    var room = lines
    while true {
      var builder = LexiconBuilder(words: lines / 2, steps: room)
      for list in lists { try builder.add(list) }
      if !builder.isFull { return builder.finish() }
      room *= 4
    }
  }

  /// Not even the program's own words.
  static var empty: Lexicon {
    let builder = LexiconBuilder(words: 0, steps: 0)
    return builder.finish()
  }

  private init(words: Int, steps: Int) {
    lexemes = LexemeTable(room: words)
    surfaces = LexemeTable(room: words)
    tree = PhraseTree(room: steps)
    items = .allocate(capacity: LexiconClass.allCases.count)
    for number in LexiconClass.allCases.indices { (items + number).initialize(to: Buffer(capacity: 1)) }
    for keyword in Keyword.allCases {
      lastLexeme += 1
      var word = keyword.rawValue
      let digest = word.withUTF8 { FoldedWord.digest(of: $0) }
      precondition(lexemes[digest] == 0, "keyword listed twice: \(word)")
      lexemes.set(digest, keyword.lexeme)
      tree.note(TokenCalls(keyword), of: keyword.lexeme)
    }
  }

  /// Adds a list; an unknown list's name is ignored, so that a newer list does not break an older program.
  mutating func add(_ list: WordList) throws(WordListProblem) {
    if list.name == "spelling" { return try addSpellings(list) }
    guard let wordClass = LexiconClass(list: list.name) else { return }
    items[Int(wordClass.rawValue)].reserve(list.bytes.count / 24)
    items[Int(wordClass.rawValue)].touchAll()
    try list.forEachLine { (item, line) throws(WordListProblem) in
      guard items[Int(wordClass.rawValue)].count < WordListProblem.most else {
        throw WordListProblem(list: list.name, line: line, reason: .lines)
      }
      guard add(item, to: wordClass) else { throw WordListProblem(list: list.name, line: line, reason: .words) }
    }
  }

  /// The lexicon of what was added.
  private consuming func finish() -> Lexicon {
    tree.reserve(UInt16(lastLexeme))
    tree.makeEndings()
    for wordClass in LexiconClass.allCases {
      let lines = items[Int(wordClass.rawValue)].view
      // Of two lines with one phrase the first counts: it is placed last.
      for index in lines.indices.reversed() { tree.place(UInt16(index), wordClass, at: lines[index].place) }
    }
    let tables = UnsafeMutablePointer<Lexicon.Tables>.allocate(capacity: 1)
    tables.initialize(to: Lexicon.Tables(lexemes: lexemes, tree: tree, items: items))
    return Lexicon(tables)
  }

  /// - Returns: whether there was a lexeme left for each of its words.
  private mutating func add(_ line: LexiconItem, to wordClass: LexiconClass) -> Bool {
    if wordClass == .misspelling, LexiconBuilder.isSame(line.phrase, line.field1) { return true }
    var path = PhraseTree.Path()
    var fits = true
    PhraseWords.forEach(line.phrase) { word, digest in
      guard fits, let lexeme = lexeme(of: word, digest) else {
        fits = false
        return
      }
      if !tree.append(lexeme, to: &path) { isFull = true }
    }
    guard fits, path.length > 0, !isFull else { return fits }
    var item = line
    item.length = UInt8(min(path.length, 255))
    item.place = path.place
    items[Int(wordClass.rawValue)].append(item)
    tree.end(wordClass, path, calls: wordClass == .numberWord && NumberWords.mayBegin(with: line) ? .values : [])
    return true
  }

  /// The word's lexeme, a new one if need be; nil when all are taken.
  private mutating func lexeme(of word: UnsafeBufferPointer<UInt8>, _ digest: UInt64) -> UInt16? {
    let known = surfaces[digest]
    if known != 0 { return known }
    let folded = FoldedWord.digest(of: word)
    var lexeme = lexemes[folded]
    if lexeme == 0 {
      guard lastLexeme < WordListProblem.most else { return nil }
      lastLexeme += 1
      lexeme = UInt16(lastLexeme)
      lexemes.set(folded, lexeme)
    }
    surfaces.set(digest, lexeme)
    return lexeme
  }

  /// `sỹ` becomes another key of the lexeme of `sĩ`.
  private mutating func addSpellings(_ list: WordList) throws(WordListProblem) {
    try list.forEachLine { (line, number) throws(WordListProblem) in
      guard !line.field1.isEmpty else { return }
      let right = UnsafeBufferPointer(start: line.field1.start, count: line.field1.count)
      guard let target = lexeme(of: right, PhraseWords.digest(right)) else {
        throw WordListProblem(list: list.name, line: number, reason: .words)
      }
      lexemes.set(FoldedWord.digest(of: UnsafeBufferPointer(start: line.phrase.start, count: line.phrase.count)), target)
    }
    surfaces.removeAll()
  }

  /// A misspelling that folding already undoes (`trửơng`) is none for the lexicon.
  private static func isSame(_ a: ListText, _ b: ListText) -> Bool {
    var digests: [UInt64] = []
    PhraseWords.forEach(a) { word, _ in digests.append(FoldedWord.digest(of: word)) }
    var matched = 0
    var isSame = true
    PhraseWords.forEach(b) { word, _ in
      isSame = isSame && matched < digests.count && digests[matched] == FoldedWord.digest(of: word)
      matched += 1
    }
    return isSame && matched == digests.count
  }
}

/// The tokens of a listed phrase: words between blanks, and each mark that `Keyword` names.
enum PhraseWords {
  /// Calls with each word and a digest of its bytes; 16 bytes behind the phrase must be readable.
  @inline(__always)
  static func forEach(_ phrase: ListText, _ body: (UnsafeBufferPointer<UInt8>, UInt64) -> Void) {
    var rest = phrase.start
    let end = phrase.start + phrase.count
    while rest < end {
      let length = wordLength(rest, limit: rest.distance(to: end))
      if length > 0 { call(rest, length, body) }
      rest += length
      guard rest < end else { return }
      if rest.pointee != 0x20 { call(rest, 1, body) }
      rest += 1
    }
  }

  @inline(__always)
  private static func wordLength(_ word: UnsafePointer<UInt8>, limit: Int) -> Int {
    var length = 0
    while length < limit {
      let ends = trich_word_ends(word + length)
      if ends != 0 { return min(limit, length + ends.trailingZeroBitCount) }
      length += 16
    }
    return limit
  }

  @inline(__always)
  private static func call(_ word: UnsafePointer<UInt8>, _ length: Int, _ body: (UnsafeBufferPointer<UInt8>, UInt64) -> Void) {
    let word = UnsafeBufferPointer(start: word, count: length)
    body(word, digest(word))
  }

  /// 16 bytes must be readable.
  @inline(__always)
  static func digest(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let start = word.baseAddress, word.count <= 16 else { return WordDigest.of(word) }
    let key = trich_key(start, word.count)
    let product = (key.low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.high ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
