import Extraction
import Testing

/// Texts at which the program once ended, found by `scripts/fuzz`.
struct TornTextTests {
  @Test(arguments: [
    "Mộc Miên (",
    "Phó Chủ(",
    "Mạnh, Giám đốc của 7, TPHCM",
    "n, tại quyết định 1178, ",
    "Chủ tịch HĐQT\nđối với ông Kế",
    "trước 10/1, tổng\nkết",
  ])
  func isRead(_ text: String) {
    let reader = ArticleReader(Extractor())
    _ = Array(text.utf8).withUnsafeBytes { reader.read($0, source: ArticleSource(id: "x"), options: ExtractionOptions(includeText: true)) }
    reader.withOutput { record in
      let line = String(decoding: record, as: UTF8.self)
      #expect(line.hasSuffix("\n") && line.contains("\"text\":\"\(text.replacing("\n", with: "\\n"))\""))
    }
  }
}
