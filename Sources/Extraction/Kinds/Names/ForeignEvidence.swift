/// What speaks for a foreigner's name that no word announces.
extension NameEvidence {
  /// `Sau đó, Trump cũng nói`: a foreign family name and what a sentence's subject is followed by.
  var isForeignSubject: Bool {
    guard NameShape.isForeignWord(text, start), text[limit].shape == .lower, text.isJoined(limit), previousRole == .free,
      text.beginsSentence(start) || text[start - 1].kind == .comma || text.isListed(start - 1, .stopWord),
      let name = text.match(.foreignName, at: start), text.item(.foreignName, name).field1.equals("family")
    else { return false }
    return text.isListed(limit, .stopWord) || text.match(.predicate, at: limit) != nil || text.match(.nameLabel, at: limit) != nil
  }

  /// `Berdyaev | sinh năm 1874`
  var isBornForeigner: Bool {
    NameShape.isBirth(text, limit) && text.isJoined(limit) && !text.isVietnamese(start) && !text.entry(start).traits.contains(.single)
      && text[start].shape == .capital && text.longestPlace(at: start) == nil && text.match(.body, at: start) == nil
  }

  /// `thời Obama`, `lật đổ Gaddafi`: a family name that everybody knows, of nothing but a person.
  var isFamous: Bool {
    guard NameShape.isForeignWord(text, start), text[start].gap <= .space || text.beginsSentence(start), previousRole == .free,
      !text[limit].isCapitalized || text[limit].gap > .space, text[limit].kind != .dash || text[limit].gap == .space,
      let name = text.match(.foreignName, at: start), text.item(.foreignName, name).field2.equals("famous")
    else { return false }
    return !OrganizationReader.isBehindHead(text, start) && text[start - 1].kind != .dash
  }

  /// `Wang Zhimin, nhà nghiên cứu`; `Nasr Muflahi, Giám đốc`: at a sentence's beginning, behind `Theo` or a quotation.
  var isDescribed: Bool {
    // đối thủ Rafał Trzaskowski - Thị trưởng thủ đô Warsaw -
    if text.isSpacedDash(limit), NameShape.isForeignPerson(text, start..<limit), !OrganizationReader.isBehindHead(text, start) {
      return text.match(.post, at: Position.behindTenure(text, limit + 1)) != nil && text[start].gap <= .space
    }
    guard text[limit].kind == .comma, text.isJoined(limit + 1), text[limit + 1].kind == .word,
      NameShape.isForeignPerson(text, start..<limit), !OrganizationReader.isBehindHead(text, start)
    else { return false }
    let isAtHead =
      text.beginsSentence(start) || text.isKeyword(start - 1, .according)
      || text[start - 1].kind == .comma && (text[start - 2].kind.isQuote || isBehindSource || isBehindOpening)
    guard isAtHead || text[start - 1].shape == .lower && text[limit + 1].shape == .lower && !isBehindPreposition else { return false }
    // , một chuyên gia
    let first = text.isKeyword(limit + 1, .one) ? limit + 2 : limit + 1
    let post = Position.behindTenure(text, first)
    if text.match(.post, at: post) != nil { return true }
    guard text[limit + 1].shape == .lower else { return false }
    if text.isKeyword(limit + 1, .people) { return isAtHead || text.isKeyword(start - 1, .isVerb) }
    guard let job = text.match(.honorific, at: first) else { return false }
    // báo cáo của Metro Express, một người phụ nữ
    if first > limit + 1, !isAtHead, text.trigger(job) != .job { return false }
    return !text[job.end].isCapitalized
  }

  /// `công dân Triều Tiên | Kim Chol`, `du khách Đức | Lena Brandt`: two or three capitals behind a word for people and a country.
  var isOfCountry: Bool {
    if text[start - 1].kind == .colon { return isBehindNationality }
    guard text[start].gap == .space, text[limit].kind != .dash, PlaceName.endsCountry(text, start, from: start - 3) else { return false }
    return NameShape.isForeignPerson(text, start..<limit)
      && (max(start - 3, 1)..<start).contains { country in
        text.match(.place, at: country)?.end == start && !text.isKeyword(country, .viet) && isBehindPeople(country)
      }
  }

  /// `hai người quốc tịch Lào: | Khamxay Vongphachan`
  private var isBehindNationality: Bool {
    NameShape.isForeignPerson(text, start..<limit)
      && (max(start - 5, 1)..<start - 1).contains { country in
        text.match(.place, at: country)?.end == start - 1 && text.isKeyword(country - 2, .nation)
          && text.match(.unit, at: country - 2)?.end == country
      }
  }

  private func isBehindPeople(_ country: Int) -> Bool {
    text[country - 1].shape == .lower && text.isJoined(country)
      && (max(country - 3, 1)..<country).contains {
        text.match(.unit, at: $0).map { $0.end == country && text.unitKind($0) == .people } == true
          && !text.isKeyword($0 - 1, .the) && !text.isKeyword($0 - 1, .those) && text[$0 - 1].kind != .number
          && !text.isListed($0 - 1, .numberWord)
      }
  }

  /// `Farishta, 10 tuổi, mất tích`: a word that no list has is a person where an age stands behind it.
  var isStrangerWithAge: Bool {
    text[start].shape == .capital && !text.entry(start).traits.contains(.single) && text.longestPlace(at: start) == nil
      && (text[start - 1].shape != .capital || text[start].gap > .space) && text[start - 1].kind != .dash
      && text.match(.body, at: start) == nil && NameEvidence.ageFollows(text, limit)
  }

  /// `Thượng nghị sĩ | Blumenthal`: one word that no Vietnamese spelling has, right behind a member of a foreign parliament.
  var isBehindSenator: Bool {
    guard text[start].shape == .capital, !text.isVietnamese(start), !text.entry(start).traits.contains(.single),
      text.longestPlace(at: start) == nil, text.match(.body, at: start) == nil, !text[limit].isCapitalized, text[limit].kind != .dash
    else { return false }
    return (max(start - 5, 1)..<start).contains { first in
      text.match(.post, at: first).map {
        $0.end == start && text.match(.unit, at: first)?.end == start && text.item(.post, $0).field2.equals("foreign")
      } ?? false
    }
  }

  /// `McMaster`: a capital within the word, behind the particle of a family name.
  var isGaelic: Bool {
    let first = Int(text[start].start)
    return text[start].shape == .mixed && text.bytes[first] == UInt8(ascii: "M") && text.bytes[first + 1] == UInt8(ascii: "c")
  }

  /// `Theo Algemeiner, | Ron Tira, người từng …`
  private var isBehindSource: Bool {
    (max(start - 5, 1)..<start - 1).contains { text.isKeyword($0, .according) && text.beginsSentence($0) }
  }

  /// `Tuy nhiên, | Carolyn Reidy, CEO`, `Trong khi đó, | …`
  private var isBehindOpening: Bool {
    let first = (max(start - 4, 1)..<start - 1).first { text.beginsSentence($0) }
    return first.map { text.isListed($0, .stopWord) } == true
  }

  /// `tại Sing My Song, ca sĩ`: what stands there is no person.
  var isBehindPreposition: Bool {
    [Keyword.atPlace, .inPlace, .with, .day, .into, .among, .until, .to].contains { text.isKeyword(start - 1, $0) }
  }

  /// `Khăm-bun Xay-nha-vông`: dashes between small syllables.
  var isTransliterated: Bool {
    limit - start >= 4 && (start..<limit).contains { text[$0].kind == .dash && text[$0 + 1].shape == .lower }
      && !(text.beginsSentence(start) && text.isListed(start, .stopWord))
  }
}

extension NameShape {
  /// `Zhang Yongguang`, `Li Huabo`: behind the family name a word of two syllables that no Vietnamese spelling has, and no more capitals.
  static func isPinyinName(_ text: TokenizedText, _ index: Int) -> Bool {
    let given = text[index + 1]
    return text[index].shape == .capital && given.gap == .space && given.shape == .capital && given.end - given.start >= 5
      && !text.isVietnamese(index + 1) && !text.isListed(index + 1, .organizationWord) && runLength(text, index) == 2
      && text.longestPlace(at: index + 1) == nil
  }

  /// `Chủ tịch | Tập Cận Bình`: a Chinese family name that is no Vietnamese one, and two more syllables.
  static func beginsSinoName(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital, text[index + 1].shape == .capital, text[index + 2].shape == .capital, runLength(text, index) == 3,
      text.isVietnamese(index + 1), text.isVietnamese(index + 2), let name = text.match(.foreignName, at: index)
    else { return false }
    return text.item(.foreignName, name).field1.equals("sino")
  }

  /// `Phó Tổng giám đốc | Park Sung Ho`: a family name and two syllables of Koreans; not `Park Hyatt Saigon`.
  static func isKorean(_ text: TokenizedText, _ index: Int) -> Bool {
    guard let family = text.match(.foreignName, at: index), text[index].shape == .capital, runLength(text, index) == 3,
      text.longestPlace(at: index) == nil, (index..<index + 3).contains(where: { !text.isVietnamese($0) })
    else { return false }
    let kind = text.item(.foreignName, family).field1
    guard kind.equals("family") || kind.equals("korean") else { return false }
    return [index + 1, index + 2].allSatisfy {
      text.isVietnamese($0) ? !text.isListed($0, .organizationWord) : text.isListed($0, .foreignName)
    }
  }

  /// Tập, Kim: people are called by them.
  static func isAsianSurname(_ text: TokenizedText, _ token: Int) -> Bool {
    guard let match = text.match(.foreignName, at: token) else { return false }
    let kind = text.item(.foreignName, match).field1
    return kind.equals("sino") || kind.equals("korean") || kind.equals("pinyin")
  }
}
