/// Mentions as JSON: what all have in common, then the fields of each kind.
extension RecordWriter {
  mutating func putID(_ kind: MentionKind, _ index: Int) {
    out.put(byte: 0x22)
    out.put(kind.name)
    out.put(byte: UInt8(ascii: ":"))
    out.put(Int(startScalars[index]))
    out.put(byte: UInt8(ascii: "-"))
    out.put(Int(endScalars[index]))
    out.put(byte: 0x22)
  }

  mutating func write(_ mention: Found, _ index: Int, _ article: borrowing ResolvedArticle) {
    let kind = mention.value.kind
    out.put("{\"id\":")
    putID(kind, index)
    out.put(",\"kind\":\"")
    out.put(kind.name)
    out.put("\",\"start\":")
    out.put(Int(startScalars[index]))
    out.put(",\"end\":")
    out.put(Int(endScalars[index]))
    out.put(",\"utf8\":[")
    out.put(Int(mention.start))
    out.put(byte: UInt8(ascii: ","))
    out.put(Int(mention.end))
    out.put("]")
    putInput(mention)
    out.put(",\"text\":")
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
    out.putString(item.field1.start, count: item.field1.count)
    out.put(",\"grade\":")
    out.put(raw: item.field2.start, count: item.field2.count)
    out.put(",\"force\":")
    if item.field3.isEmpty { out.put("null") } else { out.putString(item.field3.start, count: item.field3.count) }
  }

  mutating func write(_ name: FoundName, _ mention: Found, _ article: borrowing ResolvedArticle) {
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

  mutating func putRank(_ item: Int32) {
    guard item >= 0 else { return out.put("null") }
    let canonical = text.lexicon.item(.rank, UInt16(item)).field1
    out.putString(canonical.start, count: canonical.count)
  }

  mutating func putGroup(_ letter: StaticString, _ group: Int32) {
    guard group >= 0 else { return out.put("null") }
    out.put("\"")
    out.put(letter)
    out.put(Int(group) + 1)
    out.put("\"")
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
      if !name.isEmpty { return out.putString(name.start, count: name.count) }
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
    putGroup("d", decree.decree)
  }

  mutating func putType(_ type: Int32) {
    guard type >= 0 else { return out.put("null") }
    let canonical = text.lexicon.item(.decreeType, UInt16(type)).field1
    out.putString(canonical.start, count: canonical.count)
  }

  mutating func putDate(_ mention: Int32, _ article: borrowing ResolvedArticle) {
    guard mention >= 0, case .date(let date) = article.mentions[Int(mention)].value else { return out.put("null") }
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
    putGroup("p", position.person)
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
