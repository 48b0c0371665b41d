/// Words that a font of capitals (.VnTimeH) showed in capitals while their toned letters are stored in lower case: `CéNG HOµ`.
///
/// TCVN3 has no capitals with tones. A word is raised when its plain letters are all capitals; a word that could as well
/// begin a sentence (`Hà`, `Tô`) or has no plain letter (`ở`) only beside such a word. A line stored wholly in lower case
/// stays as it is: nothing tells that it was shown in capitals. A sentence begins with a capital: `ủy ban` becomes `Ủy ban`.
struct CapitalFont {
  private enum Shape {
    /// At least two capitals, no plain lower-case letter, some toned lower-case letter.
    case raised
    /// Capitals without tones.
    case capitals
    /// One capital, or none, and toned lower-case letters only.
    case unclear
    case other
  }

  /// Raises the letters within `ranges`; letters keep their length in UTF-8.
  /// - Returns: how many words were changed.
  static func raise(_ text: inout [UInt8], in ranges: [Range<Int>]) -> Int {
    ranges.reduce(0) { $0 + raiseLine(&text, $1) }
  }

  private static func raiseLine(_ text: inout [UInt8], _ range: Range<Int>) -> Int {
    let words = words(text, range)
    var changed = 0
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1].shape : .other
      let after = index + 1 < words.count ? words[index + 1].shape : .other
      let isAmongCapitals = before == .capitals && after == .capitals || before == .raised || after == .raised
      if word.shape == .raised || word.shape == .unclear && isAmongCapitals {
        raiseWord(&text, word.range)
      } else if beginsSentence(text, word.range.lowerBound, line: range), isToned(text, word.range.lowerBound) {
        raiseWord(&text, word.range.lowerBound..<word.range.lowerBound + 1)
      } else {
        continue
      }
      changed += 1
    }
    return changed
  }

  private static func words(_ text: [UInt8], _ range: Range<Int>) -> [(range: Range<Int>, shape: Shape)] {
    var words: [(range: Range<Int>, shape: Shape)] = []
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var offset = range.lowerBound
      var start = offset
      var letters: [UInt32] = []
      while offset < range.upperBound {
        let (scalar, length) = decodeScalar(base, at: offset)
        if isLetter(scalar) {
          if letters.isEmpty { start = offset }
          letters.append(scalar)
        } else if !letters.isEmpty {
          words.append((start..<offset, shape(letters)))
          letters = []
        }
        offset += length
      }
      if !letters.isEmpty { words.append((start..<range.upperBound, shape(letters))) }
    }
    return words
  }

  private static func shape(_ letters: [UInt32]) -> Shape {
    let lower = letters.filter { VietnameseLetters.capital(of: $0) != nil }.count
    if letters.contains(where: { (0x61...0x7A).contains($0) }) { return .other }
    if lower == 0 { return letters.count > 1 ? .capitals : .other }
    return letters.count - lower >= 2 ? .raised : .unclear
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar >= 0x80
      ? VietnameseLetters.capital(of: scalar) != nil || VietnameseLetters.isCapital(scalar) : (0x61...0x7A).contains(scalar | 0x20)
  }

  /// Whether the letter is one whose capital TCVN3 lacks.
  private static func isToned(_ text: [UInt8], _ offset: Int) -> Bool {
    let scalar = text.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { decodeScalar($0, at: offset).value } ?? 0 }
    return VietnameseLetters.decompose(scalar) != nil
  }

  /// Whether nothing but opening marks stand between the word and the line's beginning or a full stop with a blank.
  private static func beginsSentence(_ text: [UInt8], _ start: Int, line: Range<Int>) -> Bool {
    var offset = start
    var isSpaced = false
    while offset > line.lowerBound {
      offset -= 1
      switch text[offset] {
      case 0x20: isSpaced = true
      case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "("), 0x80...: continue
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return isSpaced && !isAbbreviation(text, offset, line)
      default: return false
      }
    }
    return true
  }

  /// `TP.`, `T.`: a full stop behind at most two letters.
  private static func isAbbreviation(_ text: [UInt8], _ stop: Int, _ line: Range<Int>) -> Bool {
    var start = stop
    while start > line.lowerBound, stop - start < 4, text[start - 1] != 0x20 { start -= 1 }
    return stop - start <= 2
  }

  private static func raiseWord(_ text: inout [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { decodeScalar($0, at: offset) } ?? (0, 1)
      }
      if let capital = VietnameseLetters.capital(of: scalar) {
        var letter: [UInt8] = []
        letter.append(scalar: capital)
        text.replaceSubrange(offset..<offset + length, with: letter)
      }
      offset += length
    }
  }
}
