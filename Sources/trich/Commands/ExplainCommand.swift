import ArgumentParser
import Extraction

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show which rule fired where, and why others gave up.",
    discussion: """
      A line for each reading that was tried: + gave a mention, ~ was outranked by another, - gave up.

      Example:
        echo "Quyết định số 89-QĐ-TU ngày 24/4/2019" | trich explain
      """)

  @Argument(help: "A file; standard input without one.")
  var path: String?

  @OptionGroup var own: WordsArgument

  @ArgumentParser.Flag(help: "Only mentions and what they outranked.")
  var brief = false

  func run() throws {
    let reader = ArticleReader(try own.extractor())
    let text = try ArticleArgument.text(path, of: self)
    let explanation = text.withUnsafeBytes { reader.explanation(of: $0) }
    var lines = ""
    for attempt in explanation.attempts {
      guard let line = line(attempt) else { continue }
      lines += line + "\n"
    }
    try StandardStreams.print(lines)
  }

  private func line(_ attempt: Explanation.Attempt) -> String? {
    let place = "\(attempt.start)-\(attempt.end)".padded(12)
    let text = attempt.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let head = "\(place) \(attempt.reader.padded(9)) “\(text)”"
    switch attempt.outcome {
    case .mention(let rule): return "+ \(head)  \(rule)  [\(attempt.tokens.joined(separator: " "))]"
    case .outranked(let rule): return "~ \(head)  outranked by \(rule)"
    case .gaveUp(let reason): return brief ? nil : "- \(head)  \(reason)"
    }
  }
}
