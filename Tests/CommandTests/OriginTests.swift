import Extraction
import Foundation
import Support
import Testing

/// What a page or an old file adds to a record.
@Suite struct OriginTests {
  private func record(_ specimen: String) throws -> (record: Record, bytes: [UInt8]) {
    let path = "\(Checkout.root)/corpus/archive/\(specimen)"
    let run = try Program.trich("extract", path)
    return (
      try JSONDecoder().decode(Record.self, from: Data(run.output.utf8)), try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    )
  }

  /// `Lê Thành Kỉnh` as the bytes of each file have it, each byte as the letter of Latin-1 with its number.
  @Test(arguments: [
    ("encodings/tcvn3.txt", "L\u{AA} Th\u{B5}nh K\u{D8}nh"), ("encodings/vni.txt", "Le\u{E2} Tha\u{F8}nh K\u{E6}nh"),
    ("encodings/viscii.txt", "L\u{EA} Th\u{E0}nh K\u{EF}nh"), ("pages/tcvn3-entities.htm", "L&#170; Th&#181;nh K&#216;nh"),
    ("encodings/utf-8-mark.txt", "L\u{C3}\u{AA} Th\u{C3}\u{A0}nh K\u{E1}\u{BB}\u{89}nh"),
    ("pages/article.html", "L\u{C3}\u{AA} Th\u{C3}\u{A0}nh K\u{E1}\u{BB}\u{89}nh"),
  ]) func mentionsLeadBackToTheBytes(_ specimen: String, _ name: String) throws {
    let (record, bytes) = try record(specimen)
    let mention = try #require(record.mentions.first { $0.text == "Lê Thành Kỉnh" })
    let origin = try #require(mention.input)
    #expect(bytes[origin[0]..<origin[1]].elementsEqual(name.unicodeScalars.map { UInt8($0.value) }))
    #expect(record.source.encodingConfidence.map { (0.5...1).contains($0) } == true)
  }

  @Test func aTextAsItStandsHasNone() throws {
    let (record, _) = try record("encodings/utf-8.txt")
    #expect(record.mentions.count > 5 && record.mentions.allSatisfy { $0.input == nil })
    #expect(record.source.encodingConfidence == nil && record.source.cuts == nil)
  }

  @Test func aPageTellsWhatItKnows() throws {
    let (record, bytes) = try record("pages/article.html")
    #expect(record.article.published == "2004-05-12T08:30" && record.article.publishedBasis == "meta")
    #expect(record.article.bylines == ["Hữu Nghĩa"])
    let cuts = try #require(record.source.cuts)
    #expect(cuts.map(\.reason) == ["menu", "share", "related", "comments", "related", "footer"])
    let (related, footer) = (cuts[2], cuts[5])
    let text = { (cut: ArticleSource.Cut) in String(decoding: bytes[cut.input[0]..<cut.input[1]], as: UTF8.self) }
    #expect(text(related).hasPrefix("Khởi công cầu qua kênh 6,"))
    #expect(text(footer).hasSuffix("Tổng biên tập: Trần Văn Mẫu."))
  }

  @Test(arguments: [
    ("<meta name=\"pubdate\" content=\"2019-04-24T15:51:00+07:00\">", "meta", []),
    (
      "<script type=\"application/ld+json\">{\"datePublished\":\"2019-04-24T08:51:00Z\",\"author\":{\"name\":\"Mai Trâm\"}}</script>",
      "json-ld", ["Mai Trâm"]
    ),
    ("<meta name=\"author\" content=\"Báo Ví dụ\"><time datetime=\"2019-04-24T15:51\"></time>", "time", []),
  ]) func whereTheDateComesFrom(_ head: String, _ basis: String, _ bylines: [String]) throws {
    let page =
      "<html><head>\(head)</head><body><h1>Trời mưa suốt ngày</h1><p>Mưa từ sáng đến tối, nước ngập các con đường quanh chợ.</p></body></html>"
    let record = try JSONDecoder().decode(Record.self, from: Data(Program.trich("extract", input: page).output.utf8))
    #expect(record.article.published == "2019-04-24T15:51" && record.article.publishedBasis == basis)
    #expect(record.article.bylines == bylines)
  }
}
