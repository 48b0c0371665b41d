/// What makes a lone capital behind a word for a person the beginning of another phrase, and no name.
extension NameEvidence {
  /// `sàm sỡ bé gái: Phẫn nộ sai cách`, `đàn chị Trong một chương trình`, `khách hàng Bình luận`; not `ông Cho nói`.
  var beginsClause: Bool {
    if text[start - 1].kind == .colon { return true }
    if text.isSmallWord(start, "function"), text.isVietnamese(start), !NameShape.isGivenName(text, start),
      !text.isKeyword(start - 1, .mister), !text.isKeyword(start - 1, .lady)
    {
      return true
    }
    return text.match(.honorific, at: start - 2)?.end == start && text.beginsLongPhrase(at: start)
      && NameShape.beginsOfOtherPhrase(text, start)
  }

  /// `các loại tội phạm | Buôn lậu`
  var beginsVerb: Bool {
    limit == start + 1 && trigger == .accused && text[limit].shape == .lower
      && text.match(.predicate, at: start).map { $0.end > limit } == true
  }
}
