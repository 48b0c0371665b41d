/// A record with people's decisions in it: what they said carries `review.origin: reviewer`, what they threw out is gone.
struct RecordMerge {
  let article: ExportedArticle
  private var renamed: [String: String?] = [:]

  init(_ article: ExportedArticle) { self.article = article }

  /// The record itself where nobody said anything.
  mutating func record() -> JSON {
    guard !article.decisions.isEmpty else { return article.json }
    var record = article.json
    if let published = article.published, record["article"]?["published"]?.string != published, var about = record["article"] {
      about["published"] = .string(published)
      about["publishedBasis"] = "reviewer"
      record["article"] = about
    }
    record["mentions"] = .array(mentions())
    record["people"] = .array(people())
    record["decrees"] = .array(decrees())
    record["flags"] = .array(flags())
    record["review"] = .array(
      article.decisions.map { decision, outcome in
        var json: JSON = ["decision": .string(decision.id), "by": .string(decision.by), "action": .string(decision.action.rawValue)]
        if let verdict = decision.verdict { json["verdict"] = .string(verdict.rawValue) }
        json["outcome"] = .string(outcome)
        return json
      })
    return record
  }

  // MARK: - Mentions

  private mutating func mentions() -> [JSON] {
    let original = Dictionary(
      (article.json["mentions"]?.array ?? []).map { ($0["id"]?.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    var merged: [JSON] = []
    for mention in article.mentions {
      guard mention.state != .rejected else {
        renamed[mention.id] = .some(nil)
        continue
      }
      guard mention.state != .untouched else {
        if let json = original[mention.id] { merged.append(json) }
        continue
      }
      let json = merge(mention, into: original[mention.id])
      renamed[mention.id] = json["id"]?.string
      merged.append(json)
    }
    return merged
  }

  private func merge(_ mention: SettledMention, into original: JSON?) -> JSON {
    let quote = article.quote
    let (start, end) = (quote.scalar(ofByte: mention.utf8.lowerBound), quote.scalar(ofByte: mention.utf8.upperBound))
    var json = original ?? ["id": "", "kind": .string(mention.kind)]
    json["id"] = .string("\(mention.kind):\(start)-\(end)")
    json["start"] = JSON(start)
    json["end"] = JSON(end)
    json["utf8"] = [JSON(mention.utf8.lowerBound), JSON(mention.utf8.upperBound)]
    json["text"] = .string(quote.string(mention.utf8))
    for member in mention.reading.members {
      let isLeftOut = member.value == .null && ["max", "of", "approximation"].contains(member.key)
      json[member.key] = isLeftOut ? nil : member.value
    }
    DerivedFields.complete(&json, kind: mention.kind, isCorrected: mention.state != .accepted)
    if original == nil {
      json["rule"] = "reviewer"
      json["confidence"] = .number("1.0")
    }
    // Where moved words stand in the bytes of a page, only a run of the rules could tell.
    if json["id"] != original?["id"] { json["origin"] = nil }
    var review: JSON = ["state": .string(mention.state.rawValue), "by": JSON(mention.by), "decision": JSON(mention.decision)]
    if mention.state != .accepted { review["origin"] = "reviewer" }
    json["review"] = review
    return json
  }

  // MARK: - What refers to mentions

  private func ids(_ json: JSON) -> [JSON] {
    (json["mentions"]?.array ?? []).compactMap { id in
      guard let name = id.string, let change = renamed[name] else { return id }
      return change.map(JSON.string)
    }
  }

  /// A person's own fields follow the corrections of their mentions; one without mentions is gone.
  private func people() -> [JSON] {
    (article.json["people"]?.array ?? []).compactMap { person in
      var person = person
      for mention in corrected(person, kind: "name") {
        let name = mention.reading["value"]
        if name != nil, person["name"] == original(mention)?["value"] { person["name"] = name }
        if let rank = mention.reading["rank"], rank != .null, person["rank"] == original(mention)?["rank"] { person["rank"] = rank }
      }
      person["mentions"] = .array(ids(person))
      return person["mentions"] == [] ? nil : person
    }
  }

  private func decrees() -> [JSON] {
    (article.json["decrees"]?.array ?? []).compactMap { decree in
      var decree = decree
      for mention in corrected(decree, kind: "decree") {
        for field in Reading.fields(of: "decree") where decree[field] == original(mention)?[field] || decree[field] == .null {
          if let value = mention.reading[field], value != .null { decree[field] = value }
        }
      }
      decree["mentions"] = .array(ids(decree))
      return decree["mentions"] == [] ? nil : decree
    }
  }

  private func corrected(_ json: JSON, kind: String) -> [SettledMention] {
    let ids = Set((json["mentions"]?.array ?? []).compactMap(\.string))
    return article.mentions.filter { $0.state == .corrected && $0.kind == kind && ids.contains($0.id) }
  }

  private func original(_ mention: SettledMention) -> JSON? {
    article.json["mentions"]?.array.first { $0["id"]?.string == mention.id }
  }

  private func flags() -> [JSON] {
    var told: [String: Int] = [:]
    return (article.json["flags"]?.array ?? []).map { flag in
      var flag = flag
      let mentions = Set((flag["mentions"]?.array ?? []).compactMap(\.string))
      let code = flag["code"]?.string ?? ""
      let subject = FlagPlaces(flag["places"]?.text).subject(code, told: &told)
      if let answer = article.answers.first(where: { $0.code == code && $0.mentions == mentions && $0.subject == subject }) {
        var review: JSON = ["action": .string(answer.decision.action.rawValue)]
        if let verdict = answer.decision.verdict { review["verdict"] = .string(verdict.rawValue) }
        review["by"] = .string(answer.decision.by)
        review["decision"] = .string(answer.decision.id)
        review["outcome"] = .string(answer.outcome)
        flag["review"] = review
      }
      flag["mentions"] = .array(ids(flag))
      return flag
    }
  }
}
