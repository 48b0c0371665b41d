/// Leads from the bytes of a decoded text back to the bytes it was made of.
///
/// A text may be decoded in steps (bytes → UTF-8 → entities replaced): each step is a layer, and an empty map is the identity.
public struct OffsetMap: Sendable {
  /// The last step first.
  private var layers: [OffsetLayer] = []

  public init() {}

  public init(_ layer: OffsetLayer) { layers = [layer] }

  /// Whether every byte stands where it stood in the input.
  public var isIdentity: Bool { layers.isEmpty }

  /// The range of the input's bytes that a range of the text's bytes came from.
  public func original(_ range: Range<Int>) -> Range<Int> {
    layers.reduce(range) { $1.original($0) }
  }

  /// Notes that the text was changed once more.
  public mutating func append(_ layer: OffsetLayer) { layers.insert(layer, at: 0) }

  /// The map of a text that was made from a text with another map.
  public func following(_ earlier: OffsetMap) -> OffsetMap {
    var map = self
    map.layers += earlier.layers
    return map
  }
}

/// One step of decoding: pieces of the result in order, each with the bytes it was made of.
public struct OffsetLayer: Sendable {
  private struct Piece {
    var start: UInt32
    var original: UInt32
    var originalEnd: UInt32
    /// Byte for byte the same length; else the piece maps as a whole.
    var isLinear: Bool

    init(start: Int, original: Range<Int>, isLinear: Bool) {
      self.start = UInt32(clamping: start)
      self.original = UInt32(clamping: original.lowerBound)
      originalEnd = UInt32(clamping: original.upperBound)
      self.isLinear = isLinear
    }
  }

  private var pieces: [Piece] = []
  /// The length of the result so far.
  public private(set) var count = 0

  public init() {}

  /// The result begins `shift` bytes behind the input's beginning.
  public init(shift: Int, count: Int) { appendLinear(count, from: shift) }

  /// The next `length` bytes of the result are those at `original` of the input.
  public mutating func appendLinear(_ length: Int, from original: Int) {
    guard length > 0 else { return }
    if let last = pieces.indices.last, pieces[last].isLinear, Int(pieces[last].originalEnd) == original {
      pieces[last].originalEnd += UInt32(clamping: length)
    } else {
      pieces.append(Piece(start: count, original: original..<original + length, isLinear: true))
    }
    count += length
  }

  /// The next `length` bytes of the result stand for all of `original`.
  public mutating func append(_ length: Int, for original: Range<Int>) {
    guard length > 0 else { return }
    pieces.append(Piece(start: count, original: original, isLinear: false))
    count += length
  }

  public func original(_ range: Range<Int>) -> Range<Int> {
    guard !pieces.isEmpty else { return range }
    let start = lowerBound(range.lowerBound)
    return start..<max(start, range.isEmpty ? start : upperBound(range.upperBound))
  }

  private func lowerBound(_ offset: Int) -> Int {
    let piece = pieces[index(of: offset)]
    guard piece.isLinear else { return Int(piece.original) }
    return min(Int(piece.original) + offset - Int(piece.start), Int(piece.originalEnd))
  }

  private func upperBound(_ offset: Int) -> Int {
    let piece = pieces[index(of: offset - 1)]
    guard piece.isLinear else { return Int(piece.originalEnd) }
    return min(Int(piece.original) + offset - Int(piece.start), Int(piece.originalEnd))
  }

  /// The piece that holds an offset.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
