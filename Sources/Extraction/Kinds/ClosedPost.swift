/// Hạt trưởng kiểm lâm huyện Diễn Lâm cho biết · - giám thị trại tạm giam Công an tỉnh - · (phó trung đoàn trưởng quân sự)
///
///     NAME (, | - | "(") <post> small words of its body (, | - | ")" | verb)
///
/// Behind a name, what stands between the mark before a post and the mark behind it is the post, also where its words are in no list.
/// A dash or a bracket that its fellow closes also encloses commas: `- phó vụ trưởng Vụ Giám sát, thẩm định -`.
struct ClosedPost {
  let text: TokenizedText
  /// The mark behind the name, nil where the name stands behind the post: `Chủ tịch … , ông A`.
  let opening: TokenKind?
  /// The title's word for the body stands once more, `Đội phó Đội`: its name follows, whatever verb that begins with.
  let isBare: Bool
  /// A body's name goes on for no more tokens.
  static let longest = 26

  /// The token after the post that begins at `first` and was read up to `end`; `end` where nothing more belongs to it.
  static func end(_ text: TokenizedText, first: Int, titleEnd: Int, end: Int, isComplete: Bool) -> Int {
    guard text.isJoined(end), !isReporters(text, end) else { return end }
    guard goesOn(text, end) else {
      guard text[end].kind == .word || text[end].kind == .comma, isBehindName(text, first) else { return end }
      return ClosedPost(text: text, opening: text[first - 1].kind, isBare: false).readToVerb(end, from: end) ?? end
    }
    let isBare = end == titleEnd + 1 && (first..<titleEnd).contains { text.fold($0) == text.fold(titleEnd) }
    guard isBehindName(text, first) else {
      if text.beginsSentence(first) || text[first - 1].kind == .comma {
        return ClosedPost(text: text, opening: nil, isBare: isBare).read(end) ?? endOfOwningBody(text, first, end)
      }
      return endBeforeBearer(text, first, end) ?? end
    }
    // Giám đốc Công an tỉnh | phụ trách Đảng bộ huyện
    if end > titleEnd, isCharge(text, end), text[end + 2].isCapitalized { return end }
    // "A, Thủ tướng bận công tác", "A, điều tra viên này cho biết", "A, Chủ tịch UBND huyện về tội tham ô"
    if isComplete, text[end].shape == .lower, text[first - 1].kind != .dash, !belongsToState(text, end) { return end }
    if end == titleEnd ? text.isKeyword(end, .this) : text.isKeyword(end, .about) && endsInLevel(text, end - 1) { return end }
    guard let closed = ClosedPost(text: text, opening: markBefore(text, first), isBare: isBare).read(end) else {
      return isBare ? titleEnd : endOfOwner(text, end)
    }
    let larger = OrganizationReader.endOfLargerUnits(text, at: closed)
    return larger > closed + 2 && isMark(text, larger) ? larger : closed
  }

  /// `phó hiệu trưởng | phụ trách chuyên môn`
  static func isCharge(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.predicate, at: index).map { text.item(.predicate, $0).phrase.equals("phụ trách") } ?? false
  }

  /// `tổng thống | mới đắc cử của Chile`, `thủ hiến | bang Victoria`, `tham mưu trưởng | không quân`
  private static func belongsToState(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .of) || text.isKeyword(index, .newly) || isCharge(text, index) || text.match(.placeHead, at: index) != nil
      || text.match(.body, at: index) != nil
  }

  /// `phát ngôn viên | của ông Trump`, `cố vấn | của Tổng thống Nga Putin`: who holds the post works for a person with a name.
  static func isOwned(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isKeyword(index, .of) || text.isKeyword(index, .forWhom), text.isJoined(index + 1) else { return false }
    let owner = text.match(.honorific, at: index + 1)?.end ?? Position.read(text, at: index + 1)?.end ?? index + 1
    guard text.isJoined(owner), NameShape.isNameToken(text, owner), text.match(.body, at: owner) == nil else { return false }
    if owner == index + 1 { return NameShape.beginsName(text, owner) || NameShape.isForeignWord(text, owner) }
    return text.longestPlace(at: owner) == nil
  }

  /// `Chủ tịch Hội đồng thành viên | của VATM gửi văn bản`
  private static func endOfOwner(_ text: TokenizedText, _ end: Int) -> Int {
    let owner = end + 1
    guard text.isKeyword(end, .of), text.isJoined(owner), text[owner].kind == .word, text[owner].shape == .upper,
      text[owner].end - text[owner].start > 2, !text[owner + 1].isCapitalized
    else { return end }
    return owner + 1
  }

  /// `, Tổ phó Tổ công tác Đề án | của Chính phủ -`: the body behind the second post of a list, up to a mark or a verb.
  private static func endOfOwningBody(_ text: TokenizedText, _ first: Int, _ end: Int) -> Int {
    guard text[first - 1].kind == .comma, text.isKeyword(end, .of), text[end + 1].isCapitalized, text.match(.body, at: end + 1) != nil,
      let body = OrganizationReader.end(text, at: end + 1)
    else { return end }
    return closesApposition(text, body) ? body : end
  }

  /// `theo phát ngôn viên | của lực lượng hải quân, trung tá A`, `tiếp Tổng Giám đốc Hãng thông tấn Nga ITAR | – TASS, ngài B`: in
  /// mid-sentence up to the comma before the bearer, in words without a number.
  private static func endBeforeBearer(_ text: TokenizedText, _ first: Int, _ end: Int) -> Int? {
    let opener =
      [Keyword.of, .atPlace, .belong].contains { text.isKeyword(end, $0) } || text.isKeyword(end, .about) && text[end + 1].isCapitalized
    guard !text.isKeyword(first - 1, .passive), !text.isKeyword(first - 1, .suffered), text[end].kind != .number,
      text[end].shape == .upper || text[end].kind == .dash || text[end].shape == .lower && (opener || !text.isListed(end, .stopWord)),
      let closed = ClosedPost(text: text, opening: nil, isBare: false).read(end), text[closed].kind == .comma,
      (end..<closed).allSatisfy({ index in
        text[index].kind != .number && text.match(.honorific, at: index).map { text[$0.end].isCapitalized } != true
      })
    else { return nil }
    return closed
  }

  /// A place or the word for its level: `UBND tỉnh`, `UBND huyện Thanh Thủy`.
  private static func endsInLevel(_ text: TokenizedText, _ last: Int) -> Bool {
    text.match(.placeHead, at: last) != nil || (last - 2...last).contains { text.longestPlace(at: $0)?.end == last + 1 }
  }

  private static func isMark(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .dash, .openParenthesis, .closeParenthesis, .semicolon: true
    default: text.match(.nameLabel, at: index) != nil || text.match(.predicate, at: index) != nil
    }
  }

  /// A mark, a verb of saying, or `và` behind an apposition.
  static func closesApposition(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .dash, .closeParenthesis, .semicolon, .period: true
    default: isSaying(text, index) || text.isKeyword(index, .and)
    }
  }

  /// `trường THPT tư thục | Lê Lợi`, `tại Trung tâm Nghiên cứu | James Martin`: behind the word for a firm or a school, and behind a body's
  /// that the post does not lead, a person's name up to a mark is theirs.
  static func ownsCapitals(_ text: TokenizedText, _ index: Int) -> Bool {
    let behind = text[index + NameShape.runLength(text, index)]
    guard behind.kind != .word || behind.gap >= .line else { return false }
    return (max(index - 8, 1)..<index).contains { first in
      let isInside = [Keyword.atPlace, .inPlace, .belong, .of].contains { text.isKeyword(first - 1, $0) }
      let body = isInside ? text.match(.body, at: first).flatMap { text.item(.body, $0).field1.equals("head") ? $0.end : nil } : nil
      // Lao động holds no động
      let named = text.match(.placeHead, at: first).flatMap {
        text.placeHeadKind($0) == .named && !($0.end == first + 1 && text[first - 1].shape == .capital) ? $0.end : nil
      }
      guard let end = body ?? named, end <= index else { return false }
      // giám đốc Công ty Vận tải | Thạnh Lợi Phát,
      let isFirm = text.match(.placeHead, at: first).map { text.item(.placeHead, $0).phrase.begins(with: "công ty") } == true
      return (end..<index).allSatisfy { text[$0].shape != .capital || isInside || isFirm && text.isListed($0, .organizationWord) }
    }
  }

  private static func goesOn(_ text: TokenizedText, _ end: Int) -> Bool {
    switch text[end].kind {
    case .word:
      switch text[end].shape {
      case .lower: !OrganizationReader(text, end).isJustDoing
      case .upper, .mixed: true
      default: text.match(.body, at: end).map { $0.end > end + 1 } == true || ownsCapitals(text, end)
      }
    case .dash, .number: true
    default: false
    }
  }

  /// A mark, and capitals or the bracket of an age before it.
  static func isBehindName(_ text: TokenizedText, _ post: Int) -> Bool {
    let first = firstWithRank(text, post)
    guard text.isJoined(first), text.isJoined(first - 1) || text[first - 1].kind == .openParenthesis else { return false }
    // Trưởng phòng PC07 kiêm | Chỉ huy trưởng lực lượng tại chỗ
    if text.isKeyword(first - 1, .concurrently) { return true }
    switch text[first - 1].kind {
    case .comma, .semicolon, .openParenthesis: break
    case .dash: guard text[first].gap == .space, text[first - 1].gap == .space else { return false }
    default: return false
    }
    if text.isKeyword(first - 2, .age) && text[first - 3].kind == .number || isYearOfBirth(text, first - 2) { return true }
    let before = text[first - 2]
    return before.kind == .closeParenthesis || before.isCapitalized || before.kind == .abbreviation || endsHyphened(text, first - 2)
  }

  /// The mark that opens the apposition: the bracket too where an age stands between it and the post, `(43 tuổi, | phó giám đốc …)`.
  private static func markBefore(_ text: TokenizedText, _ post: Int) -> TokenKind {
    let first = firstWithRank(text, post)
    guard text[first - 1].kind == .comma else { return text[first - 1].kind }
    let open = (max(first - 6, 1)..<first - 2).last { text[$0].kind == .openParenthesis }
    guard let open, text.isKeyword(first - 2, .age) || isYearOfBirth(text, first - 2), (open + 1..<first).allSatisfy({ text.isJoined($0) })
    else {
      return .comma
    }
    return .openParenthesis
  }

  /// `(53 tuổi, | cựu đại tá, cựu chủ tịch`: where the rank begins that stands before the post.
  private static func firstWithRank(_ text: TokenizedText, _ post: Int) -> Int {
    guard text[post - 1].kind == .comma,
      let rank = (max(post - 4, 1)..<post).first(where: { text.match(.rank, at: $0)?.end == post - 1 })
    else { return post }
    return Position.isTenure(text, rank - 1) ? rank - 1 : rank
  }

  /// `Jung Youn-kuk`, `Kim Hyok - chol`
  private static func endsHyphened(_ text: TokenizedText, _ last: Int) -> Bool {
    text[last].shape == .lower && text[last - 1].kind == .dash && text[last - 1].gap == text[last].gap && text[last - 2].isCapitalized
  }

  /// `(SN 1971`, `sinh năm 1971`
  private static func isYearOfBirth(_ text: TokenizedText, _ year: Int) -> Bool {
    guard text[year].kind == .number else { return false }
    let word = text.isKeyword(year - 1, .year) ? year - 2 : year - 1
    return text.isKeyword(word, .born) || text.isKeyword(word, .bornShort)
  }

  private func read(_ start: Int) -> Int? {
    var first = start
    // người phát ngôn | Tổng thống Philippines
    if let inner = text.match(.post, at: start), isOffice(start) { first = inner.end }
    if opening == .dash || opening == .openParenthesis, let end = read(first, from: start, isPaired: true) { return end }
    if opening == .dash, let end = readToVerb(first, from: start) { return end }
    return read(first, from: start, isPaired: false) ?? readToVerb(first, from: start)
  }

  /// - Parameter isPaired: the mark that opened is closed by its fellow; else by a comma, a verb, the end of the sentence.
  private func read(_ first: Int, from start: Int, isPaired: Bool) -> Int? {
    var index = first
    while index <= start + ClosedPost.longest {
      if !text.isJoined(index), text[index].kind != .closeParenthesis {
        return isPaired || opening == nil || joins(index - 1) ? nil : index
      }
      if index > start, closes(index, isPaired) { return joins(index - 1) ? nil : index }
      if ClosedPost.isOwned(text, index) { return index }
      guard let next = endOfPiece(index, isPaired) else { return nil }
      index = next
    }
    return nil
  }

  private func closes(_ index: Int, _ isPaired: Bool) -> Bool {
    if opening == nil { return (text[index].kind == .comma || text[index].kind == .colon) && isBearer(index + 1) }
    switch text[index].kind {
    case .comma: return isPaired ? isOffice(index + 1) : endOfSecondField(index) == nil
    case .semicolon: return !isPaired
    case .period: return !isPaired && endsSentence(index)
    case .dash: return isSpaced(index) && (opening == .dash ? isPaired : beginsNote(index + 1))
    case .openParenthesis: return !isPaired && endOfBrackets(index) == nil
    case .closeParenthesis: return true
    case .word where joinsAnother(index): return true
    default: return !isPaired && opening != .openParenthesis && (isLabel(index) || beginsPredicate(index) || beginsDayOrAct(index))
    }
  }

  /// `tập đoàn quốc phòng MBDA | hôm nay tuyên bố`, `bang Texas | ngày 20/7 tổ chức`, `Công ty địa ốc Hoàng Quân | ký gửi`
  private func beginsDayOrAct(_ index: Int) -> Bool {
    text[index - 1].isCapitalized
      && (text.isKeyword(index, .dayOf) || text.isKeyword(index, .day) && text[index + 1].kind == .number
        || text.match(.issuing, at: index) != nil)
  }

  /// `ông Brian Hook`, `Đại tá Trần Văn Ba`
  func isBearer(_ index: Int) -> Bool {
    guard text.isJoined(index), let title = text.match(.honorific, at: index) ?? text.match(.rank, at: index) else { return false }
    return NameShape.isNameToken(text, title.end) && NameShape.isNameToken(text, title.end + 1)
  }

  /// `Hiệu trưởng Trường A | - PV)`: the reporter's note.
  private static func isReporters(_ text: TokenizedText, _ dash: Int) -> Bool {
    text[dash].kind == .dash && text[dash + 1].shape == .upper && text.match(.honorific, at: dash + 1)?.end == dash + 2
      && text[dash + 2].kind == .closeParenthesis
  }

  /// `- Ảnh: …`, `- người đã …`, `- một cửa hàng …`, `- chủ đầu tư dự án`: what follows the dash is no more of the post.
  func beginsNote(_ index: Int) -> Bool {
    text.isKeyword(index, .photo) || text.isKeyword(index, .people) || text.isKeyword(index, .one) || text.match(.post, at: index) != nil
  }

  /// `phó giám đốc Sở X | và bà B`, `phó giám đốc | kiêm thủ quỹ`
  private func joinsAnother(_ index: Int) -> Bool {
    if text.isKeyword(index, .concurrently) { return true }
    guard text.isKeyword(index, .and) else { return false }
    return text.isKeyword(index + 1, .isVerb) || text.match(.honorific, at: index + 1) != nil || text.match(.rank, at: index + 1) != nil
      || isOffice(index + 1)
      || NameShape.beginsName(text, index + 1)
  }

  private func endsSentence(_ index: Int) -> Bool {
    (text[index - 1].shape == .lower || text[index - 1].kind != .word || text[index - 1].end - text[index - 1].start > 2)
      && (text[index + 1].gap >= .line || text.beginsSentence(index + 1))
  }

  func isSpaced(_ dash: Int) -> Bool { text[dash].gap == .space && text[dash + 1].gap == .space }
}
