import Extraction

/// The marked sentences of one kind of mention, which are its specification:
///
///     @published 2024-09-27
///     ⟦gần 100 CBCS⟧ và ⟦60/61 đồng chí⟧
///       count  number: 100; approximation: nearly; unit: CBCS
///       count  number: 60; of: 61; unit: đồng chí
///     Có 1975 là năm đáng nhớ.
///
/// A line below a sentence gives the fields of the next marked span; a sentence without marks must yield nothing of the kind.
/// `\n` is a line end within the sentence, `#` begins a comment, `@published -` ends the date.
public struct ExampleFile: Sendable {
  public let kind: MentionKind
  public private(set) var examples: [Example] = []

  /// - Throws: `GoldProblem` with `name:line:` for a line that does not fit.
  public init(kind: MentionKind, contents: String, name: String) throws(GoldProblem) {
    self.kind = kind
    var published: String?
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      if line.hasPrefix("@published ") {
        published = line.hasSuffix(" -") ? nil : String(line.dropFirst(11))
      } else if line.hasPrefix("  ") {
        guard addFields(line) else { throw GoldProblem(description: "\(name):\(index + 1): no span for these fields: \(line)") }
      } else {
        guard let example = Example(line, number: index + 1, published: published) else {
          throw GoldProblem(description: "\(name):\(index + 1): the marks do not pair: \(line)")
        }
        examples.append(example)
      }
    }
  }

  private mutating func addFields(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0] == kind.rawValue, !examples.isEmpty else { return false }
    return examples[examples.count - 1].addFields(words[1])
  }
}

/// A sentence with its marked spans.
public struct Example: Sendable {
  public struct Span: Sendable {
    /// Scalars of the text, end exclusive.
    public var range: Range<Int>
    public var fields: [(name: String, value: String)] = []
  }

  /// The line in its file.
  public let number: Int
  public let text: String
  public let published: String?
  public private(set) var spans: [Span] = []
  private var described = 0

  init?(_ line: Substring, number: Int, published: String?) {
    self.number = number
    self.published = published
    var scalars = String.UnicodeScalarView()
    var start: Int?
    for scalar in String(line).replacing("\\n", with: "\n").unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { return nil }
        start = scalars.count
      case "⟧":
        guard let first = start else { return nil }
        spans.append(Span(range: first..<scalars.count))
        start = nil
      default: scalars.append(scalar)
      }
    }
    guard start == nil else { return nil }
    text = String(scalars)
  }

  mutating func addFields(_ fields: Substring) -> Bool {
    guard described < spans.count else { return false }
    spans[described].fields = fields.split(separator: ";").compactMap { field in
      guard let colon = field.firstIndex(of: ":") else { return nil }
      return (Example.trimmed(field[..<colon]), Example.trimmed(field[field.index(after: colon)...]))
    }
    described += 1
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
