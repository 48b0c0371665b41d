import ArgumentParser
import Extraction
import Ingestion

struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Show what the tokenizer sees.",
    discussion: """
      A line for each token: scalar offsets, what stands before it (¶ a line break, § a sentence's beginning), kind, letter case, text, \
      and the parts of a number or the phrases of the word lists that begin there.

      Example:
        echo "Thượng tá Phạm Thanh Bình, ngày 27/9" | trich tokens
      """)

  @Argument(help: "A file; standard input without one.")
  var path: String?

  @OptionGroup var own: WordsArgument

  func run() throws {
    let reader = ArticleReader(try own.extractor())
    let text = try ArticleArgument.text(path, of: self)
    let tokens = text.withUnsafeBytes { reader.tokens(of: $0) }
    var lines = ""
    for token in tokens {
      let place = "\(token.start)-\(token.end)".padded(12)
      let details = (token.parts.isEmpty ? [] : [token.parts.joined(separator: " ")]) + token.phrases
      let line = "\(place) \(mark(token)) \(token.kind.padded(16)) \(token.shape.padded(8)) \(token.text)"
      lines += details.isEmpty ? line + "\n" : line + "  (\(details.joined(separator: "; ")))\n"
    }
    try StandardStreams.print(lines)
  }

  private func mark(_ token: TokenDescription) -> String {
    let gap = ["none": " ", "space": "·", "line": "¶", "paragraph": "¶"][token.gap] ?? " "
    return gap + (token.beginsSentence ? "§" : " ")
  }
}

/// The text that a command looks into.
enum ArticleArgument {
  static func text(_ path: String?, of command: some ParsableCommand) throws -> [UInt8] {
    if path == nil, StandardStreams.inputIsTerminal { throw CleanExit.helpRequest(command) }
    do throws(InputProblem) {
      return try SingleArticle.text(path)
    } catch {
      throw CommandFailure("\(path ?? "standard input"): \(error.message)")
    }
  }
}

extension String {
  /// Filled with blanks up to a width.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
