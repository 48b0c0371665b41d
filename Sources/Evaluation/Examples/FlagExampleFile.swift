import Extraction

/// The marked sentences of the flags, which are their specification:
///
///     [ratio-over-one]
///     + Huyện có ⟦19/15 xã⟧ đạt chuẩn.
///     - Huyện có 15/19 xã đạt chuẩn.
///
/// `+` raises the flag with the marked evidence (marks may lie within each other), `-` does not. `\n`, `#` and `@published` are
/// those of `ExampleFile`.
public struct FlagExampleFile: Sendable {
  public struct Sentence: Sendable {
    /// The line in the file.
    public let number: Int
    public let text: String
    public let published: String?
    public let isFiring: Bool
    /// The evidence in scalars.
    public let evidence: Set<Range<Int>>
  }

  public private(set) var sentences: [FlagCode: [Sentence]] = [:]

  /// - Throws: `GoldProblem` with `name:line:` for a line that does not fit.
  public init(contents: String, name: String) throws(GoldProblem) {
    var published: String?
    var code: FlagCode?
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      if line.hasPrefix("@published ") {
        published = line.hasSuffix(" -") ? nil : String(line.dropFirst(11))
      } else if line.hasPrefix("["), line.hasSuffix("]"), let known = FlagCode(rawValue: String(line.dropFirst().dropLast())) {
        code = known
      } else if let code, let sentence = Sentence(line, number: index + 1, published: published) {
        sentences[code, default: []].append(sentence)
      } else {
        throw GoldProblem(description: "\(name):\(index + 1): no code or sentence: \(line)")
      }
    }
  }
}

extension FlagExampleFile.Sentence {
  fileprivate init?(_ line: Substring, number: Int, published: String?) {
    guard line.hasPrefix("+ ") || line.hasPrefix("- ") else { return nil }
    var scalars = String.UnicodeScalarView()
    var open: [Int] = []
    var ranges: Set<Range<Int>> = []
    for scalar in String(line.dropFirst(2)).replacing("\\n", with: "\n").unicodeScalars {
      if scalar == "⟦" {
        open.append(scalars.count)
      } else if scalar == "⟧" {
        guard let start = open.popLast() else { return nil }
        ranges.insert(start..<scalars.count)
      } else {
        scalars.append(scalar)
      }
    }
    guard open.isEmpty else { return nil }
    self.init(number: number, text: String(scalars), published: published, isFiring: line.hasPrefix("+"), evidence: ranges)
  }

  /// What is wrong with what the sentence yields, in words; nil when all is right.
  public func failure(_ code: FlagCode, extractor: Extractor) throws -> String? {
    let options = ExtractionOptions(published: published.flatMap { PublicationDate($0) })
    let record = try extractor.record(of: text, id: "example", options: options)
    let flags = record.flags.filter { $0.code == code.rawValue }
    guard isFiring else { return flags.isEmpty ? nil : "raised: \(flags.map(\.message).joined(separator: "; "))" }
    guard !flags.isEmpty else { return "not raised" }
    let spans = Dictionary(uniqueKeysWithValues: record.mentions.map { ($0.id, $0.start..<$0.end) })
    let found = Set(flags.flatMap { flag in flag.mentions.compactMap { spans[$0] } + (flag.places ?? []).map { $0.start..<$0.end } })
    guard found != evidence else { return nil }
    let scalars = Array(text.unicodeScalars)
    let words = found.map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return "⟦\(String(view))⟧"
    }
    return "other evidence: \(words.sorted().joined(separator: " "))"
  }
}
