/// The tokens of one article, and what each says of phrases and readers: columns that grow together.
///
/// Memory of `ngày 27/9, Công an` (`Token` shows the first column):
///
///     token     calls    begins       openings
///     ngày      values   (–, –)       5    Công
///     27/9      values   (–, –)
///     ,         –        (–, –)
///     Công      names …  (–, –)
///     an        –        (–, –)
struct TokenColumns: ~Copyable {
  /// The phrases that begin at a token.
  struct Begin: BitwiseCopyable {
    private var bits: UInt64

    /// Those of the word alone.
    @inline(__always)
    init(classes: UInt32) { bits = UInt64(classes) }

    /// Adds those of several words.
    @inline(__always)
    mutating func add(_ classes: UInt32, path: Int) { bits |= UInt64(truncatingIfNeeded: path) << 32 | UInt64(classes) }

    /// Their classes, as bits.
    @inline(__always) var classes: UInt32 { UInt32(truncatingIfNeeded: bits) }
    /// Where `PhrasePaths` keeps those of several words, 0 when there are none.
    @inline(__always) var path: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  }

  /// Where the columns stand: to be copied into registers by a loop that writes many tokens, and put back behind it.
  struct Rows: BitwiseCopyable {
    fileprivate(set) var tokens: UnsafeMutablePointer<Token>
    fileprivate(set) var begins: UnsafeMutablePointer<Begin>
    fileprivate(set) var calls: UnsafeMutablePointer<TokenCalls>
    /// The tokens, in order, that may begin a phrase with the token behind them.
    fileprivate(set) var openings: UnsafeMutablePointer<UInt32>
    fileprivate(set) var count = 0
    fileprivate(set) var openingCount = 0
    /// Of the last token.
    fileprivate var facts = TokenMeaning.Facts()

    /// Calls are looked through by so many.
    private static let step = CallWalk.step

    fileprivate init(capacity: Int) {
      let sentinel = TokenMeaning(.other)
      tokens = Rows.allocate(capacity, behind: Token(start: 0, end: 0, bits: sentinel.bits | Gap.paragraph.bits))
      begins = Rows.allocate(capacity, behind: Begin(classes: 0))
      calls = Rows.allocate(capacity + Rows.step, behind: sentinel.facts.calls)
      openings = .allocate(capacity: capacity)
    }

    /// A column with sentinels before its first row.
    private static func allocate<Value: BitwiseCopyable>(_ capacity: Int, behind sentinel: Value) -> UnsafeMutablePointer<Value> {
      let base = UnsafeMutablePointer<Value>.allocate(capacity: TokenizedText.sentinels + capacity)
      base.initialize(repeating: sentinel, count: TokenizedText.sentinels)
      return base + TokenizedText.sentinels
    }

    fileprivate func deallocate() {
      (tokens - TokenizedText.sentinels).deallocate()
      (begins - TokenizedText.sentinels).deallocate()
      (calls - TokenizedText.sentinels).deallocate()
      openings.deallocate()
    }

    /// Adds a token into room that was reserved.
    /// - Parameter gap: as it stands in the token's bits.
    @inline(__always)
    mutating func append(_ meaning: TokenMeaning, _ start: Int, _ end: Int, gap: UInt64) {
      tokens[count] = Token(start: start, end: end, bits: meaning.bits | gap)
      begins[count] = Begin(classes: meaning.facts.classes)
      calls[count] = meaning.facts.calls
      // Written in any case, counted when it counts: no branch to be guessed wrong.
      openings[openingCount] = UInt32(truncatingIfNeeded: count &- 1)
      openingCount &+= facts.mayGoOn(with: meaning.facts) ? 1 : 0
      facts = meaning.facts
      count &+= 1
    }
  }

  var rows: Rows
  private var capacity: Int

  init(capacity: Int = 4096) {
    self.capacity = capacity
    rows = Rows(capacity: capacity)
  }

  deinit { rows.deallocate() }

  var count: Int { rows.count }

  /// Forgets the tokens, and gives back memory when one huge article has blown the columns up.
  mutating func removeAll() {
    if capacity > 1 << 20 { self = TokenColumns() }
    (rows.count, rows.openingCount, rows.facts) = (0, 0, TokenMeaning.Facts())
  }

  /// Makes room for `length` tokens more.
  @inline(__always)
  mutating func reserve(_ length: Int) {
    if rows.count &+ length > capacity { grow(to: max(capacity * 2, rows.count + length)) }
  }

  @inline(__always)
  mutating func append(_ meaning: TokenMeaning, _ start: Int, _ end: Int, _ gap: Gap) {
    reserve(1)
    rows.append(meaning, start, end, gap: gap.bits)
  }

  /// Has the token call those that look for lines.
  mutating func beginLine(_ index: Int) { rows.calls[index].formUnion(.lines) }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    var larger = Rows(capacity: newCapacity)
    larger.tokens.update(from: rows.tokens, count: rows.count)
    larger.begins.update(from: rows.begins, count: rows.count)
    larger.calls.update(from: rows.calls, count: rows.count)
    larger.openings.update(from: rows.openings, count: rows.openingCount)
    (larger.count, larger.openingCount, larger.facts) = (rows.count, rows.openingCount, rows.facts)
    rows.deallocate()
    rows = larger
    capacity = newCapacity
  }
}
