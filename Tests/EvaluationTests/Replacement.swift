import Extraction

/// A text with its names, numbers, provinces and days exchanged for others of the same shape.
struct Replacement {
  private(set) var text = ""
  /// How many places were changed.
  private(set) var changes = 0
  private var moves: [(from: Int, by: Int)] = []

  init(_ original: String, _ record: Record) {
    let scalars = Array(original.unicodeScalars)
    var edits = Replacement.edits(scalars, record).sorted { $0.range.lowerBound < $1.range.lowerBound }
    edits = edits.filter { edit in
      !edits.contains { $0.range != edit.range && $0.range.overlaps(edit.range) && $0.range.count > edit.range.count }
    }
    var out = String.UnicodeScalarView()
    var at = 0
    var shift = 0
    for edit in edits where edit.range.lowerBound >= at {
      out.append(contentsOf: scalars[at..<edit.range.lowerBound])
      out.append(contentsOf: edit.words.unicodeScalars)
      at = edit.range.upperBound
      shift += edit.words.unicodeScalars.count - edit.range.count
      moves.append((at, shift))
      changes += 1
    }
    out.append(contentsOf: scalars[at...])
    text = String(out)
  }

  /// Where the scalar of the original stands now.
  func offset(_ original: Int) -> Int { original + (moves.last { $0.from <= original }?.by ?? 0) }

  private typealias Edit = (range: Range<Int>, words: String)

  private static func edits(_ scalars: [Unicode.Scalar], _ record: Record) -> [Edit] {
    var edits: [Edit] = []
    var names: [String: String] = [:]
    for mention in record.mentions {
      let range = mention.start..<mention.end
      switch mention.kind {
      case .name:
        // Hồ Chí Minh is known to everybody, and one syllable of his name too.
        guard !mention.text.hasPrefix("Hồ") else { continue }
        let known = names[mention.text] ?? other(mention.text, names.count)
        names[mention.text] = known
        edits.append((range, known))
      case .count where mention.unit != "%": edits += digits(scalars, range)
      case .decree: edits += digits(scalars, range).prefix(1)
      case .date: edits += days(scalars, range)
      default: continue
      }
    }
    for (place, words) in provinces { edits += occurrences(scalars, Array(place.unicodeScalars)).map { ($0, words) } }
    return edits
  }

  private static let provinces = [("Đắk Nông", "Đắk Lắk"), ("Đăk Nông", "Đăk Lăk"), ("Kon Tum", "Yên Bái")]

  /// Names of so many syllables that are none of the articles'.
  private static let pool = [
    2: ["Thu Hằng", "Đức Toản", "Kim Oanh", "Hữu Lộc", "Thùy Dung", "Quốc Đạt", "Bích Liên"],
    3: ["Trần Đình Lộc", "Lê Khắc Toàn", "Đỗ Trọng Khôi", "Vũ Mạnh Cường", "Bùi Quốc Thái", "Đặng Ngọc Sơn"],
  ]

  private static func other(_ name: String, _ number: Int) -> String {
    if name.hasPrefix("Y ") { return "Y Thảnh" }
    let choices = pool[name.split(separator: " ").count] ?? ["Hoàng Minh Đức Anh"]
    let choice = choices[number % choices.count]
    return name == name.uppercased() ? choice.uppercased() : choice
  }

  /// Each figure for another, the same everywhere: what was equal stays equal, what lacked a figure lacks it still.
  private static func digits(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Edit] {
    let exchange: [Unicode.Scalar: Unicode.Scalar] = ["1": "2", "2": "1", "3": "4", "4": "3", "7": "8", "8": "7"]
    return runs(scalars, range).map { run in
      var words = String.UnicodeScalarView()
      for scalar in scalars[run] { words.append(exchange[scalar] ?? scalar) }
      return (run, String(words))
    }
  }

  /// The day of the month one further, for days that stand before a month.
  private static func days(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Edit] {
    runs(scalars, range).compactMap { run in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[run])
      guard run.count <= 2, let day = Int(String(words)), run.upperBound < range.upperBound, scalars[run.upperBound] == "/", day < 28,
        run.lowerBound == range.lowerBound || scalars[run.lowerBound - 1] != "/"
      else { return nil }
      return (run, run.count == 2 && day + 1 < 10 ? "0\(day + 1)" : "\(day + 1)")
    }
  }

  /// The runs of figures in the range.
  private static func runs(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in range where ("0"..."9").contains(scalars[index]) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private static func occurrences(_ scalars: [Unicode.Scalar], _ words: [Unicode.Scalar]) -> [Range<Int>] {
    guard scalars.count >= words.count else { return [] }
    return (0...(scalars.count - words.count)).filter { scalars[$0..<$0 + words.count].elementsEqual(words) }.map { $0..<$0 + words.count }
  }
}
