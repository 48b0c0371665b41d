import Words

/// The classes of words, one list each.
enum LexiconClass: UInt8, CaseIterable {
  case rank, honorific, post, body, province, place, unit, decreeType, symbolAgency, surname, givenName, foreignName
  case holiday, weekday, monthWord, canChi, numberWord, approximator, misspelling, furniture, organizationWord, stopWord
  case numberLabel, placeHead, nameLabel, predicate

  /// The name of the class's list.
  var list: String {
    switch self {
    case .decreeType: "decree-type"
    case .symbolAgency: "symbol-agency"
    case .givenName: "given-name"
    case .foreignName: "foreign-name"
    case .monthWord: "month-word"
    case .canChi: "can-chi"
    case .numberWord: "number-word"
    case .organizationWord: "org-word"
    case .stopWord: "stop-word"
    case .numberLabel: "number-label"
    case .placeHead: "place-head"
    case .nameLabel: "name-label"
    default: "\(self)"
    }
  }

  @inline(__always) var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// A stretch of bytes of an embedded list.
struct ListText: BitwiseCopyable, Equatable {
  let start: UnsafePointer<UInt8>
  let count: Int

  var isEmpty: Bool { count == 0 }
  var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where start[index] != text.utf8Start[index] { return false }
    return true
  }

  static func == (a: ListText, b: ListText) -> Bool {
    a.count == b.count
      && UnsafeBufferPointer(start: a.start, count: a.count).elementsEqual(
        UnsafeBufferPointer(start: b.start, count: b.count))
  }
}

/// One line of a list: the phrase and up to four fields.
struct LexiconItem: BitwiseCopyable {
  var phrase: ListText
  var field1: ListText
  var field2: ListText
  var field3: ListText
  var field4: ListText
  /// How many tokens the phrase has.
  var length: UInt8
}

/// A phrase found in the text: the token after it and its line.
struct PhraseMatch {
  var end: Int
  var item: UInt16
}

/// All word lists, as one tree over lexemes.
///
/// A phrase is a path of lexemes from the root; a node where a phrase ends names the phrase's lines. Matching walks
/// the tree along the tokens: no text is compared. The tables are plain memory that lives as long as the program, so
/// that a copy costs nothing and is safe to share between threads.
struct Lexicon: @unchecked Sendable {
  struct Ending: BitwiseCopyable {
    var wordClass: LexiconClass
    var item: UInt16
  }
  private struct Node: BitwiseCopyable {
    var firstEnding: UInt32 = 0
    var endings: UInt32 = 0
    /// The classes of the endings as bits.
    var classes: UInt32 = 0
  }

  /// The first step of a phrase, by lexeme: no search, and mostly no second one.
  private struct Root: BitwiseCopyable {
    var node: UInt32 = 0
    /// A bit for each lexeme that may come second: its low six bits.
    var seconds: UInt64 = 0
  }

  private let roots: UnsafeMutablePointer<Root>
  private let lexemes: LexemeTable
  private let nodes: UnsafeMutablePointer<Node>
  private let endings: UnsafeMutablePointer<Ending>
  private let edgeKeys: UnsafeMutablePointer<UInt64>
  private let edgeTargets: UnsafeMutablePointer<UInt32>
  private let edgeMask: Int
  /// For each lexeme: the classes with a phrase that begins with it.
  let startClasses: UnsafeMutablePointer<UInt32>
  /// For each lexeme: the classes that list it as a phrase of its own.
  let wordClasses: UnsafeMutablePointer<UInt32>
  private let items: UnsafeMutablePointer<UnsafeMutablePointer<LexiconItem>>
  private let itemCounts: UnsafeMutablePointer<Int>

  static let standard = Lexicon(lists: WordList.embedded)

  init(lists: [WordList]) {
    var builder = LexiconBuilder()
    for list in lists { builder.add(list) }
    lexemes = LexemeTable(builder.lexemes)
    nodes = .allocate(capacity: builder.nodeCount)
    nodes.initialize(repeating: Node(), count: builder.nodeCount)
    endings = .allocate(capacity: max(1, builder.endings.count))
    var index = 0
    for (node, ending) in builder.endings.sorted(by: { ($0.node, $0.ending.item) < ($1.node, $1.ending.item) }) {
      if nodes[node].endings == 0 { nodes[node].firstEnding = UInt32(index) }
      nodes[node].endings += 1
      nodes[node].classes |= ending.wordClass.bit
      (endings + index).initialize(to: ending)
      index += 1
    }
    var size = 1024
    while size < builder.edges.count * 2 { size *= 2 }
    edgeMask = size - 1
    edgeKeys = .allocate(capacity: size)
    edgeKeys.initialize(repeating: 0, count: size)
    edgeTargets = .allocate(capacity: size)
    edgeTargets.initialize(repeating: 0, count: size)
    roots = .allocate(capacity: Int(UInt16.max) + 1)
    roots.initialize(repeating: Root(), count: Int(UInt16.max) + 1)
    for (key, target) in builder.edges where key >> 16 == 0 { roots[Int(key & 0xFFFF)].node = target }
    let lexemeOfRoot = Dictionary(uniqueKeysWithValues: builder.edges.filter { $0.key >> 16 == 0 }.map { ($0.value, Int($0.key & 0xFFFF)) })
    for key in builder.edges.keys {
      if let first = lexemeOfRoot[UInt32(key >> 16)] { roots[first].seconds |= 1 << (key & 63) }
    }
    for (key, target) in builder.edges {
      var slot = Lexicon.slot(key, edgeMask)
      while edgeKeys[slot] != 0 { slot = (slot + 1) & edgeMask }
      edgeKeys[slot] = key
      edgeTargets[slot] = target
    }
    startClasses = Lexicon.table(builder.startClasses)
    wordClasses = Lexicon.table(builder.wordClasses)
    items = .allocate(capacity: builder.items.count)
    itemCounts = .allocate(capacity: builder.items.count)
    for (number, rows) in builder.items.enumerated() {
      let copy = UnsafeMutableBufferPointer<LexiconItem>.allocate(capacity: max(1, rows.count))
      _ = copy.initialize(from: rows)
      if let base = copy.baseAddress { (items + number).initialize(to: base) }
      (itemCounts + number).initialize(to: rows.count)
    }
  }

  private static func table(_ classes: [UInt16: UInt32]) -> UnsafeMutablePointer<UInt32> {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(UInt16.max) + 1)
    table.initialize(repeating: 0, count: Int(UInt16.max) + 1)
    for (lexeme, bits) in classes { table[Int(lexeme)] = bits }
    return table
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The lexeme of a folded word, 0 when no list has it.
  func lexeme(of key: [UInt8]) -> UInt16 { lexemes[key] }

  /// How many lines the class's list has.
  func count(_ wordClass: LexiconClass) -> Int { itemCounts[Int(wordClass.rawValue)] }

  @inline(__always)
  func item(_ wordClass: LexiconClass, _ index: UInt16) -> LexiconItem { items[Int(wordClass.rawValue)][Int(index)] }

  /// The node below `node` (0 is the root) along `lexeme`, 0 when there is none.
  @inline(__always)
  private func child(_ node: UInt32, _ lexeme: UInt16) -> UInt32 {
    let key = UInt64(node) << 16 | UInt64(lexeme)
    var slot = Lexicon.slot(key, edgeMask)
    while true {
      let found = edgeKeys[slot]
      if found == key { return edgeTargets[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & edgeMask
    }
  }

  /// The longest phrase of a class that begins at token `start` and ends at `limit` at most.
  @inline(__always)
  func match(
    _ wordClass: LexiconClass, _ tokens: UnsafePointer<Token>, _ paths: PhrasePaths.Pointer, at start: Int, limit: Int
  ) -> PhraseMatch? {
    guard startClasses[Int(wordLexeme(tokens[start]))] & wordClass.bit != 0 else { return nil }
    return longest(wordClass, tokens, paths, start, limit)
  }

  @inline(__always)
  private func wordLexeme(_ token: Token) -> UInt16 {
    switch token.kind {
    case .word, .code, .abbreviation, .comma, .dash, .slash, .other: token.lexeme
    default: 0
    }
  }

  /// Looks along the path that begins at the token, from its end; the path is walked once for all classes.
  private func longest(
    _ wordClass: LexiconClass, _ tokens: UnsafePointer<Token>, _ paths: PhrasePaths.Pointer, _ start: Int, _ limit: Int
  ) -> PhraseMatch? {
    let path = path(tokens, paths, start)
    guard paths.pointee.classes(path) & wordClass.bit != 0 else { return nil }
    var length = min(paths.pointee.length(path), limit - start)
    while length > 0 {
      let node = nodes[Int(paths.pointee.node(path, length))]
      if node.classes & wordClass.bit != 0 { return PhraseMatch(end: start + length, item: ending(of: wordClass, at: node)) }
      length -= 1
    }
    return nil
  }

  /// The classes of all phrases that begin at the token.
  @inline(__always)
  func classes(_ tokens: UnsafePointer<Token>, _ paths: PhrasePaths.Pointer, at start: Int) -> UInt32 {
    guard startClasses[Int(wordLexeme(tokens[start]))] != 0 else { return 0 }
    return paths.pointee.classes(path(tokens, paths, start))
  }

  @inline(__always)
  private func path(_ tokens: UnsafePointer<Token>, _ paths: PhrasePaths.Pointer, _ start: Int) -> Int {
    let path = paths.pointee.path(at: start)
    return path != 0 ? path : walk(tokens, paths, start)
  }

  /// Follows the tokens from `start` down the tree and notes the nodes.
  private func walk(_ tokens: UnsafePointer<Token>, _ paths: PhrasePaths.Pointer, _ start: Int) -> Int {
    let path = paths.pointee.begin(at: start)
    let root = roots[Int(wordLexeme(tokens[start]))]
    var node = root.node
    var index = start + 1
    var classes: UInt32 = 0
    var useful = 0
    while node != 0 {
      paths.pointee.append(node)
      let found = nodes[Int(node)].classes
      if found != 0 {
        classes |= found
        useful = index - start
      }
      let token = tokens[index]
      let lexeme = wordLexeme(token)
      // A line may break within a phrase when it goes on in small letters.
      guard lexeme != 0, token.gap <= .space || token.gap == .line && token.shape == .lower else { break }
      if index == start + 1, root.seconds & (1 << UInt64(lexeme & 63)) == 0 { break }
      node = child(node, lexeme)
      index += 1
    }
    paths.pointee.end(path, length: useful, classes: classes)
    return path
  }

  private func ending(of wordClass: LexiconClass, at node: Node) -> UInt16 {
    for index in Int(node.firstEnding)..<Int(node.firstEnding + node.endings)
    where endings[index].wordClass == wordClass {
      return endings[index].item
    }
    return 0
  }
}
