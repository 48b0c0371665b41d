/// - giám đốc bộ phận hỗ trợ sinh viên - đưa ra · , giám đốc Ban duy tu các công trình, cho biết
///
///     NAME - <post> any words - VERB · NAME, <post> any words, VERB of saying
extension ClosedPost {
  /// `- giám đốc bộ phận | hỗ trợ sinh viên, Pearson Education | - đưa ra`, `, giám đốc Ban | duy tu các công trình |, cho biết`: whatever
  /// stands between two dashes before a verb, or two commas before one of saying, where nobody else is named.
  func readToVerb(_ first: Int, from start: Int) -> Int? {
    guard let end = markBeforeVerb(first, from: start) else { return nil }
    var index = first
    while index < end {
      switch text[index].kind {
      case .comma where !text[index + 1].isCapitalized && text.match(.body, at: index + 1) == nil && !isField(index + 1): return nil
      case .comma where text.match(.post, at: index + 1) != nil: return nil
      case .word where isLabel(index) || isBearer(index) || isOtherPerson(index) || isOfClause(index): return nil
      case .openParenthesis:
        guard let behind = endOfBrackets(index) else { return nil }
        index = behind
        continue
      case .word, .comma, .number, .abbreviation, .code, .dash: break
      default: return nil
      }
      index += 1
    }
    return end
  }

  /// The mark that closes the apposition, where a verb follows it; looked for first, as few have one.
  private func markBeforeVerb(_ first: Int, from start: Int) -> Int? {
    guard opening == .dash || opening == .comma else { return nil }
    var index = first
    while index <= start + ClosedPost.longest, text.isJoined(index) {
      switch text[index].kind {
      case .dash where isSpaced(index):
        return opening == .dash && index > first && resumes(index + 1) ? index : nil
      case .comma where opening == .comma:
        return index > first && (isLabel(index + 1) || text.isKeyword(index + 1, .already)) ? index : nil
      case .openParenthesis:
        guard let end = endOfBrackets(index) else { return nil }
        index = end
      case .word, .comma, .number, .abbreviation, .code, .dash: index += 1
      default: return nil
      }
    }
    return nil
  }

  /// `Barack Obama`, `Nguyễn Văn Ba`, not `xã | Diễn Tháp`, `Hợp tác xã | Dịch vụ thuỷ sản`
  private func isOtherPerson(_ index: Int) -> Bool {
    isPerson(index) && (!text.isVietnamese(index) || NameShape.runLength(text, index) >= 3)
  }

  private func resumes(_ index: Int) -> Bool {
    isLabel(index) || beginsPredicate(index) || text.match(.predicate, at: index) != nil
  }

  /// `quận 1 | yêu cầu`, `Công an tỉnh | thông tin`, `và | là người`, `tái chế | này`; not `bộ phận | hỗ trợ`.
  private func isOfClause(_ index: Int) -> Bool {
    if [Keyword.concurrently, .isVerb, .this, .have].contains(where: { text.isKeyword(index, $0) }) { return true }
    let endsBody = text[index - 1].shape != .lower || text.match(.placeHead, at: index - 1) != nil
    if endsBody, beginsPredicate(index) { return true }
    return text.match(.predicate, at: index) != nil && (endsBody || !isField(index) && !isBehindDepartment(index))
  }
}
