import Extraction
import Foundation
import Support
import Testing

/// Lists of words become one tree.
@Suite struct LexiconTests {
  private func list(_ name: String, _ lines: [String]) -> WordList {
    WordList(name: name, contents: Array(lines.joined(separator: "\n").utf8))
  }

  private func phrases(_ text: String, adding lists: [WordList]) throws -> [[String]] {
    var text = text
    let reader = ArticleReader(try Extractor(adding: lists))
    return text.withUTF8 { reader.tokens(of: UnsafeRawBufferPointer($0)).map(\.phrases) }
  }

  @Test func theLongestPhraseOfEachClassIsFound() throws {
    let lists = [list("unit", ["zqa", "zqa zqe", "zqa zqe zqi"]), list("post", ["zqa zqe"])]
    let found = try phrases("zqa zqe zqi zqa zqe zq", adding: lists)
    #expect(found[0].contains("unit: zqa zqe zqi") && found[0].contains("post: zqa zqe"))
    #expect(found[3].contains("unit: zqa zqe"))
    #expect(found[1].isEmpty)
  }

  @Test func marksAreWordsOfAPhrase() throws {
    let found = try phrases("zqa, zqe và zqi/zqa", adding: [list("unit", ["zqa, zqe", "zqi/zqa"])])
    #expect(found[0].contains("unit: zqa, zqe"))
    #expect(found[4].contains("unit: zqi/zqa"))
  }

  @Test func aPhraseOfManyAndLongWords() throws {
    let words = (0..<40).map { "zo" + String(repeating: "abcdefghij", count: $0 % 4) + String($0, radix: 2).map { $0 == "0" ? "x" : "y" } }
    let phrase = words.joined(separator: " ")
    #expect(try phrases(phrase, adding: [list("unit", [phrase])])[0].contains("unit: \(phrase)"))
  }

  @Test func linesOfUsersMayEndAnyhow() throws {
    for contents in ["zqa\tpeople", "zqa\tpeople\n", "# zo\n\nzqa\tpeople\n\n", "zqa"] {
      let list = WordList(name: "unit", contents: Array(contents.utf8))
      #expect(try phrases("5 zqa", adding: [list])[1].contains("unit: zqa"), "\(contents)")
    }
    #expect(try phrases("5 zqa", adding: [WordList(name: "unit", contents: [])])[1].isEmpty)
  }

  /// Different words of letters alone.
  private func words(_ count: Int) -> [String] {
    (0..<count).map {
      "z"
        + String($0, radix: 20).map {
          String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.hexDigitValue ?? 16 + Int($0.asciiValue ?? 0x67) - 0x67)))
        }.joined()
    }
  }

  @Test func thousandsOfNewWordsFit() throws {
    let many = words(40_000)
    let found = try phrases("\(many[39_999]) \(many[0])", adding: [list("foreign-name", many)])
    #expect(found[0].contains("foreign-name: \(many[39_999])") && found[1].contains("foreign-name: \(many[0])"))
  }

  @Test func whatIsOneTooManyIsNamed() throws {
    let problem = #expect(throws: WordListProblem.self) { try Extractor(adding: [list("unit", words(70_000))]) }
    #expect(problem?.list == "unit")
    #expect(problem?.reason == .words)
    let lines = (0..<70_000).map { _ in "zqa" }
    let other = #expect(throws: WordListProblem.self) { try Extractor(adding: [list("given-name", lines)]) }
    #expect(other?.reason == .lines)
    #expect((other?.line ?? 0) > 60_000 && (other?.line ?? 0) <= WordListProblem.most)
  }

  /// What would make a record that is no JSON, or end the program.
  @Test(arguments: [
    ("rank", "đại cá", 7, "a column is missing; the head of the program's own rank.tsv tells the columns"),
    ("rank", "đại cá\tĐại cá\tq", 15, "“q” is no number from 1 to 18"), ("weekday", "ngày tằm\t!", 10, "“!” is no number from 1 to 7"),
    ("rank", "đại cá\tĐại cá\t16\tsea", 18, "“sea” cannot stand here; navy can"),
    ("month-word", "tháng củ mật\t99999999999999999999", 14, "“99999999999999999999” is no number from 1 to 12"),
    (
      "number-word", "nhím\tdigits\t3", 6,
      "“digits” cannot stand here; digit, unit, ten, tens, power, zero, half, group, some, point, fraction, minus can"
    ),
  ]) func whatCannotBeReadIsNamed(_ name: String, _ line: String, _ column: Int, _ message: String) {
    let problem = #expect(throws: WordListProblem.self) { try Extractor(adding: [list(name, ["# a comment", line])]) }
    #expect(problem?.line == 2 && problem?.column == column)
    #expect(problem?.message == message)
  }

  @Test func theProgramsOwnListsCanBeAdded() throws {
    let lists = try WordList.names.map { WordList(name: $0, contents: Array(try Checkout.text("Sources/Words/\($0).tsv").utf8)) }
    #expect(throws: Never.self) { try Extractor(adding: lists) }
  }

  /// Of two equal lines the second is never seen, and whoever mends the first does not see it either.
  @Test(arguments: WordList.names) func noLineStandsTwice(in name: String) throws {
    let phrases = try Checkout.text("Sources/Words/\(name).tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.prefix { $0 != "\t" }.lowercased() }
    let twice = Dictionary(grouping: phrases, by: \.self).filter { $1.count > 1 }.keys
    #expect(twice.isEmpty)
  }
}
