/// Writes one article's record as one JSON object, keys in a fixed order.
struct RecordWriter: ~Copyable {
  var out = ByteWriter()
  private var startScalars = Buffer<Int32>(capacity: 1024)
  private var endScalars = Buffer<Int32>(capacity: 1024)
  private var nextOfGroup = Buffer<Int32>(capacity: 1024)
  private var firstOfGroup = Buffer<Int32>(capacity: 256)
  private var lastOfGroup = Buffer<Int32>(capacity: 256)
  private let ruleTails: RuleTails
  private var text: TokenizedText
  private var isClean = true

  init(tails: RuleTails, lexicon: Lexicon) {
    ruleTails = tails
    text = .empty(lexicon)
  }

  /// Appends the record of a resolved article to `out`.
  mutating func write(_ article: borrowing ResolvedArticle, source: ArticleSource, options: ExtractionOptions) {
    text = article.text
    isClean = !article.traits.contains(.decomposed)
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
    out.put("],\"tool\":{\"version\":\"")
    out.put(Tool.version)
    out.put("\",\"rules\":\"")
    out.put(Tool.rules)
    out.put("\"}}\n")
  }

  /// Scalar offsets of all mentions, by one pass over the text.
  private mutating func measure(_ article: borrowing ResolvedArticle) {
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

  private mutating func writeSource(_ source: ArticleSource, _ article: borrowing ResolvedArticle) {
    out.put(",\"source\":{\"path\":")
    put(optional: source.path)
    out.put(",\"bytes\":")
    out.put(source.byteCount)
    out.put(",\"sha256\":")
    put(optional: source.sha256)
    out.put(",\"encoding\":\"")
    out.put(plain: source.encoding)
    out.put("\",\"form\":\"")
    out.put(article.traits.contains(.decomposed) ? (article.traits.contains(.composed) ? "mixed" : "NFD") : "NFC")
    out.put("\",\"format\":\"")
    out.put(plain: source.format)
    out.put("\"")
    if let name = source.name {
      out.put(",\"name\":")
      out.putString(name)
    }
    out.put("}")
  }

  private mutating func writeArticle(_ article: borrowing ResolvedArticle, _ source: ArticleSource, _ options: ExtractionOptions) {
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
    out.put(article.published == nil ? "null" : article.isPublishedGiven ? "\"given\"" : "\"text\"")
    out.put(",\"dateline\":")
    putText(article.layout.dateline)
    out.put(",\"bylines\":[")
    var isFirst = true
    for mention in article.mentions where mention.rule == .nameByline {
      if !isFirst { out.put(byte: UInt8(ascii: ",")) }
      isFirst = false
      putText(ByteSpan(start: mention.start, end: mention.end))
    }
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

  private mutating func put(optional string: String?) {
    if let string { out.putString(string) } else { out.put("null") }
  }

  /// A stretch of the text as a value: NFC, one blank between words; `null` when empty.
  private mutating func putText(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    let start = text.bytes + Int(span.start)
    if isClean, CleanText.isClean(start, span.count) {
      out.putString(start, count: span.count)
    } else {
      out.putString(CleanText.clean(start, span.count))
    }
  }

  private mutating func putNumber(_ span: ByteSpan) {
    guard !span.isEmpty else { return out.put("null") }
    out.putString(CleanText.withoutBlanks(text.bytes + Int(span.start), span.count))
  }

  // MARK: - Mentions

  private mutating func putID(_ kind: MentionKind, _ index: Int) {
    out.put(byte: 0x22)
    switch kind {
    case .date: out.put("date:")
    case .rank: out.put("rank:")
    case .name: out.put("name:")
    case .count: out.put("count:")
    case .decree: out.put("decree:")
    case .duration: out.put("duration:")
    case .position: out.put("position:")
    }
    out.put(Int(startScalars[index]))
    out.put(byte: UInt8(ascii: "-"))
    out.put(Int(endScalars[index]))
    out.put(byte: 0x22)
  }

  private mutating func write(_ mention: Found, _ index: Int, _ article: borrowing ResolvedArticle) {
    out.put("{\"id\":")
    putID(mention.value.kind, index)
    switch mention.value.kind {
    case .date: out.put(",\"kind\":\"date\",\"start\":")
    case .rank: out.put(",\"kind\":\"rank\",\"start\":")
    case .name: out.put(",\"kind\":\"name\",\"start\":")
    case .count: out.put(",\"kind\":\"count\",\"start\":")
    case .decree: out.put(",\"kind\":\"decree\",\"start\":")
    case .duration: out.put(",\"kind\":\"duration\",\"start\":")
    case .position: out.put(",\"kind\":\"position\",\"start\":")
    }
    out.put(Int(startScalars[index]))
    out.put(",\"end\":")
    out.put(Int(endScalars[index]))
    out.put(",\"utf8\":[")
    out.put(Int(mention.start))
    out.put(byte: UInt8(ascii: ","))
    out.put(Int(mention.end))
    out.put("],\"text\":")
    out.putString(text.bytes + Int(mention.start), count: Int(mention.end - mention.start))
    switch mention.value {
    case .date(let date): write(date)
    case .rank(let item): write(rank: text.lexicon.item(.rank, item))
    case .name(let name): write(name, mention, article)
    case .count(let count): write(count)
    case .decree(let decree): write(decree, article)
    case .duration(let duration):
      out.put(",\"value\":\"")
      out.putValue(duration)
      out.put("\"")
    case .position(let position): write(position, article)
    }
    ruleTails.put(mention.rule, &out)
  }

  private mutating func write(_ date: FoundDate) {
    out.put(",\"value\":\"")
    out.putValue(date)
    out.put("\",\"from\":")
    out.putFirstDay(date.start)
    out.put(",\"to\":")
    if date.isOpen { out.put("null") } else { out.putLastDay(date.end ?? date.start) }
    out.put(",\"precision\":\"")
    out.put(date.start.precision)
    out.put("\",\"basis\":\"")
    switch date.basis {
    case .text: out.put("text")
    case .published: out.put("published")
    case .context: out.put("context")
    case .unresolved: out.put("unresolved")
    }
    out.put("\"")
    guard date.alternativeYear != 0 else { return }
    out.put(",\"alternatives\":[\"")
    var other = date
    if var end = date.end {
      end.year += date.alternativeYear - date.start.year
      other.end = end
    }
    other.start.year = date.alternativeYear
    out.putValue(other)
    out.put("\"]")
  }

  private mutating func write(rank item: LexiconItem) {
    out.put(",\"value\":")
    out.putString(item.field1.start, count: item.field1.count)
    out.put(",\"grade\":")
    out.put(raw: item.field2.start, count: item.field2.count)
    out.put(",\"force\":")
    if item.field3.isEmpty { out.put("null") } else { out.putString(item.field3.start, count: item.field3.count) }
  }

  private mutating func write(_ name: FoundName, _ mention: Found, _ article: borrowing ResolvedArticle) {
    out.put(",\"value\":")
    putText(ByteSpan(start: mention.start, end: mention.end))
    out.put(",\"person\":")
    putGroup("p", name.person)
    out.put(",\"rank\":")
    putRank(name.rank)
    out.put(",\"positions\":[")
    for post in Int(name.firstPost)..<Int(name.firstPost + name.postCount) {
      if post > Int(name.firstPost) { out.put(byte: UInt8(ascii: ",")) }
      putText(article.posts[post].span)
    }
    out.put("]")
  }

  private mutating func putRank(_ item: Int32) {
    guard item >= 0 else { return out.put("null") }
    let canonical = text.lexicon.item(.rank, UInt16(item)).field1
    out.putString(canonical.start, count: canonical.count)
  }

  private mutating func putGroup(_ letter: StaticString, _ group: Int32) {
    guard group >= 0 else { return out.put("null") }
    out.put("\"")
    out.put(letter)
    out.put(Int(group) + 1)
    out.put("\"")
  }

  private mutating func write(_ count: FoundCount) {
    out.put(",\"number\":")
    out.put(count.number)
    if let upper = count.upper {
      out.put(",\"max\":")
      out.put(upper)
    }
    if let whole = count.whole {
      out.put(",\"of\":")
      out.put(whole)
    }
    out.put(",\"unit\":")
    putUnit(count)
    switch count.approximation {
    case .none: break
    case .about: out.put(",\"approximation\":\"about\"")
    case .nearly: out.put(",\"approximation\":\"nearly\"")
    case .over: out.put(",\"approximation\":\"over\"")
    case .under: out.put(",\"approximation\":\"under\"")
    case .atLeast: out.put(",\"approximation\":\"atLeast\"")
    case .atMost: out.put(",\"approximation\":\"atMost\"")
    }
  }

  /// The unit as written; money in its abbreviation by its name: `đ` is đồng.
  private mutating func putUnit(_ count: FoundCount) {
    if count.unitItem >= 0 {
      let name = text.lexicon.item(.unit, UInt16(count.unitItem)).field2
      if !name.isEmpty { return out.putString(name.start, count: name.count) }
    }
    putText(count.unit)
  }

  private mutating func write(_ decree: FoundDecree, _ article: borrowing ResolvedArticle) {
    out.put(",\"type\":")
    putType(decree.type)
    out.put(",\"number\":")
    putNumber(decree.number)
    out.put(",\"ordinal\":")
    if decree.ordinal >= 0 { out.put(Int(decree.ordinal)) } else { out.put("null") }
    out.put(",\"issuedOn\":")
    putDate(decree.date, article)
    out.put(",\"issuer\":")
    putText(decree.issuer)
    switch decree.form {
    case .full: out.put(",\"form\":\"full\",\"decree\":")
    case .short: out.put(",\"form\":\"short\",\"decree\":")
    case .named: out.put(",\"form\":\"named\",\"decree\":")
    case .alias: out.put(",\"form\":\"alias\",\"decree\":")
    case .title: out.put(",\"form\":\"title\",\"decree\":")
    }
    putGroup("d", decree.decree)
  }

  private mutating func putType(_ type: Int32) {
    guard type >= 0 else { return out.put("null") }
    let canonical = text.lexicon.item(.decreeType, UInt16(type)).field1
    out.putString(canonical.start, count: canonical.count)
  }

  private mutating func putDate(_ mention: Int32, _ article: borrowing ResolvedArticle) {
    guard mention >= 0, case .date(let date) = article.mentions[Int(mention)].value else { return out.put("null") }
    out.put("\"")
    out.putValue(date)
    out.put("\"")
  }

  private mutating func write(_ position: FoundPosition, _ article: borrowing ResolvedArticle) {
    out.put(",\"title\":")
    putText(position.title)
    out.put(",\"organization\":")
    putText(position.organization)
    out.put(",\"person\":")
    putGroup("p", position.person)
  }

  // MARK: - People, decrees, flags

  /// Chains the mentions of each group, so that each is found without a search.
  private mutating func chain(_ article: borrowing ResolvedArticle, groups: Int, _ group: (FoundValue) -> Int32) {
    nextOfGroup.fill(-1, count: article.mentions.count)
    firstOfGroup.fill(-1, count: groups)
    lastOfGroup.fill(-1, count: groups)
    for index in article.mentions.indices {
      let number = Int(group(article.mentions[index].value))
      guard number >= 0, number < groups else { continue }
      if lastOfGroup[number] < 0 { firstOfGroup[number] = Int32(index) } else { nextOfGroup[Int(lastOfGroup[number])] = Int32(index) }
      lastOfGroup[number] = Int32(index)
    }
  }

  private mutating func putMentions(_ kind: MentionKind, ofGroup group: Int) {
    out.put(",\"mentions\":[")
    var index = firstOfGroup[group]
    while index >= 0 {
      putID(kind, Int(index))
      index = nextOfGroup[Int(index)]
      if index >= 0 { out.put(byte: UInt8(ascii: ",")) }
    }
    out.put("]}")
  }

  private mutating func writePeople(_ article: borrowing ResolvedArticle) {
    chain(article, groups: article.people.count) { if case .name(let name) = $0 { name.person } else { -1 } }
    for person in 0..<article.people.count {
      if person > 0 { out.put(byte: UInt8(ascii: ",")) }
      let entry = article.people[person]
      out.put("{\"id\":")
      putGroup("p", Int32(person))
      out.put(",\"name\":")
      let best = article.mentions[Int(entry.best)]
      putText(ByteSpan(start: best.start, end: best.end))
      out.put(",\"rank\":")
      putRank(entry.rank)
      out.put(",\"positions\":[")
      putPosts(ofPerson: person, article)
      out.put("]")
      putMentions(.name, ofGroup: person)
    }
  }

  /// The posts of all mentions of a person, each spelling once.
  private mutating func putPosts(ofPerson person: Int, _ article: borrowing ResolvedArticle) {
    var seen: [ByteSpan] = []
    var index = firstOfGroup[person]
    while index >= 0, seen.count < 32 {
      if case .name(let name) = article.mentions[Int(index)].value {
        for post in Int(name.firstPost)..<Int(name.firstPost + name.postCount) {
          let span = article.posts[post].span
          guard !seen.contains(where: { isSame($0, span) }) else { continue }
          if !seen.isEmpty { out.put(byte: UInt8(ascii: ",")) }
          seen.append(span)
          putText(span)
        }
      }
      index = nextOfGroup[Int(index)]
    }
  }

  private func isSame(_ a: ByteSpan, _ b: ByteSpan) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where text.bytes[Int(a.start) + offset] != text.bytes[Int(b.start) + offset] { return false }
    return true
  }

  private mutating func writeDecrees(_ article: borrowing ResolvedArticle) {
    chain(article, groups: article.decrees.count) { if case .decree(let decree) = $0 { decree.decree } else { -1 } }
    for number in 0..<article.decrees.count {
      if number > 0 { out.put(byte: UInt8(ascii: ",")) }
      let entry = article.decrees[number]
      out.put("{\"id\":")
      putGroup("d", Int32(number))
      out.put(",\"type\":")
      putType(entry.type)
      out.put(",\"number\":")
      if case .decree(let decree) = article.mentions[Int(entry.best)].value { putNumber(decree.number) } else { out.put("null") }
      out.put(",\"issuedOn\":")
      putDate(entry.date, article)
      out.put(",\"issuer\":")
      putText(entry.issuer)
      putMentions(.decree, ofGroup: number)
    }
  }

  private mutating func write(_ flag: FoundFlag, _ article: borrowing ResolvedArticle) {
    out.put("{\"code\":")
    out.putString(flag.code.rawValue)
    out.put(",\"severity\":")
    out.putString(flag.severity.rawValue)
    out.put(",\"mentions\":[")
    for (index, mention) in flag.mentions.enumerated() {
      if index > 0 { out.put(byte: UInt8(ascii: ",")) }
      putID(article.mentions[Int(mention)].value.kind, Int(mention))
    }
    out.put("],\"message\":")
    out.putString(flag.message)
    out.put("}")
  }
}
