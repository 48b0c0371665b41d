import ArgumentParser
import Evaluation
import Extraction

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Print the rule sheet: each kind's shape, each rule with its examples.",
    discussion: """
      Examples:
        trich rules
        trich rules decree --examples 10
      """)

  @Argument(help: "Only these kinds: \(KindsOption.names).")
  var kinds: [String] = []

  @Option(help: ArgumentHelp("How many examples of each rule.", valueName: "n"))
  var examples: Int = 3

  @Option(help: ArgumentHelp("Print the digest of the output over a corpus instead (see scripts/rules-digest).", valueName: "corpus"))
  var digest: String?

  func validate() throws {
    for kind in kinds where MentionKind(rawValue: kind) == nil {
      throw ValidationError("“\(kind)” is no kind; there are \(KindsOption.names).")
    }
  }

  func run() throws {
    let extractor = Extractor()
    if let digest { return try printDigest(digest, extractor) }
    for kind in try RuleSheet(extractor: extractor).kinds where kinds.isEmpty || kinds.contains(kind.kind.rawValue) {
      try StandardStreams.print(text(kind))
    }
  }

  private func printDigest(_ corpus: String, _ extractor: Extractor) throws {
    guard let digest = try RulesDigest.compute(corpus: corpus, extractor: extractor) else {
      throw CommandFailure("\(corpus): no articles there")
    }
    try StandardStreams.print(digest + "\n")
  }

  private func text(_ kind: RuleSheet.Kind) -> String {
    var lines = ["# \(kind.kind.rawValue)", ""]
    for head in kind.heads { lines += head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] }
    for rule in kind.rules {
      lines.append("\(rule.name.padded(24)) \(rule.examples.count) examples")
      lines += rule.examples.prefix(examples).map { "    \($0)" }
    }
    lines += ["", "not a \(kind.kind.rawValue):"] + kind.negatives.prefix(examples).map { "    \($0)" } + ["", ""]
    return lines.joined(separator: "\n")
  }
}
