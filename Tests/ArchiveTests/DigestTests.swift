import Testing

@testable import Archive

@Suite struct DigestTests {
  /// The examples of FIPS 180-4 and a text that fills whole blocks.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 128), "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
  ])
  func sha256(text: String, digest: String) { #expect(SHA256.hex(text) == digest) }

  @Test(arguments: [
    #"{"a":[1,-2.50,1e9,true,false,null],"b":{"c":"x\"\\\n"}}"#, "[]", "{}", #"["Đắk Tô – “quà”"]"#,
  ])
  func jsonComesOutAsItWentIn(text: String) throws { #expect(try JSON(parsing: text).text == text) }

  @Test func jsonEscapesAreRead() throws {
    #expect(try JSON(parsing: #""\u0110\u1eafk \ud83d\ude00 \/ \t""#) == .string("Đắk 😀 / \t"))
    #expect(try JSON(parsing: #""\u12""#).string?.hasPrefix("?") == true)
  }

  @Test(arguments: ["", "{", #"{"a"}"#, "[1,]", "[1 2]", "\"abc", "nul", "{} x", String(repeating: "[", count: 100)])
  func brokenJSONThrows(text: String) { #expect(throws: (any Error).self) { try JSON(parsing: text) } }

  @Test(arguments: [
    ("2024-02", "2024-02-01", "2024-02-29"), ("2024-Q3", "2024-07-01", "2024-09-30"), ("2023-H1", "2023-01-01", "2023-06-30"),
    ("201X", "2010-01-01", "2019-12-31"), ("2019-04-24T15:51", "2019-04-24", "2019-04-24"), ("2020/2025", "2020-01-01", "2025-12-31"),
  ])
  func boundsOfDates(text: String, from: String, to: String) {
    #expect(EDTF.bounds(of: text).from == from)
    #expect(EDTF.bounds(of: text).to == to)
  }

  @Test(arguments: ["2024-13", "27/9/2024", "2024-02-30x", "a/b/c", "hôm qua"])
  func whatIsNoDate(text: String) { #expect(throws: ArchiveError.self) { try EDTF.check(text, field: "value") } }

  @Test(arguments: [("hiểu", "hiếu", true), ("anh", "ánh", true), ("an", "anh", true), ("minh", "manhh", false), ("lan", "lan", false)])
  func oneLetterApart(a: String, b: String, isApart: Bool) { #expect(NameDistance.isOneLetterApart(a, b) == isApart) }

  @Test(arguments: [("a,b", "\"a,b\""), ("=1+1", "'=1+1"), ("-5", "-5"), ("- 5", "'- 5"), ("nói \"có\"", "\"nói \"\"có\"\"\""), ("x", "x")])
  func cellsOfATable(text: String, cell: String) { #expect(TableExport.cell(text) == cell) }
}
