import Evaluation
import Extraction
import Support
import Testing

/// `corpus/examples/flags.txt` is the specification of the flags.
@Suite struct FlagExampleTests {
  /// They tell of whole files: `corpus/archive` holds their specimens.
  private static let ofFiles: Set<FlagCode> = [.encodingRepaired, .textDuplicate, .textLettersLost, .textGluedWords]

  @Test func flags() throws {
    let name = "corpus/examples/flags.txt"
    let file = try FlagExampleFile(contents: Checkout.text(name), name: name)
    let extractor = Extractor()
    var failures: [String] = []
    for code in FlagCode.allCases where !Self.ofFiles.contains(code) {
      let sentences = file.sentences[code] ?? []
      #expect(sentences.filter(\.isFiring).count >= 3, "\(code.rawValue) wants three firing sentences")
      #expect(sentences.filter { !$0.isFiring }.count >= 3, "\(code.rawValue) wants three silent sentences")
      for sentence in sentences {
        guard let failure = try sentence.failure(code, extractor: extractor) else { continue }
        failures.append("\(name):\(sentence.number): \(code.rawValue): \(sentence.text)\n    \(failure)")
      }
    }
    let isRight = failures.isEmpty
    #expect(isRight, "\(failures.count) sentences fail:\n\(failures.joined(separator: "\n"))")
  }
}
