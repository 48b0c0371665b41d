/// Công an huyện Krông Pắk, | tỉnh Đắk Lắk · Cục A03, | Bộ Công an · Huyện ủy Con Cuông, | Nghệ An · xã Ea Sar, | Ea Kar, Đắk Lắk
///
///     BODY {, (<level> PLACE | larger BODY | [PLACE,] PROVINCE)}
///
/// A comma that only names the larger unit.
extension OrganizationReader {
  /// A body's name and what it lies in hold no more tokens between two commas.
  private static let longest = 9

  /// The token after the larger units behind the comma at `start`; `start` when none is named there.
  static func endOfLargerUnits(_ text: TokenizedText, at start: Int) -> Int {
    var reader = OrganizationReader(text, start)
    reader.isAfterPost = true
    while reader.takeLargerUnit() {}
    return reader.index
  }

  /// Steps over the comma and the unit behind it.
  mutating func takeLargerUnit() -> Bool {
    guard text[index].kind == .comma, text.isJoined(index + 1) else { return false }
    let comma = index
    index += 1
    if takeHigherLevel(behind: comma) || takeCity(behind: comma) || takeProvince(behind: comma) { return true }
    index = comma + 1
    if takeLargerBody() || takeHospital(behind: comma) { return true }
    index = comma
    return false
  }

  /// `Tòa án nhân dân khu vực 2 | - Sơn La`, `Công ty CP Bia Hà Nội | - Thái Bình`: a region or a firm called by two places.
  mutating func takeRegionPlace() -> Bool {
    guard text[index].kind == .dash, text[index].gap == .space, text[index + 1].shape != .lower,
      (max(index - 4, start)..<index).contains(where: { text.isKeyword($0, .regionTail) })
        || isAfterPost && (start..<index).contains(where: { text.match(.body, at: $0).map { text.bodyKind($0) == .other } == true })
          && text.longestPlace(at: index - 2)?.end == index
          && (max(index - 5, start)..<index - 2).contains(where: { text[$0].shape == .upper }),
      let place = text.longestPlace(at: index + 1)
    else { return false }
    index = place.end
    return true
  }

  /// `Chủ tịch UBND xã | Tân Lý Đông, huyện Châu Thành`: the district behind the comma makes a commune of what could be a person, and so does
  /// the end of the bracket, `(29 tuổi, công an viên phường | Châu Văn Liêm)`.
  var liesInDistrict: Bool {
    let comma = index + NameShape.runLength(text, index)
    // Phan Văn A (nguyên Chủ tịch UBND xã | Vĩnh Hội Đông, nhiệm kỳ 2016-2021)
    if text[comma].kind == .comma, text.isKeyword(comma + 1, .term), text.isKeyword(comma + 2, .termTail) {
      return (max(start - 5, 1)..<start).contains { text[$0].kind == .openParenthesis }
    }
    if text[comma].kind == .closeParenthesis { return level(index - 1).map { $0 < 4 } == true }
    guard text[comma].kind == .comma, text.isJoined(comma + 1), let below = level(index - 1), let above = level(comma + 1) else {
      return false
    }
    return above > below && above < 5
  }

  /// `xã Ea Sar, | huyện Ea Kar, | tỉnh Đắk Lắk`; `huyện A, huyện B` is a list.
  private mutating func takeHigherLevel(behind comma: Int) -> Bool {
    if let level = level(index), let below = highestLevel(before: comma), level <= below { return false }
    if takeAdministrative(), index > comma + 2 { return true }
    index = comma + 1
    return false
  }

  /// `UBND quận 1, | TP.HCM`: the city in one abbreviation behind a place with its word.
  private mutating func takeCity(behind comma: Int) -> Bool {
    guard text[index].shape == .upper, let city = text.longestPlace(at: index), city.end == index + 1,
      text[index].end - text[index].start > 4, highestLevel(before: comma) != nil
    else { return false }
    index = city.end
    return true
  }

  /// `Bí thư Huyện ủy Con Cuông, | Nghệ An xác nhận`, behind a smaller place or an institution; `Công an huyện Mai Sơn, | Sơn La`.
  private mutating func takeProvince(behind comma: Int) -> Bool {
    guard isAfterPost ? isLocal(comma) : isDistrictBody(comma) else { return false }
    if let end = endOfProvince(index) {
      guard closesPost(end) else { return false }
      index = end
      return true
    }
    guard let smaller = endOfSmallerPlace(index), text.isJoined(smaller + 1), let end = endOfProvince(smaller + 1), closesPost(end) else {
      return false
    }
    index = end
    return true
  }

  /// `Hà Nội`, `TP. Hà Nội`, `tỉnh Sơn La`
  private func endOfProvince(_ start: Int) -> Int? {
    var name = start
    if level(start) == 5, let head = text.match(.placeHead, at: start) { name = text[head.end].kind == .period ? head.end + 1 : head.end }
    guard text[name].isCapitalized, let province = text.match(.province, at: name) else { return nil }
    return text.longestPlace(at: name)?.end == province.end ? province.end : nil
  }

  /// `Ea Kar`, a comma behind it: a listed place, or two capitals that are no person's name.
  private func endOfSmallerPlace(_ start: Int) -> Int? {
    guard text[start].shape == .capital else { return nil }
    let end = text.longestPlace(at: start)?.end ?? start + NameShape.runLength(text, start)
    return end - start <= 3 && text[end].kind == .comma && !NameShape.beginsName(text, start) ? end : nil
  }

  /// Whether what stands before the comma is smaller than a province: a district, a commune, a school, a hospital.
  private func isLocal(_ comma: Int) -> Bool {
    var isLocal = false
    for token in tokens(before: comma) {
      if let province = text.match(.province, at: token), province.end == comma { return false }
      if isLocal { continue }
      isLocal =
        level(token).map { $0 < 5 } ?? text.match(.placeHead, at: token).map { text.item(.placeHead, $0).field1.equals("named") }
        ?? isDistrict(token)
    }
    return isLocal
  }

  /// `Công an huyện Mai Sơn`, not `các huyện Mai Sơn`
  private func isDistrictBody(_ comma: Int) -> Bool {
    tokens(before: comma).contains { token in level(token).map { $0 < 5 } == true && !text.isKeyword(token - 1, .the) && token > start }
      && isLocal(comma)
  }

  private func isDistrict(_ token: Int) -> Bool {
    text[token].isCapitalized && text.match(.place, at: token).map { text.item(.place, $0).field1.equals("district") } ?? false
  }

  /// Whether the post that ends here goes over into the sentence: at a mark, a verb, its bearer. A second province makes a list.
  private func closesPost(_ end: Int) -> Bool {
    let next = text[end]
    if next.gap >= .line { return true }
    switch next.kind {
    case .comma: return endOfProvince(end + 1) == nil
    case .dash: return next.gap == .space
    case .word where next.shape == .lower: return !isJoining(end) && !isSubjectOfReport
    case .word: return NameShape.beginsName(text, end) || text.match(.rank, at: end) != nil
    default: return true
    }
  }

  private func isJoining(_ token: Int) -> Bool {
    text.isKeyword(token, .and) || text.isKeyword(token, .or) || text.isKeyword(token, .with)
  }

  /// `Theo ông A, Chủ tịch UBND huyện B, | Nghệ An đã …`: the province is what the report tells of; not `Theo VOV, ông A, …`.
  private var isSubjectOfReport: Bool {
    var opening = start - 1
    while opening > 1, start - opening < 24, !text.beginsSentence(opening), !text.isKeyword(opening, .according) { opening -= 1 }
    guard text.isKeyword(opening, .according) else { return opensClause(opening) }
    let source = opening + 1
    return text.match(.honorific, at: source) != nil || text.match(.rank, at: source) != nil || text.match(.post, at: source) != nil
      || NameShape.beginsName(text, source) || NameShape.isForeignPerson(text, at: source)
  }

  /// `Sau nhiều giờ khám xét nhà ông A, …, CQĐT đã`, `Với sự hỗ trợ | của ông A, …, Công an huyện đã`, `Nhận tin báo | của bà B, …`, `Đối với
  /// ông C, …`: no subject stands before the comma.
  private func opensClause(_ opening: Int) -> Bool {
    guard text.beginsSentence(opening) else { return false }
    if text.isKeyword(opening, .toward), text.isKeyword(opening + 1, .with) { return true }
    let opens =
      [Keyword.with, .from, .after, .before, .passive, .about].contains { text.isKeyword(opening, $0) }
      || text.match(.predicate, at: opening) != nil
    guard opens else { return false }
    return (opening..<start).contains { text.isKeyword($0, .of) || text.isKeyword($0, .from) }
      || (opening..<start).count { text[$0].kind == .comma } == 1
  }

  private mutating func takeLargerBody() -> Bool {
    let comma = index - 1
    guard let match = text.match(.body, at: index), !isOrganOfLevel(before: comma) || !isAfterPost,
      match.end > index + 1 || text[index].shape == .upper || isDepartmentOfTeam || isBureau(match, behind: comma),
      text[index].shape != .lower || isDepartmentOfTeam
        || isAfterPost && text[index + 1].isCapitalized && text.item(.body, match).field1.equals("issuer"),
      text.match(.post, at: index).map({ $0.end > match.end && text.item(.post, $0).field1.equals("role") }) != false,
      !text.item(.body, match).field1.equals("unit") || isDepartmentOfTeam || isForceOfPlace(match), isLarger(text.item(.body, match)),
      !isSharedSubject(match.end),
      takeBody()
    else { return false }
    extend()
    // Theo ông A, Chủ tịch UBND xã, | Công an huyện đã bắt; but Theo ông A, Trưởng phòng, Sở Y tế | cho biết
    guard isAfterPost, text[index].kind == .word, text[index].shape == .lower, text.isJoined(index), isSubjectOfReport else { return true }
    return text.match(.nameLabel, at: index) != nil && highestLevel(before: comma) == nil
  }

  /// `Chủ tịch UBND huyện | , Công an tỉnh`, `Phó Trưởng Công an huyện | , Đội Cảnh sát giao thông`: no part of another body; but `Chánh
  /// Văn phòng Đoàn ĐBQH, UBND | , HĐND`, `Ủy viên Bộ Chính trị | , Ban Bí thư`.
  private func isOrganOfLevel(before comma: Int) -> Bool {
    if text[comma - 1].shape == .upper, text[comma + 1].shape == .upper { return false }
    return tokens(before: comma).contains { token in
      if level(token) == 1 { return true }
      guard let body = text.match(.body, at: token), text[token].isCapitalized || !text.isKeyword(token, .boardTail) else { return false }
      let phrase = text.item(.body, body).phrase
      return OrganizationReader.organs.contains { phrase.begins(with: $0) }
        && !OrganizationReader.parts.contains { phrase.begins(with: $0) }
        || text.isKeyword(body.end - 1, .committeeTail)
    }
  }

  private static let organs: [StaticString] = [
    "ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "công an", "sở", "bộ", "chính phủ", "quốc hội", "tỉnh ủy", "thành ủy",
  ]
  /// `Bộ Tư lệnh Cảnh sát cơ động | , Bộ Công an`
  private static let parts: [StaticString] = ["bộ chính trị", "bộ tư lệnh", "bộ chỉ huy", "bộ tham mưu"]

  /// `Phó Đội trưởng Đội 3, | Phòng Cảnh sát hình sự`, `Trạm trưởng trạm CSGT Hòa Hiệp, | phòng Cảnh sát giao thông`
  private var isDepartmentOfTeam: Bool {
    guard isAfterPost, text.isKeyword(index, .room), text[index].isCapitalized || text[index + 1].isCapitalized,
      let body = text.match(.body, at: start)
    else { return false }
    let phrase = text.item(.body, body).phrase
    return phrase.begins(with: "đội") || phrase.begins(with: "trạm")
  }

  /// `Đồn trưởng Đồn Biên phòng Nhôn Mai, | BĐBP tỉnh Nghệ An`
  private func isForceOfPlace(_ body: PhraseMatch) -> Bool {
    isAfterPost && text[index].shape == .upper && (text.match(.province, at: body.end) != nil || isLevel(body.end))
  }

  /// `Phó Trưởng phòng Tham mưu, | Cục Cảnh sát giao thông`: a department's bureau.
  private func isBureau(_ body: PhraseMatch, behind comma: Int) -> Bool {
    isAfterPost && text[index + 1].isCapitalized && text.item(.body, body).phrase.begins(with: "cục")
      && tokens(before: comma).contains { text.isKeyword($0, .room) }
  }

  /// `Bí thư Đảng ủy phường A, | Công an và UBND phường đã xin lỗi`
  private func isSharedSubject(_ end: Int) -> Bool { isAfterPost && text.isKeyword(end, .and) && text.match(.body, at: end + 1) != nil }

  /// `Trưởng khoa Hồi sức, | bệnh viện Đa khoa tỉnh`: of a faculty, also in small letters.
  private mutating func takeHospital(behind comma: Int) -> Bool {
    guard isAfterPost, text[index].shape == .lower, tokens(before: comma).contains(where: { text.isKeyword($0, .faculty) }),
      let head = text.match(.placeHead, at: index), text.item(.placeHead, head).field1.equals("named"),
      (index + 1...head.end).contains(where: { text[$0].isCapitalized }),
      takeBody()
    else { return false }
    extend()
    return true
  }

  /// Ministries, offices of the Party and provincial bodies stand above what came before the comma; behind a post any body does.
  private func isLarger(_ item: LexiconItem) -> Bool {
    item.field1.equals("issuer") || item.field1.equals("abbreviation") || isAfterPost
  }

  /// The tokens between the comma and the mark before it.
  private func tokens(before comma: Int) -> Range<Int> {
    var first = comma
    while first > max(comma - OrganizationReader.longest, 1), text.isJoined(first), text[first - 1].kind != .comma,
      text[first - 1].kind != .openParenthesis, text[first - 1].kind != .period
    {
      first -= 1
    }
    return first..<comma
  }

  private func highestLevel(before comma: Int) -> Int? { tokens(before: comma).compactMap(level).max() }

  /// The level of the place whose word begins at the token, from a village, 1, to a province or a city of that level, 5.
  private func level(_ token: Int) -> Int? {
    guard let head = text.match(.placeHead, at: token) else { return nil }
    let digits = text.item(.placeHead, head).field2
    guard digits.count == 1 else { return nil }
    let level = Int(digits.start.pointee) - Int(UInt8(ascii: "0"))
    return level == 4 && isCentral(text[head.end].kind == .period ? head.end + 1 : head.end) ? 5 : level
  }

  /// Hà Nội, TP.HCM; thành phố Cà Mau lies in the province of its name.
  private func isCentral(_ place: Int) -> Bool {
    guard let city = text.match(.province, at: place) else { return false }
    let kind = text.item(.province, city).field1
    return kind.equals("city") || kind.equals("variant")
  }
}
