/// A decision as a line of `decisions.ndjson`, and back.
extension Decision {
  /// - Parameter previous: the hash of the line before this one.
  func line(after previous: String) -> String {
    var members: [JSON.Member] = [.init("id", .string(id)), .init("at", .string(at)), .init("by", .string(by))]
    let add = { (key: String, value: JSON?) in if let value { members.append(JSON.Member(key, value)) } }
    add("action", .string(action.rawValue))
    add("verdict", verdict.map { .string($0.rawValue) })
    add("article", article.map(JSON.string))
    add("anchor", anchor?.json)
    add("flag", flag?.json)
    if anchor != nil || flag != nil { add("question", .string(question)) }
    add("before", before)
    add("after", after)
    add("note", note.map(JSON.string))
    add("tool", tool.map(JSON.string))
    add("rules", rules.map(JSON.string))
    add("undoes", undoes.map(JSON.string))
    add("seen", seen.map(JSON.string))
    add("group", group.map(JSON.string))
    add("prev", .string(previous))
    return JSON.object(members).text
  }

  /// - Throws: when the line is no decision.
  init(line: String) throws {
    let json = try JSON(parsing: line)
    guard let id = json["id"]?.string, let by = json["by"]?.string, let at = json["at"]?.string,
      let action = json["action"]?.string.flatMap(Action.init)
    else { throw ArchiveError.badValue(field: "decision", reason: "no id, at, by or action") }
    self.init(by: by, action: action)
    self.id = id
    self.at = at
    verdict = json["verdict"]?.string.flatMap(Verdict.init)
    article = json["article"]?.string
    anchor = try json["anchor"].map(Anchor.init)
    flag = try json["flag"].map(FlagReference.init)
    before = json["before"]
    after = json["after"]
    note = json["note"]?.string
    tool = json["tool"]?.string
    rules = json["rules"]?.string
    undoes = json["undoes"]?.string
    seen = json["seen"]?.string
    group = json["group"]?.string
  }
}

extension Anchor {
  var json: JSON {
    var json: JSON = [
      "record": .string(record), "text": .string(text), "kind": .string(kind), "scalar": [JSON(start), JSON(end)],
      "exact": .string(exact), "prefix": .string(prefix), "suffix": .string(suffix),
    ]
    if let value { json["value"] = value }
    return json
  }

  init(_ json: JSON) throws {
    guard let record = json["record"]?.string, let kind = json["kind"]?.string, let exact = json["exact"]?.string,
      let scalar = json["scalar"]?.array, scalar.count == 2, let start = scalar[0].int, let end = scalar[1].int
    else { throw ArchiveError.badValue(field: "anchor", reason: "no record, kind, scalar or exact") }
    self.record = record
    self.kind = kind
    self.exact = exact
    self.start = start
    self.end = end
    text = json["text"]?.string ?? ""
    prefix = json["prefix"]?.string ?? ""
    suffix = json["suffix"]?.string ?? ""
    value = json["value"]
  }
}

extension Decision.FlagReference {
  var json: JSON {
    var json: JSON = ["id": .string(String(id)), "code": .string(code)]
    if let subject { json["subject"] = .string(subject) }
    json["evidence"] = .array(evidence.map(\.json))
    return json
  }

  init(_ json: JSON) throws {
    guard let code = json["code"]?.string, let id = json["id"]?.string.flatMap({ Int($0) }) else {
      throw ArchiveError.badValue(field: "flag", reason: "no id or code")
    }
    self.id = id
    self.code = code
    subject = json["subject"]?.string
    evidence = try (json["evidence"]?.array ?? []).map(Anchor.init)
  }
}
