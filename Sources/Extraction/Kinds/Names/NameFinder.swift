/// Phạm Thanh Bình · ông Nghĩa · H'Hen Niê · DƯƠNG ÚT · Đỗ Thị H.
///
///     [rank | honorific | post] SURNAME GIVEN… | MINORITY | FOREIGN | short form of a name above
///
/// Two passes: the first takes the names that their shape or a word beside them makes sure, the second those that
/// only the rest of the article proves: a last syllable of a known name, a byline.
struct NameFinder: ~Copyable {
  var context = NameContext()
  var known = KnownNames()
  private var pending = Buffer<Run>(capacity: 256)

  struct Run: BitwiseCopyable {
    var start: Int32
    var end: Int32
  }

  mutating func find(_ text: TokenizedText, into found: inout Buffer<Found>) {
    context.read(text, found)
    known.removeAll()
    pending.removeAll()
    var index = text.next(.runs, from: 1)
    while index < text.count {
      let isRun = context.roles[index] == .free && (NameShape.isNameToken(text, index) || text[index].kind == .abbreviation)
      index = text.next(.runs, from: isRun ? readRun(text, index, &found) : index + 1)
    }
    if known.entries.count > 0 {
      resolvePending(text, &found)
      splitPosts(text, &found)
    }
    BylineFinder.find(text, &context, &found)
  }

  // MARK: - First pass

  /// Reads the run of capitals at `start` and returns the token after what it used.
  private mutating func readRun(_ text: TokenizedText, _ start: Int, _ found: inout Buffer<Found>) -> Int {
    if text[start].kind == .abbreviation { return readInitials(text, start, &found) }
    if let end = spacedInitials(text, start) { return take(text, start..<end, .nameInitials, &found) }
    let limit = endOfRun(text, start)
    // T-34, B-52
    if limit == start + 1, text[limit].kind == .dash, text[limit].gap == .none, text.entry(start).traits.contains(.single) { return limit }
    let evidence = NameEvidence(text, start, limit, context)
    if evidence.isListedThing {
      for token in start..<limit { context.roles[token] = .thing }
      return limit
    }
    guard let name = evidence.sureName() else {
      if let inner = evidence.nameWithin() { return take(text, inner, .nameFull, &found) }
      pending.append(Run(start: Int32(start), end: Int32(limit)))
      return limit
    }
    return take(text, name.range, name.rule, &found)
  }

  @inline(__always)
  private func endOfRun(_ text: TokenizedText, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, context.roles[end] == .free, context.triggers[end] == .none || context.triggers[end] == .caption {
      let token = text[end]
      if NameShape.beginsOtherPhrase(text, end) { break }
      // A line may break behind the surname: đồng chí Trần⏎Quốc Khánh.
      if token.gap == .line, end == start + 1, context.triggers[start] != .none, token.shape == .capital,
        NameShape.surname(text, start) != nil
      {
        end += 1
        continue
      }
      if token.kind == .period, isForeignInitial(text, end) {
        end += 1
      } else if token.gap <= .space, text[end - 1].kind == .period, NameShape.isNameToken(text, end) {
        end += 1
      } else if token.gap == .space, NameShape.isNameToken(text, end),
        (token.shape == .upper) == (text[start].shape == .upper) || token.shape == .mixed
          || text.entry(end).traits.contains(.single) || text.entry(start).traits.contains(.single)
      {
        end += 1
      } else if token.kind == .dash, token.gap == .none, text[end + 1].gap == .none, text[end + 1].kind == .word,
        isTransliterated(text, end)
      {
        // Xi-hô-nuc, Marc-Antoine
        end += 2
      } else if token.kind == .abbreviation, token.gap == .space, InitialsShape.isInitials(text, end) {
        // Phạm Q.T
        return end + 1
      } else {
        break
      }
    }
    return end
  }

  /// `Michael J. Haycock`, `Konstantin V.Vnukov`: the full stop of an initial within a foreign name.
  private func isForeignInitial(_ text: TokenizedText, _ period: Int) -> Bool {
    text[period].gap == .none && text.entry(period - 1).traits.contains(.single) && text[period - 1].isCapitalized
      && text[period + 1].gap <= .space && text[period + 1].shape == .capital && !text.isVietnamese(period - 2)
  }

  private func isTransliterated(_ text: TokenizedText, _ dash: Int) -> Bool {
    guard text[dash - 1].kind == .word else { return false }
    return text[dash + 1].shape == .lower || !text.isVietnamese(dash - 1) && !text.isVietnamese(dash + 1)
  }

  private mutating func take(_ text: TokenizedText, _ range: Range<Int>, _ rule: Rule, _ found: inout Buffer<Found>) -> Int {
    var range = range
    if endsInInitial(text, range) { range = range.lowerBound..<(range.upperBound + 1) }
    for token in range { context.roles[token] = .name }
    let words = endsInPeriod(text, range) ? range.lowerBound..<(range.upperBound - 1) : range
    if words.count >= 2 || rule == .nameMinority || words.count < range.count
      || rule == .nameTitled && isForeignWord(text, words) && isSurelyTitled(text, words.lowerBound)
    {
      known.add(text, words)
    }
    append(text, range, rule, &found)
    return range.upperBound
  }

  private func append(_ text: TokenizedText, _ range: Range<Int>, _ rule: Rule, _ found: inout Buffer<Found>) {
    var name = FoundName()
    name.isFull = range.count >= 2
    name.isUpper = text[range.lowerBound].shape == .upper
    found.append(
      Found(
        start: text[range.lowerBound].start, end: text[range.upperBound - 1].end, firstToken: Int32(range.lowerBound),
        endToken: Int32(range.upperBound), rule: rule, value: .name(name)))
  }

  /// `Đỗ Thị H.`: the full stop of a last initial belongs to the name.
  private func endsInInitial(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard text[last + 1].kind == .period, text[last + 1].gap == .none else { return false }
    return text[last].kind == .word && (range.count > 1 || text[last].gap <= .space) && InitialsShape.isInitial(text, last)
  }

  private func endsInPeriod(_ text: TokenizedText, _ range: Range<Int>) -> Bool { text[range.upperBound - 1].kind == .period }

  /// `chị Đ. T.T.`, `P. X.T. (40 tuổi`: the first initial stands apart.
  @inline(__always)
  private func spacedInitials(_ text: TokenizedText, _ start: Int) -> Int? {
    guard text[start + 1].kind == .period, text[start + 1].gap == .none, text[start + 2].gap == .space,
      InitialsShape.isInitial(text, start), InitialsShape.isInitials(text, start + 2)
    else { return nil }
    var end = start + 3
    if text[end].kind == .period, text[end].gap == .none { end += 1 }
    return context.triggers[start] != .none || NameEvidence.ageFollows(text, end) || known.find(text, start..<start + 3) != nil ? end : nil
  }

  /// N.V.A · L.T.K.A. after a word for a person or before an age.
  private mutating func readInitials(_ text: TokenizedText, _ start: Int, _ found: inout Buffer<Found>) -> Int {
    let isTriggered = context.triggers[start] != .none && context.triggers[start] != .position && context.triggers[start] != .caption
    guard InitialsShape.isInitials(text, start),
      isTriggered || NameEvidence.ageFollows(text, start + 1) || known.find(text, start..<start + 1) != nil
    else { return start + 1 }
    var end = start + 1
    if text[end].kind == .period, text[end].gap == .none, text[end + 1].gap <= .space {
      // L.H. C.
      if InitialsShape.isInitial(text, end + 1), text[end + 2].kind == .period, text[end + 2].gap == .none {
        end += 3
      } else if isTriggered, InitialsShape.isInitial(text, end + 1), text[end + 2].shape == .lower || text[end + 2].kind == .comma {
        end += 2
      } else if text[end + 1].shape != .capital {
        end += 1
      }
    }
    for token in start..<end { context.roles[token] = .name }
    known.add(text, start..<start + 1)
    append(text, start..<end, .nameInitials, &found)
    return end
  }

  // MARK: - Second pass

  /// Runs that nothing beside them proved: a known name, its last syllable, or a surname with a given name.
  private mutating func resolvePending(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<pending.count {
      let run = Int(pending[number].start)..<Int(pending[number].end)
      var index = run.lowerBound
      while index < run.upperBound {
        if let count = known.findBeginning(text, index), index + count <= run.upperBound {
          index = take(text, index..<(index + count), .nameKnown, &found)
          continue
        }
        index += 1
      }
      guard context.roles[run.lowerBound] == .free else { continue }
      if isShortForm(text, run) || isShortAfterWord(text, run) {
        let first = run.count > 1 && known.findEnding(text, run) == nil ? run.upperBound - 1 : run.lowerBound
        _ = take(text, first..<run.upperBound, .nameShort, &found)
      }
    }
  }

  /// `Bộ trưởng Thể`, where the article knows a Nguyễn Văn Thể: the one capital behind the post is no body.
  private mutating func splitPosts(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<context.positions.count {
      let office = context.positions[number]
      let last = office.end - 1
      let range = office.titleEnd..<office.end
      guard !range.isEmpty, text[last].shape == .capital, text[last + 1].gap > .space || text[last + 1].shape != .capital,
        range.count == 1 ? isGiven(text, last) : known.find(text, range) != nil
      else { continue }
      context.positions[number].end = office.titleEnd
      for token in range { context.roles[token] = .free }
      _ = take(text, range, .nameShort, &found)
    }
  }

  private func isGiven(_ text: TokenizedText, _ token: Int) -> Bool {
    known.findEnding(text, token..<token + 1) != nil && text.longestPlace(at: token) == nil && text.match(.body, at: token) == nil
  }

  /// The run is how a known name ends: `Long`, `Thanh Bình`.
  @inline(__always)
  private func isShortForm(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count <= 2, known.findEnding(text, run) != nil else {
      return isKnownInitial(text, run) || isForeignWord(text, run) && known.find(text, run) != nil
    }
    if run.count == 1, [Keyword.side, .region, .direction].contains(where: { text.isKeyword(run.lowerBound - 1, $0) }) { return false }
    guard run.count == 1 else { return true }
    if text[run.lowerBound].shape == .upper { return false }
    return !text.beginsSentence(run.lowerBound)
      || !text.isListed(run.lowerBound, .stopWord) && ShortName.isLikelyAtStart(text, run.lowerBound)
  }

  /// Behind a post, a rank, `ông` or `bà`; a `chú Poodle` is no person.
  private func isSurelyTitled(_ text: TokenizedText, _ start: Int) -> Bool {
    switch context.triggers[start] {
    case .position, .rank: true
    default: text.isKeyword(start - 1, .mister) || text.isKeyword(start - 1, .lady)
    }
  }

  /// `Trump` behind a post is a surname that no everyday word is.
  private func isForeignWord(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    range.count == 1 && text[range.lowerBound].shape == .capital && !text.isVietnamese(range.lowerBound)
      && !text.entry(range.lowerBound).traits.contains(.single) && text.longestPlace(at: range.lowerBound) == nil
  }

  /// `Th.` once it has stood behind a word for a person; a stop that ends a sentence is none of its own.
  @inline(__always)
  private func isKnownInitial(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count == 1, text[run.upperBound].kind == .period, text[run.upperBound].gap == .none,
      InitialsShape.isInitial(text, run.lowerBound), known.find(text, run) != nil
    else { return false }
    let next = text[run.upperBound + 1]
    return next.kind == .comma || next.kind == .openParenthesis || next.kind == .word && next.shape == .lower && next.gap == .space
  }

  @inline(__always)
  private func isShortAfterWord(_ text: TokenizedText, _ run: Range<Int>) -> Bool {
    guard run.count == 2, text.beginsSentence(run.lowerBound), text.isListed(run.lowerBound, .stopWord) else { return false }
    return known.findEnding(text, (run.upperBound - 1)..<run.upperBound) != nil
  }
}

/// A single syllable as a name.
enum ShortName {
  /// At a sentence's beginning any word has a capital: what follows must be a verb's or a list's sign.
  static func isLikelyAtStart(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.match(.predicate, at: index) != nil { return false }
    let next = text[index + 1]
    if next.kind == .comma || next.isKeyword(.and) { return true }
    guard next.kind == .word, next.shape == .lower else { return false }
    guard let match = text.match(.givenName, at: index) else { return !text.isVietnamese(index) }
    return text.isListed(index + 1, .stopWord) || !text.item(.givenName, match).field1.equals("common")
  }
}

/// Letters with full stops: initials of a name, not `TP.HCM` or `GS.TS`.
enum InitialsShape {
  /// One capital letter, or two consonants written as one: `H`, `Th`, `Tr`.
  static func isInitial(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.shape == .capital else { return false }
    if text.entry(index).traits.contains(.single) { return true }
    guard token.end - token.start == 2 else { return false }
    let (first, second) = (text.bytes[Int(token.start)] | 0x20, text.bytes[Int(token.start) + 1])
    switch second {
    case UInt8(ascii: "h"): return "cgknpt".utf8.contains(first)
    case UInt8(ascii: "r"): return first == UInt8(ascii: "t")
    case UInt8(ascii: "g"): return first == UInt8(ascii: "n")
    default: return false
    }
  }

  static func isInitials(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].kind == .abbreviation, text.match(.honorific, at: index) == nil, text.match(.province, at: index) == nil,
      text.match(.body, at: index) == nil, text.match(.place, at: index) == nil
    else { return false }
    var letters = 0
    var longest = 0
    for offset in Int(text[index].start)..<Int(text[index].end) {
      if text.bytes[offset] == UInt8(ascii: ".") {
        letters = 0
      } else if text.bytes[offset] & 0xC0 != 0x80 {
        letters += 1
        longest = max(longest, letters)
      }
    }
    return longest <= 2
  }
}
