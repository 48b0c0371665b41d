/// What a user's list must hold behind its phrases, where the program takes the columns at their word.
enum ListColumns {
  private enum Content {
    case text
    case number(ClosedRange<Int>)
    /// One of the words that the program's own list has in the column, or nothing.
    case known
    /// The same, but not nothing.
    case chosen
    case any
  }

  private static let contents: [String: [Content]] = [
    "approximator": [.chosen, .known], "body": [.known], "can-chi": [.number(0...59)], "decree-type": [.text, .any, .known],
    "event": [.known], "foreign-name": [.known, .known], "given-name": [.known], "honorific": [.known, .known], "issuing": [.text],
    "law": [.known], "misspelling": [.text, .known], "month-word": [.number(1...12)], "name-label": [.known], "number-label": [.known],
    "number-word": [.chosen, .chosen], "place": [.known, .known], "place-head": [.known, .known], "post": [.known, .known],
    "predicate": [.known], "province": [.known], "rank": [.text, .number(1...18), .known], "spelling": [.text],
    "stop-word": [.known, .known], "surname": [.any, .known], "unit": [.known], "weekday": [.number(1...7)],
  ]

  /// - Throws: the first field of the list that the program could not read.
  static func check(_ list: WordList) throws(WordListProblem) {
    guard let contents = contents[list.name] else { return }
    let known = contents.indices.map { column in isClosed(contents[column]) ? words(of: list.name, column) : [] }
    try list.forEachLine { (item, line) throws(WordListProblem) in
      for (column, content) in contents.enumerated() {
        guard let reason = reason(against: item.fields[column].string, content, known[column]) else { continue }
        throw WordListProblem(list: list.name, line: line, column: item.place(ofField: column), reason: reason)
      }
    }
  }

  private static func reason(against field: String, _ content: Content, _ known: [String]) -> WordListProblem.Reason? {
    switch content {
    case .any: nil
    case .text: field.isEmpty ? .empty : nil
    case .number(let range): Int(field).map(range.contains) == true ? nil : .noNumber(field, range)
    case .known: field.isEmpty || known.contains(field) ? nil : .unknown(field, known)
    case .chosen: known.contains(field) ? nil : .unknown(field, known)
    }
  }

  private static func isClosed(_ content: Content) -> Bool {
    switch content {
    case .known, .chosen: true
    case .any, .text, .number: false
    }
  }

  /// The words in a column of the program's own list, in their order.
  private static func words(of name: String, _ column: Int) -> [String] {
    var words: [String] = []
    for list in WordList.embedded where list.name == name {
      // Reading a list throws only what the body throws.
      try? list.forEachLine { (item, _) throws(WordListProblem) in
        let word = item.fields[column].string
        if !word.isEmpty, !words.contains(word) { words.append(word) }
      }
    }
    return words
  }
}

extension LexiconItem {
  /// Those behind the phrase.
  fileprivate var fields: [ListText] { [field1, field2, field3, field4] }

  /// Where a field begins in its line, or would: in scalars, from 1.
  fileprivate func place(ofField number: Int) -> Int {
    let field = fields[number]
    let line = phrase.start
    let end = field.isEmpty ? ([phrase] + fields).map { $0.start + $0.count }.max() ?? line : field.start
    return ListText(start: line, count: line.distance(to: end)).string.unicodeScalars.count + 1
  }
}
