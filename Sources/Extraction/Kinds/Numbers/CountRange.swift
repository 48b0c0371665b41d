/// Ranges of counts: 3 đến 5 người · 1,5 - 2 vạn người · từ 95 điểm đến 100 điểm · 25.000 đồng/kg đến 30.000 đồng/kg
extension CountExpression {
  /// The upper end behind the first number and the unit that both may have; stays put where two counts just stand side by side.
  static func takeRange(_ cursor: inout TokenCursor, _ numeral: inout Numeral, hasFrom: Bool) {
    guard numeral.high == nil, numeral.whole == nil else { return }
    var probe = cursor
    let first = takeRepeatedUnit(&probe, hasFrom: hasFrom)
    let isDash = probe.token.kind == .dash
    guard isDash || probe.isAt(.to) || probe.isAt(.until), probe.isJoined || isDash else { return }
    probe.index += 1
    if probe.isAt(.more) || probe.text.match(.approximator, at: probe.index) != nil {
      // từ 1,5 m đến dưới 3 m
      guard hasFrom, !isDash, let limit = probe.text.match(.approximator, at: probe.index) else { return }
      probe.index = limit.end
    }
    // từ 95 điểm đến mốc 100 điểm
    if !isDash { _ = probe.take(.mark) || probe.take(.level) }
    guard probe.isJoined, let second = probe.takeNumeral(), second.high == nil, second.whole == nil,
      second.isWords == numeral.isWords || hasFrom && numeral.isWords
    else { return }
    let low = first.isEmpty ? numeral.low(beside: second) : numeral.low
    guard low.doubleValue < second.low.doubleValue, first.isEmpty || repeats(probe.text, first, at: probe.index) else { return }
    // Without `từ` a range needs its unit right behind, else two numbers just stand side by side.
    var unitProbe = probe
    guard CountUnit.take(&unitProbe, numeral: second, numberStart: probe.index - 1) != nil || DurationExpression.takeUnit(&unitProbe) != nil
    else { return }
    numeral.low = low
    numeral.high = second.low
    numeral.power = second.power
    cursor = probe
  }

  /// The unit between the two numbers, when a word or mark of a range stands behind it; empty when none does.
  private static func takeRepeatedUnit(_ probe: inout TokenCursor, hasFrom: Bool) -> Range<Int> {
    let (text, start) = (probe.text, probe.index)
    var end = start
    while end < start + 5, text.isJoined(end), isOfUnit(text, end) { end += 1 }
    guard end > start, text[end].kind == .dash || text.isKeyword(end, .to) || text.isKeyword(end, .until) else { return start..<start }
    // `3 bàn - 5 bàn` are two results, `37 triệu đồng/lượng - 38 triệu đồng/lượng` two prices, `3 m - 5 m` is a range.
    if text[end].kind == .dash, !hasFrom, text[start].kind != .percent {
      guard let unit = text.match(.unit, at: start, limit: end), unit.end == end else { return start..<start }
      let kind = text.unitKind(unit)
      guard kind == .money || kind == .measure else { return start..<start }
    }
    probe.index = end
    return start..<end
  }

  /// A word, a percent sign or a slash that may belong to a unit.
  private static func isOfUnit(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .word, .code: !text.isKeyword(index, .to) && !text.isKeyword(index, .until)
    case .percent, .slash: true
    default: false
    }
  }

  /// Whether the words of the first unit stand at token `start` too; `đ` is `đồng`.
  private static func repeats(_ text: TokenizedText, _ unit: Range<Int>, at start: Int) -> Bool {
    unit.allSatisfy { index in
      let other = start + index - unit.lowerBound
      guard text.isJoined(other) else { return false }
      if isDong(text, index), isDong(text, other) { return true }
      return text[index].kind == text[other].kind && (!text[index].kind.isWordLike || text.fold(index) == text.fold(other))
    }
  }

  private static func isDong(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .comrade) || text.isKeyword(index, .dongSign)
  }
}

extension Numeral {
  /// What the first number of a range is worth beside the second: the power words of the second serve both (`1,5 đến 2 vạn`,
  /// `hai đến ba trăm`), or the next lower one serves the first (`800 đến 1,2 tỷ`, `60 đến 70.000`).
  fileprivate func low(beside second: Numeral) -> Quantity {
    if power < second.power, !hasPower {
      if let scaled = low.multiplied(byPowerOfTen: second.power), scaled.doubleValue < second.low.doubleValue { return scaled }
      if second.power > 5, let scaled = low.multiplied(byPowerOfTen: second.power - 3), scaled.doubleValue < second.low.doubleValue,
        scaled.doubleValue * 10 > second.low.doubleValue
      {
        return scaled
      }
    }
    return low.thousands(below: second.low) ?? low
  }
}
