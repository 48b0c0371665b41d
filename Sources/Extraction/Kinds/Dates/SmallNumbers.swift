/// Small numbers in the lists.
enum ListNumber {
  /// The value of a number of one word: `một`, `tư`.
  static func word(_ text: TokenizedText, _ index: Int) -> Int? {
    guard let word = text.match(.numberWord, at: index), word.end == index + 1 else { return nil }
    return parse(text.item(.numberWord, word).field2)
  }

  static func parse(_ text: ListText) -> Int {
    var value = 0
    for index in 0..<text.count {
      guard text.start[index] >= 0x30, text.start[index] <= 0x39 else { break }
      value = value * 10 + Int(text.start[index] - 0x30)
    }
    return value
  }
}

/// I to XXXIX in capitals.
enum RomanNumeral {
  static func value(_ text: TokenizedText, _ index: Int) -> Int? {
    let token = text[index]
    guard token.kind == .word, token.end - token.start <= 6, token.shape == .upper || token.shape == .capital else {
      return nil
    }
    var total = 0
    var previous = 0
    for offset in Int(token.start)..<Int(token.end) {
      let value: Int
      switch text.bytes[offset] {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      default: return nil
      }
      total += value > previous && previous > 0 ? value - 2 * previous : value
      previous = value
    }
    return total
  }
}
