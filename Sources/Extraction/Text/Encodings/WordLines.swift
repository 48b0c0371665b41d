/// Texts that came out of a conversion with a line for each word: `Luật⏎số:⏎37/2018/QH14`.
enum WordLines {
  /// A stretch of fewer lines is left alone: it may be a list or a table.
  private static let shortestStretch = 4
  /// A longer one may have names and numbers among its words.
  private static let longStretch = 12
  private static let longestLine = 24

  /// Whether so many lines of one word follow each other that looking closer pays.
  static func isSuspected(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var stretch = Stretch()
    return bytes.containsLine { stretch.isLong(bytes, $0) }
  }

  /// Counts lines of one word that follow each other.
  struct Stretch {
    private var length = 0

    /// Whether there are enough of them with this line, the next one.
    mutating func isLong(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
      guard !line.isEmpty else { return false }
      length = line.count <= longestLine && !bytes[line].contains(0x20) ? length + 1 : 0
      return length == shortestStretch
    }
  }

  /// Replaces the line ends within stretches of one-word lines by blanks. Offsets stay; blank lines end a paragraph as before.
  /// - Returns: how many lines were joined.
  static func join(_ text: inout [UInt8]) -> Int {
    var joined = 0
    var stretch: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = trimmed(text, start..<end)
      if line.count > longestLine || text[line].contains(0x20) {
        joined += joinStretch(&text, stretch)
        stretch = []
      } else {
        stretch.append(line)
      }
      start = end + 1
    }
    return joined + joinStretch(&text, stretch)
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Running text, and no list: nearly half of the words lower-case, of a short stretch half.
  private static func joinStretch(_ text: inout [UInt8], _ lines: [Range<Int>]) -> Int {
    let words = lines.filter { !$0.isEmpty }
    guard words.count >= shortestStretch else { return 0 }
    let lower = words.filter { (0x61...0x7A).contains(text[$0.lowerBound]) || text[$0.lowerBound] >= 0xC3 && !isCapital(text, $0) }.count
    guard lower * 10 >= words.count * (words.count < longStretch ? 5 : 4) else { return 0 }
    var joined = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      for index in line.upperBound..<next.lowerBound where text[index] == 0x0A || text[index] == 0x0D { text[index] = 0x20 }
      joined += 1
    }
    return joined
  }

  private static func isCapital(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    let word = String(decoding: text[line], as: UTF8.self)
    return word.unicodeScalars.first.map { VietnameseLetters.isCapital($0.value) } ?? false
  }
}
