import Extraction
import Sheets

/// What is built into the program of the checkout's files.
public enum Sheet {
  /// The JSON Schema of a record, draft 2020-12.
  public static var recordSchema: String { text(trich_record_schema) }

  /// The marked sentences of a kind.
  public static func examples(_ kind: MentionKind) throws -> ExampleFile {
    try ExampleFile(kind: kind, contents: contents(kind, firstExamples).joined(), name: "corpus/examples/\(kind.rawValue).txt")
  }

  /// The sources of a kind.
  static func sources(_ kind: MentionKind) -> [String] { contents(kind, firstSource) }

  private static var firstExamples: UnsafePointer<trich_sheet>? { trich_sheets_of_examples() }
  private static var firstSource: UnsafePointer<trich_sheet>? { trich_sheets_of_kinds() }

  private static func contents(_ kind: MentionKind, _ first: UnsafePointer<trich_sheet>?) -> [String] {
    guard var sheet = first else { return [] }
    var found: [String] = []
    while let name = sheet.pointee.name {
      if String(cString: name) == kind.rawValue { found.append(text(sheet.pointee)) }
      sheet += 1
    }
    return found
  }

  private static func text(_ sheet: trich_sheet) -> String {
    String(decoding: UnsafeBufferPointer(start: sheet.bytes, count: sheet.length), as: UTF8.self)
  }
}

/// The rules with their shapes and examples: what `trich rules` prints.
public struct RuleSheet {
  /// One kind of mention: the phrases and shapes at the head of its sources, and its rules.
  public struct Kind {
    public let kind: MentionKind
    public let heads: [String]
    public var rules: [(name: String, examples: [String])]
    /// Sentences that only look like it.
    public var negatives: [String]
  }

  public let kinds: [Kind]

  /// Reads the examples to see which rule each of them fires.
  public init(extractor: Extractor) throws {
    kinds = try MentionKind.allCases.map { kind in try RuleSheet.sheet(kind, extractor) }
  }

  private static func sheet(_ kind: MentionKind, _ extractor: Extractor) throws -> Kind {
    var examples: [String: [String]] = [:]
    var negatives: [String] = []
    for example in try Sheet.examples(kind).examples {
      if example.spans.isEmpty { negatives.append(example.text) }
      let options = ExtractionOptions(published: example.published.flatMap { PublicationDate($0) })
      let record = try extractor.record(of: example.text, id: "example", options: options)
      for mention in record.mentions where mention.kind == kind {
        guard example.spans.contains(where: { $0.range == mention.start..<mention.end }) else { continue }
        examples[mention.rule, default: []].append(marked(example.text, mention))
      }
    }
    let rules = RuleNames.all.filter { $0.hasPrefix("\(kind.rawValue).") }
    return Kind(kind: kind, heads: Sheet.sources(kind).map(head), rules: rules.map { ($0, examples[$0] ?? []) }, negatives: negatives)
  }

  private static func marked(_ text: String, _ mention: Mention) -> String {
    var scalars = Array(text.unicodeScalars)
    scalars.insert("⟧", at: mention.end)
    scalars.insert("⟦", at: mention.start)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).split(separator: "\n").joined(separator: " ")
  }

  /// The comment that a source begins with.
  private static func head(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0.hasPrefix("///") } ?? lines.endIndex
    return lines[first...].prefix { $0.hasPrefix("///") }.map { line in
      line.dropFirst(line.hasPrefix("/// ") ? 4 : 3)
    }.joined(separator: "\n")
  }
}
