import Testing

@testable import Extraction

/// What is written in one go is what would be written a letter at a time.
@Suite struct WritingTests {
  private func written(_ body: (inout ByteWriter) -> Void) -> String {
    var out = ByteWriter()
    body(&out)
    return String(decoding: out.view, as: UTF8.self)
  }

  @Test func numbers() {
    var numbers = [0, 1, 9, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, 1_234_567_890_123_456, 9_999_999_999_999_999]
    numbers += [10_000_000_000_000_000, .max, -1, -40, .min]
    var random = SystemIndependentRandom(seed: 3)
    for digits in 1...18 {
      let limit = (0..<digits).reduce(1) { power, _ in power * 10 }
      numbers += (0..<50).map { _ in Int.random(in: 0..<limit, using: &random) }
    }
    for number in numbers { #expect(written { $0.put(number) } == "\(number)") }
  }

  @Test func numbersWithZerosInFront() {
    for (number, width, text) in [(7, 2, "07"), (0, 4, "0000"), (2024, 4, "2024"), (12345, 4, "12345"), (5, 8, "00000005")] {
      #expect(written { $0.put(number, width: width) } == text)
    }
  }

  @Test func days() {
    #expect(written { $0.put(Moment(year: 2024, month: 9, day: 27)) } == "2024-09-27")
    #expect(written { $0.put(Moment(year: 938, month: 1, day: 5)) } == "0938-01-05")
    #expect(written { $0.put(Moment(month: 12, day: 31)) } == "XXXX-12-31")
    #expect(written { $0.put(Moment(year: 2024, month: 9)) } == "2024-09")
  }

  @Test func aPostStandsOnceInAPerson() throws {
    let text = "Ông Lê Văn Tám, Thứ trưởng Bộ Y tế, dự họp. Sau đó thứ trưởng Bộ Y tế Lê Văn Tám phát biểu."
    #expect(try Extractor().record(of: text).people.map(\.positions) == [["Thứ trưởng Bộ Y tế"]])
  }

  @Test func aBylineStandsOnce() throws {
    let text = "Mưa lớn ở bến\n\nBến đò vắng khách. Ảnh: Bảo Châu\n\nNước còn dâng cao.\nẢnh: Bảo Châu\n"
    let record = try Extractor().record(of: text)
    #expect(record.mentions.count { $0.rule == "name.byline" } == 2 && record.article.bylines == ["Bảo Châu"])
  }

  @Test func documentsWithoutANumberHaveTheirName() throws {
    let text = "Theo Luật Đất đai và Nghị định số 43/2014/NĐ-CP, Luật này có hiệu lực."
    let decrees = try Extractor().record(of: text).decrees
    #expect(decrees.map(\.number) == ["43/2014/NĐ-CP", nil] && decrees.map(\.name) == [nil, "Luật Đất đai"])
  }

  @Test func everyPieceFitsItsRoom() {
    let pieces = RecordPieces { _ in 0.07 }
    for rule in Rule.allCases {
      let tail = written { $0.put(atMost: PieceTable.room) { $0.put(Int(rule.rawValue), of: pieces.tails) } }
      #expect(tail == ",\"rule\":\"\(rule.name)\",\"confidence\":0.07}")
    }
    for code in FlagCode.allCases {
      let beginning = written { $0.put(atMost: PieceTable.room) { $0.put(code.ordinal, of: pieces.flags) } }
      #expect(beginning == "{\"code\":\"\(code.rawValue)\",\"severity\":\"")
    }
    for kind in MentionKind.allCases {
      #expect(written { $0.put(atMost: PieceTable.room) { $0.put(kind.ordinal, of: pieces.openings) } } == "{\"id\":\"\(kind.rawValue):")
    }
  }

  @Test func offsetsInScalars() throws {
    let reader = ArticleReader(Extractor())
    var text = String(repeating: "Đắk Nông, ế 😀 abc. ", count: 20)
    try text.withUTF8 { utf8 in
      try reader.withTokens(UnsafeRawBufferPointer(utf8)) { text in
        let offsets = ScalarOffsets(text)
        for place in 0...utf8.count where place == utf8.count || utf8[place] & 0xC0 != 0x80 {
          let before = try #require(String(validating: utf8[..<place], as: UTF8.self))
          #expect(offsets.scalar(at: place) == before.unicodeScalars.count)
        }
      }
    }
  }
}
