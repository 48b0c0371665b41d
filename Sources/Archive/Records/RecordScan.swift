/// Reads one record's JSON into slices.
struct RecordScan {
  let arena: ScanArena

  /// - Throws: `JSONSyntaxError`, also where a member has a shape that no record has.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws -> ScannedRecord {
    var record = ScannedRecord()
    var scanner = JSONScanner(bytes)
    guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.failure("a record is an object") }
    try scanner.forEachMember { key, scanner in
      if key.equals("schema") {
        record.schema = try text(&scanner)
      } else if key.equals("id") {
        record.id = try text(&scanner)
      } else if key.equals("source") {
        try scanSource(&scanner, &record)
      } else if key.equals("article") {
        try scanArticle(&scanner, &record)
      } else if key.equals("mentions") {
        try scanner.forEachElement { record.mentions.append(try scanMention(&$0)) }
      } else if key.equals("people") {
        try scanner.forEachElement { record.people.append(try scanPerson(&$0)) }
      } else if key.equals("decrees") {
        try scanner.forEachElement { record.decrees.append(try scanDecree(&$0)) }
      } else if key.equals("flags") {
        try scanner.forEachElement { record.flags.append(try scanFlag(&$0)) }
      } else if key.equals("tool") {
        try scanTool(&scanner, &record)
      } else {
        try scanner.skipValue()
      }
    }
    try scanner.expectEnd()
    return record
  }

  private func text(_ scanner: inout JSONScanner) throws -> JSONSlice? { try scanner.takeOptionalString().map(arena.plain) }

  private func number(_ scanner: inout JSONScanner) throws -> Double? {
    guard scanner.peek() != UInt8(ascii: "n") else {
      try scanner.takeWord("null")
      return nil
    }
    return Double(try scanner.takeNumber().string)
  }

  private func int(_ scanner: inout JSONScanner) throws -> Int? {
    guard scanner.peek() != UInt8(ascii: "n") else {
      try scanner.takeWord("null")
      return nil
    }
    let digits = try scanner.takeNumber()
    var value = 0
    for byte in digits.bytes {
      guard byte >= 0x30, byte <= 0x39, value < Int.max / 16 else { return Int(digits.string) }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private func scanSource(_ scanner: inout JSONScanner, _ record: inout ScannedRecord) throws {
    try scanner.forEachMember { key, scanner in
      if key.equals("name") { record.source = try text(&scanner) } else { try scanner.skipValue() }
    }
  }

  private func scanTool(_ scanner: inout JSONScanner, _ record: inout ScannedRecord) throws {
    try scanner.forEachMember { key, scanner in
      if key.equals("version") {
        record.tool = try text(&scanner)
      } else if key.equals("rules") {
        record.rules = try text(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
  }

  private func scanArticle(_ scanner: inout JSONScanner, _ record: inout ScannedRecord) throws {
    try scanner.forEachMember { key, scanner in
      if key.equals("title") {
        record.title = try text(&scanner)
      } else if key.equals("published") {
        record.published = try text(&scanner)
      } else if key.equals("dateline") {
        record.dateline = try text(&scanner)
      } else if key.equals("text") {
        record.text = try text(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
  }

  private func scanPerson(_ scanner: inout JSONScanner) throws -> ScannedRecord.Person {
    var person = ScannedRecord.Person()
    try scanner.forEachMember { key, scanner in
      if key.equals("id") {
        person.id = try text(&scanner)
      } else if key.equals("name") {
        person.name = try text(&scanner)
      } else if key.equals("rank") {
        person.rank = try text(&scanner)
      } else if key.equals("positions") {
        person.positions = try scanner.takeRaw()
      } else {
        try scanner.skipValue()
      }
    }
    return person
  }

  private func scanDecree(_ scanner: inout JSONScanner) throws -> ScannedRecord.Decree {
    var decree = ScannedRecord.Decree()
    try scanner.forEachMember { key, scanner in
      if key.equals("id") {
        decree.id = try text(&scanner)
      } else if key.equals("type") {
        decree.type = try text(&scanner)
      } else if key.equals("number") {
        decree.number = try text(&scanner)
      } else if key.equals("issuedOn") {
        decree.issuedOn = try text(&scanner)
      } else if key.equals("issuer") {
        decree.issuer = try text(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
    return decree
  }

  private func scanFlag(_ scanner: inout JSONScanner) throws -> ScannedRecord.Flag {
    var flag = ScannedRecord.Flag()
    try scanner.forEachMember { key, scanner in
      if key.equals("code") {
        flag.code = try text(&scanner)
      } else if key.equals("severity") {
        flag.severity = try text(&scanner)
      } else if key.equals("message") {
        flag.message = try text(&scanner)
      } else if key.equals("mentions") {
        try scanner.forEachElement { flag.mentions.append(arena.plain(try $0.takeString())) }
      } else if key.equals("places") {
        flag.places = try scanner.takeRaw()
      } else {
        try scanner.skipValue()
      }
    }
    return flag
  }

  private func scanMention(_ scanner: inout JSONScanner) throws -> ScannedRecord.Mention {
    var mention = ScannedRecord.Mention()
    try scanner.forEachMember { key, scanner in
      switch key.count {
      case 2: try scanShort(key, &scanner, &mention)
      case 3: try scanThree(key, &scanner, &mention)
      case 4: try scanFour(key, &scanner, &mention)
      case 5: try scanFive(key, &scanner, &mention)
      case 6: try scanSix(key, &scanner, &mention)
      default: try scanLong(key, &scanner, &mention)
      }
    }
    return mention
  }
}

/// The members of a mention, by the length of their key: few comparisons each.
extension RecordScan {
  fileprivate func scanShort(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("id") {
      mention.id = try text(&scanner)
    } else if key.equals("to") {
      mention.to = try text(&scanner)
    } else if key.equals("of") {
      mention.whole = try number(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  fileprivate func scanThree(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("end") {
      mention.end = try int(&scanner) ?? 0
    } else if key.equals("max") {
      mention.max = try number(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  fileprivate func scanFour(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("kind") {
      mention.kind = try text(&scanner)
    } else if key.equals("text") {
      mention.text = try text(&scanner)
    } else if key.equals("utf8") {
      var ends: [Int] = []
      try scanner.forEachElement { ends.append(try int(&$0) ?? 0) }
      guard ends.count == 2 else { throw scanner.failure("utf8 is a pair") }
      (mention.utf8Start, mention.utf8End) = (ends[0], ends[1])
    } else if key.equals("rule") {
      mention.rule = try text(&scanner)
    } else if key.equals("from") {
      mention.from = try text(&scanner)
    } else if key.equals("rank") {
      mention.rank = try text(&scanner)
    } else if key.equals("unit") {
      mention.unit = try text(&scanner)
    } else if key.equals("type") {
      mention.type = try text(&scanner)
    } else if key.equals("form") {
      mention.form = try text(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  fileprivate func scanFive(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("start") {
      mention.start = try int(&scanner) ?? 0
    } else if key.equals("value") {
      mention.value = try text(&scanner)
    } else if key.equals("basis") {
      mention.basis = try text(&scanner)
    } else if key.equals("title") {
      mention.title = try text(&scanner)
    } else if key.equals("grade") {
      mention.grade = try int(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  fileprivate func scanSix(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("person") {
      mention.person = try text(&scanner)
    } else if key.equals("number") {
      if scanner.peek() == UInt8(ascii: "\"") { mention.symbol = try text(&scanner) } else { mention.number = try number(&scanner) }
    } else if key.equals("issuer") {
      mention.issuer = try text(&scanner)
    } else if key.equals("decree") {
      mention.decree = try text(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  fileprivate func scanLong(_ key: JSONSlice, _ scanner: inout JSONScanner, _ mention: inout ScannedRecord.Mention) throws {
    if key.equals("confidence") {
      mention.confidence = try number(&scanner) ?? 0
    } else if key.equals("precision") {
      mention.precision = try text(&scanner)
    } else if key.equals("positions") {
      mention.positions = try scanner.takeRaw()
    } else if key.equals("alternatives") {
      mention.alternatives = try scanner.takeRaw()
    } else if key.equals("organization") {
      mention.organization = try text(&scanner)
    } else if key.equals("approximation") {
      mention.approximation = try text(&scanner)
    } else if key.equals("ordinal") {
      mention.ordinal = try int(&scanner)
    } else if key.equals("issuedOn") {
      mention.issuedOn = try text(&scanner)
    } else {
      try scanner.skipValue()
    }
  }
}
