import Glibc
import Ingestion
import Support
import Testing

/// What makes a start short must not change what comes of it.
@Suite struct StartTests {
  /// `extract` alone does not ask the parser of arguments.
  @Test(arguments: [ExtractTests.bulletin, "", "\0\u{1}\u{2}\0", #"{"id":"a","text":"x"}"#])
  func noOptionsAreTheUsualOnes(_ input: String) throws {
    let alone = try Program.trich("extract", input: input)
    let parsed = try Program.trich("extract", "-", input: input)
    #expect(alone.status == parsed.status)
    #expect(alone.output == parsed.output)
    #expect(alone.error == parsed.error)
  }

  @Test func anArchiveAloneIsRead() throws {
    let bytes = try #require(TextFile.bytes("\(Checkout.root)/corpus/archive/containers/folder.tar.xz"))
    let alone = try Program.run([Program.path, "extract"], input: bytes)
    #expect(alone.lines.count > 1)
    #expect(alone.output == (try Program.run([Program.path, "extract", "-"], input: bytes)).output)
  }

  /// The tables that `scripts/build` puts into the program say what the lists say.
  @Test func aSealedProgramReadsTheSame() throws {
    let folder = try TemporaryFolder()
    let program = try #require(TextFile.bytes(Program.path))
    try folder.write(program, to: "trich")
    let copy = "\(folder.path)/trich"
    #expect(chmod(copy, 0o755) == 0)
    #expect(try Program.trich("seal", copy).status == 0)
    #expect(try #require(TextFile.bytes(copy)) != program)
    let articles = "\(Checkout.root)/corpus/articles"
    let sealed = try Program.run([copy, "extract", articles])
    #expect(sealed.status == 0)
    #expect(sealed.output == (try Program.trich("extract", articles)).output)
    // Words of a user's own are added to the lists, not to the tables.
    try folder.write("zqa\tpeople\n", to: "words/unit.tsv")
    #expect(try Program.run([copy, "extract", "--words", "\(folder.path)/words"], input: Array("Có 5 zqa.".utf8)).output.contains("5 zqa"))
  }
}
