import CBytes

/// Cuts UTF-8 into tokens in one pass over the bytes.
///
/// The text must be valid UTF-8 with `Tokenizer.padding` zero bytes after it, so that no loop has to ask
/// where the text ends and a word can be loaded 8 bytes at a time.
struct Tokenizer: ~Copyable {
  /// Zero bytes that must follow the text.
  static let padding = 64
  /// A longer run of letters is cut here, so that a word's length fits its entry.
  static let longestWord = 4096

  var columns = TokenColumns(capacity: 4096)
  var parts = Buffer<NumberPart>(capacity: 1024)
  var words: WordTable
  /// The tokens with which lines begin.
  private var lines = Buffer<Int32>(capacity: 256)
  /// Of all words of the article together.
  private var noted = TokenMeaning.Facts()
  var traits: WordTraits { noted.traits }

  var bytes: UnsafePointer<UInt8>
  var count = 0
  var gap = Gap.paragraph
  let classes = ByteClasses.shared
  /// What each ASCII byte means as a mark.
  private let marks: UnsafeMutablePointer<TokenMeaning>

  init(lexicon: Lexicon) {
    words = WordTable(lexicon: lexicon)
    bytes = UnsafePointer(words.letters)
    marks = .allocate(capacity: 128)
    for byte in 0..<UInt8(128) {
      let lexeme = Tokenizer.lexeme(ofASCII: byte)
      let meaning = TokenMeaning(Tokenizer.kind(ofASCII: byte), lexeme: lexeme, lexicon.tables.pointee.tree.root(lexeme))
      (marks + Int(byte)).initialize(to: meaning)
    }
  }

  deinit { marks.deallocate() }

  /// Replaces `columns` and `parts` by those of the text.
  mutating func tokenize(_ text: UnsafePointer<UInt8>, count length: Int) {
    columns.removeAll()
    parts.removeAll()
    words.startArticle()
    noted = TokenMeaning.Facts()
    bytes = text
    count = length
    gap = .paragraph
    emit(.other, 0, 0)
    gap = .paragraph
    lines.removeAll()
    beginLine()
    var index = 0
    while index < length {
      // One blank stands before most tokens: told before all else, it needs no turn of its own.
      if text[index] == 0x20, index + 1 < length {
        index += 1
        if gap == .none { gap = .space }
      }
      switch classes[text[index]] {
      case .word: index = scanWords(index)
      case .blank:
        index += 1
        if gap == .none { gap = .space }
      case .newline: index = scanNewline(index)
      case .digit: index = scanNumber(index)
      case .punctuation: index = scanPunctuation(index)
      case .special: index = scanSpecial(index)
      }
    }
    for line in 0..<lines.count where Int(lines[line]) < columns.count { columns.beginLine(Int(lines[line])) }
    for _ in 0..<TokenizedText.sentinels {
      gap = .paragraph
      // Behind the text all are called, so that no search for the next call goes beyond.
      append(TokenMeaning(.other, calls: .all), length, length)
    }
  }

  mutating func append(_ meaning: TokenMeaning, _ start: Int, _ end: Int) {
    columns.append(meaning, start, end, gap)
    gap = .none
  }

  mutating func emit(_ kind: TokenKind, _ start: Int, _ end: Int) { append(TokenMeaning(kind), start, end) }

  /// A mark that means what an ASCII byte does.
  private mutating func emitMark(_ byte: UInt8, _ start: Int, _ end: Int) { append(marks[Int(byte)], start, end) }

  mutating func emitWord(_ kind: TokenKind, _ start: Int, _ end: Int) {
    var word = words.intern(bytes, start: start, length: end - start)
    if word.isMixed, kind == .word, let split = splitOfGluedWords(start, end) {
      emitWord(.word, start, split)
      return emitWord(.word, split, end)
    }
    noted.formUnion(word.facts)
    word.bits |= UInt64(kind.rawValue) << 48
    append(word, start, end)
  }

  /// The end of the run of letters at `start`.
  @inline(__always)
  func endOfLetters(_ start: Int) -> Int {
    var end = start
    while classes[bytes[end]] == .word { end += 1 }
    return end
  }

  /// Words with a blank, or a mark and a blank, between them: most of a text.
  private mutating func scanWords(_ first: Int) -> Int {
    var start = first
    repeat {
      // Each token of a block ends there at a byte of its own.
      columns.reserve(64)
    } while scanKnownWords(&start)
    return classes[bytes[start]] == .word ? scanWord(start) : start
  }

  /// Emits words seen before, up to the first that is not, or that something is glued to.
  ///
  /// One mask gives the ends of all runs in 64 bytes, some twelve words, so that no word waits for the end of the one before. A run may
  /// hold what is no letter (`từ”`): then no word is found for it.
  /// - Returns: whether the next block may be gone on with.
  @inline(__always)
  private mutating func scanKnownWords(_ start: inout Int) -> Bool {
    let (bytes, known, block) = (bytes, words.known, start)
    var (rows, noted, gap) = (columns.rows, noted, gap)
    var ends = trich_run_ends(bytes + block)
    defer { (columns.rows, self.noted, self.gap) = (rows, noted, gap) }
    while ends != 0 {
      let end = block &+ Int(trich_first(ends))
      ends &= ends &- 1
      guard UInt(bitPattern: end &- start &- 1) < 15, let word = known.find(bytes + start, length: end &- start), !word.pointee.isMixed
      else { return false }
      let mark = bytes[end]
      guard mark == 0x20 || endsWord(end) else { return false }
      noted.formUnion(word.pointee.facts)
      rows.append(word.pointee, start, end, gap: gap.bits)
      gap = .space
      start = end &+ 1
      if mark == 0x20 { continue }
      guard mark != 0x0A, bytes[start] == 0x20 else {
        (start, gap) = (end, .none)
        return false
      }
      rows.append(marks[Int(mark)], end, start, gap: 0)
      start = start &+ 1
      ends &= ends &- 1
    }
    return start > block
  }

  /// Whether what follows the letters cannot belong to their word.
  @inline(__always)
  private func endsWord(_ end: Int) -> Bool {
    let next = bytes[end]
    if next < 64, Tokenizer.enders &>> UInt64(next) & 1 != 0 { return true }
    return (next == UInt8(ascii: ".") || next == UInt8(ascii: ":")) && bytes[end &+ 1] <= 0x20
  }

  /// A bit for each byte that ends any word.
  private static let enders: UInt64 =
    1 << 0x0A | 1 << 0x20 | 1 << 0x21 | 1 << 0x22 | 1 << 0x29 | 1 << 0x2C | 1 << 0x3B | 1 << 0x3F  // line end, blank, !, ", ), comma, ;, ?

  private mutating func scanWord(_ start: Int) -> Int {
    let end = endOfLetters(start + 1)
    guard endsWord(end), end - start <= Tokenizer.longestWord else { return finishWord(start, end) }
    emitWord(.word, start, end)
    return end
  }

  /// The next token begins a line.
  private mutating func beginLine() {
    if lines.count == 0 || Int(lines[lines.count - 1]) != columns.count { lines.append(Int32(columns.count)) }
  }

  private mutating func scanNewline(_ start: Int) -> Int {
    gap = gap >= .line || bytes[start] == 0x09 ? .paragraph : .line
    beginLine()
    return bytes[start] == 0x0D && bytes[start + 1] == 0x0A ? start + 2 : start + 1
  }

  private mutating func scanPunctuation(_ start: Int) -> Int {
    let byte = bytes[start]
    if byte == UInt8(ascii: "<"), let end = endOfTag(start) { return end }
    if byte == UInt8(ascii: "&"), isEntity("nbsp;", at: start + 1) {
      gap = max(gap, .space)
      return start + 6
    }
    if byte == UInt8(ascii: "."), bytes[start + 1] == byte, bytes[start + 2] == byte {
      var end = start + 3
      while bytes[end] == byte { end += 1 }
      emit(.ellipsis, start, end)
      return end
    }
    emitMark(byte, start, start + 1)
    return start + 1
  }

  private static func kind(ofASCII byte: UInt8) -> TokenKind {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "!"): .exclamation
    case UInt8(ascii: "("), UInt8(ascii: "["): .openParenthesis
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closeParenthesis
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case UInt8(ascii: "%"): .percent
    default: .other
    }
  }

  /// The marks that phrases of the lexicon hold.
  private static func lexeme(ofASCII byte: UInt8) -> UInt16 {
    switch byte {
    case UInt8(ascii: ","): Keyword.comma.lexeme
    case UInt8(ascii: "-"): Keyword.dash.lexeme
    case UInt8(ascii: "/"): Keyword.slash.lexeme
    case UInt8(ascii: "&"): Keyword.ampersand.lexeme
    default: 0
    }
  }

  private mutating func scanSpecial(_ start: Int) -> Int {
    let (value, length) = decodeScalar(bytes, at: start)
    let end = start + length
    switch SpecialScalar(value) {
    case .letter: return finishWord(start, endOfLetters(end))
    case .space: gap = max(gap, .space)
    case .zeroWidth: break
    case .dash: emitMark(UInt8(ascii: "-"), start, end)
    case .openQuote: emit(.openQuote, start, end)
    case .closeQuote: emit(.closeQuote, start, end)
    case .quote: emit(.quote, start, end)
    case .ellipsis: emit(.ellipsis, start, end)
    case .other:
      // The degree sign belongs to the unit behind it: °C.
      if value == 0xB0, classes[bytes[end]] == .word { return finishWord(start, endOfLetters(end)) }
      emit(.other, start, end)
    }
    return end
  }

  /// The end of an HTML tag at `start`, when there is one; tags of blocks break the line.
  private mutating func endOfTag(_ start: Int) -> Int? {
    var index = start + 1
    if bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard (bytes[index] | 0x20) >= UInt8(ascii: "a"), (bytes[index] | 0x20) <= UInt8(ascii: "z") else { return nil }
    let limit = min(count, start + 300)
    let name = index
    while index < limit, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: ">") else { return nil }
    for block in Tokenizer.blockTags where isTag(block, at: name) {
      gap = max(gap, .line)
      beginLine()
    }
    return index + 1
  }

  private static let blockTags: [StaticString] = ["p", "br", "div", "li", "tr", "h1", "h2", "h3"]

  private func isTag(_ name: StaticString, at start: Int) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where bytes[start + index] | 0x20 != name.utf8Start[index] | 0x20 { return false }
    return classes[bytes[start + name.utf8CodeUnitCount]] != .word
  }

  private func isEntity(_ name: StaticString, at start: Int) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where bytes[start + index] != name.utf8Start[index] { return false }
    return true
  }
}
