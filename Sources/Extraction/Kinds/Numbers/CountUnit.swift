/// What is counted: the noun behind the number.
struct CountUnit {
  enum Class { case percent, money, measure, noun }

  var span: ByteSpan
  var unitClass: Class
  /// The line in the unit list, -1 for a noun that no list has.
  var item: Int32
  var isPeople = false
  /// Bodies in two syllables or more: `top 10 doanh nghiệp`.
  var isBodies = false
  /// A noun that no list of units has: a title, or any word in small letters.
  var isLoose: Bool { item < 0 && unitClass == .noun }

  /// A share, a sum or a measure: nothing that a label could number.
  var isExact: Bool { unitClass != .noun }

  /// Takes the unit at the cursor; stays put when nothing there can be counted.
  static func take(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    let start = cursor.index
    // A line may break before the unit: 45⏎đồng chí.
    guard cursor.isJoined || cursor.token.gap == .line && cursor.token.shape == .lower else { return nil }
    if numeral.isWords, text.isKeyword(numberStart, .three), cursor.isAt(.mother) { return nil }
    if numeral.isWords, isYear(text, numberStart) { return nil }
    if isPartOfPhrase(cursor, numeral, numberStart) || isUnitNumber(text, numberStart, before: start) { return nil }
    if cursor.take(.percent) || cursor.take(.percentHead, .hundred) {
      return CountUnit(span: span(text, start, cursor.index), unitClass: .percent, item: -1)
    }
    if let quoted = takeQuoted(&cursor, numeral: numeral, numberStart: numberStart) { return quoted }
    guard cursor.token.kind.isWordLike, !isVerb(text, start, numberStart, numeral) else { return nil }
    if let listed = takeListed(&cursor, numeral: numeral, numberStart: numberStart) { return listed }
    // 10.000 tỷ thi công: money, and no noun behind it.
    guard cursor.token.kind == .word,
      !numeral.hasPower || !numeral.isWords && (numeral.low.doubleValue < 1e9 || cursor.isAt(.moneyTail))
    else { return nil }
    return takeUnlisted(&cursor, numeral: numeral, numberStart: numberStart)
  }

  /// `một phần ba người dân` is a fraction, `1 số đối tượng` stands for `một số`.
  private static func isPartOfPhrase(_ cursor: TokenCursor, _ numeral: Numeral, _ numberStart: Int) -> Bool {
    let text = cursor.text
    if let match = text.match(.unit, at: cursor.index), text.unitKind(match) == .nothing { return true }
    if beginsOrdinal(text, cursor.index) { return true }
    // hai phần ba
    if numeral.isWords, cursor.isAt(.percentHead), text.isListed(cursor.index + 1, .numberWord),
      !text.isKeyword(cursor.index + 1, .hundred), text.isJoined(cursor.index + 1)
    {
      return true
    }
    if numeral.isWords { return text.isKeyword(numberStart - 1, .percentHead) && text.isListed(numberStart - 2, .numberWord) }
    guard numeral.low == Quantity(1), numeral.whole == nil, cursor.isAt(.number) else { return false }
    return text.match(.unit, at: cursor.index).map { $0.end == cursor.index + 1 } ?? true
  }

  /// `Olympic toán quốc tế 2019 | lần thứ 60`, `bệnh viện dã chiến cấp 2 | số 7`
  private static func beginsOrdinal(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isJoined(index + 1) else { return false }
    return text.isKeyword(index, .times) && text.isKeyword(index + 1, .weekdayHead)
      || text.isKeyword(index, .number) && text[index + 1].kind == .number
  }

  /// `Lữ đoàn 513 tổ chức`, `sau năm thực hiện`: what follows is a verb.
  private static func isVerb(_ text: TokenizedText, _ unit: Int, _ number: Int, _ numeral: Numeral) -> Bool {
    guard let verb = text.match(.predicate, at: unit), (text.match(.unit, at: unit)?.end ?? 0) <= verb.end,
      !text.item(.predicate, verb).field1.equals("noun")
    else { return false }
    // lấy phiếu tín nhiệm 18 lãnh đạo.
    if let people = text.match(.unit, at: unit), text.unitKind(people) == .people, text[people.end].kind != .word { return false }
    // ban hành 12 quyết định: what is issued, not who decides; đưa ra 57 kiến nghị: the verb went before.
    if text.match(.decreeType, at: unit) != nil, followsIssuing(text, number) { return false }
    // Cà Mau dự chi 5,2 tỷ | tổ chức thi
    if numeral.hasPower || numeral.isWords && !isSureWord(text, number) { return true }
    if followsVerb(text, number, unit) { return false }
    guard text.isJoined(number), text[number - 1].kind == .word, text[number].lexeme == 1 else { return false }
    return !text.isListed(number - 1, .stopWord) && ApproximatorPhrase.before(text, number) == nil
  }

  /// `ký ban hành | 12`, `đã ra | 5`
  private static func followsIssuing(_ text: TokenizedText, _ number: Int) -> Bool {
    [1, 2, 3].contains { length in
      number > length && text.match(.issuing, at: number - length).map { $0.end == number } ?? false
    }
  }

  /// `đưa ra | 57`, `giải quyết | 6`, `toàn bộ | 02`, `1.200`; not `Đội Điều tra | 2`, `đội tham mưu | 2`
  private static func followsVerb(_ text: TokenizedText, _ number: Int, _ unit: Int) -> Bool {
    guard number > 3, text[number].kind == .number, text.match(.unit, at: unit) != nil || text.match(.decreeType, at: unit) != nil else {
      return false
    }
    if text.byte(number) == UInt8(ascii: "0") || text[number].lexeme == 2 { return true }
    return text[number - 1].shape == .lower && text[number - 2].shape == .lower && text.match(.predicate, at: number - 2)?.end == number
      && text.match(.body, at: number - 3) == nil
  }

  private static func takeListed(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    let start = cursor.index
    guard let match = text.match(.unit, at: start) else { return takeOfOtherList(&cursor) }
    let line = text.number(.unit, match)
    let kind = text.unitKind(line)
    if isNoUnit(text, start, match, kind, numeral: numeral, numberStart: numberStart) { return nil }
    // "1,2 tỷ đồng tiền mặt", "26 tỷ đồng bằng 42 lần": what is counted is money, not coins or plains.
    if numeral.hasPower || numeral.low.doubleValue >= 1000, isCoins(text, start, match), cursor.take(.comrade) {
      return CountUnit(span: span(text, start, start + 1), unitClass: .money, item: -1)
    }
    // "4 Nghị quyết 59, 70", "hai quyết định số 80 và 81": the count is the number alone, the documents are mentions of their own.
    let number = text.isKeyword(match.end, .number) ? match.end + 1 : match.end
    if kind == .document, text[number].gap <= .space, text[number].kind == .number || text[number].kind == .symbol {
      return CountUnit(span: span(text, start, match.end), unitClass: .noun, item: Int32(line))
    }
    cursor.index = match.end
    if isMedal(text, start, match, numberStart, numeral) {
      return CountUnit(span: span(text, start, match.end), unitClass: .noun, item: -1)
    }
    var unit = CountUnit(span: .none, unitClass: unitClass(kind), item: Int32(line))
    unit.isPeople = kind == .people
    unit.isBodies = kind == .body && match.end > start + 1
    if kind == .classifier { takeClassified(&cursor) }
    if kind == .sort { takeSorted(&cursor) }
    if match.end > start + 1 { takeLongerNoun(&cursor, from: start) }
    if text.isKeyword(start, .piece) || kind == .thing && cursor.index == start + 1 { takeBrand(&cursor, from: start) }
    if unit.isPeople { takeSecondPeople(&cursor) }
    // 17 Công an xã, thị trấn
    let isOfLevels = kind == .body && text.match(.placeHead, at: cursor.index - 1).map { text.placeHeadKind($0) == .admin } == true
    if kind == .people || kind == .body || kind == .place { takeSecond(&cursor, isOfLevels ? .place : kind) }
    if kind == .place { takeAlternative(&cursor) }
    unit.span = span(text, start, cursor.index)
    return unit
  }

  /// A listed word that here is a part of a name or of another phrase.
  private static func isNoUnit(
    _ text: TokenizedText, _ start: Int, _ match: PhraseMatch, _ kind: UnitKind, numeral: Numeral, numberStart: Int
  ) -> Bool {
    // A name's word in capitals is no unit; abbreviations, heads like Chi bộ, foreign money and measures (5 Euro, 60 Kwh) are.
    let isForeign = (kind == .money || kind == .measure) && !text.isVietnamese(start)
    if text[start].shape == .capital, match.end == start + 1, kind != .people, kind != .body, !isForeign,
      text[start].end - text[start].start > 2 || kind == .place
    {
      return true
    }
    // mấy chục năm gia đình chờ đợi
    if numeral.isWords, text.isKeyword(numberStart, .year), text.isListed(numberStart - 1, .numberWord) { return true }
    if numeral.isWords, text.isKeyword(numberStart, .year), !isCountable(kind), !isSureWord(text, numberStart) { return true }
    if isLetter(text, start) || isPartOfCode(text, start, match.end, numberStart) { return true }
    // Note 3 bằng bút: the number of a model.
    if !numeral.isWords, kind == .document || kind == .thing, isLabelLike(text, numberStart),
      !text.isVietnamese(numberStart - 1)
    {
      return true
    }
    if text[start].shape == .capital, kind == .event, !text.beginsSentence(start) || text[start].gap > .space { return true }
    if kind == .money, text.isKeyword(start + 1, .comradeTail) { return true }
    if kind == .measure,
      isOnly(text, match) || isSigned(text, match, numberStart) || TokenCursor(text, at: start).isHour(behind: numberStart)
    {
      return true
    }
    // lớp 9 tên Hoa
    if text.isKeyword(start, .namedWord), match.end == start + 1, text.isJoined(match.end), text[match.end].isCapitalized { return true }
    // S-400 từ Nga, 295 từ nguồn khác: no words are counted.
    if text.isKeyword(start, .from), match.end == start + 1, text.isJoined(start + 1), !text.isListed(start + 1, .stopWord),
      text[start + 1].kind.isWordLike || text[start + 1].kind == .number
    {
      return true
    }
    if RomanNumeral.value(text, match.end) != nil, text[match.end].gap <= .space { return true }
    // Nghị quyết TƯ 6 khóa 12: the number of a session; not 3 khóa 120 học viên.
    return text.isKeyword(start, .course) && match.end == start + 1 && text[match.end].kind == .number && text.isJoined(match.end)
      && !text.starts(match.end + 1, .unit)
  }

  /// Ranks, documents, posts and bodies can be counted too.
  private static func takeOfOtherList(_ cursor: inout TokenCursor) -> CountUnit? {
    let text = cursor.text
    let start = cursor.index
    // hai tân Phó Chủ tịch
    if cursor.isAt(.new) || cursor.isAt(.former) || cursor.isAt(.formerOffice), let post = text.match(.post, at: start + 1) {
      cursor.index = endOfOffice(text, start + 1, post.end)
      return CountUnit(span: span(text, start, cursor.index), unitClass: .noun, item: -1, isPeople: true)
    }
    for wordClass in [LexiconClass.rank, .decreeType, .post, .honorific, .body] {
      guard let match = text.match(wordClass, at: start),
        !(wordClass == .honorific && (text[start].shape != .lower || match.end == start + 1 && text.isListed(start, .stopWord))),
        wordClass != .body || match.end > start + 1 || text[start].shape == .upper
      else { continue }
      let end = wordClass == .post ? endOfOffice(text, start, match.end) : match.end
      // "hai Đại tướng": the count is the number alone, the rank a mention of its own.
      if wordClass != .rank { cursor.index = end }
      return CountUnit(span: span(text, start, end), unitClass: .noun, item: -1, isPeople: wordClass == .rank || wordClass == .post)
    }
    return nil
  }

  /// `trong top 10 | chỉ còn`: the adverb, and no weight of gold.
  private static func isOnly(_ text: TokenizedText, _ unit: PhraseMatch) -> Bool {
    text.item(.unit, unit).phrase.equals("chỉ") && text[unit.end].kind == .word && text.isJoined(unit.end) && text[unit.end].shape == .lower
      && !text.isKeyword(unit.end, .and) && (text.isListed(unit.end, .stopWord) || text.match(.predicate, at: unit.end) != nil)
  }

  /// `cán bộ, chiến sĩ`: two nouns of people under one number.
  private static func takeSecondPeople(_ cursor: inout TokenCursor) {
    let text = cursor.text
    guard cursor.token.kind == .comma || cursor.token.kind == .dash || cursor.isAt(.and) else { return }
    guard text.isKeyword(cursor.index - 1, .boardTail), text.isKeyword(cursor.index - 2, .officer) else { return }
    let next = cursor.index + 1
    guard text.isJoined(next), let match = text.match(.unit, at: next) ?? text.match(.misspelling, at: next) else { return }
    guard text.isKeyword(next, .fighter) || text.match(.misspelling, at: next) != nil else { return }
    cursor.index = match.end
  }

  /// `25 địa phương, đơn vị`: a second noun of the same sort, each of two syllables, and no number of its own.
  private static func takeSecond(_ cursor: inout TokenCursor, _ kind: UnitKind) {
    let text = cursor.text
    let isAnd = cursor.isAt(.and) && kind == .people
    guard cursor.token.kind == .comma || isAnd, text.isJoined(cursor.index + 1), text[cursor.index + 1].shape == .lower,
      text[cursor.index - 2].kind == .word || isAnd, let match = text.match(.unit, at: cursor.index + 1),
      match.end >= cursor.index + 3 || kind == .place && text.unitKind(match) == kind,
      text.unitKind(match) == kind || text.unitKind(match) == .body, !text.isKeyword(match.end, .and),
      text[match.end].kind != .comma || kind == .place, match.end >= cursor.index + 3 || !goesOn(text, match.end)
    else { return }
    cursor.index = match.end
    // xã, phường, thị trấn
    if kind == .place { takeSecond(&cursor, kind) }
  }

  /// `xã biên giới, vùng | sâu`: the second noun is a half of a word.
  private static func goesOn(_ text: TokenizedText, _ end: Int) -> Bool {
    text.isJoined(end) && text[end].kind == .word && text[end].shape == .lower && !text.isListed(end, .stopWord)
      && text.match(.predicate, at: end) == nil
  }

  /// `tỉnh/thành phố`
  private static func takeAlternative(_ cursor: inout TokenCursor) {
    let text = cursor.text
    guard cursor.token.kind == .slash, cursor.token.gap == .none, text[cursor.index + 1].gap == .none,
      let match = text.match(.unit, at: cursor.index + 1), text.unitKind(match) == .place
    else { return }
    cursor.index = match.end
  }

  /// The noun behind a classifier: `chiếc điện thoại`, `bịch bánh quy`.
  private static func takeClassified(_ cursor: inout TokenCursor) {
    let text = cursor.text
    // 50 chiếc | từ Mỹ, 2 thùng | một ngày
    guard cursor.isJoined, cursor.token.kind == .word, cursor.token.shape == .lower, !cursor.isAt(.from),
      !text.isListed(cursor.index, .numberWord)
    else { return }
    if let match = text.match(.unit, at: cursor.index) {
      let kind = text.unitKind(match)
      if kind != .nothing, kind != .sort { cursor.index = match.end }
    } else if !text.isListed(cursor.index, .stopWord), text.match(.predicate, at: cursor.index) == nil {
      cursor.index += 1
    }
  }

  /// `loại | tên lửa`: a listed noun behind a noun that says of what sort.
  private static func takeSorted(_ cursor: inout TokenCursor) {
    let text = cursor.text
    guard cursor.isJoined, cursor.token.shape == .lower, let match = text.match(.unit, at: cursor.index) else { return }
    let kind = text.unitKind(match)
    if kind != .nothing, kind != .classifier, unitClass(kind) == .noun { cursor.index = match.end }
  }

  /// `viên | ma túy tổng hợp`: the list has the classifier with a shorter noun.
  private static func takeLongerNoun(_ cursor: inout TokenCursor, from start: Int) {
    let text = cursor.text
    guard let first = text.match(.unit, at: start, limit: start + 1), first.end == start + 1,
      text.unitKind(first) == .classifier, let noun = text.match(.unit, at: start + 1), noun.end > cursor.index,
      // ngôi nhà | ở Quảng Bình
      !text.isKeyword(noun.end - 1, .inPlace)
    else { return }
    cursor.index = noun.end
  }

  private static func unitClass(_ kind: UnitKind) -> Class {
    if kind == .percent { return .percent }
    if kind == .money { return .money }
    return kind == .measure ? .measure : .noun
  }

  private static func isCoins(_ text: TokenizedText, _ start: Int, _ match: PhraseMatch) -> Bool {
    text.isKeyword(start, .comrade) && match.end > start + 1
      && (text.isKeyword(start + 1, .moneyTail) || text.unitKind(match) == .place || text.unitKind(match) == .body)
  }

  /// What `năm` (five, but also year) may count.
  private static func isCountable(_ kind: UnitKind) -> Bool {
    kind == .people || kind == .body || kind == .place || kind == .classifier
  }

  static func span(_ text: TokenizedText, _ from: Int, _ to: Int) -> ByteSpan {
    ByteSpan(start: text[from].start, end: text[to - 1].end)
  }
}
