/// What the words around a date say of its place in time: `sẽ`, `dự kiến`, `trước ngày`, `đến hết`.
struct DateOutlook {
  private let text: TokenizedText

  init(_ text: TokenizedText) { self.text = text }

  /// `dự kiến ngày`, `ngày 5/7 tới`, `sẽ` near it: the date lies ahead of the writing.
  func isAhead(_ date: FoundDate, _ mention: Found) -> Bool { date.isFuture || isSoon(mention) || hasFutureWord(date, mention) }

  /// `Đề xuất tăng lương cơ sở từ 1/7`: the day from which what is proposed shall hold, within the sentence.
  func isProposed(_ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    guard text.isKeyword(first - 1, .from), mention.rule != .dateYear else { return false }
    for index in (max(1, first - 20)..<first - 1).reversed() {
      if text[index].kind == .period || text[index + 1].gap >= .line { return false }
      if text.isEvent(index, "proposal") { return true }
    }
    return false
  }

  /// The same, or a plan's date, or one behind which something is asked for.
  func liesAhead(_ date: FoundDate, _ mention: Found) -> Bool {
    isAhead(date, mention) || isPlanned(mention) || isDemanded(mention) || isAim(mention)
  }

  /// `Năm 2023, tỉnh phấn đấu`, `phấn đấu đến năm 2025`, `hoàn thành trong tháng 10/2024`
  private func isAim(_ mention: Found) -> Bool {
    let (first, end) = (Int(mention.firstToken), Int(mention.endToken))
    if text.endsEvent(first, "aim") { return !(max(1, first - 8)..<first).contains { text.isKeyword($0, .already) } }
    guard mention.rule == .dateYear else { return false }
    for index in end..<min(text.count, end + 6) where text.isEvent(index, "aim") {
      return !(end..<index).contains { text[$0].kind == .period }
    }
    for index in max(1, first - 6)..<first where text.isEvent(index, "aim") {
      return !(index..<first).contains { text[$0].kind == .period }
    }
    return false
  }

  /// `ngày 17/4 sắp tới`, `ngày 5/7 tới`
  func isNear(_ date: FoundDate, _ mention: Found) -> Bool { date.isFuture || isSoon(mention) }

  /// `năm 2025 sắp tới`
  private func isSoon(_ mention: Found) -> Bool {
    text.isKeyword(Int(mention.endToken), .soon) && text.isKeyword(Int(mention.endToken) + 1, .until)
  }

  /// `có kế hoạch hoàn thành vào tháng 1/2014`: a plan's date, within its sentence; not `kế hoạch số 12 ngày 5/3`,
  /// nor the first plan of several, which has been given up: `theo kế hoạch ban đầu`.
  func isPlanned(_ mention: Found) -> Bool {
    var index = Int(mention.firstToken) - 1
    for _ in 0..<16 where text[index].kind != .period {
      if text.isKeyword(index, .plan), text.isKeyword(index - 1, .planHead) {
        if text.isKeyword(index + 1, .issueHead), text.isKeyword(index + 2, .first) { return false }
        return [Keyword.have, .setUp, .according].contains { text.isKeyword(index - 2, $0) }
      }
      if text.beginsLine(index) { return false }
      index -= 1
    }
    return false
  }

  /// `trước 25/12`, `đến hết tháng 12`; not `phải đến ngày 20/11 mưa lớn mới`, `đến trưa 31/7 thì bị bắt`
  func isDeadline(_ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    return isLimit(mention)
      || text.isKeyword(first - 1, .to) && !text.isKeyword(first - 2, .must) && mention.rule != .dateInterval
        && !isThen(Int(mention.endToken))
  }

  /// `thì`
  func isThen(_ token: Int) -> Bool {
    text.match(.stopWord, at: token).map { text.item(.stopWord, $0).phrase.equals("thì") } == true
  }

  /// `tính đến hết ngày 31/12`: up to then something has been counted.
  func isCounted(_ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    let to = text.isKeyword(first - 1, .end) ? first - 2 : first - 1
    return (text.isKeyword(to, .to) || text.isKeyword(to, .until)) && text.isKeyword(to - 1, .reckon)
  }

  /// `trước ngày 25/12`, `hết tháng 12`, `chậm nhất đến 30/6`: what is asked for by then.
  func isLimit(_ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    if isCounted(mention) { return false }
    if (max(1, first - 5)..<first).contains(where: { text.isKeyword($0, .most) && text.isKeyword($0 - 1, .slow) }) { return true }
    return text.isKeyword(first - 1, .before) || text.isKeyword(first - 1, .end) || text.isKeyword(first, .end)
  }

  /// `ngày 10/4 vừa qua`: of the weeks before the writing, whatever year the story has come to.
  func isRecent(_ mention: Found) -> Bool {
    let end = Int(mention.endToken)
    return text.isKeyword(end, .just) && text.isKeyword(end + 1, .past)
  }

  /// `đến 30/6/2020 … phải`: what is asked for behind the date, within its sentence; not `mưa lớn mới phải xử lý`.
  func isDemanded(_ mention: Found) -> Bool { goesOn(mention, with: .must) }

  /// `sẽ`, `dự kiến`, `tới` in the words before the date within its sentence.
  private func hasFutureWord(_ date: FoundDate, _ mention: Found) -> Bool {
    var index = Int(mention.firstToken) - 1
    var steps = 0
    // sẽ … kể từ ngày
    let isFrom = text.isKeyword(Int(mention.firstToken), .from) || text.isKeyword(index, .from)
    let reach = isFrom && date.start.hasYear && date.end == nil && !date.isOpen ? 30 : 12
    while steps < reach, index > 0, text[index].kind != .period, text[index].gap < .line || steps == 0 {
      if text.isKeyword(index, .will) || text.isKeyword(index, .expect) && text.isKeyword(index - 1, .expectHead) { return true }
      if text[index].gap >= .line { break }
      index -= 1
      steps += 1
    }
    return goesOn(mention, with: .will)
  }

  private func goesOn(_ mention: Found, with word: Keyword) -> Bool {
    let index = Int(mention.endToken)
    for step in 0..<8 where text[index + step].gap < .line {
      if text[index + step].kind == .period { return false }
      if text.isKeyword(index + step, word) {
        return word == .will ? !isReported(index + step, from: index) : !text.isKeyword(index + step - 1, .newly)
      }
    }
    return false
  }

  /// `Cuối năm 2018, quân đội cảnh báo sẽ`, `Ngày 5/3, công ty cam kết sẽ`: what was said on the day lies behind it.
  private func isReported(_ will: Int, from start: Int) -> Bool {
    will - 2 >= start && text.match(.predicate, at: will - 2)?.end == will
      && !(text.isKeyword(will - 1, .expect) && text.isKeyword(will - 2, .expectHead))
  }
}
