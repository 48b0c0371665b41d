/// The letters of Vietnamese beyond ASCII and how a tone changes them.
///
/// Source: the Unicode charts Latin-1 Supplement, Latin Extended-A/B and Latin Extended Additional (U+1EA0…U+1EF9).
enum VietnameseLetters {
  /// Tones in the order of the rows: level, huyền, hỏi, ngã, sắc, nặng.
  static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { $0.unicodeScalars.map(\.value) }

  /// All letters beyond ASCII, 67 lower-case and 67 capitals.
  static let all: [UInt32] = rows.flatMap { $0 }.filter { $0 >= 0x80 } + [0x111, 0x110]

  private static let rowOfBase: [UInt32: Int] = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1[0], $0) })

  /// The letter with a tone, nil when it is no vowel of the language.
  static func compose(_ letter: UInt32, tone: Int) -> UInt32? {
    rowOfBase[letter].map { rows[$0][tone] }
  }

  /// The tone of a combining mark.
  static func tone(ofMark mark: UInt32) -> Int? {
    switch mark {
    case 0x300: 1
    case 0x309: 2
    case 0x303: 3
    case 0x301: 4
    case 0x323: 5
    default: nil
    }
  }

  /// At a lower-case letter beyond ASCII its capital, at a capital itself, else 0.
  private static let capitals: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1F00)
    for row in 0..<12 {
      for (lower, capital) in zip(rows[row], rows[row + 12]) where lower >= 0x80 {
        table[Int(lower)] = UInt16(capital)
        table[Int(capital)] = UInt16(capital)
      }
    }
    table[0x111] = 0x110
    table[0x110] = 0x110
    return table
  }()

  /// The capital of a lower-case letter beyond ASCII.
  static func capital(of letter: UInt32) -> UInt32? {
    guard letter < 0x1F00, capitals[Int(letter)] != 0, capitals[Int(letter)] != letter else { return nil }
    return UInt32(capitals[Int(letter)])
  }

  static func isCapital(_ letter: UInt32) -> Bool { letter < 0x1F00 && capitals[Int(letter)] == letter && letter != 0 }
}

extension VietnameseLetters {
  /// A toned vowel as the vowel and the combining mark of its tone.
  static func decompose(_ letter: UInt32) -> (base: UInt32, mark: UInt32)? { decomposed[letter] }

  private static let decomposed: [UInt32: (base: UInt32, mark: UInt32)] = {
    var table: [UInt32: (base: UInt32, mark: UInt32)] = [:]
    let marks: [UInt32] = [0, 0x300, 0x309, 0x303, 0x301, 0x323]
    for row in rows { for tone in 1..<6 { table[row[tone]] = (row[0], marks[tone]) } }
    return table
  }()
}
