/// What makes a lone capital behind a word for a person the beginning of another phrase, and no name.
extension NameEvidence {
  /// `sàm sỡ bé gái: Phẫn nộ sai cách`, `đàn chị Trong một chương trình`, `khách hàng Bình luận`; not `ông Cho nói`.
  var beginsClause: Bool {
    if text[start - 1].kind == .colon { return true }
    // Họ và tên⏎Cấp bậc
    if text.isKeyword(start - 1, .namedWord), text[start].gap == .line { return true }
    // được bầu | Dũng sĩ
    if text.match(.honorific, at: start).map({ $0.end > limit && !NameShape.isBirth(text, $0.end - 1) }) == true { return true }
    if text.isSmallWord(start, "function"), text.isVietnamese(start), !NameShape.isGivenName(text, start),
      !text.isKeyword(start - 1, .mister), !text.isKeyword(start - 1, .lady)
    {
      return true
    }
    return text.match(.honorific, at: start - 2)?.end == start && text.beginsLongPhrase(at: start)
      && NameShape.beginsOfOtherPhrase(text, start)
  }

  /// `gia phả họ | Đặng Trần`: two syllables that a family is called by; not `anh họ Lê Nam`.
  var isClan: Bool {
    limit - start == 2 && trigger == .none && text[start].gap == .space && text[start - 1].end - text[start - 1].start == 4
      && text.match(.unit, at: start - 1).map { text.item(.unit, $0).phrase.equals("họ") } == true
      && text.match(.honorific, at: start - 2) == nil
  }

  /// `tiến sĩ khoa | Nhâm Thân`
  var isYearOfCycle: Bool { text.match(.canChi, at: start)?.end == limit && (trigger == .none || trigger == .job) }

  /// `PV | Thanh Niên`, `phóng viên | Tuổi Trẻ`: for whom they write, in two syllables that are a noun.
  var isPaperOfReporter: Bool {
    text.match(.unit, at: start)?.end == limit
      && [start - 1, start - 2].contains { first in
        text.match(.honorific, at: first).map {
          $0.end == start && ["pv", "phóng viên"].contains { [title = text.item(.honorific, $0).phrase] in title.equals($0) }
        } == true
      }
  }

  /// `BỊ CÁO | CẦM ĐẦU | LĨNH 9 NĂM TÙ`: in a heading in capitals a word or a phrase behind the title says nothing of a name.
  var isHeading: Bool {
    text[start].shape == .upper && text[start - 1].shape == .upper && text[start].gap == .space
      && (limit == start + 1 || limit == start + 2 && NameShape.surname(text, start) == nil || text.match(.predicate, at: start) != nil)
  }

  /// `các loại tội phạm | Buôn lậu`
  var beginsVerb: Bool {
    limit == start + 1 && trigger == .accused && text[limit].shape == .lower
      && text.match(.predicate, at: start).map { $0.end > limit } == true
  }
}
