import GRDB

/// Where an anchor's words stand in the store now.
struct FoundAnchor {
  var article: Int
  var utf8: Range<Int>
  /// The text had changed and the words were found again by their context.
  var isReanchored: Bool
  /// The mention of the anchor's kind that stands exactly there.
  var mention: Row?

  var mentionID: String? { mention?["id"] }
}

/// Finds anchors again in the articles of the store.
struct AnchorFinder {
  enum Finding {
    case found(FoundAnchor)
    /// The words or their surroundings are no longer there, or there twice.
    case lost(article: Int)
    /// The article is not in the store.
    case absent
  }

  let db: Database

  func find(_ anchor: Anchor) throws -> Finding {
    guard let article = try article(of: anchor) else { return .absent }
    let id: Int = article["id"]
    let isSame = "sha256:" + (article["text_sha256"] as String) == anchor.text
    if isSame, let mention = try mention(anchor.mentionID, in: id), mention["text"] == anchor.exact {
      return .found(FoundAnchor(article: id, utf8: mention["utf8_start"]..<mention["utf8_end"], isReanchored: false, mention: mention))
    }
    let quote = Quote(article["text"])
    guard let place = isSame ? samePlace(anchor, quote) : again(anchor, quote) else { return .lost(article: id) }
    return .found(FoundAnchor(article: id, utf8: place, isReanchored: !isSame, mention: try mention(anchor.kind, at: place, in: id)))
  }

  private func article(of anchor: Anchor) throws -> Row? {
    let byName = try db.cachedStatement(sql: "SELECT id, text, text_sha256 FROM article WHERE record = ?")
    if let row = try Row.fetchOne(byName, arguments: [anchor.record]) { return row }
    let byText = try db.cachedStatement(sql: "SELECT id, text, text_sha256 FROM article WHERE text_sha256 = ? LIMIT 1")
    return try Row.fetchOne(byText, arguments: [String(anchor.text.dropFirst("sha256:".count))])
  }

  private func mention(_ id: String, in article: Int) throws -> Row? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM mention WHERE article = ? AND id = ?")
    return try Row.fetchOne(statement, arguments: [article, id])
  }

  func mention(_ kind: String, at place: Range<Int>, in article: Int) throws -> Row? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM mention WHERE article = ? AND utf8_start = ? AND kind = ? AND utf8_end = ?")
    return try Row.fetchOne(statement, arguments: [article, place.lowerBound, kind, place.upperBound])
  }

  private func samePlace(_ anchor: Anchor, _ quote: Quote) -> Range<Int>? {
    guard let start = quote.byte(ofScalar: anchor.start) else { return nil }
    let end = start + anchor.exact.utf8.count
    return quote.string(start..<end).utf8.elementsEqual(anchor.exact.utf8) ? start..<end : nil
  }

  /// The one place that has the anchor's words between its old neighbours; one side may have changed, not both.
  private func again(_ anchor: Anchor, _ quote: Quote) -> Range<Int>? {
    let places = quote.places(of: anchor.exact)
    let hasPrefix = { (place: Range<Int>) in
      quote.string(max(0, place.lowerBound - anchor.prefix.utf8.count)..<place.lowerBound) == anchor.prefix
    }
    let hasSuffix = { (place: Range<Int>) in
      quote.suffix(from: place.upperBound, count: anchor.suffix.unicodeScalars.count) == anchor.suffix
    }
    let both = places.filter { hasPrefix($0) && hasSuffix($0) }
    if !both.isEmpty { return both.count == 1 ? both[0] : nil }
    let one = places.filter { !anchor.prefix.isEmpty && hasPrefix($0) || !anchor.suffix.isEmpty && hasSuffix($0) }
    return one.count == 1 ? one[0] : nil
  }
}
