/// What a page or an old file adds to a record: bylines, cuts, and where mentions come from.
extension RecordWriter {
  /// Those of the text, each once, and that of the page when the text has none of its names.
  mutating func writeBylines(_ article: borrowing ResolvedArticle, _ known: String?) {
    var isFirst = true
    var isKnown = known == nil
    seen.removeAll()
    for mention in article.mentions where mention.rule == .nameByline {
      let span = ByteSpan(start: mention.start, end: mention.end)
      guard isNew(span) else { continue }
      if !isFirst { out.put(byte: UInt8(ascii: ",")) }
      isFirst = false
      putText(span)
      guard let known else { continue }
      let name = text.string(Int(mention.start)..<Int(mention.end))
      if known.contains(name) || name.contains(known) { isKnown = true }
    }
    guard !isKnown, let known else { return }
    if !isFirst { out.put(byte: UInt8(ascii: ",")) }
    out.putString(known)
  }

  mutating func writeCuts(_ cuts: [ArticleSource.Cut]) {
    out.put(",\"cuts\":[")
    for (index, cut) in cuts.enumerated() {
      out.put(index == 0 ? "{\"reason\":" : ",{\"reason\":")
      out.putString(cut.reason)
      out.put(",\"input\":")
      put(offsets: cut.input[0]..<cut.input[1])
      out.put(",\"length\":")
      out.put(cut.length)
      out.put("}")
    }
    out.put("]")
  }

  /// The bytes of the input that a stretch was read from, where the text is not the input as it stands.
  mutating func putInput(_ span: ByteSpan) {
    out.put(",\"input\":")
    put(offsets: origin.original(Int(span.start)..<Int(span.end)))
  }

  private mutating func put(offsets: Range<Int>) {
    out.put("[")
    out.put(offsets.lowerBound)
    out.put(byte: UInt8(ascii: ","))
    out.put(offsets.upperBound)
    out.put("]")
  }
}

extension ByteWriter {
  /// A number from 0 to 1 with two places.
  mutating func put(hundredths value: Double) {
    let hundredths = Int((min(max(value, 0), 1) * 100).rounded())
    if hundredths == 100 { return put("1") }
    put("0.")
    put(hundredths, width: 2)
  }
}
