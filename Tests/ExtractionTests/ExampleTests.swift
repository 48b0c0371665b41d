import Evaluation
import Extraction
import Support
import Testing

/// `corpus/examples/<kind>.txt` is the specification: each file is one test, which lists all lines that fail.
@Suite struct ExampleTests {
  @Test(arguments: MentionKind.allCases)
  func example(kind: MentionKind) throws {
    let name = "corpus/examples/\(kind.rawValue).txt"
    let file = try ExampleFile(kind: kind, contents: Checkout.text(name), name: name)
    #expect(file.examples.count >= 20, "a kind wants examples")
    let extractor = Extractor()
    var failures: [String] = []
    for example in file.examples {
      let check = try ExampleCheck(example, kind: kind, extractor: extractor)
      guard !check.failures.isEmpty else { continue }
      failures.append("\(name):\(example.number): \(example.text)\n    \(check.failures.joined(separator: "\n    "))")
    }
    let isRight = failures.isEmpty
    #expect(isRight, "\(failures.count) of \(file.examples.count) lines of \(name) fail:\n\(failures.joined(separator: "\n"))")
  }
}
