import CBytes
import Glibc

/// Writes one article's record as one JSON object, keys in a fixed order.
struct RecordWriter: ~Copyable {
  var out = ByteWriter()
  var scalars = ScalarOffsets()
  /// Of the mentions that are written.
  var ids = Buffer<WrittenID>(capacity: 1024)
  /// The mentions of each person, then those of each document.
  var groups = MentionGroups()
  /// What was written of the list at hand: a person's posts, bylines.
  var seen = Buffer<ByteSpan>(capacity: 32)
  let pieces: RecordPieces
  var text: TokenizedText
  var isClean = true
  /// Of the record at hand.
  var origin = OffsetMap()

  init(pieces: RecordPieces, text: TokenizedText) {
    self.pieces = pieces
    self.text = text
  }

  /// Appends the record of a resolved article to `out`.
  mutating func write(_ article: borrowing ResolvedArticle, source: borrowing ArticleSource, options: ExtractionOptions) {
    text = article.text
    isClean = !article.traits.contains(.decomposed)
    origin = source.origin
    scalars.measure(text)
    ids.removeAll()
    groups.removeAll(mentions: article.mentions.count, groups: article.people.count + article.decrees.count)
    out.put("{\"schema\":\"trich/1\",\"id\":")
    out.putString(source.id)
    writeSource(source, article)
    writeArticle(article, source, options)
    out.put(",\"mentions\":[")
    for index in article.mentions.indices {
      if index > 0 { out.put(byte: UInt8(ascii: ",")) }
      write(article.mentions[index], index, article)
    }
    out.put("],\"people\":[")
    writePeople(article)
    out.put("],\"decrees\":[")
    writeDecrees(article)
    out.put("],\"flags\":[")
    article.flags.withUnsafeBufferPointer { flags in
      for index in flags.indices {
        if index > 0 { out.put(byte: UInt8(ascii: ",")) }
        write(flags[index], article)
      }
    }
    out.put(CopyMark.tail)
  }

  // MARK: - Source and article

  mutating func writeSource(_ source: borrowing ArticleSource, _ article: borrowing ResolvedArticle) {
    out.put(",\"source\":{\"path\":")
    put(optional: source.path)
    out.put(",\"bytes\":")
    out.put(source.byteCount)
    out.put(",\"sha256\":")
    put(optional: source.sha256)
    out.put(",\"encoding\":\"")
    out.put(plain: source.encoding)
    if let confidence = source.encodingConfidence {
      out.put("\",\"encodingConfidence\":")
      out.put(hundredths: confidence)
      out.put(",\"form\":\"")
    } else {
      out.put("\",\"form\":\"")
    }
    out.put(article.traits.contains(.decomposed) ? (article.traits.contains(.composed) ? "mixed" : "NFD") : "NFC")
    out.put("\",\"format\":\"")
    out.put(plain: source.format)
    out.put("\"")
    if let name = source.name {
      out.put(",\"name\":")
      out.putString(name)
    }
    if !source.cuts.isEmpty { writeCuts(source.cuts) }
    out.put("}")
  }

  mutating func writeArticle(_ article: borrowing ResolvedArticle, _ source: borrowing ArticleSource, _ options: ExtractionOptions) {
    out.put(",\"article\":{\"title\":")
    if let title = source.title { out.putString(title) } else { putText(article.layout.title) }
    out.put(",\"published\":")
    if let published = article.published {
      out.put("\"")
      out.put(published)
      out.put("\"")
    } else {
      out.put("null")
    }
    out.put(",\"publishedBasis\":")
    out.put(article.published == nil ? "null" : article.isPublishedGiven ? "\"" : "\"text\"")
    if article.isPublishedGiven {
      out.put(plain: options.publishedBasis.rawValue)
      out.put("\"")
    }
    out.put(",\"dateline\":")
    putText(article.layout.dateline)
    out.put(",\"bylines\":[")
    writeBylines(article, source.byline)
    out.put("],\"body\":[")
    put(scalars: article.layout.body)
    out.put("]")
    if options.includeText {
      out.put(",\"text\":")
      out.putString(text.bytes, count: text.byteCount)
    }
    out.put("}")
  }

  /// Start and end in scalars.
  mutating func put(scalars span: ByteSpan, between: StaticString = ",") {
    out.put(scalars.scalar(at: Int(span.start)))
    out.put(between)
    out.put(scalars.scalar(at: Int(span.end)))
  }

  mutating func put(optional string: String?) {
    if let string { out.putString(string) } else { out.put("null") }
  }

  /// A stretch of the text as a value: NFC, one blank between words; `null` when empty.
  mutating func putText(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    let start = text.bytes + Int(span.start)
    if out.putClean(padded: start, count: span.count) { return }
    CleanText.put(start, span.count, isClean: isClean, blank: true, &out)
  }

  mutating func putNumber(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    let start = text.bytes + Int(span.start)
    if memchr(start, 0x20, span.count) == nil, out.putClean(padded: start, count: span.count) { return }
    CleanText.put(start, span.count, isClean: isClean, blank: false, &out)
  }
}

/// Where the id of a mention stands in what is written, with its quotes.
struct WrittenID: BitwiseCopyable {
  var start: Int
  var end: Int
}
