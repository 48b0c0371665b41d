import CBytes

/// Which mentions of an article are of which kind, as bits: a step that asks for one kind passes over the others without a look at them.
///
///     mentions    date  name  name  position  date
///     dates       1     0     0     0         1
///     names       0     1     1     0         0
struct MentionKinds: ~Copyable {
  fileprivate static let step = 64
  /// Of 64 mentions together a word for each kind.
  fileprivate static let kinds = 8

  private var words = Buffer<UInt64>(capacity: 64)

  /// Replaces what was known by the kinds of these mentions.
  mutating func fill(_ mentions: borrowing Buffer<Found>) {
    words.fill(0, count: (mentions.count / MentionKinds.step + 1) * MentionKinds.kinds)
    for index in 0..<mentions.count {
      let place = index / MentionKinds.step * MentionKinds.kinds + mentions[index].value.kind.ordinal
      words[place] |= 1 << UInt64(index % MentionKinds.step)
    }
  }

  fileprivate var all: (start: UnsafePointer<UInt64>, end: UnsafePointer<UInt64>) {
    (UnsafePointer(words.base), UnsafePointer(words.base + words.count))
  }
}

/// The places of the mentions of one kind or of two, in order.
struct MentionWalk: Sequence, IteratorProtocol {
  private var words: UnsafePointer<UInt64>
  private let end: UnsafePointer<UInt64>
  private let (first, second): (Int, Int)
  /// The first of the mentions in sight.
  private var base = 0
  /// A bit for each of them that is of the kind and has not been passed.
  private var bits: UInt64

  @inline(__always)
  init(_ kinds: borrowing MentionKinds, _ kind: MentionKind, _ other: MentionKind) {
    (words, end) = kinds.all
    (first, second) = (kind.ordinal, other.ordinal)
    bits = words[first] | words[second]
  }

  @inline(__always)
  mutating func next() -> Int? {
    while bits == 0 {
      words += MentionKinds.kinds
      base += MentionKinds.step
      guard words < end else { return nil }
      bits = words[first] | words[second]
    }
    let index = base &+ Int(trich_first(bits))
    bits &= bits &- 1
    return index
  }
}

extension TokenizedText {
  /// The mentions of a kind.
  @inline(__always)
  func mentions(_ kind: MentionKind) -> MentionWalk { mentions(kind, kind) }

  /// The mentions of two kinds.
  @inline(__always)
  func mentions(_ kind: MentionKind, _ other: MentionKind) -> MentionWalk { MentionWalk(mentionKinds.pointee, kind, other) }
}
