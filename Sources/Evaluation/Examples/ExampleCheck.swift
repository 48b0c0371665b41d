import Extraction

/// What a sentence yields against what is marked in it.
public struct ExampleCheck {
  /// What is wrong, in words; empty when all is right.
  public private(set) var failures: [String] = []
  private let scalars: [Unicode.Scalar]

  /// Only mentions of the kind count; only the fields that are given are compared.
  public init(_ example: Example, kind: MentionKind, extractor: Extractor) throws {
    scalars = Array(example.text.unicodeScalars)
    let options = ExtractionOptions(published: example.published.flatMap { PublicationDate($0) })
    let record = try extractor.record(of: example.text, id: "example", options: options)
    let found = record.mentions.filter { $0.kind == kind }
    for span in example.spans {
      if let mention = found.first(where: { $0.start == span.range.lowerBound && $0.end == span.range.upperBound }) {
        compare(span, mention)
      } else {
        failures.append("missed ⟦\(text(span.range))⟧")
      }
    }
    for mention in found where !example.spans.contains(where: { $0.range == mention.start..<mention.end }) {
      failures.append("found ⟦\(mention.text)⟧ (\(mention.rule))")
    }
    var ids: Set<String> = []
    for mention in found where !ids.insert(mention.id).inserted { failures.append("found ⟦\(mention.text)⟧ twice (\(mention.rule))") }
  }

  private mutating func compare(_ span: Example.Span, _ mention: Mention) {
    for (name, expected) in span.fields {
      let found = ExampleCheck.field(name, mention)
      guard !ExampleCheck.isEqual(expected, found) else { continue }
      failures.append("⟦\(text(span.range))⟧ \(name): \(found ?? "nothing"), not \(expected) (\(mention.rule))")
    }
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func isEqual(_ expected: String, _ found: String?) -> Bool {
    guard let found else { return expected == "-" }
    if let a = Double(expected), let b = Double(found) { return a == b }
    return found == expected
  }

  private static func field(_ name: String, _ mention: Mention) -> String? {
    switch name {
    case "value": mention.value
    case "from": mention.from
    case "to": mention.to
    case "basis": mention.basis
    case "precision": mention.precision
    case "grade": mention.grade.map { "\($0)" }
    case "force": mention.force
    case "rank": mention.rank
    case "positions": mention.positions?.joined(separator: " / ")
    case "title": mention.title
    case "organization": mention.organization
    case "max": mention.max.map { "\($0)" }
    case "of": mention.of.map { "\($0)" }
    case "unit": mention.unit
    case "approximation": mention.approximation
    case "type": mention.type
    case "ordinal": mention.ordinal.map { "\($0)" }
    case "issuedOn": mention.issuedOn
    case "issuer": mention.issuer
    case "form": mention.form
    case "number": number(mention)
    default: "no such field"
    }
  }

  private static func number(_ mention: Mention) -> String? {
    switch mention.number {
    case .number(let value): "\(value)"
    case .symbol(let symbol): symbol
    case nil: nil
    }
  }
}
