/// What the recognisers did with a text, in its order: for `trich explain`.
public struct Explanation: Sendable {
  /// One reading that was tried, and what became of it.
  public struct Attempt: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
      /// A mention of the record came of it, by this rule.
      case mention(rule: String)
      /// It would have been a mention, but another was there first.
      case outranked(by: String)
      case gaveUp(because: String)
    }
    /// What tried: `date`, `count`, `decree`, `rank`, `name`, `position`.
    public let reader: String
    public let text: String
    /// Scalars of the text, end exclusive.
    public let start: Int
    public let end: Int
    public let tokens: [String]
    public let outcome: Outcome
  }

  public let attempts: [Attempt]
}

extension ArticleReader {
  /// Which rule fired where, and why others gave up.
  public func explanation(of input: UnsafeRawBufferPointer) -> Explanation {
    withTokens(input) { text in
      var recognizer = Recognizer()
      recognizer.recognize(text, kinds: .all)
      let mentions = (0..<recognizer.found.count).map { recognizer.found[$0] }
      var attempts = AttemptList(text, mentions)
      attempts.addMentions()
      attempts.addValueReadings()
      attempts.addNameRuns(recognizer.names.context)
      return Explanation(attempts: attempts.sorted)
    }
  }
}

/// Gathers the attempts.
private struct AttemptList: ~Copyable {
  private let text: TokenizedText
  private let mentions: [Found]
  private let offsets: ScalarOffsets
  private var attempts: [Explanation.Attempt] = []

  init(_ text: TokenizedText, _ mentions: [Found]) {
    self.text = text
    self.mentions = mentions
    offsets = ScalarOffsets(text)
  }

  /// A mention before what was tried on the same words.
  var sorted: [Explanation.Attempt] {
    attempts.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  mutating func addMentions() {
    for mention in mentions {
      add("\(mention.value.kind)", mention.tokenRange, .mention(rule: "\(mention.rule.name)"))
    }
  }

  /// Lets each reader try alone, wherever it may begin.
  mutating func addValueReadings() {
    for index in 1..<max(1, text.count) {
      for reader in ValueReader.allCases where reader.mayBegin(text, index) { addReading(reader, index) }
    }
  }

  private mutating func addReading(_ reader: ValueReader, _ index: Int) {
    var found = Buffer<Found>(capacity: 8)
    guard reader.read(text, index, &found) != nil, found.count > 0 else {
      if mention(at: index) == nil { add(reader.rawValue, index..<(index + 1), .gaveUp(because: reader.wants)) }
      return
    }
    for number in 0..<found.count {
      let reading = found[number]
      let taken = mentions.contains { $0.start == reading.start && $0.end == reading.end && $0.value.kind == reading.value.kind }
      guard !taken, let winner = mentions.first(where: { $0.firstToken < reading.endToken && reading.firstToken < $0.endToken }) else {
        continue
      }
      // A shorter reading within a mention of the same kind is no reading of its own.
      if winner.value.kind == reading.value.kind { continue }
      add("\(reading.value.kind)", reading.tokenRange, .outranked(by: "\(winner.rule.name)"))
    }
  }

  /// Capitals that might have been names.
  mutating func addNameRuns(_ context: borrowing NameContext) {
    var index = 1
    while index < text.count {
      guard NameShape.isNameToken(text, index), mention(at: index) == nil else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, text[end].gap == .space, NameShape.isNameToken(text, end), mention(at: end) == nil,
        context.roles[end] == context.roles[index]
      {
        end += 1
      }
      let isFirstWord = end == index + 1 && text.beginsSentence(index) && context.roles[index] == .free
      if !isFirstWord { add("name", index..<end, .gaveUp(because: reason(context.roles[index], context.triggers[index]))) }
      index = end
    }
  }

  private func reason(_ role: TokenRole, _ trigger: NameTrigger) -> String {
    switch role {
    case .free:
      trigger == .none ? "no title, surname or list speaks for a name" : "announced by a word of class \(trigger), but no name's shape"
    case .furniture: "the line belongs to the page, not to the article"
    default: "belongs to: \(role)"
    }
  }

  private func mention(at token: Int) -> Found? { mentions.first { $0.tokenRange.contains(token) } }

  private mutating func add(_ reader: String, _ range: Range<Int>, _ outcome: Explanation.Attempt.Outcome) {
    let bytes = text.byteRange(range)
    attempts.append(
      Explanation.Attempt(
        reader: reader, text: text.string(bytes), start: offsets.scalar(at: bytes.lowerBound), end: offsets.scalar(at: bytes.upperBound),
        tokens: range.map { "\(text[$0].kind)" }, outcome: outcome))
  }
}

extension Found {
  fileprivate var tokenRange: Range<Int> { Int(firstToken)..<Int(endToken) }
}

/// The readers of values, in the order in which they may take a token.
private enum ValueReader: String, CaseIterable {
  case decree, rank, date, count

  func mayBegin(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    switch self {
    case .decree: return token.kind == .symbol || text.starts(index, .decreeType)
    case .rank: return text.starts(index, .rank)
    case .date: return DateExpression.mayBegin(token)
    case .count: return token.kind == .number || text.starts(index, .numberWord)
    }
  }

  func read(_ text: TokenizedText, _ index: Int, _ found: inout Buffer<Found>) -> Int? {
    switch self {
    case .decree: DecreeReader.read(text, at: index, into: &found)
    case .rank: Rank.read(text, at: index, into: &found)
    case .date: DateExpression.read(text, at: index, into: &found)
    case .count: CountExpression.read(text, at: index, into: &found)
    }
  }

  /// What it did not find.
  var wants: String {
    switch self {
    case .decree: "no number or name of a document behind the word"
    case .rank: "the words are part of a longer phrase"
    case .date: "neither a day, month or year that stands here nor a word that says so"
    case .count: "no counted noun behind the number"
    }
  }
}
