/// Reads all mentions of one article out of its tokens.
struct Recognizer: ~Copyable {
  var found = Buffer<Found>(capacity: 1024)
  var names = NameFinder()
  private var order = Buffer<MentionOrder>(capacity: 1024)
  private var sorted = Buffer<Found>(capacity: 1024)

  /// Replaces `found` by the article's mentions in the order of the text.
  mutating func recognize(_ text: TokenizedText, kinds: KindSet) {
    found.removeAll()
    recognizeValues(text)
    names.find(text, into: &found)
    addPositions(text)
    if kinds != .all { keep(kinds) }
    sort()
    text.mentionKinds.pointee.fill(found)
  }

  /// One walk over the tokens: decrees, dates, durations, counts and ranks, tried only where one can begin.
  private mutating func recognizeValues(_ text: TokenizedText) {
    var walk = text.walk(.values)
    var index = walk.next(from: 1)
    while index < text.count {
      let token = text[index]
      let end: Int?
      switch token.kind {
      case .number:
        end =
          DateExpression.read(text, at: index, into: &found) ?? CountExpression.read(text, at: index, into: &found)
          ?? DecreeReader.readTorn(text, at: index, into: &found)
      case .symbol: end = DecreeReader.read(text, at: index, into: &found)
      default: end = readTriggered(text, index, token, text.phraseClasses(at: index))
      }
      index = walk.next(from: end ?? index + 1)
    }
  }

  /// The classes of phrases that values begin with; of words for numbers some do (`NumberWords.calls`).
  static let triggers = LexiconClass.decreeType.bit | LexiconClass.rank.bit | LexiconClass.weekday.bit

  private mutating func readTriggered(_ text: TokenizedText, _ index: Int, _ token: Token, _ classes: UInt32) -> Int? {
    if classes & LexiconClass.decreeType.bit != 0, let end = DecreeReader.read(text, at: index, into: &found) { return end }
    if classes & LexiconClass.rank.bit != 0, let end = Rank.read(text, at: index, into: &found) { return end }
    let isNumber = classes & LexiconClass.numberWord.bit != 0
    if token.lexeme <= Keyword.lastDateWord.lexeme || classes & LexiconClass.weekday.bit != 0
      || isNumber && DateExpression.isPartOfYear(text, index),
      let end = DateExpression.read(text, at: index, into: &found)
    {
      return end
    }
    if isNumber || token.isKeyword(.from) {
      return CountExpression.read(text, at: index, into: &found)
    }
    return nil
  }

  /// Posts that stand as mentions of their own.
  private mutating func addPositions(_ text: TokenizedText) {
    for number in 0..<names.context.positions.count {
      let reading = names.context.positions[number]
      guard Position.isMention(text, reading) || isInApposition(text, reading) else { continue }
      let organization =
        reading.end > reading.titleEnd
        ? ByteSpan(start: text[reading.titleEnd].start, end: text[reading.end - 1].end) : .none
      found.append(
        Found(
          start: text[reading.first].start, end: text[reading.end - 1].end, firstToken: Int32(reading.first),
          endToken: Int32(reading.end), rule: .positionOffice,
          value: .position(
            FoundPosition(
              title: ByteSpan(start: text[reading.first].start, end: text[reading.titleEnd - 1].end), organization: organization))))
    }
  }

  /// A bare `Phó Giám đốc` counts beside a name or another post: `A, Phó Giám đốc, Thủ trưởng Cơ quan …`.
  private func isInApposition(_ text: TokenizedText, _ reading: Position.Reading) -> Bool {
    let bearer = names.context.roles[NameContext.behindSign(text, reading.end)]
    if bearer == .name || bearer == .rank { return true }
    // - bí thư kiêm chủ tịch UBND huyện -
    if text.isKeyword(reading.end, .concurrently), names.context.roles[reading.end + 1] == .position { return true }
    // "ông A, tổng thống Cộng hòa B": a post cut short
    let head = Position.isTenure(text, reading.first) ? reading.first + 1 : reading.first
    if text[head].shape == .lower, text[reading.end].kind == .word, text.isJoined(reading.end),
      !text.isKeyword(reading.end, .concurrently), !text.isKeyword(reading.end, .and), !ClosedPost.isOwned(text, reading.end),
      !ClosedPost.isSaying(text, reading.end)
    {
      return false
    }
    let before = text[reading.first - 1].kind
    if before == .comma || before == .dash || before == .openParenthesis, reading.first > 2 {
      let role = names.context.roles[NameEvidence.beforeBrackets(text, reading.first - 2)]
      // Trần Tư, 60 tuổi, nguyên Phó phòng
      let isBehindAge = text.isKeyword(reading.first - 2, .age) && text[reading.first - 3].kind == .number
      if role == .name || role == .position || isBehindAge { return true }
    }
    let next = names.context.roles[reading.end + 1]
    let isDash = text.isSpacedDash(reading.end)
    if isDash || text[reading.end].kind == .colon, next == .rank || names.context.isBearer(text, reading.end + 1) { return true }
    if text[head].shape != .lower, names.context.isBearer(text, text[reading.end].kind == .comma ? reading.end + 1 : reading.end) {
      return true
    }
    if text[reading.end].kind == .comma, next == .rank { return text[head].shape != .lower && text[reading.end + 1].gap == .space }
    return (text[reading.end].kind == .comma || text.isKeyword(reading.end, .concurrently) || text.isKeyword(reading.end, .and))
      && next == .position
  }

  private mutating func keep(_ kinds: KindSet) {
    var kept = 0
    for index in 0..<found.count where kinds.contains(found[index].value.kind) {
      found[kept] = found[index]
      kept += 1
    }
    found.truncate(to: kept)
  }

  /// By place, the longer first, then by rule. Sorted are keys of 16 bytes: a mention is moved once.
  private mutating func sort() {
    order.removeAll()
    for index in 0..<found.count { order.append(MentionOrder(found[index], index)) }
    var keys = UnsafeMutableBufferPointer(start: order.base, count: order.count)
    keys.sort()
    sorted.prepare(count: found.count)
    for index in keys.indices { sorted.base[index] = found[keys[index].index] }
    swap(&found, &sorted)
  }
}

/// The place of a mention in the record, and where it was found.
struct MentionOrder: BitwiseCopyable, Comparable {
  /// From the highest: 32 bits of start, 32 of end upside down.
  private let place: UInt64
  /// 32 bits of rule, 32 of index.
  private let rest: UInt64

  init(_ mention: Found, _ index: Int) {
    place = UInt64(mention.start) << 32 | UInt64(~mention.end)
    rest = UInt64(mention.rule.rawValue) << 32 | UInt64(index)
  }

  var index: Int { Int(rest & 0xFFFF_FFFF) }

  static func < (a: MentionOrder, b: MentionOrder) -> Bool { a.place != b.place ? a.place < b.place : a.rest < b.rest }
}

/// A set of kinds of mention.
public struct KindSet: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let all = KindSet(rawValue: 0x7F)

  public init(_ kinds: [MentionKind]) {
    self = KindSet(rawValue: kinds.reduce(0) { $0 | KindSet.bit($1) })
  }

  public func contains(_ kind: MentionKind) -> Bool { rawValue & KindSet.bit(kind) != 0 }

  private static func bit(_ kind: MentionKind) -> UInt8 {
    switch kind {
    case .date: 1
    case .rank: 2
    case .name: 4
    case .count: 8
    case .decree: 16
    case .duration: 32
    case .position: 64
    }
  }
}
