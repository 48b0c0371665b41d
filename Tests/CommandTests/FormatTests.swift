import Ingestion
import Support
import Testing

/// Old encodings and pages through the command, from a file, from standard input and in a line of JSON.
@Suite struct FormatTests {
  @Test(arguments: [
    "encodings/tcvn3.txt", "encodings/utf-16le.txt", "encodings/misread-twice.txt", "pages/article.html", "pages/old-vni.htm",
  ])
  func standardInputAndFileAgree(_ name: String) throws {
    let path = "\(Checkout.root)/corpus/archive/\(name)"
    let bytes = try #require(TextFile.bytes(path))
    let file = try Program.run([Program.path, "extract", "--include-text", path])
    let stream = try Program.run([Program.path, "extract", "--include-text"], input: bytes)
    #expect(file.status == 0 && stream.status == 0)
    for output in [file.output, stream.output] {
      #expect(output.contains("Công an tỉnh Bạc Liêu") && output.contains(#""published":"2004-05-12"#))
    }
  }

  /// In an editor the page's lines count, not those of its text.
  @Test(arguments: [
    ("a.html", "<html><body>\n\n<h1>Họp báo</h1>\n\n<p>Trời mưa suốt buổi sáng.</p>\n<p>Đà Nẵng họp ngày 31/2/2024.</p></html>", "6:16"),
    ("a.htm", "<html><body><h1>Họp báo</h1>\n\n\n<p>Công an tỉnh cho biết trời mưa suốt buổi sáng nay.</p></body></html>", "4:4"),
    ("b.txt", "\u{FEFF}Họp ngày 31/2/2024.\n", "1:5"), ("c.txt", "Họp báo\n\nĐà Nẵng họp ngày 31/2/2024.\n", "3:13"),
  ]) func flagsAreFoundInTheFile(_ name: String, _ text: String, _ place: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let path = "\(folder.path)/\(name)"
    let run = try Program.trich("check", "--published", "2024-03-01", path)
    #expect(run.lines.first?.hasPrefix("\(path):\(place): ") == true, "\(run.output)")
    let pair = try Program.trich("extract", path, "--published", "2024-03-01")
    #expect(pair.output.contains("\"input\":[") == !text.hasPrefix("Họp"))
  }

  @Test func pageInALine() throws {
    let line =
      #"{"id":"a","html":"<html><body><h1>Công an Bạc Liêu họp báo sáng nay<\/h1><p>Ngày 12/5/2004, Đại tá Lê Thành Kỉnh chủ trì buổi họp báo.<\/p><\/body><\/html>"}"#
    let run = try Program.trich("extract", "--input", "ndjson", input: line + "\n")
    #expect(run.status == 0 && run.output.contains(#""format":"html""#) && run.output.contains("Lê Thành Kỉnh"))
  }
}
