import Glibc

/// People, decrees and flags as JSON, each with the ids of its mentions.
extension RecordWriter {
  mutating func putMentions(ofGroup group: Int) {
    out.put(",\"mentions\":[")
    var index = groups.first(group)
    while index >= 0 {
      putID(index)
      index = groups.next(index)
      if index >= 0 { out.put(byte: UInt8(ascii: ",")) }
    }
    out.put("]}")
  }

  mutating func writePeople(_ article: borrowing ResolvedArticle) {
    for person in 0..<article.people.count {
      if person > 0 { out.put(byte: UInt8(ascii: ",")) }
      let entry = article.people[person]
      out.put("{\"id\":")
      putGroup(UInt8(ascii: "p"), Int32(person))
      out.put(",\"name\":")
      let best = article.mentions[Int(entry.best)]
      putText(ByteSpan(start: best.start, end: best.end))
      out.put(",\"rank\":")
      putRank(entry.rank)
      out.put(",\"positions\":[")
      putPosts(ofPerson: person, article)
      out.put("]")
      putAppointments(ofPerson: person, article)
      putMentions(ofGroup: person)
    }
  }

  /// The posts of all mentions of a person, each once in whatever letter case, and none with which a longer one begins.
  mutating func putPosts(ofPerson person: Int, _ article: borrowing ResolvedArticle) {
    seen.removeAll()
    var index = groups.first(person)
    while index >= 0, seen.count < RecordWriter.mostSeen {
      if case .name(let name) = article.mentions[index].value {
        for post in Int(name.firstPost)..<Int(name.firstPost + name.postCount) { _ = isNew(article.posts[post].span) }
      }
      index = groups.next(index)
    }
    for post in article.told where Int(post.person) == person { _ = isNew(span(of: post, article)) }
    var isFirst = true
    for number in 0..<seen.count where !seen.view.contains(where: { begins($0, with: seen[number]) }) {
      if !isFirst { out.put(byte: UInt8(ascii: ",")) }
      putText(seen[number])
      isFirst = false
    }
  }

  private func span(of post: ToldPost, _ article: borrowing ResolvedArticle) -> ByteSpan {
    let mention = article.mentions[Int(post.mention)]
    return ByteSpan(start: mention.start, end: mention.end)
  }

  /// The posts to which the article says that the person was appointed, with the day; no key where there are none.
  private mutating func putAppointments(ofPerson person: Int, _ article: borrowing ResolvedArticle) {
    var isFirst = true
    for post in article.told where post.isAppointed && Int(post.person) == person {
      out.put(isFirst ? ",\"appointments\":[{\"position\":" : ",{\"position\":")
      putText(span(of: post, article))
      out.put(",\"date\":")
      putDate(post.date, article)
      out.put(",\"mention\":")
      putID(Int(post.mention))
      out.put("}")
      isFirst = false
    }
    if !isFirst { out.put("]") }
  }

  /// Beyond these, words are no longer compared with those before.
  private static let mostSeen = 32

  /// Whether none of the words seen before are these, in whatever letter case.
  mutating func isNew(_ span: ByteSpan) -> Bool {
    if seen.view.contains(where: { isSame($0, span) }) { return false }
    if seen.count < RecordWriter.mostSeen { seen.append(span) }
    return true
  }

  /// `Tổng thống Mỹ` begins with `Tổng thống`.
  private func begins(_ longer: ByteSpan, with span: ByteSpan) -> Bool {
    guard longer.count > span.count, text.bytes[Int(longer.start) + span.count] == 0x20 else { return false }
    return isSame(ByteSpan(start: longer.start, end: longer.start + UInt32(span.count)), span)
  }

  private func isSame(_ a: ByteSpan, _ b: ByteSpan) -> Bool {
    guard a.count == b.count else { return false }
    let (first, second) = (text.bytes + Int(a.start), text.bytes + Int(b.start))
    if memcmp(first, second, a.count) == 0 { return true }
    var offset = 0
    while offset < a.count {
      let (own, other) = (decodeScalar(first, at: offset), decodeScalar(second, at: offset))
      guard own.length == other.length, LetterTable.isSame(own.value, other.value) else { return false }
      offset += own.length
    }
    return true
  }

  mutating func writeDecrees(_ article: borrowing ResolvedArticle) {
    for number in 0..<article.decrees.count {
      if number > 0 { out.put(byte: UInt8(ascii: ",")) }
      let entry = article.decrees[number]
      out.put("{\"id\":")
      putGroup(UInt8(ascii: "d"), Int32(number))
      out.put(",\"type\":")
      putType(entry.type)
      out.put(",\"number\":")
      let best = article.mentions[Int(entry.best)]
      if case .decree(let decree) = best.value, decree.number.count > 0 {
        putNumber(decree.number)
      } else {
        out.put("null,\"name\":")
        putText(ByteSpan(start: best.start, end: best.end))
      }
      out.put(",\"issuedOn\":")
      putDate(entry.date, article)
      out.put(",\"issuer\":")
      putText(entry.issuer)
      putMentions(ofGroup: article.people.count + number)
    }
  }

  mutating func write(_ flag: FoundFlag, _ article: borrowing ResolvedArticle) {
    let table = pieces.flags
    out.put(atMost: PieceTable.room) { $0.put(flag.code.ordinal, of: table) }
    switch flag.severity {
    case .error: out.put("error\",\"mentions\":[")
    case .review: out.put("review\",\"mentions\":[")
    case .info: out.put("info\",\"mentions\":[")
    }
    for (index, mention) in flag.mentions.enumerated() {
      if index > 0 { out.put(byte: UInt8(ascii: ",")) }
      putID(mention)
    }
    out.put("]")
    if !flag.places.isEmpty { write(flag.places) }
    out.put(",\"message\":")
    switch flag.message {
    case .words(let words): out.putString(words)
    case .quotation(let span, let words):
      out.put("\"“")
      out.putEscaped(text.bytes + Int(span.start), count: span.count)
      out.put("”")
      out.put(unescaped: words)
      out.put("\"")
    }
    out.put("}")
  }

  private mutating func write(_ places: [ByteSpan]) {
    out.put(",\"places\":[")
    for (index, place) in places.enumerated() {
      let (first, end) = (Int(place.start), Int(place.end))
      out.put(index > 0 ? ",{\"start\":" : "{\"start\":")
      put(scalars: place, between: ",\"end\":")
      out.put(",\"utf8\":[")
      out.put(first)
      out.put(",")
      out.put(end)
      out.put("]")
      if !origin.isIdentity { putInput(place) }
      out.put(",\"text\":")
      out.putString(padded: text.bytes + first, count: end - first)
      out.put("}")
    }
    out.put("]")
  }
}
