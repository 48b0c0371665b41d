/// The tree of all phrases: a phrase is a path of lexemes from the root.
///
/// Memory: `roots[lexeme]` is the first step of a phrase, `edges` a hash of all further steps, `nodes[node]` what ends there:
///
///     công an tỉnh    roots[#107] → node 12    edges[12, #55] → node 13    edges[13, #80] → node 40
///     nodes[40]       classes = body    firstEnding = 977    endings[977] = line 31 of the list of bodies
///
/// A node's endings stand in the order of their classes, one a class: the place of one is the number of lower classes.
struct PhraseTree: ~Copyable {
  /// What begins with a lexeme: 16 bytes, all in one look.
  struct Root: BitwiseCopyable {
    var node: UInt32 = 0
    /// The classes with a phrase that begins with the lexeme.
    var starts: UInt32 = 0
    /// The classes that list it as a phrase of its own.
    var alone: UInt32 = 0
    /// What the word itself calls, and the phrases that it is alone.
    var calls: TokenCalls = []
  }
  struct Node: BitwiseCopyable {
    /// The classes of the phrases that end here, as bits.
    var classes: UInt32 = 0
    var firstEnding: UInt32 = 0
  }
  /// The most nodes: a node's number has 24 bits.
  private static let mostNodes = 1 << 24

  /// The most steps of a phrase.
  private(set) var depth = 1
  private var roots = Buffer<Root>(capacity: 1 << 13)
  private var nodes = Buffer<Node>(capacity: 1 << 15)
  private var endings = Buffer<UInt16>(capacity: 1 << 15)
  /// A node (24 bits), the lexeme behind it (16) and the node there (24); 0 when free.
  private var edges = Buffer<UInt64>(capacity: 1)
  private var mask: Int
  private var edgeCount = 0
  /// A bit for each first and second lexeme of a phrase, by a hash of both: 32 KB that most pairs of words need not go beyond.
  private var pairs = Buffer<UInt64>(capacity: PhraseTree.pairWords)
  private static let pairWords = 1 << 12

  /// - Parameter capacity: how many slots to begin with.
  init(capacity: Int) {
    var size = 1024
    while size < capacity { size *= 2 }
    mask = size - 1
    edges.fill(0, count: size)
    nodes.append(Node())
    roots.append(Root())
    pairs.fill(0, count: PhraseTree.pairWords)
  }

  @inline(__always)
  func root(_ lexeme: UInt16) -> Root { roots.base[Int(lexeme)] }

  @inline(__always)
  func node(_ number: UInt32) -> Node { nodes.base[Int(number)] }

  /// Whether a phrase may begin with the two lexemes; where none does, mostly not.
  @inline(__always)
  func mayBegin(with first: UInt16, _ second: UInt16) -> Bool {
    let bit = PhraseTree.pair(first, second)
    return pairs.base[Int(bit >> 6)] & (1 << (bit & 63)) != 0
  }

  @inline(__always)
  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt64 {
    UInt64((UInt32(first) &* 0x9E37_79B1 ^ UInt32(second) &* 0x85EB_CA77) >> 14)
  }

  /// The node below `node` along `lexeme`, 0 when there is none.
  @inline(__always)
  func child(_ node: UInt32, _ lexeme: UInt16) -> UInt32 {
    UInt32(truncatingIfNeeded: edges.base[slot(UInt64(node) << 16 | UInt64(lexeme))] & 0xFF_FFFF)
  }

  /// The first line of the class's list that ends at the node; the node must have the class.
  @inline(__always)
  func item(_ wordClass: LexiconClass, at node: Node) -> UInt16 {
    endings.base[Int(node.firstEnding) + (node.classes & (wordClass.bit - 1)).nonzeroBitCount]
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while edges.base[slot] >> 24 != key, edges.base[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  // MARK: - Building

  /// The node of the phrase that is `lexeme` alone.
  mutating func grow(_ lexeme: UInt16) -> UInt32? {
    while roots.count <= Int(lexeme) { roots.append(Root()) }
    if roots[Int(lexeme)].node == 0 {
      guard nodes.count < PhraseTree.mostNodes else { return nil }
      roots[Int(lexeme)].node = addNode()
    }
    return roots[Int(lexeme)].node
  }

  /// The node below `node` along `lexeme`, made when there is none and room for one.
  /// - Parameter root: the first lexeme of the phrase when this is its second, else 0.
  mutating func grow(_ node: UInt32, _ lexeme: UInt16, second root: UInt16) -> UInt32? {
    let key = UInt64(node) << 16 | UInt64(lexeme)
    let slot = slot(key)
    if edges[slot] != 0 { return UInt32(truncatingIfNeeded: edges[slot] & 0xFF_FFFF) }
    guard nodes.count < PhraseTree.mostNodes else { return nil }
    let target = addNode()
    edges[slot] = key << 24 | UInt64(target)
    if root != 0 {
      let bit = PhraseTree.pair(root, lexeme)
      pairs[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    edgeCount += 1
    if edgeCount * 2 > mask { rehash() }
    return target
  }

  mutating func note(_ calls: TokenCalls, of lexeme: UInt16) {
    while roots.count <= Int(lexeme) { roots.append(Root()) }
    roots[Int(lexeme)].calls.formUnion(calls)
  }

  /// Notes that a phrase of the class ends at the node.
  mutating func end(_ wordClass: LexiconClass, at node: UInt32, root: UInt16, length: Int) {
    depth = max(depth, length)
    nodes[Int(node)].classes |= wordClass.bit
    roots[Int(root)].starts |= wordClass.bit
    guard length == 1 else { return }
    roots[Int(root)].alone |= wordClass.bit
    roots[Int(root)].calls.formUnion(TokenCalls(classes: wordClass.bit))
  }

  /// Makes room for the endings of all nodes; then each line is placed, the first of a list last.
  mutating func finish(lexemes: Int) {
    while roots.count <= lexemes { roots.append(Root()) }
    var count = 0
    for node in 0..<nodes.count {
      nodes[node].firstEnding = UInt32(count)
      count += nodes[node].classes.nonzeroBitCount
    }
    endings.fill(0, count: max(count, 1))
  }

  mutating func place(_ item: UInt16, _ wordClass: LexiconClass, at number: UInt32) {
    let node = node(number)
    endings[Int(node.firstEnding) + (node.classes & (wordClass.bit - 1)).nonzeroBitCount] = item
  }

  private mutating func addNode() -> UInt32 {
    nodes.append(Node())
    return UInt32(nodes.count - 1)
  }

  private mutating func rehash() {
    var old = Buffer<UInt64>(capacity: 1)
    swap(&old, &edges)
    mask = mask * 2 + 1
    edges.fill(0, count: mask + 1)
    for index in 0..<old.count where old[index] != 0 { edges[slot(old[index] >> 24)] = old[index] }
  }
}
