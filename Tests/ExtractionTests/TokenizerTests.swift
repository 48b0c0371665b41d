import Extraction
import Testing

/// What the tokenizer must know of Vietnamese news.
@Suite struct TokenizerTests {
  private func tokens(_ text: String) -> [TokenDescription] {
    var text = text
    return text.withUTF8 { ArticleReader(Extractor()).tokens(of: UnsafeRawBufferPointer($0)) }
  }

  private func texts(_ text: String) -> [String] { tokens(text).map(\.text) }

  @Test(
    "spellings of one word are one",
    arguments: [
      ["hoà", "hòa", "HOÀ", "Hòa", "ho\u{61}\u{300}"], ["uỷ", "ủy", "ỦY", "u\u{309}y"], ["Đ", "Ð", "đ"],
      ["Tie\u{302}\u{301}n", "Tiến", "TIẾN"],
    ])
  func folding(spellings: [String]) {
    let folds = Set(spellings.map { tokens($0).first?.fold })
    #expect(folds.count == 1, "\(spellings)")
  }

  @Test(
    "what stands apart has nothing between",
    arguments: [
      ("tỉnh  Đắk Nông", ["tỉnh", "Đắk", "Nông"]), ("xã , huyện", ["xã", ",", "huyện"]), ("tổ \n nhóm", ["tổ", "nhóm"]),
      ("hết . Sau", ["hết", ".", "Sau"]), ("từ “Công an” , rồi", ["từ", "“", "Công", "an", "”", ",", "rồi"]),
    ])
  func blanksBeforeMarks(text: String, words: [String]) {
    #expect(texts(text) == words)
  }

  /// The runs of a text are found 64 bytes at a time: wherever a word stands in them, it is the same word.
  @Test func wordsStandAnywhere() {
    let line = ["Công", "an", "tỉnh", "Đắk", "Nông", ",", "xã", "Nghĩa", "Thắng", ".", "Trưởng", "phòng"]
    let text = "Công an tỉnh Đắk Nông, xã Nghĩa Thắng. Trưởng phòng"
    for blanks in 0..<70 { #expect(texts(String(repeating: " ", count: blanks) + text) == line) }
    let long = String(repeating: "nghiêng", count: 12)
    #expect(texts("\(long) \(long), xã") == [long, long, ",", "xã"])
  }

  @Test func toneTellsWordsApart() {
    #expect(tokens("hòa")[0].fold != tokens("hóa")[0].fold)
    #expect(tokens("ma")[0].fold != tokens("má")[0].fold)
  }

  @Test func sĩAndSỹAreOneForTheLists() {
    for text in ["Thượng sĩ Bình", "Thượng sỹ Bình", "THƯỢNG SỸ BÌNH"] {
      #expect(tokens(text)[0].phrases.contains("rank: thượng sĩ"), "\(text)")
    }
  }

  @Test func offsetsCountTheTextAsReceived() {
    let text = "Tie\u{302}\u{301}ng Việt, na\u{306}m 2024"
    let scalars = Array(text.unicodeScalars)
    for token in tokens(text) {
      #expect(Array(token.text.unicodeScalars) == Array(scalars[token.start..<token.end]))
    }
    #expect(texts(text).count == 5)
  }

  @Test("blanks of every width part words", arguments: ["\u{A0}", "\u{2009}", "\u{3000}", "\u{202F}", "\t"])
  func blanks(blank: String) { #expect(texts("86\(blank)xã") == ["86", "xã"]) }

  @Test("what has no width parts nothing", arguments: ["\u{AD}", "\u{200D}", "\u{200C}"])
  func zeroWidth(mark: String) { #expect(tokens("Công\(mark)an").count == 1) }

  @Test("dashes of every length are dashes", arguments: ["-", "–", "—", "‑", "−", "―"])
  func dashes(dash: String) { #expect(tokens("Đức \(dash)Phó").map(\.kind) == ["word", "dash", "word"]) }

  @Test func gluedMarks() {
    #expect(texts("Đức –Phó Giám đốc,ông(Bình)") == ["Đức", "–", "Phó", "Giám", "đốc", ",", "ông", "(", "Bình", ")"])
    #expect(texts("“Vì an ninh”") == ["“", "Vì", "an", "ninh", "”"])
  }

  @Test(
    "runs of digits stay whole",
    arguments: [
      "1.234,5", "60/61", "27/9/2024", "11:41:48", "15h30", "86/86", "2,5", "1.200.000", "24.4.2019", "27-9-2024",
    ])
  func numbers(text: String) {
    let all = tokens("có \(text) đó")
    #expect(all.map(\.text) == ["có", text, "đó"])
    #expect(all.count > 1 && all[1].kind == "number")
  }

  @Test func partsOfANumber() {
    #expect(tokens("27/9/2024")[0].parts == ["27", "/9", "/2024"])
    #expect(tokens("1.234,5")[0].parts == ["1", ".234", ",5"])
    #expect(tokens("15h30")[0].parts == ["15", "h30"])
  }

  @Test(
    "symbols of documents stay whole",
    arguments: [
      "223/KH-BCA-V05", "989-QĐ-TU", "30a/2008/NQ-CP", "01/2017/TTLT-BCA-BNN&PTNT", "989-QĐ/TU", "12/2021/UBTVQH15", "15/CT-TTg",
    ])
  func symbols(text: String) {
    let all = tokens("số \(text) ngày")
    #expect(all.map(\.text) == ["số", text, "ngày"])
    #expect(all.count > 1 && all[1].kind == "symbol")
  }

  @Test("abbreviations", arguments: ["TP.HCM", "GS.TS", "N.V.A"])
  func abbreviations(text: String) { #expect(texts("tại \(text), nay")[1] == text) }

  @Test("one word each", arguments: ["UBND", "CBCS", "PC02", "H'Hen", "K'Brêu", "H’Phiên", "Y", "m2"])
  func words(text: String) { #expect(texts("gặp \(text) Niê") == ["gặp", text, "Niê"]) }

  @Test func sentencesEndWhereTheyEnd() {
    let beginnings = { (text: String) in tokens(text).filter(\.beginsSentence).map(\.text) }
    #expect(beginnings("Trời mưa. Ông về TP. Huế gặp Th.S. Nam. Mai đi? Ừ! Được.") == ["Trời", "Ông", "Mai", "Ừ", "Được"])
    #expect(beginnings("Đỗ Thị H. bị bắt. Nay") == ["Đỗ", "Nay"])
    #expect(beginnings("TÍT BÀI\nSáng nay\n\n- Ảnh: Nam").contains("Sáng"))
  }

  @Test func linesAreSeen() {
    let gaps = tokens("một hai\nba\n\nbốn").map(\.gap)
    #expect(gaps == ["paragraph", "space", "line", "paragraph"])
  }

  @Test func anyBytesHaveTokens() {
    for text in [
      "", " ", "\n", "\u{FFFD}", "🇻🇳👮🏽", "ﷺ", "\u{301}", String(repeating: "a", count: 10_000), "1" + String(repeating: "0", count: 400),
    ] {
      let all = tokens(text)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }
}
