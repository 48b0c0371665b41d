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

  @Test func pageInALine() throws {
    let line =
      #"{"id":"a","html":"<html><body><h1>Công an Bạc Liêu họp báo sáng nay<\/h1><p>Ngày 12/5/2004, Đại tá Lê Thành Kỉnh chủ trì buổi họp báo.<\/p><\/body><\/html>"}"#
    let run = try Program.trich("extract", "--input", "ndjson", input: line + "\n")
    #expect(run.status == 0 && run.output.contains(#""format":"html""#) && run.output.contains("Lê Thành Kỉnh"))
  }
}
