/// Evidence of a flag that is no mention: stretches of the article's text.
struct FlagPlaces {
  /// UTF-8 offsets with the words that stand there.
  var places: [(utf8: Range<Int>, text: String)]

  /// - Parameter json: `[{"start", "end", "utf8", "text"}]`, as records have it.
  init(_ json: String?) {
    let entries = json.flatMap { try? JSON(parsing: $0) }?.array ?? []
    places = entries.compactMap { entry in
      guard let ends = entry["utf8"]?.array, ends.count == 2, let start = ends[0].int, let end = ends[1].int, 0 <= start, start < end else {
        return nil
      }
      return (start..<end, entry["text"]?.string ?? "")
    }
  }

  /// What tells flags apart whose evidence is no mention; equal words are counted, so that a second place is a second question.
  func subject(_ code: String, told: inout [String: Int]) -> String? {
    guard !places.isEmpty else { return nil }
    let words = places.map(\.text).joined(separator: "\u{1F}")
    told[code + words, default: 0] += 1
    let number = told[code + words] ?? 1
    return number == 1 ? words : "\(words)\u{1F}\(number)"
  }
}

/// When a question's turn comes among those of its severity.
enum FlagTurn {
  static let acrossArticles = 0
  private static let contradiction = 1
  private static let nothingToGoBy = 2

  /// What contradicts itself comes before what merely leaves something unsaid: of that an archive may have thousands.
  static func of(_ code: String) -> Int { unsaid.contains(code) ? nothingToGoBy : contradiction }

  private static let unsaid: Set<String> = ["meta-no-publication-date", "date-year-unresolved", "org-place-unresolved", "low-confidence"]
}
