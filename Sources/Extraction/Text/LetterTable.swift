/// What each scalar is as a letter of a word: its toneless lower-case base, its tone, its case.
///
/// One flat table for the scalars below 0x2000, where Latin, Greek, Cyrillic and the combining marks lie.
struct LetterTable: @unchecked Sendable {
  struct Letter: BitwiseCopyable {
    /// UTF-8 of the base letter, the first byte lowest.
    var base: UInt32 = 0
    var baseLength: UInt8 = 0
    /// 0 level, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    var tone: UInt8 = 0
    var isCapital = false
    var isConfusable = false
    var isLetter = false
    var isDigit = false
  }

  static let shared = LetterTable()
  private static let size = 0x2000
  private let letters: UnsafeMutablePointer<Letter>

  private init() {
    letters = .allocate(capacity: LetterTable.size)
    letters.initialize(repeating: Letter(), count: LetterTable.size)
    for value in 0x21..<UInt32(0x80) { letters[Int(value)] = LetterTable.ascii(value) }
    addToned()
    addAlikes()
  }

  /// The letter of a scalar; nil for marks that carry no letter (soft hyphens, joiners).
  subscript(value: UInt32) -> Letter? {
    if value < UInt32(LetterTable.size), letters[Int(value)].baseLength > 0 { return letters[Int(value)] }
    return LetterTable.rare(value)
  }

  /// Whether two scalars are one letter in two cases, or the same.
  static func isSame(_ a: UInt32, _ b: UInt32) -> Bool {
    guard a != b else { return true }
    guard let a = shared[a], let b = shared[b], a.isLetter, b.isLetter else { return false }
    return a.base == b.base && a.tone == b.tone
  }

  private static func ascii(_ value: UInt32) -> Letter {
    var letter = Letter()
    letter.isCapital = (0x41...0x5A).contains(value)
    letter.isDigit = (0x30...0x39).contains(value)
    letter.isLetter = letter.isCapital || (0x61...0x7A).contains(value)
    letter.base = letter.isCapital ? value + 0x20 : value
    letter.baseLength = 1
    return letter
  }

  private static func letter(base: UInt32, tone: UInt8, isCapital: Bool) -> Letter {
    var letter = Letter()
    letter.tone = tone
    letter.isCapital = isCapital
    letter.isLetter = true
    (letter.base, letter.baseLength) = utf8(base)
    return letter
  }

  private static func utf8(_ value: UInt32) -> (UInt32, UInt8) {
    if value < 0x80 { return (value, 1) }
    if value < 0x800 { return (0xC0 | value >> 6 | (0x80 | value & 0x3F) << 8, 2) }
    if value < 0x10000 { return (0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16, 3) }
    let low = 0xF0 | value >> 18 | (0x80 | value >> 12 & 0x3F) << 8
    return (low | (0x80 | value >> 6 & 0x3F) << 16 | (0x80 | value & 0x3F) << 24, 4)
  }

  /// The Vietnamese vowels with their tones, and the letters without: in both cases.
  private func addToned() {
    for row in LetterTable.vowels {
      let vowels = Array(row.unicodeScalars)
      let half = vowels.count / 2
      for index in vowels.indices {
        letters[Int(vowels[index].value)] = LetterTable.letter(
          base: vowels[0].value, tone: UInt8(index % half), isCapital: index >= half)
      }
    }
    letters[0x111] = LetterTable.letter(base: 0x111, tone: 0, isCapital: false)
    letters[0x110] = LetterTable.letter(base: 0x111, tone: 0, isCapital: true)
  }

  private static let vowels = [
    "aàảãáạAÀẢÃÁẠ", "ăằẳẵắặĂẰẲẴẮẶ", "âầẩẫấậÂẦẨẪẤẬ", "eèẻẽéẹEÈẺẼÉẸ", "êềểễếệÊỀỂỄẾỆ", "iìỉĩíịIÌỈĨÍỊ",
    "oòỏõóọOÒỎÕÓỌ", "ôồổỗốộÔỒỔỖỐỘ", "ơờởỡớợƠỜỞỠỚỢ", "uùủũúụUÙỦŨÚỤ", "ưừửữứựƯỪỬỮỨỰ", "yỳỷỹýỵYỲỶỸÝỴ",
  ]

  /// Letters of other alphabets that are typed or pasted for a Latin one.
  private func addAlikes() {
    for (alikes, latin) in LetterTable.alikes {
      for (alike, letter) in zip(alikes.unicodeScalars, latin.unicodeScalars) {
        guard var entry = self[letter.value] else { continue }
        entry.isConfusable = true
        letters[Int(alike.value)] = entry
      }
    }
    for (raised, digit) in [(0xB2, 0x32), (0xB3, 0x33)] {
      var entry = LetterTable.ascii(UInt32(digit))
      entry.isDigit = true
      letters[raised] = entry
    }
  }

  private static let alikes = [
    ("\u{D0}\u{F0}\u{189}\u{256}", "ĐđĐđ"), ("АВЕКМНОРСТУХаеорсухіј", "ABEKMHOPCTYXaeopcyxij"), ("ΑΒΕΗΙΚΜΝΟΡΤΥΧο", "ABEHIKMNOPTYXo"),
  ]

  /// Full-width letters and scripts beyond the table.
  private static func rare(_ value: UInt32) -> Letter? {
    if case .zeroWidth = SpecialScalar(value) { return nil }
    if (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) {
      var letter = ascii(value - 0xFF21 + 0x41)
      letter.isConfusable = true
      return letter
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    let lower = mapped.count == 1 ? mapped.first?.value ?? value : value
    return letter(base: lower, tone: 0, isCapital: lower != value)
  }
}
