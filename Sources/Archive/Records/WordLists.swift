import Words

/// What the desk takes from the word lists of the extractor.
enum WordLists {
  /// 1 (Binh nhì) to 18 (Đại tướng), by the canonical spelling of the rank.
  static let grades: [String: Int] = Dictionary(
    lines("rank").compactMap { fields in
      fields.count >= 3 ? Int(fields[2]).map { (String(fields[1]), $0) } : nil
    }, uniquingKeysWith: { first, _ in first })

  /// First syllables of names of the peoples of Viet Nam, in lower case.
  static let surnames = Set(lines("surname").compactMap { $0.first.map(String.init) })

  /// Units of money and measure: what is told with them goes up and down from day to day, as prices do.
  static let measures = Set(
    lines("unit").compactMap { fields in
      fields.count >= 2 && ["money", "measure", "percent"].contains(fields[1]) ? String(fields[0]) : nil
    })

  /// The lines of a list, each cut at its tabs.
  private static func lines(_ name: String) -> [[Substring]] {
    guard var list = trich_word_lists() else { return [] }
    while let found = list.pointee.name {
      if String(cString: found) == name {
        let text = String(decoding: UnsafeBufferPointer(start: list.pointee.bytes, count: list.pointee.length), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      }
      list += 1
    }
    return []
  }
}
