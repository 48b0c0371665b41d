/// People, decrees and flags as JSON, each with the ids of its mentions.
extension RecordWriter {
  /// Chains the mentions of each group, so that each is found without a search.
  mutating func chain(_ article: borrowing ResolvedArticle, groups: Int, _ group: (FoundValue) -> Int32) {
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

  mutating func putMentions(_ kind: MentionKind, ofGroup group: Int) {
    out.put(",\"mentions\":[")
    var index = firstOfGroup[group]
    while index >= 0 {
      putID(kind, Int(index))
      index = nextOfGroup[Int(index)]
      if index >= 0 { out.put(byte: UInt8(ascii: ",")) }
    }
    out.put("]}")
  }

  mutating func writePeople(_ article: borrowing ResolvedArticle) {
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
  mutating func putPosts(ofPerson person: Int, _ article: borrowing ResolvedArticle) {
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

  func isSame(_ a: ByteSpan, _ b: ByteSpan) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where text.bytes[Int(a.start) + offset] != text.bytes[Int(b.start) + offset] { return false }
    return true
  }

  mutating func writeDecrees(_ article: borrowing ResolvedArticle) {
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

  mutating func write(_ flag: FoundFlag, _ article: borrowing ResolvedArticle) {
    out.put("{\"code\":")
    out.putString(flag.code.rawValue)
    out.put(",\"severity\":")
    out.putString(flag.severity.rawValue)
    out.put(",\"mentions\":[")
    for (index, mention) in flag.mentions.enumerated() {
      if index > 0 { out.put(byte: UInt8(ascii: ",")) }
      putID(article.mentions[Int(mention)].value.kind, Int(mention))
    }
    out.put("]")
    if !flag.places.isEmpty { write(flag.places) }
    out.put(",\"message\":")
    out.putString(flag.message)
    out.put("}")
  }

  private mutating func write(_ places: [ByteSpan]) {
    out.put(",\"places\":[")
    for (index, place) in places.enumerated() {
      let (first, end) = (Int(place.start), Int(place.end))
      let start = countScalars(text.bytes, from: 0, to: first)
      out.put(index > 0 ? ",{\"start\":" : "{\"start\":")
      out.put(start)
      out.put(",\"end\":")
      out.put(start + countScalars(text.bytes, from: first, to: end))
      out.put(",\"utf8\":[")
      out.put(first)
      out.put(",")
      out.put(end)
      out.put("],\"text\":")
      out.putString(text.bytes + first, count: end - first)
      out.put("}")
    }
    out.put("]")
  }
}
