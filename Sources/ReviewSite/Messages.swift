import Archive

/// The words of the page, from `messages.tsv`: a key, Vietnamese, English.
struct Messages: Sendable {
  /// `{"vi": {key: word}, "en": {key: word}}`
  let json: JSON

  init(_ table: String) {
    var vietnamese: [JSON.Member] = []
    var english: [JSON.Member] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { continue }
      vietnamese.append(JSON.Member(fields[0], .string(fields[1])))
      english.append(JSON.Member(fields[0], .string(fields[2])))
    }
    json = ["vi": .object(vietnamese), "en": .object(english)]
  }

  func word(_ key: String, _ language: String) -> String { json[language]?[key]?.string ?? key }
}
