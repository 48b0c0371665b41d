/// What makes a run of capitals a street or a place, and no person.
extension NameEvidence {
  /// `số 5 Trần Thánh Tông`: a street behind the number of a house.
  var isAddress: Bool {
    guard text[start].gap <= .space else { return false }
    // Hoa hậu Đại dương 2017 Lê Thị Ba
    if text.year(at: start - 1) != nil, !text.isKeyword(start - 2, .number) { return false }
    if text[start - 1].kind == .number || text[start - 1].kind == .code { return !isRanked }
    // số 5, | Trần Thánh Tông, Hà Nội
    if text[start - 1].kind == .comma, text[start - 2].kind == .number, text.isKeyword(start - 3, .number), text[limit].kind == .comma {
      return true
    }
    // (đoạn Phạm Hùng giao Xuân Thủy), trên đoạn Khuất Duy Tiến, but giai đoạn Quang Hải ngồi dự bị
    if text.isKeyword(start - 1, .periodTail),
      text[start - 2].kind != .word || text.isKeyword(start - 2, .street) || text.isKeyword(start - 2, .above)
    {
      return true
    }
    // `quê Thiệu Dương`, `tại Phước Long`: a place that no list has.
    if text.isKeyword(start - 1, .homeTown) || text.isKeyword(start - 1, .reside) || text.isKeyword(start - 1, .stay) { return true }
    // ở Hồng Thái Tây, thị xã Đông Triều
    let isBeforeComma = limit - start == 3 && text[limit].kind == .comma && !NameEvidence.ageFollows(text, limit)
    return (limit - start == 2 || isBeforeComma) && (text.isKeyword(start - 1, .atPlace) || text.isKeyword(start - 1, .inPlace))
  }

  /// `mặt tiền là 48 Hoàng Hoa Thám`, `tại 12 Lý Tự Trọng`: the street is called so in the whole article.
  var isHouseOfStreet: Bool {
    guard limit - start >= 2, text[start - 1].kind == .number || text[start - 1].kind == .code, isAddress else { return false }
    return text[start - 2].kind == .openParenthesis
      || [Keyword.number, .atPlace, .inPlace, .isVerb, .house].contains { text.isKeyword(start - 2, $0) }
  }

  /// `thủ thành số 1 Dương Hồng Sơn`: the number of a person.
  private var isRanked: Bool {
    text.isKeyword(start - 2, .number)
      && (max(start - 5, 1)..<max(start - 2, 1)).contains { text.match(.honorific, at: $0, limit: start - 2)?.end == start - 2 }
  }

  var isStreetLike: Bool { previousRole == .place || previousRole == .thing }

  /// The run goes on a list of streets, schools or ships: `các tuyến đường Trần Quốc Toản, Nguyễn Chí Thanh`.
  var isListedThing: Bool { beforeComma == .thing && trigger == .none && !NameEvidence.ageFollows(text, limit) }
}
