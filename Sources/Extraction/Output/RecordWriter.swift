import CBytes
import Glibc

/// Writes one article's record as one JSON object, keys in a fixed order.
struct RecordWriter: ~Copyable {
  var out = ByteWriter()
  var startScalars = Buffer<Int32>(capacity: 1024)
  var endScalars = Buffer<Int32>(capacity: 1024)
  var nextOfGroup = Buffer<Int32>(capacity: 1024)
  var firstOfGroup = Buffer<Int32>(capacity: 256)
  var lastOfGroup = Buffer<Int32>(capacity: 256)
  let ruleTails: RuleTails
  var text: TokenizedText
  var isClean = true
  /// Of the record at hand.
  var origin = OffsetMap()

  init(tails: RuleTails, text: TokenizedText) {
    ruleTails = tails
    self.text = text
  }

  /// Appends the record of a resolved article to `out`.
  mutating func write(_ article: borrowing ResolvedArticle, source: ArticleSource, options: ExtractionOptions) {
    text = article.text
    isClean = !article.traits.contains(.decomposed)
    origin = source.origin
    measure(article)
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
    for (index, flag) in article.flags.enumerated() {
      if index > 0 { out.put(byte: UInt8(ascii: ",")) }
      write(flag, article)
    }
    out.put(CopyMark.tail)
  }

  /// Scalar offsets of all mentions, by one pass over the text.
  mutating func measure(_ article: borrowing ResolvedArticle) {
    startScalars.removeAll()
    endScalars.removeAll()
    var byte = 0
    var scalar = 0
    for mention in article.mentions {
      let (start, end) = (Int(mention.start), Int(mention.end))
      scalar += countScalars(text.bytes, from: byte, to: start)
      byte = start
      startScalars.append(Int32(scalar))
      endScalars.append(Int32(scalar + countScalars(text.bytes, from: start, to: end)))
    }
  }

  // MARK: - Source and article

  mutating func writeSource(_ source: ArticleSource, _ article: borrowing ResolvedArticle) {
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

  mutating func writeArticle(_ article: borrowing ResolvedArticle, _ source: ArticleSource, _ options: ExtractionOptions) {
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
    let start = countScalars(text.bytes, from: 0, to: Int(article.layout.body.start))
    out.put(start)
    out.put(byte: UInt8(ascii: ","))
    out.put(start + countScalars(text.bytes, from: Int(article.layout.body.start), to: Int(article.layout.body.end)))
    out.put("]")
    if options.includeText {
      out.put(",\"text\":")
      out.putString(text.bytes, count: text.byteCount)
    }
    out.put("}")
  }

  mutating func put(optional string: String?) {
    if let string { out.putString(string) } else { out.put("null") }
  }

  /// A stretch of the text as a value: NFC, one blank between words; `null` when empty.
  mutating func putText(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    let start = text.bytes + Int(span.start)
    if isClean, trich_is_clean(start, span.count) {
      out.putString(start, count: span.count)
    } else if isClean, CleanText.isComposed(start, span.count) {
      CleanText.put(start, span.count, blank: true, &out)
    } else {
      out.putString(CleanText.clean(start, span.count))
    }
  }

  mutating func putNumber(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    let start = text.bytes + Int(span.start)
    if isClean, trich_is_clean(start, span.count), memchr(start, 0x20, span.count) == nil {
      out.putString(start, count: span.count)
    } else if isClean, CleanText.isComposed(start, span.count) {
      CleanText.put(start, span.count, blank: false, &out)
    } else {
      out.putString(CleanText.withoutBlanks(start, span.count))
    }
  }
}
