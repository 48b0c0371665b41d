/// Paragraphs with a line end after every so many letters, as e-mail and PDF leave them: `Thượng tá Phạm⏎Thanh Bình`.
struct WrappedLines {
  private(set) var out: [UInt8] = []
  private(set) var layer = OffsetLayer()
  /// How many line ends were replaced.
  private(set) var count = 0

  /// Fewer lines that go on in lower case may be anything.
  private static let fewest = 3
  /// In letters; a longer line is a paragraph.
  private static let widest = 120
  /// Lines that are this short are verses or a list.
  private static let narrowest = 50

  /// Whether so many lines go on in lower case that looking closer pays.
  static func isSuspected(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wraps = Wraps()
    return bytes.containsLine { wraps.areEnough(bytes, $0) }
  }

  /// Counts lines that go on in lower case.
  struct Wraps {
    private var count = 0

    /// Whether there are enough of them with this line.
    mutating func areEnough(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
      if goesOn(bytes, at: line.upperBound) { count += 1 }
      return count == fewest
    }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.reserveCapacity(bytes.count)
    var block: [Range<Int>] = []
    var start = 0
    var done = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { block.append(start..<end) } else { join(bytes, &block, &done) }
      start = end + 1
    }
    join(bytes, &block, &done)
    copy(bytes, &done, to: bytes.count)
  }

  /// Joins the lines of a block when it was wrapped: those that fill the width, and those that go on in lower case.
  private mutating func join(_ bytes: UnsafeBufferPointer<UInt8>, _ block: inout [Range<Int>], _ done: inout Int) {
    defer { block = [] }
    let lengths = block.map { bytes[$0].count { $0 & 0xC0 != 0x80 } }
    guard let width = lengths.max(), width <= WrappedLines.widest, block.count > 2 else { return }
    let ends = block.dropLast().map(\.upperBound)
    let goingOn = ends.filter { WrappedLines.goesOn(bytes, at: $0) }
    let isFull = lengths.dropLast().allSatisfy { $0 * 4 >= width * 3 } && ends.contains { !WrappedLines.isSentenceEnd(bytes, before: $0) }
    guard isFull && width >= WrappedLines.narrowest || goingOn.count > 1 && goingOn.count * 3 >= ends.count else { return }
    for (end, length) in zip(ends, lengths) where length * 4 >= width * 3 || goingOn.contains(end) { replace(bytes, end, &done) }
  }

  private mutating func replace(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ done: inout Int) {
    count += 1
    let isReturn = end > 0 && bytes[end - 1] == 0x0D
    let last = isReturn ? end - 1 : end
    if WrappedLines.isSyllableSplit(bytes, last, end + 1) {
      copy(bytes, &done, to: last - 1)
    } else {
      copy(bytes, &done, to: last)
      out.append(0x20)
      layer.append(1, for: last..<end + 1)
    }
    done = end + 1
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ done: inout Int, to end: Int) {
    guard done < end else { return }
    out += bytes[done..<end]
    layer.appendLinear(end - done, from: done)
    done = end
  }

  /// Whether a line does not end like a sentence and the next begins in lower case.
  private static func goesOn(_ bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    guard end + 1 < bytes.count, let base = bytes.baseAddress else { return false }
    let first = bytes[end + 1]
    if first < 0x80 { return (0x61...0x7A).contains(first) && !isSentenceEnd(bytes, before: end) }
    guard !isSentenceEnd(bytes, before: end) else { return false }
    let scalar = decodeScalar(base, at: end + 1).0
    return scalar < LetterCodes.limit && LetterCodes.shared[scalar] != 0 && !VietnameseLetters.isCapital(scalar)
  }

  private static func isSentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var last = end - 1
    while last >= 0, bytes[last] == 0x20 || bytes[last] == 0x0D { last -= 1 }
    guard last >= 0 else { return true }
    switch bytes[last] {
    case 0x0A, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
    default: return false
    }
  }

  /// `quy-⏎ết`: a hyphen, and one syllable without it.
  private static func isSyllableSplit(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ next: Int) -> Bool {
    guard end > 1, bytes[end - 1] == UInt8(ascii: "-") else { return false }
    var start = end - 1
    while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
    var stop = next
    while stop < bytes.count, isLetter(bytes[stop]) { stop += 1 }
    guard start < end - 1, stop > next else { return false }
    var counter = SyllableCounter()
    for scalar in String(decoding: Array(bytes[start..<end - 1]) + bytes[next..<stop], as: UTF8.self).unicodeScalars {
      counter.add(scalar.value)
    }
    let score = counter.finish()
    return score.hits == 1 && score.misses == 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
}
