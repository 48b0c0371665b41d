import Extraction
import GRDB

/// Moves the ends of a mention by words.
struct SpanMove {
  let quote: Quote
  let mention: SettledMention

  /// Adds `span` to `after`, and the fields that the rules read in the new span.
  func apply(_ answer: Answer, article: Int, _ db: Database, _ after: inout JSON) throws {
    let start = moved(mention.utf8.lowerBound, by: answer.startWords)
    let end = moved(mention.utf8.upperBound, by: answer.endWords, isEnd: true)
    guard start < end else { throw ArchiveError.badValue(field: "span", reason: "the span would be empty") }
    let original = try Row.fetchOne(
      db, sql: "SELECT utf8_start, utf8_end FROM mention WHERE article = ? AND id = ?", arguments: [article, mention.id])
    let (from, to): (Int, Int) = original.map { ($0[0], $0[1]) } ?? (mention.utf8.lowerBound, mention.utf8.upperBound)
    let delta = { (a: Int, b: Int) in quote.scalar(ofByte: b) - quote.scalar(ofByte: a) }
    after["span"] = [
      "start": JSON(delta(from, start)), "end": JSON(delta(to, end)), "exact": .string(quote.string(start..<end)),
    ]
    let published = try String.fetchOne(db, sql: "SELECT published FROM article WHERE id = ?", arguments: [article])
    for member in SpanReading.reading(of: quote.string(start..<end), kind: mention.kind, published: published).members
    where answer.fields[member.key] == nil && member.value != mention.reading[member.key] && member.value != .null {
      after[member.key] = member.value
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// The next or previous beginning (or end) of a word.
  private func moved(_ byte: Int, by words: Int, isEnd: Bool = false) -> Int {
    var at = byte
    for _ in 0..<abs(words) { at = words > 0 ? forward(at, isEnd) : backward(at, isEnd) }
    return at
  }

  private func forward(_ byte: Int, _ isEnd: Bool) -> Int {
    var at = byte
    let text = quote.utf8
    if isEnd {
      while at < text.count, isBlank(text[at]) { at += 1 }
      while at < text.count, !isBlank(text[at]) { at += 1 }
      return withoutMarks(at, from: byte)
    }
    while at < text.count, !isBlank(text[at]) { at += 1 }
    while at < text.count, isBlank(text[at]) { at += 1 }
    return at
  }

  private func backward(_ byte: Int, _ isEnd: Bool) -> Int {
    var at = byte
    let text = quote.utf8
    if isEnd {
      while at > 0, !isBlank(text[at - 1]) { at -= 1 }
      while at > 0, isBlank(text[at - 1]) { at -= 1 }
      return at
    }
    while at > 0, isBlank(text[at - 1]) { at -= 1 }
    while at > 0, !isBlank(text[at - 1]) { at -= 1 }
    return at
  }

  /// A full stop or comma behind the word is no part of it, unless the step would then be none.
  private func withoutMarks(_ end: Int, from byte: Int) -> Int {
    var at = end
    while at > byte, [0x2C, 0x2E, 0x3B, 0x3A, 0x29].contains(quote.utf8[at - 1]) { at -= 1 }
    return at > byte ? at : end
  }
}

/// What the rules read in a stretch of text that a person marked.
enum SpanReading {
  private static let extractor = Extractor()

  /// The fields of the kind; the words themselves where the rules see nothing of the kind.
  static func reading(of text: String, kind: String, published: String?) -> JSON {
    var options = ExtractionOptions()
    options.published = published.flatMap { PublicationDate($0) }
    let record = try? extractor.record(of: text, options: options)
    let found = record?.mentions.filter { $0.kind.rawValue == kind }.max { $0.end - $0.start < $1.end - $1.start }
    var json = JSON.object(Reading.fields(of: kind).map { JSON.Member($0, .null) })
    guard let found else {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      json[kind == "position" ? "title" : kind == "decree" ? "type" : kind == "count" ? "unit" : "value"] = .string(words)
      if kind == "name" { json["positions"] = [] }
      return json
    }
    for field in Reading.fields(of: kind) { json[field] = value(field, found) }
    return json
  }

  private static func value(_ field: String, _ mention: Mention) -> JSON {
    switch field {
    case "value": JSON(mention.value)
    case "rank": JSON(mention.rank)
    case "positions": .array((mention.positions ?? []).map(JSON.string))
    case "number":
      switch mention.number {
      case .number(let number): .number(Reading.digits(number))
      case .symbol(let symbol): .string(symbol)
      case nil: .null
      }
    case "max": mention.max.map { .number(Reading.digits($0)) } ?? .null
    case "of": mention.of.map { .number(Reading.digits($0)) } ?? .null
    case "unit": JSON(mention.unit)
    case "approximation": JSON(mention.approximation)
    case "type": JSON(mention.type)
    case "issuedOn": JSON(mention.issuedOn)
    case "issuer": JSON(mention.issuer)
    case "title": JSON(mention.title)
    case "organization": JSON(mention.organization)
    default: .null
    }
  }
}

/// Finds what a reviewer selected: the browser sends words, not numbers.
struct SelectionFinder {
  let quote: Quote

  func range(of selection: Answer.Selection) throws -> Range<Int> {
    let paragraphs = try paragraph(selection.paragraph)
    let before = Array(selection.before.utf8)
    var text = Array(selection.text.utf8)
    let start = paragraphs.lowerBound + before.count
    while let last = text.last, last <= 0x20 { text.removeLast() }
    let end = start + text.count
    let lead = text.prefix { $0 <= 0x20 }.count
    guard start + lead < end, end <= paragraphs.upperBound, Array(quote.utf8[paragraphs.lowerBound..<start]) == before,
      Array(quote.utf8[start..<end]) == text
    else { throw ArchiveError.changedMeanwhile }
    return (start + lead)..<end
  }

  /// The lines of the text that hold anything, as the page numbers them.
  private func paragraph(_ number: Int) throws -> Range<Int> {
    var (index, start) = (0, 0)
    for at in 0...quote.utf8.count where at == quote.utf8.count || quote.utf8[at] == 0x0A {
      if at > start {
        if index == number { return start..<at }
        index += 1
      }
      start = at + 1
    }
    throw ArchiveError.changedMeanwhile
  }
}
