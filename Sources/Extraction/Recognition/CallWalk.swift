import CBytes

/// The tokens of a text that call a reader, one after the other, seen 64 at once.
struct CallWalk {
  static let step = 64

  private let calls: UnsafePointer<TokenCalls>
  private let reader: TokenCalls
  /// The first of the tokens in sight.
  private var base: Int
  /// A bit for each of them that calls and has not been passed.
  private var bits: UInt64

  @inline(__always)
  init(_ calls: UnsafePointer<TokenCalls>, _ reader: TokenCalls, from index: Int) {
    self.calls = calls
    self.reader = reader
    base = index
    bits = trich_bytes_with(UnsafeRawPointer(calls + index), reader.rawValue)
  }

  /// The first token from `index` on that calls, or the end of the text, which calls all. No call may go back.
  @inline(__always)
  mutating func next(from index: Int) -> Int {
    let passed = index &- base
    if passed < CallWalk.step {
      bits &= UInt64.max &<< UInt64(truncatingIfNeeded: passed)
    } else {
      look(at: index)
    }
    while bits == 0 { look(at: base &+ CallWalk.step) }
    return base &+ Int(trich_first(bits))
  }

  @inline(__always)
  private mutating func look(at index: Int) {
    base = index
    bits = trich_bytes_with(UnsafeRawPointer(calls + index), reader.rawValue)
  }
}
