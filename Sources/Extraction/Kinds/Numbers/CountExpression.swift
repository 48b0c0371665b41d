/// gần 100 CBCS · 60/61 đồng chí · 2,5 tỷ đồng · từ 3 đến 5 người
///
///     [approximator] [từ] NUMBER [power] [[UNIT] (- | đến | tới) NUMBER [power]] UNIT
enum CountExpression {
  /// Reads the count or duration whose number begins at token `start`, appends it, and returns the token after it.
  static func read(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    if let end = DurationExpression.readHours(text, at: start, into: &found) { return end }
    var cursor = TokenCursor(text, at: start)
    let hasFrom = cursor.take(.from) && cursor.isJoined
    if !hasFrom { cursor.index = start }
    let numberStart = cursor.index
    guard !isPartOfWord(text, numberStart), var numeral = cursor.takeNumeral() else { return nil }
    if numeral.isWords, !isNumeralInWords(text, numberStart) { return nil }
    takeRange(&cursor, &numeral, hasFrom: hasFrom)
    if hasFrom, numeral.high == nil { return nil }
    if !hasFrom, let end = DurationExpression.read(text, numeral: numeral, start: start, after: cursor.index, into: &found) { return end }
    if numeral.isWords, numeral.low.mantissa <= 1, numeral.high == nil { return nil }
    if let whole = numeral.whole, cursor.isAt(.number) {
      // 1/3 số tiền is a part of the money, 48/50 số phiếu are votes.
      guard whole.doubleValue > 10 else { return nil }
      cursor.index += 1
    }
    guard let unit = CountUnit.take(&cursor, numeral: numeral, numberStart: numberStart) else { return nil }
    // 120/80 mmHg, 150/50 Mbps: two measures
    if unit.unitClass == .measure, let whole = numeral.whole, numeral.low.doubleValue > whole.doubleValue { return nil }
    // 1,685 sinh viên are no fraction, 1,255 lần may be one.
    if unit.unitClass == .noun, !numeral.hasPower, numeral.low.exponent < 0, !text.isKeyword(cursor.index - 1, .times),
      let thousands = Figures.thousands(text, numberStart)
    {
      numeral.low = thousands
    }
    if unit.unitClass == .measure { takeCentimetres(&cursor, &numeral, unit) }
    if isLabelled(text, start, numeral, unit) || isNoCount(text, numberStart, cursor.index, numeral, unit) { return nil }
    return append(text, start, cursor.index, numeral, unit, &found)
  }

  /// `1m64` is 1.64 m; `2m2` are square metres.
  private static func takeCentimetres(_ cursor: inout TokenCursor, _ numeral: inout Numeral, _ unit: CountUnit) {
    let text = cursor.text
    guard unit.span.end - unit.span.start == 1, text.byte(cursor.index - 1) == UInt8(ascii: "m"), cursor.token.gap == .none,
      cursor.token.kind == .number, cursor.token.lexeme == 1, numeral.low.exponent == 0, numeral.low.mantissa < 10, !numeral.isWords,
      numeral.high == nil, numeral.whole == nil
    else { return }
    let part = text.part(cursor.index, 0)
    guard part.digits == 2 else { return }
    let hundredths = numeral.low.mantissa * 100 + Int64(part.value)
    numeral.low = hundredths % 10 == 0 ? Quantity(hundredths / 10, exponent: -1) : Quantity(hundredths, exponent: -2)
    cursor.index += 1
  }

  /// `tổ 5`, `quốc lộ 1`; of numbers in words only `ngã ba Trường Chinh`, where a name follows.
  private static func isLabelled(_ text: TokenizedText, _ start: Int, _ numeral: Numeral, _ unit: CountUnit) -> Bool {
    guard !unit.isExact || isSuffix(text, unit), let label = NumberLabel.kind(text, start) else { return false }
    // bệnh viện 1.500 giường: no label goes so far
    if !numeral.isWords, text[start].lexeme == 2, numeral.low.doubleValue >= 1000, !text.isKeyword(start - 1, .number) { return false }
    // ở tầng hai xưởng gỗ
    if numeral.isWords {
      return label.equals("hard") && (text[text.token(at: unit.span.start)].shape == .capital || isLabel(text, start - 1, "tầng"))
    }
    // qua trạm 1 lần; not danh sách Top 50 lần này
    let first = text.token(at: unit.span.start)
    if label.equals("group") && unit.isBodies || text.isKeyword(first, .times) && !text.isKeyword(first + 1, .this) { return false }
    // xe khách loại 45 chỗ; classes themselves are few
    if numeral.low.doubleValue >= 5, unit.item >= 0, isLabel(text, start - 1, "loại") { return false }
    // đường 10 làn xe, căn hộ 2 phòng ngủ
    if text.isKeyword(first, .lane) || text.isKeyword(first, .room) && unit.item >= 0 && text.isKeyword(start - 1, .household) {
      return false
    }
    return label.equals("hard") || !unit.isPeople
  }

  private static func isLabel(_ text: TokenizedText, _ index: Int, _ word: StaticString) -> Bool {
    text.match(.numberLabel, at: index).map { text.item(.numberLabel, $0).phrase.equals(word) } ?? false
  }

  /// `chuyên án | 219V`: a letter glued to its number.
  private static func isSuffix(_ text: TokenizedText, _ unit: CountUnit) -> Bool {
    let token = text.token(at: unit.span.start)
    return unit.span.end - unit.span.start == 1 && text[token].gap == .none && text[token].shape == .capital
  }

  /// `năm APEC 2017` is a year, `vai mang ba lô` a rucksack, `kỳ thi 2018 cao` a year and an adjective.
  private static func isNoCount(_ text: TokenizedText, _ number: Int, _ end: Int, _ numeral: Numeral, _ unit: CountUnit) -> Bool {
    if numeral.isWords {
      if text.isKeyword(number, .year), text.isJoined(end), TokenCursor(text, at: end).yearNumber(end) != nil { return true }
      // ngã ba đường Lê Lợi
      if text.match(.placeHead, at: number - 1)?.end == number + 1 { return true }
      // năm sản xuất: 2016
      if text.isKeyword(number, .year), text[end].kind == .colon { return true }
      // năm thứ 4
      if text.isKeyword(number, .year), text.isKeyword(number + 1, .weekdayHead), text[number + 2].kind == .number { return true }
      guard let word = text.match(.unit, at: number), word.end > number + 1 else { return false }
      return text[end].shape != .lower || text.match(.unit, at: end).map { text.unitKind($0) == .nothing } ?? true
    }
    if isAddress(text, number, end) || isArticle(text, number) || isNumberOfBody(text, number, end) || isScale(numeral, unit) {
      return true
    }
    // phi công cấp 3 Lữ đoàn 918
    if text[number + 1].shape == .capital, text.isJoined(end), text[end].kind == .number, text[end].lexeme == 1,
      text.match(.body, at: number + 1)?.end == end
    {
      return true
    }
    // mùa giải 2018-2019 khép lại
    guard unit.isLoose, text[number].lexeme <= 2 else { return false }
    return (0..<Int(text[number].lexeme)).allSatisfy {
      text.part(number, $0).digits == 4 && (1900...2100).contains(text.part(number, $0).value)
    }
  }

  /// `các điều 36, 37 và | 231 Bộ luật Tố tụng hình sự`: the last of a list of articles.
  private static func isArticle(_ text: TokenizedText, _ number: Int) -> Bool {
    (text[number - 1].kind == .comma || text.isKeyword(number - 1, .and)) && text[number - 2].kind == .number
      && text[number + 1].shape == .capital
      && text.match(.decreeType, at: number + 1).map { text.item(.decreeType, $0).field3.equals("law") } == true
  }

  /// `bản đồ quy hoạch 1/5.000 | khu đô thị mới`: the scale of a map, and what it shows; not `1/10.000 người`.
  private static func isScale(_ numeral: Numeral, _ unit: CountUnit) -> Bool {
    guard let whole = numeral.whole, numeral.low.doubleValue == 1, !unit.isPeople, unit.unitClass != .measure else { return false }
    return [500, 1000, 2000, 5000, 10_000, 25_000, 50_000].contains(whole.doubleValue)
  }

  /// `tại 42 đường Dương Quảng Hàm`, `trụ sở 321 đường Điện Biên Phủ`, `28 đường số 3`, `22 Cô Giang`: the number of a house, and what its
  /// street is called.
  private static func isAddress(_ text: TokenizedText, _ number: Int, _ end: Int) -> Bool {
    guard end == number + 2, text[number].lexeme == 1, text[end].gap == .space else { return false }
    if text[number + 1].shape == .capital { return text[end].isCapitalized && text.match(.honorific, at: number + 1)?.end == end }
    guard text.isKeyword(number + 1, .street), text[end].isCapitalized || text.isKeyword(end, .number) && text[end + 1].kind == .number
    else {
      return false
    }
    return text.part(number, 0).value >= 10
      || [Keyword.atPlace, .inPlace, .number, .house, .reside, .stay].contains { text.isKeyword(number - 1, $0) }
      || text[number - 1].kind == .openParenthesis
  }

  /// `cảng 128 Hải quân`, `Đoàn kinh tế - quốc phòng 206 Quân khu 5`: the number belongs to the body before it.
  private static func isNumberOfBody(_ text: TokenizedText, _ number: Int, _ end: Int) -> Bool {
    guard text[number].lexeme == 1, text[number].kind == .number, text[number + 1].gap == .space, text.part(number, 0).digits == 3,
      text[number - 1].shape == .lower, text.isJoined(number)
    else { return false }
    if isPost(text, number) { return true }
    guard text[number + 1].shape == .capital, text.match(.body, at: number + 1) != nil else { return false }
    return !text.isListed(number - 1, .stopWord) && text.match(.predicate, at: number - 2)?.end != number
      && ApproximatorPhrase.before(text, number) == nil
  }

  /// `đồn Biên phòng 559 xã Ngọc Lâm`: the number of a post, and the commune it lies in.
  private static func isPost(_ text: TokenizedText, _ number: Int) -> Bool {
    guard let head = text.match(.placeHead, at: number + 1), text.placeHeadKind(head) == .admin, text[head.end].shape == .capital else {
      return false
    }
    return (max(number - 4, 1)..<number - 1).contains { text.match(.body, at: $0)?.end == number }
  }

  private static func append(
    _ text: TokenizedText, _ start: Int, _ end: Int, _ numeral: Numeral, _ unit: CountUnit, _ found: inout Buffer<Found>
  ) -> Int {
    var approximator = ApproximatorPhrase.before(text, start)
    if isPlaced(text, start, numeral, unit) { approximator = nil }
    let isNegative = isNegative(text, start, numeral, unit)
    let first = isNegative ? start - 1 : approximator.map { $0.isOutside ? start : $0.first } ?? start
    let count = FoundCount(
      number: isNegative ? Quantity(-numeral.low.mantissa, exponent: numeral.low.exponent) : numeral.low, upper: numeral.high,
      whole: numeral.whole, unit: unit.span, unitItem: unit.item,
      approximation: approximator?.approximation ?? .none)
    found.append(
      Found(
        start: text[first].start, end: text[end - 1].end, firstToken: Int32(first), endToken: Int32(end),
        rule: rule(numeral, unit), value: .count(count)))
    return end
  }

  /// `giảm 0,63 điểm (-0,13%)`: a sign between the bracket and a share.
  private static func isNegative(_ text: TokenizedText, _ start: Int, _ numeral: Numeral, _ unit: CountUnit) -> Bool {
    unit.unitClass == .percent && numeral.high == nil && numeral.whole == nil && text[start].gap == .none && text[start - 1].kind == .dash
      && text[start - 1].gap == .none && text[start - 2].kind == .openParenthesis
  }

  /// `trên hai quần đảo`, `trên ba tuyến phố`: where something is, not that there are more.
  private static func isPlaced(_ text: TokenizedText, _ start: Int, _ numeral: Numeral, _ unit: CountUnit) -> Bool {
    text.isKeyword(start - 1, .above) && unit.unitClass == .noun && !unit.isPeople && numeral.low.exponent == 0
      && numeral.low.mantissa < 10
  }

  private static func rule(_ numeral: Numeral, _ unit: CountUnit) -> Rule {
    if numeral.whole != nil { return .countRatio }
    switch unit.unitClass {
    case .percent: return .countPercent
    case .money: return .countMoney
    case .measure: return .countMeasure
    case .noun: return numeral.isWords ? .countWords : numeral.high != nil ? .countRange : .countNumber
    }
  }

  /// A number glued to what stands before it (`COVID-19`, `T-34`, `Su -35`, `A/H5`) is a part of a name.
  private static func isPartOfWord(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].gap == .none, index > 1 else { return false }
    let before = text[index - 1]
    switch before.kind {
    case .word, .code, .abbreviation: return before.shape != .lower
    case .dash: return before.gap <= .space && text[index - 2].kind.isWordLike && text[index - 2].shape != .lower
    // 50 miligam/100 ml máu
    case .slash:
      return before.gap == .none && text[index - 2].kind.isWordLike && (text[index - 2].shape != .lower || isPerVolume(text, index))
    case .period: return before.gap == .none && text[index - 2].isCapitalized
    // km 77+922,5
    case .other: return before.gap == .none && text[index - 2].kind == .number && text.byte(index - 1) == UInt8(ascii: "+")
    default: return false
    }
  }

  private static func isPerVolume(_ text: TokenizedText, _ number: Int) -> Bool {
    guard let unit = text.match(.unit, at: number - 2), unit.end == number - 1, text[number].kind == .number else { return false }
    let mass = text.item(.unit, unit).phrase
    return (mass.equals("mg") || mass.equals("miligam")) && [1, 100, 1000].contains(text.part(number, 0).value)
  }

  /// Words like `Hai`, `Ba`, `Năm` are names and years too: capitals count only where a sentence begins.
  private static func isNumeralInWords(_ text: TokenizedText, _ index: Int) -> Bool {
    if text[index].shape != .lower {
      return text.beginsSentence(index) || text[index - 1].kind == .quote || text[index - 1].kind == .openQuote
        || followsStop(text, index) || followsHeading(text, index)
    }
    // khi chín trái mang màu đỏ
    if text.isKeyword(index, .nine), [Keyword.when, .already, .soon, .progressive].contains(where: { text.isKeyword(index - 1, $0) }) {
      return false
    }
    if text.isKeyword(index - 1, .weekdayHead) || text.isKeyword(index - 1, .month) { return false }
    // vài ba, dăm bảy, đôi ba
    if [Keyword.few, .fewMore, .couple].contains(where: { text.isKeyword(index - 1, $0) }) { return false }
    guard text.isKeyword(index, .year) else { return true }
    // "mỗi năm người dân chi", "2019 cũng là năm nước rút": a year.
    if text.isKeyword(index - 1, .isVerb), text.year(at: index - 2) != nil || text.year(at: index - 3) != nil { return false }
    return !yearWords.contains { text.isKeyword(index - 1, $0) }
  }

  /// `… của MU. Hai cô gái`: a full stop behind letters that may be short for something, and people in small letters.
  private static func followsStop(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index - 1].kind == .period && peopleBehind(text, index) != nil
  }

  /// `Nhập lậu gỗ quý Ba bị can Đỗ Danh Thắng, …`: behind a heading without a mark, people of two syllables in small letters.
  private static func followsHeading(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index - 1].shape == .lower, let people = peopleBehind(text, index), people.end > index + 2 else { return false }
    return text.match(.honorific, at: index - 1) == nil
  }

  private static func peopleBehind(_ text: TokenizedText, _ index: Int) -> PhraseMatch? {
    guard text[index].gap == .space, text[index + 1].shape == .lower, text.isJoined(index + 1),
      let match = text.match(.unit, at: index + 1), text.unitKind(match) == .people
    else { return nil }
    return match
  }

  private static let yearWords: [Keyword] = [.the, .each, .everyYear, .everyYear2, .those, .last, .many, .halfBefore]
}
