import CBytes

/// The tokens of one article, as the recognisers read them: free to copy.
///
/// Token 0, the eight before it and those from `count` on are empty sentinels at a paragraph's distance, so that a look at
/// a neighbour needs no bounds check; the text's own tokens are `1..<count`.
struct TokenizedText {
  static let sentinels = 8

  /// Where the pieces of the text lie; belongs to the reader of the article.
  struct Places {
    var bytes: UnsafePointer<UInt8>
    var byteCount: Int
    var tokens: UnsafePointer<Token>
    /// One past the last token of the text.
    var count: Int
    var parts: UnsafePointer<NumberPart>
    var words: UnsafePointer<WordTable.Entry>
    var begins: UnsafePointer<TokenColumns.Begin>
    var calls: UnsafePointer<TokenCalls>
    var paths: UnsafePointer<PhraseTree.Ending>
    var tree: PhraseTree.Places
    var lexicon: Lexicon
    var nameWords: UnsafeMutablePointer<NameWords>
    var kinds: UnsafeMutablePointer<ListKinds>
    var mentionKinds: UnsafeMutablePointer<MentionKinds>
  }

  /// One pointer, so that the text is passed in a register.
  private let places: UnsafePointer<Places>

  init(_ places: UnsafePointer<Places>) { self.places = places }

  @inline(__always) var bytes: UnsafePointer<UInt8> { places.pointee.bytes }
  @inline(__always) var byteCount: Int { places.pointee.byteCount }
  @inline(__always) var tokens: UnsafePointer<Token> { places.pointee.tokens }
  /// One past the last token of the text.
  @inline(__always) var count: Int { places.pointee.count }
  @inline(__always) var parts: UnsafePointer<NumberPart> { places.pointee.parts }
  @inline(__always) var words: UnsafePointer<WordTable.Entry> { places.pointee.words }
  @inline(__always) var lexicon: Lexicon { places.pointee.lexicon }
  @inline(__always) var nameWords: UnsafeMutablePointer<NameWords> { places.pointee.nameWords }
  /// Filled when all mentions are found.
  @inline(__always) var mentionKinds: UnsafeMutablePointer<MentionKinds> { places.pointee.mentionKinds }

  @inline(__always)
  subscript(index: Int) -> Token {
    assert(index >= -TokenizedText.sentinels && index < count + TokenizedText.sentinels)
    return tokens[index]
  }

  @inline(__always)
  func isKeyword(_ index: Int, _ keyword: Keyword) -> Bool { self[index].isKeyword(keyword) }

  @inline(__always)
  func match(_ wordClass: LexiconClass, at index: Int) -> PhraseMatch? {
    phraseClasses(at: index) & wordClass.bit == 0 ? nil : PhraseMatch(start: index, end: endOfLongest(wordClass, at: index))
  }

  /// The classes of all phrases that begin at the token.
  @inline(__always)
  func phraseClasses(at index: Int) -> UInt32 {
    assert(index >= -TokenizedText.sentinels && index < count + TokenizedText.sentinels)
    return places.pointee.begins[index].classes
  }

  /// Whether a phrase of two words or more begins at the token.
  @inline(__always)
  func beginsLongPhrase(at index: Int) -> Bool { places.pointee.begins[index].path != 0 }

  /// The first token from `index` on that calls the reader, or the end of the text, which calls all.
  @inline(__always)
  func next(_ reader: TokenCalls, from index: Int) -> Int {
    index &+ Int(trich_find_bits(UnsafeRawPointer(places.pointee.calls + index), reader.rawValue))
  }

  /// All tokens that call the reader.
  @inline(__always)
  func walk(_ reader: TokenCalls) -> CallWalk { CallWalk(places.pointee.calls, reader, from: 1) }

  /// The longest phrase of the class that ends before token `limit`.
  @inline(__always)
  func match(_ wordClass: LexiconClass, at index: Int, limit: Int) -> PhraseMatch? {
    phraseClasses(at: index) & wordClass.bit == 0 ? nil : longest(wordClass, at: index, limit: limit)
  }

  private func longest(_ wordClass: LexiconClass, at index: Int, limit: Int) -> PhraseMatch? {
    let length = path(at: index).lastEnding(wordClass.bit, atMost: limit &- index &- 1)
    guard length > 0 || limit > index && alone(at: index).classes & wordClass.bit != 0 else { return nil }
    return PhraseMatch(start: index, end: index &+ length &+ 1)
  }

  /// One of the class must begin at the token: where none of several words does, the word alone is one.
  private func endOfLongest(_ wordClass: LexiconClass, at index: Int) -> Int {
    index &+ 1 &+ path(at: index).lastEnding(wordClass.bit)
  }

  /// The endings of the phrases of several words that begin at the token.
  @inline(__always)
  private func path(at index: Int) -> UnsafePointer<PhraseTree.Ending> {
    places.pointee.paths + Int(places.pointee.begins[index].path)
  }

  /// The phrases that the word alone is.
  @inline(__always)
  private func alone(at index: Int) -> PhraseTree.Ending { places.pointee.tree.roots[Int(tokens[index].lexeme)].alone }

  @inline(__always)
  func starts(_ index: Int, _ wordClass: LexiconClass) -> Bool {
    let token = tokens[index]
    return token.kind.isWordLike && lexicon.startClasses(token.lexeme) & wordClass.bit != 0
  }

  /// Whether the word alone is listed in the class.
  @inline(__always)
  func isListed(_ index: Int, _ wordClass: LexiconClass) -> Bool {
    let token = tokens[index]
    return token.kind.isWordLike && lexicon.wordClasses(token.lexeme) & wordClass.bit != 0
  }

  /// Whether a small word of the kind begins at the token: `verb`, `function`, as the list of such words has it.
  func isSmallWord(_ index: Int, _ kind: StaticString) -> Bool {
    match(.stopWord, at: index).map { item(.stopWord, $0).field1.equals(kind) } ?? false
  }

  /// Whether the longest event that begins at the token is of the kind: `trial`, `career`, as the list of events has it.
  func isEvent(_ index: Int, _ kind: StaticString) -> Bool {
    match(.event, at: index).map { item(.event, $0).field1.equals(kind) } ?? false
  }

  /// Whether an event of the kind ends right before the token.
  func endsEvent(_ index: Int, _ kind: StaticString) -> Bool {
    (1...4).contains { length in
      index > length && match(.event, at: index - length).map { $0.end == index && item(.event, $0).field1.equals(kind) } == true
    }
  }

  /// The longest noun of the list of units that begins at the token; a phrase that only begins like one is none.
  func countedNoun(at index: Int) -> PhraseMatch? {
    guard let unit = match(.unit, at: index), unitKind(unit) != .nothing else { return nil }
    return unit
  }

  /// The longest province, district, country or other place that begins here; `end` alone counts.
  @inline(__always)
  func longestPlace(at index: Int) -> PhraseMatch? {
    phraseClasses(at: index) & (LexiconClass.province.bit | LexiconClass.place.bit) == 0 ? nil : longestOfPlaces(at: index)
  }

  private func longestOfPlaces(at index: Int) -> PhraseMatch? {
    guard let province = match(.province, at: index) else { return match(.place, at: index) }
    guard let place = match(.place, at: index), place.end > province.end else { return province }
    return place
  }

  func item(_ wordClass: LexiconClass, _ match: PhraseMatch) -> LexiconItem { lexicon.item(wordClass, number(wordClass, match)) }

  /// The line of its list that the phrase stands in. Sought only when it is asked for: most matches are asked where they end.
  func number(_ wordClass: LexiconClass, _ match: PhraseMatch) -> UInt16 {
    let length = match.end &- match.start &- 1
    return places.pointee.tree.item(wordClass.bit, at: length > 0 ? path(at: match.start)[length] : alone(at: match.start))
  }

  /// What the unit is that was found.
  @inline(__always)
  func unitKind(_ match: PhraseMatch) -> UnitKind { unitKind(number(.unit, match)) }

  @inline(__always)
  func unitKind(_ item: UInt16) -> UnitKind { places.pointee.kinds.pointee.units.kind(item, lexicon) }

  /// What the body is that was found.
  @inline(__always)
  func bodyKind(_ match: PhraseMatch) -> BodyKind { places.pointee.kinds.pointee.bodies.kind(number(.body, match), lexicon) }

  /// What the word is that was found before a place or a thing.
  @inline(__always)
  func placeHeadKind(_ match: PhraseMatch) -> PlaceHeadKind {
    places.pointee.kinds.pointee.placeHeads.kind(number(.placeHead, match), lexicon)
  }

  /// What the word for a person announces that was found.
  @inline(__always)
  func trigger(_ match: PhraseMatch) -> NameTrigger { nameWords.pointee.trigger(number(.honorific, match), lexicon) }

  @inline(__always)
  func entry(_ index: Int) -> WordTable.Entry { words[Int(tokens[index].word)] }

  /// The folded identity of a word, equal for all its spellings.
  @inline(__always)
  func fold(_ index: Int) -> UInt32 { words[Int(tokens[index].word)].fold }

  func isVietnamese(_ index: Int) -> Bool { entry(index).traits.contains(.vietnamese) }

  /// The byte of a one-byte token.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { bytes[Int(tokens[index].start)] }

  func part(_ index: Int, _ part: Int) -> NumberPart { parts[Int(tokens[index].word) + part] }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// The first token that begins at the byte or behind it.
  func token(at byte: UInt32) -> Int {
    var (low, high) = (1, count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes from the first token of the range to the last.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// A dash with a blank before it: no hyphen.
  func isSpacedDash(_ index: Int) -> Bool { self[index].kind == .dash && self[index].gap == .space }

  /// Whether the tokens stand on one line.
  @inline(__always)
  func isJoined(_ index: Int) -> Bool { tokens[index].gap <= .space }

  /// Whether the token begins a line.
  @inline(__always)
  func beginsLine(_ index: Int) -> Bool { tokens[index].gap >= .line }

  /// The token with which the line behind the token begins, or the end of the text.
  @inline(__always)
  func endOfLine(from index: Int) -> Int { next(.lines, from: index + 1) }

  /// The token with which the token's line begins.
  func beginningOfLine(_ index: Int) -> Int {
    var first = index
    while first > 1, !beginsLine(first) { first -= 1 }
    return first
  }

  /// Whether the token begins a sentence: a line's first word, or the first after a full stop.
  func beginsSentence(_ index: Int) -> Bool {
    var before = index - 1
    if beginsLine(index) { return true }
    while tokens[before].kind.isQuoteOrBracket {
      if beginsLine(before) { return true }
      before -= 1
    }
    switch tokens[before].kind {
    case .period: return !(before > 1 && isAbbreviated(before - 1))
    case .question, .exclamation, .ellipsis, .colon: return true
    case .dash: return beginsLine(before)
    case .other: return true
    default: return false
    }
  }

  /// The tokens of the sentence that holds the token, at most `reachOfSentence` on either side; what a colon announces is part of it.
  func sentence(around index: Int) -> Range<Int> {
    var (start, end) = (index, index)
    while start > 1, index - start < TokenizedText.reachOfSentence, !beginsSentence(start) || tokens[start - 1].kind == .colon {
      start -= 1
    }
    while end < count, end - index < TokenizedText.reachOfSentence, !beginsSentence(end) || tokens[end - 1].kind == .colon || end == index {
      end += 1
    }
    return start..<end
  }

  static let reachOfSentence = 80

  /// Whether a full stop behind the token marks an abbreviation (`TP.`, `Th.S.`, `H.`) and no sentence's end.
  func isAbbreviated(_ index: Int) -> Bool {
    let token = tokens[index]
    guard tokens[index + 1].gap == .none else { return false }
    if token.kind == .abbreviation { return true }
    guard token.kind == .word else { return false }
    let length = token.end - token.start
    if entry(index).traits.contains(.single) && token.shape == .capital { return true }
    return length <= 3 && token.shape == .upper || isTitleAbbreviation(index)
  }

  private func isTitleAbbreviation(_ index: Int) -> Bool {
    guard let match = match(.honorific, at: index), match.end == index + 1 else { return false }
    return item(.honorific, match).field1.equals("degree") && tokens[index].shape != .lower && !isVietnamese(index)
  }
}

extension TokenKind {
  @inline(__always) var isWordLike: Bool { rawValue <= TokenKind.code.rawValue }
  @inline(__always) var isQuoteOrBracket: Bool {
    switch self {
    case .openParenthesis, .closeParenthesis, .openQuote, .closeQuote, .quote: true
    default: false
    }
  }
  @inline(__always) var isQuote: Bool { self == .openQuote || self == .closeQuote || self == .quote }
}
