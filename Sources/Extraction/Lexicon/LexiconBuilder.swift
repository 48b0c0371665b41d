import Words

/// One list of words: its name and its bytes, which live as long as the program.
public struct WordList: @unchecked Sendable {
  public let name: String
  let bytes: UnsafeBufferPointer<UInt8>

  /// The lists built into the program.
  static let embedded: [WordList] = {
    var lists: [WordList] = []
    guard var list = trich_word_lists() else { return [] }
    while let name = list.pointee.name {
      lists.append(
        WordList(
          name: String(cString: name),
          bytes: UnsafeBufferPointer(start: list.pointee.bytes, count: list.pointee.length)))
      list += 1
    }
    return lists
  }()

  /// A list of the user's, copied for the life of the program.
  public init(name: String, contents: [UInt8]) {
    self.name = name
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
    _ = copy.initialize(from: contents)
    bytes = UnsafeBufferPointer(copy)
  }

  private init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
  }

  /// The tab-separated fields of each line; comments and empty lines are left out.
  func forEachRow(_ body: ([ListText]) -> Void) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != UInt8(ascii: "#") {
        var fields: [ListText] = []
        var field = start
        for index in start...end where index == end || bytes[index] == 0x09 {
          fields.append(ListText(start: base + field, count: index - field))
          field = index + 1
        }
        body(fields)
      }
      start = end + 1
    }
  }
}

/// Gathers the lists into a tree, before `Lexicon` lays it out flat.
struct LexiconBuilder {
  var lexemes: [[UInt8]: UInt16] = [:]
  var nodeCount = 1
  var edges: [UInt64: UInt32] = [:]
  var endings: [(node: Int, ending: Lexicon.Ending)] = []
  var startClasses: [UInt16: UInt32] = [:]
  var wordClasses: [UInt16: UInt32] = [:]
  var items: [[LexiconItem]] = Array(repeating: [], count: LexiconClass.allCases.count)

  init() {
    for keyword in Keyword.allCases {
      let key = LexiconBuilder.fold(keyword.rawValue)
      precondition(lexemes[key] == nil, "keyword listed twice: \(keyword.rawValue)")
      lexemes[key] = keyword.lexeme
    }
  }

  /// Adds a list; an unknown list's name is ignored, so that a newer list does not break an older program.
  mutating func add(_ list: WordList) {
    if list.name == "spelling" { return addSpellings(list) }
    guard let wordClass = LexiconClass.allCases.first(where: { $0.list == list.name }) else { return }
    list.forEachRow { fields in add(fields, to: wordClass) }
  }

  private mutating func add(_ fields: [ListText], to wordClass: LexiconClass) {
    let empty = ListText(start: fields[0].start, count: 0)
    let field = { (index: Int) in index < fields.count ? fields[index] : empty }
    let words = LexiconBuilder.words(of: fields[0].string)
    guard let first = words.first else { return }
    if wordClass == .misspelling, LexiconBuilder.isSame(words, LexiconBuilder.words(of: field(1).string)) { return }
    let classIndex = Int(wordClass.rawValue)
    let item = UInt16(items[classIndex].count)
    items[classIndex].append(
      LexiconItem(
        phrase: fields[0], field1: field(1), field2: field(2), field3: field(3), field4: field(4),
        length: UInt8(min(words.count, 255))))
    var node: UInt32 = 0
    for word in words { node = child(of: node, along: lexeme(of: String(word))) }
    endings.append((Int(node), Lexicon.Ending(wordClass: wordClass, item: item)))
    let start = lexeme(of: String(first))
    startClasses[start, default: 0] |= wordClass.bit
    if words.count == 1 { wordClasses[start, default: 0] |= wordClass.bit }
  }

  private mutating func child(of node: UInt32, along lexeme: UInt16) -> UInt32 {
    let key = UInt64(node) << 16 | UInt64(lexeme)
    if let target = edges[key] { return target }
    edges[key] = UInt32(nodeCount)
    nodeCount += 1
    return UInt32(nodeCount - 1)
  }

  private mutating func lexeme(of word: String) -> UInt16 {
    let key = LexiconBuilder.fold(word)
    if let known = lexemes[key] { return known }
    let new = UInt16(lexemes.count + 1)
    lexemes[key] = new
    return new
  }

  /// `sỹ` becomes another key of the lexeme of `sĩ`.
  private mutating func addSpellings(_ list: WordList) {
    list.forEachRow { fields in
      guard fields.count >= 2 else { return }
      let target = lexeme(of: fields[1].string)
      lexemes[LexiconBuilder.fold(fields[0].string)] = target
    }
  }

  /// A misspelling that folding already undoes (`trửơng`) is none for the lexicon.
  private static func isSame(_ a: [Substring], _ b: [Substring]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { fold(String($0)) == fold(String($1)) }
  }

  /// The tokens of a phrase: words, and each mark that `Keyword` names.
  private static func words(of phrase: String) -> [Substring] {
    var words: [Substring] = []
    for word in phrase.split(separator: " ") {
      var start = word.startIndex
      for index in word.indices where ",/-&".contains(word[index]) {
        if start < index { words.append(word[start..<index]) }
        words.append(word[index...index])
        start = word.index(after: index)
      }
      if start < word.endIndex { words.append(word[start...]) }
    }
    return words
  }

  private static func fold(_ word: String) -> [UInt8] {
    var word = word
    return word.withUTF8 { FoldedWord($0).key }
  }
}
