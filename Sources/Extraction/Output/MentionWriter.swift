/// Mentions as JSON: what all have in common, then the fields of each kind.
extension RecordWriter {
  /// The id of a mention that has been written.
  @inline(__always)
  mutating func putID(_ index: Int) {
    let id = ids[index]
    out.put(again: id.start..<id.end)
  }

  mutating func write(_ mention: Found, _ index: Int, _ article: borrowing ResolvedArticle) {
    putHead(mention)
    if !origin.isIdentity { putInput(ByteSpan(start: mention.start, end: mention.end)) }
    out.put(",\"text\":")
    out.putString(padded: text.bytes + Int(mention.start), count: Int(mention.end &- mention.start))
    switch mention.value {
    case .date(let date): write(date)
    case .rank(let item): write(rank: text.lexicon.item(.rank, item))
    case .name(let name):
      groups.append(index, to: Int(name.person))
      write(name, mention, article)
    case .count(let count): write(count)
    case .decree(let decree):
      groups.append(index, to: decree.decree < 0 ? -1 : article.people.count + Int(decree.decree))
      write(decree, article)
    case .duration(let duration):
      out.put(",\"value\":\"")
      out.putValue(duration)
      out.put("\"")
    case .position(let position): write(position, article)
    }
    out.put(atMost: PieceTable.room) { $0.put(Int(mention.rule.rawValue), of: pieces.tails) }
  }

  /// `{"id":"name:309-323","kind":"name","start":309,"end":323,"utf8":[341,360]`
  private mutating func putHead(_ mention: Found) {
    let kind = mention.value.kind
    let (start, end) = Digits.pair(
      UInt64(scalars.scalar(at: Int(mention.start))), UInt64(scalars.scalar(at: Int(mention.end))))
    let (first, last) = Digits.pair(UInt64(mention.start), UInt64(mention.end))
    let pieces = pieces
    let id = out.count + RecordWriter.idOffset
    var idCount = 0
    out.put(atMost: RecordWriter.headRoom) { out in
      let opening = out.place
      out.put(kind.ordinal, of: pieces.openings)
      out.put(start)
      out.put(byte: UInt8(ascii: "-"))
      out.put(end)
      idCount = out.place - opening - RecordWriter.idOffset + 1
      out.put(kind.ordinal, of: pieces.kinds)
      out.put(start)
      out.put(",\"end\":")
      out.put(end)
      out.put(",\"utf8\":[")
      out.put(first)
      out.put(byte: UInt8(ascii: ","))
      out.put(last)
      out.put(byte: UInt8(ascii: "]"))
    }
    ids.append(WrittenID(start: id, end: id + idCount))
  }

  /// Two pieces, six numbers and what stands between them.
  private static let headRoom = 2 * PieceTable.room + 6 * 16 + 32

  /// Behind `{"id":` stands the id.
  private static let idOffset = 6

  mutating func write(_ date: FoundDate) {
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

  mutating func write(rank item: LexiconItem) {
    out.put(",\"value\":")
    put(item.field1)
    out.put(",\"grade\":")
    out.put(padded: item.field2.start, count: item.field2.count)
    out.put(",\"force\":")
    if item.field3.isEmpty { out.put("null") } else { put(item.field3) }
  }

  mutating func write(_ name: FoundName, _ mention: Found, _ article: borrowing ResolvedArticle) {
    out.put(",\"value\":")
    putText(ByteSpan(start: mention.start, end: mention.end))
    out.put(",\"person\":")
    putGroup(UInt8(ascii: "p"), name.person)
    out.put(",\"rank\":")
    putRank(name.rank)
    out.put(",\"positions\":[")
    for post in Int(name.firstPost)..<Int(name.firstPost + name.postCount) {
      if post > Int(name.firstPost) { out.put(byte: UInt8(ascii: ",")) }
      putText(article.posts[post].span)
    }
    out.put("]")
  }

  /// A field of a list: behind each list there are bytes to be read.
  mutating func put(_ field: ListText) { out.putString(padded: field.start, count: field.count) }

  mutating func putRank(_ item: Int32) {
    guard item >= 0 else { return out.put("null") }
    put(text.lexicon.item(.rank, UInt16(item)).field1)
  }

  mutating func putGroup(_ letter: UInt8, _ group: Int32) {
    guard group >= 0 else { return out.put("null") }
    let number = Digits(UInt64(group) + 1)
    out.put(atMost: 32) { out in
      out.put(byte: UInt8(ascii: "\""))
      out.put(byte: letter)
      out.put(number)
      out.put(byte: UInt8(ascii: "\""))
    }
  }

  mutating func write(_ count: FoundCount) {
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
  mutating func putUnit(_ count: FoundCount) {
    if count.unitItem >= 0 {
      let name = text.lexicon.item(.unit, UInt16(count.unitItem)).field2
      if !name.isEmpty { return put(name) }
    }
    putText(count.unit)
  }

  mutating func write(_ decree: FoundDecree, _ article: borrowing ResolvedArticle) {
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
    putGroup(UInt8(ascii: "d"), decree.decree)
  }

  mutating func putType(_ type: Int32) {
    guard type >= 0 else { return out.put("null") }
    put(text.lexicon.item(.decreeType, UInt16(type)).field1)
  }

  /// The day of a document, without the hour at which a telegram was sent.
  mutating func putDate(_ mention: Int32, _ article: borrowing ResolvedArticle) {
    guard mention >= 0, case .date(var date) = article.mentions[Int(mention)].value else { return out.put("null") }
    (date.start.hour, date.start.minute, date.start.second) = (-1, -1, -1)
    out.put("\"")
    out.putValue(date)
    out.put("\"")
  }

  mutating func write(_ position: FoundPosition, _ article: borrowing ResolvedArticle) {
    out.put(",\"title\":")
    putText(position.title)
    out.put(",\"organization\":")
    putText(position.organization)
    out.put(",\"person\":")
    putGroup(UInt8(ascii: "p"), position.person)
  }
}

extension MentionKind {
  /// The raw value without its string.
  var name: StaticString {
    switch self {
    case .date: "date"
    case .rank: "rank"
    case .name: "name"
    case .count: "count"
    case .decree: "decree"
    case .duration: "duration"
    case .position: "position"
    }
  }
}
