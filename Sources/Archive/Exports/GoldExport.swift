/// Reviewed articles as gold: `gold.jsonl` and `articles.ndjson`, as `trich eval` reads them.
enum GoldExport {
  private static let kinds: Set<String> = ["date", "rank", "name", "count", "decree", "duration"]

  static func line(_ article: ExportedArticle) -> JSON {
    let standing = article.mentions.filter { $0.state != .rejected && kinds.contains($0.kind) }
    return [
      "id": .string(article.record), "published": JSON(article.published),
      "mentions": .array(standing.map { mention($0, article.quote) }),
    ]
  }

  /// The text, with its date where that came from outside the text.
  static func text(_ article: ExportedArticle) -> JSON {
    var json: JSON = ["id": .string(article.record), "text": article.json["article"]?["text"] ?? ""]
    if article.json["article"]?["publishedBasis"]?.string != "text", let published = article.published {
      json["published"] = .string(published)
    }
    return json
  }

  private static func mention(_ mention: SettledMention, _ quote: Quote) -> JSON {
    var json: JSON = [
      "kind": .string(mention.kind), "start": JSON(quote.scalar(ofByte: mention.utf8.lowerBound)),
      "end": JSON(quote.scalar(ofByte: mention.utf8.upperBound)), "text": .string(quote.string(mention.utf8)),
      "value": .string(value(mention)),
    ]
    let reading = mention.reading
    if mention.kind == "name" {
      if let rank = reading["rank"]?.string { json["rank"] = .string(rank) }
      if let positions = reading["positions"], positions != [] { json["positions"] = positions }
    }
    if mention.kind == "decree" {
      if let date = reading["issuedOn"]?.string { json["date"] = .string(date) }
      if let issuer = reading["issuer"]?.string { json["issuer"] = .string(issuer) }
    }
    return json
  }

  /// `349|đồng chí`, `60/61|đồng chí`, `3..5|người`, `Kế hoạch|223/KH-BCA-V05`
  private static func value(_ mention: SettledMention) -> String {
    let text = { (field: String) in FieldText.text(mention.reading[field] ?? .null) }
    switch mention.kind {
    case "count":
      let whole = text("of").isEmpty ? "" : "/" + text("of")
      let maximum = text("max").isEmpty ? "" : ".." + text("max")
      return text("number") + whole + maximum + "|" + text("unit")
    case "decree": return text("type") + "|" + text("number")
    default: return text("value")
    }
  }
}
