/// The words around an exact count: two counts in the same words count the same thing.
enum CountContext {
  private static let wordsBefore = 2
  private static let wordsBehind = 3

  /// A hash of two words before, the unit and three words behind; nil where there are fewer, or the number is a rough one.
  static func key(of mention: ScannedRecord.Mention, in text: JSONSlice) -> Int? {
    guard mention.kind?.equals("count") == true, mention.approximation == nil, mention.number != nil, mention.whole == nil,
      let unit = mention.unit, mention.utf8Start >= 0, mention.utf8End <= text.count, mention.utf8Start < mention.utf8End
    else { return nil }
    var hash = Fingerprint()
    hash.add(UnsafeRawBufferPointer(unit.bytes))
    var behind = mention.utf8End
    for _ in 0..<wordsBehind {
      guard let word = wordBehind(behind, text) else { return nil }
      hash.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text.bytes)[word]))
      behind = word.upperBound
    }
    var before = mention.utf8Start
    for _ in 0..<wordsBefore {
      guard let word = wordBefore(before, text) else { return nil }
      hash.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text.bytes)[word]))
      before = word.lowerBound
    }
    return hash.rowID
  }

  /// Words end at blanks, a context ends at the end of a sentence or line.
  private static func wordBehind(_ byte: Int, _ text: JSONSlice) -> Range<Int>? {
    var start = byte
    while start < text.count, text.start[start] == 0x20 { start += 1 }
    var end = start
    while end < text.count, !isEdge(text.start[end]) { end += 1 }
    return start < end ? start..<end : nil
  }

  private static func wordBefore(_ byte: Int, _ text: JSONSlice) -> Range<Int>? {
    var end = byte
    while end > 0, text.start[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, !isEdge(text.start[start - 1]) { start -= 1 }
    return start < end ? start..<end : nil
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2E || byte == 0x3B || byte == 0x21 || byte == 0x3F || byte == 0x2C || byte == 0x28 || byte == 0x29
  }
}
