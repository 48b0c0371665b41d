import CBytes

/// The tree of all phrases: a phrase is a path of lexemes from the root.
///
/// Memory: `roots[lexeme]` is the first step of a phrase, `steps` a hash of all further ones. A step is 16 bytes and holds all
/// that is asked of it; its place is its number, which the steps behind it have in their keys:
///
///     công an tỉnh    roots[#107]: classes unit
///                     steps[9021]: key (root 107, lexeme 55)    classes body, firstEnding 976
///                     steps[400]:  key (step 9021, lexeme 80)   classes body, firstEnding 977
///
/// Where phrases of one class end, the step itself tells the line of its list: `first`. Where phrases of several do, `endings` has the
/// lines from `first` on, in the order of the classes: the place of one is the number of lower classes.
struct PhraseTree: ~Copyable {
  /// Where phrases end: 32 bits of classes, 24 of `first`, 8 of calls.
  struct Ending: BitwiseCopyable {
    private var bits: UInt64 = 0

    init() {}

    @inline(__always)
    init(classes: UInt32) { bits = UInt64(classes) }

    /// The classes of the phrases, as bits.
    @inline(__always) var classes: UInt32 { UInt32(truncatingIfNeeded: bits) }
    /// What the phrases call.
    @inline(__always) var calls: TokenCalls { TokenCalls(rawValue: UInt8(truncatingIfNeeded: bits >> 56)) }
    /// The line of the list of the only class, or where those of all classes stand in `endings`.
    @inline(__always) fileprivate var first: Int { Int(truncatingIfNeeded: bits >> 32 & Ending.most) }
    private static let most: UInt64 = 0xFF_FFFF

    @inline(__always) fileprivate var isOfOne: Bool { classes & (classes &- 1) == 0 }

    @inline(__always)
    fileprivate func place(of bit: UInt32) -> Int { first &+ (classes & (bit &- 1)).nonzeroBitCount }

    /// Adds the classes and the calls of another.
    @inline(__always)
    mutating func formUnion(_ other: Ending) { bits |= other.bits }

    fileprivate mutating func add(_ wordClass: LexiconClass) {
      bits |= UInt64(wordClass.bit) | UInt64(TokenCalls(wordClass).rawValue) << 56
    }

    fileprivate mutating func setFirst(_ first: Int) { bits = bits & ~(Ending.most << 32) | UInt64(first) << 32 }
  }
  /// What begins with a lexeme: 16 bytes, all in one look.
  struct Root: BitwiseCopyable {
    /// The phrases that are the lexeme alone.
    var alone = Ending()
    /// The classes with a phrase that begins with the lexeme.
    var starts: UInt32 = 0
    /// What the word itself calls, and the phrases that it is alone.
    var calls: TokenCalls = []
    /// The groups of the words that follow it in phrases, as bits, and its own when it follows another: two lexemes without a bit in
    /// common begin no phrase.
    fileprivate(set) var ahead: UInt8 = 0
    fileprivate(set) var group: UInt8 = 0

    @inline(__always)
    fileprivate static func group(of lexeme: UInt16) -> UInt8 { 1 &<< UInt8(truncatingIfNeeded: (lexeme &* 0x9E37) >> 13) }
  }
  struct Step: BitwiseCopyable {
    /// The step before, or the root and `rootMark`, above 16 bits of lexeme; 0 when the slot is free. In the upper 16 bits, one for
    /// each lexeme that a step behind this one has, by a hash: mostly they tell that none comes, without a look elsewhere.
    var key: UInt64 = 0
    var ending = Ending()

    @inline(__always)
    fileprivate static func mark(_ lexeme: UInt16) -> UInt64 { 1 &<< (48 &+ UInt64((lexeme &* 0x9E37) >> 12)) }
  }

  private static let rootMark: UInt32 = 1 << 31

  /// The most steps of a phrase.
  private(set) var depth = 1
  private var roots: Buffer<Root>
  private var steps: Buffer<Step>
  private let mask: Int
  /// How many steps there is still room for.
  private var room: Int
  private var endings: Buffer<UInt16>
  /// A bit for each first and second lexeme of a phrase, by a hash of both: 32 KB that most pairs of words need not go beyond.
  private var pairs: Buffer<UInt64>
  private static let pairWords = 1 << 12

  /// - Parameter room: how many steps there will be room for, at least.
  init(room: Int) {
    var size = 1024
    while size / 2 < room { size *= 2 }
    mask = size - 1
    self.room = size / 2
    roots = Buffer(capacity: 1 << 14)
    steps = Buffer(capacity: size)
    endings = Buffer(capacity: 1 << 15)
    pairs = Buffer(capacity: PhraseTree.pairWords)
    steps.touchAll()
    steps.fill(Step(), count: size)
    roots.touchAll()
    roots.append(Root())
    pairs.fill(0, count: PhraseTree.pairWords)
  }

  init(_ image: inout LexiconImage.Reader) {
    depth = image.nextNumber()
    roots = image.nextBuffer()
    steps = image.nextBuffer()
    endings = image.nextBuffer()
    pairs = image.nextBuffer()
    mask = steps.count - 1
    room = 0
  }

  func write(to image: inout LexiconImage.Writer) {
    image.add(depth)
    image.add(roots.view)
    image.add(steps.view)
    image.add(endings.view)
    image.add(pairs.view)
  }

  @inline(__always)
  func root(_ lexeme: UInt16) -> Root { roots.base[Int(lexeme)] }

  @inline(__always)
  func ending(_ step: UInt32) -> Ending { steps.base[Int(step)].ending }

  /// 1 when a phrase may begin with the two lexemes, else 0; where none does, mostly 0.
  @inline(__always)
  func mayBegin(with first: UInt16, _ second: UInt16) -> Int {
    let bit = PhraseTree.pair(first, second)
    return Int(truncatingIfNeeded: pairs.base[Int(bit >> 6)] &>> (bit & 63) & 1)
  }

  @inline(__always)
  fileprivate static func pair(_ first: UInt16, _ second: UInt16) -> UInt64 {
    UInt64((UInt32(first) &* 0x9E37_79B1 ^ UInt32(second) &* 0x85EB_CA77) >> 14)
  }

  /// The second step of the phrases that begin with the two lexemes.
  @inline(__always)
  func second(_ first: UInt16, _ lexeme: UInt16) -> UInt32? { known(PhraseTree.rootMark | UInt32(first), lexeme) }

  /// Asks for the memory where `second` looks, when the answer was 1; else for the same place each time.
  @inline(__always)
  func fetchSecond(_ first: UInt16, _ lexeme: UInt16, if mayBegin: Int) {
    trich_prefetch(steps.base + home(UInt64(PhraseTree.rootMark | UInt32(first)) << 16 | UInt64(lexeme)) & (0 &- mayBegin))
  }

  /// The step behind another along a lexeme.
  @inline(__always)
  func next(_ step: UInt32, _ lexeme: UInt16) -> UInt32? {
    steps.base[Int(step)].key & Step.mark(lexeme) == 0 ? nil : known(step, lexeme)
  }

  @inline(__always)
  private func known(_ before: UInt32, _ lexeme: UInt16) -> UInt32? {
    let key = UInt64(before) << 16 | UInt64(lexeme)
    let first = home(key)
    // A third of the steps stand behind their first slot: going on to the second is no branch. Behind a free one stands nothing.
    let slot = slot(key, from: (first &+ ((steps.base[first].key ^ key) << 16 == 0 ? 0 : 1)) & mask)
    return steps.base[slot].key != 0 ? UInt32(truncatingIfNeeded: slot) : nil
  }

  /// Where what is asked most stands, free to copy.
  struct Places: BitwiseCopyable {
    let roots: UnsafePointer<Root>
    fileprivate let endings: UnsafePointer<UInt16>

    /// The first line of the list of a class, given as a bit, that ends there; a phrase of the class must.
    @inline(__always)
    func item(_ bit: UInt32, at ending: Ending) -> UInt16 {
      ending.isOfOne ? UInt16(truncatingIfNeeded: ending.first) : endings[ending.place(of: bit)]
    }
  }

  var places: Places { Places(roots: UnsafePointer(roots.base), endings: UnsafePointer(endings.base)) }

  @inline(__always)
  private func home(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int { slot(key, from: home(key)) }

  @inline(__always)
  private func slot(_ key: UInt64, from first: Int) -> Int {
    // No key is 0: a root has its mark, and lexeme 0 never follows step 0.
    var slot = first
    while (steps.base[slot].key ^ key) << 16 != 0, steps.base[slot].key != 0 { slot = (slot &+ 1) & mask }
    return slot
  }
}

// MARK: - Building

extension PhraseTree {
  /// A phrase on its way into the tree.
  struct Path {
    private(set) var length = 0
    fileprivate var root: UInt16 = 0
    fileprivate var step: UInt32 = 0

    /// Whether the phrase has but one word; then its place is a root, else a step.
    fileprivate var isAlone: Bool { length == 1 }

    /// The step's number, or the root and `rootMark`.
    var place: UInt32 { isAlone ? PhraseTree.rootMark | UInt32(root) : step }

    fileprivate mutating func begin(_ lexeme: UInt16) {
      root = lexeme
      length = 1
    }

    fileprivate mutating func go(_ next: UInt32) {
      step = next
      length += 1
    }
  }

  /// Goes one word further.
  /// - Returns: whether there was room.
  mutating func append(_ lexeme: UInt16, to path: inout Path) -> Bool {
    if path.length == 0 {
      reserve(lexeme)
      path.begin(lexeme)
      return true
    }
    if path.isAlone {
      let bit = PhraseTree.pair(path.root, lexeme)
      pairs[Int(bit >> 6)] |= 1 << (bit & 63)
      reserve(lexeme)
      roots[Int(lexeme)].group = Root.group(of: lexeme)
      roots[Int(path.root)].ahead |= Root.group(of: lexeme)
    }
    let key = UInt64(path.place) << 16 | UInt64(lexeme)
    let slot = slot(key)
    if steps[slot].key == 0 {
      guard room > 0 else { return false }
      room -= 1
      steps[slot].key = key
      if !path.isAlone { steps[Int(path.place)].key |= Step.mark(lexeme) }
    }
    path.go(UInt32(slot))
    return true
  }

  /// Notes that a phrase of the class ends here.
  /// - Parameter calls: what it calls besides, when it is one word.
  mutating func end(_ wordClass: LexiconClass, _ path: Path, calls: TokenCalls) {
    depth = max(depth, path.length)
    let root = Int(path.root)
    roots[root].starts |= wordClass.bit
    if path.isAlone {
      roots[root].alone.add(wordClass)
      roots[root].calls.formUnion(TokenCalls(wordClass).union(calls))
    } else {
      steps[Int(path.step)].ending.add(wordClass)
    }
  }

  mutating func note(_ calls: TokenCalls, of lexeme: UInt16) {
    reserve(lexeme)
    roots[Int(lexeme)].calls.formUnion(calls)
  }

  /// Makes room for what is asked of any lexeme.
  mutating func reserve(_ lexeme: UInt16) {
    while roots.count <= Int(lexeme) { roots.append(Root()) }
  }

  /// Makes room for all endings; then each line is placed, the first of a list last.
  mutating func makeEndings() {
    var count = 0
    for index in 0..<roots.count where !roots[index].alone.isOfOne {
      roots[index].alone.setFirst(count)
      count += roots[index].alone.classes.nonzeroBitCount
    }
    for index in 0..<steps.count where !steps[index].ending.isOfOne {
      steps[index].ending.setFirst(count)
      count += steps[index].ending.classes.nonzeroBitCount
    }
    endings.fill(0, count: count + 1)
  }

  mutating func place(_ item: UInt16, _ wordClass: LexiconClass, at place: UInt32) {
    let root = Int(place ^ PhraseTree.rootMark)
    let isRoot = place & PhraseTree.rootMark != 0
    let ending = isRoot ? roots[root].alone : steps[Int(place)].ending
    if !ending.isOfOne {
      endings[ending.place(of: wordClass.bit)] = item
    } else if isRoot {
      roots[root].alone.setFirst(Int(item))
    } else {
      steps[Int(place)].ending.setFirst(Int(item))
    }
  }
}
