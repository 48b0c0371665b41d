import Archive
import Extraction
import Foundation
import Support
import Testing

/// The queue and what one answer does to it.
@Suite struct DeskTests {
  private func desk(_ folder: Folder) throws -> Desk {
    let archive = try folder.open()
    _ = try archive.index()
    return Desk(archive: archive, reviewer: "lan")
  }

  private func codes(_ desk: Desk) throws -> [String] {
    (try desk.queue(Desk.Filter(), byArticle: false)["items"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  @Test func contradictionsComeBeforeWhatIsUnsaid() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3, xã tặng 12 suất quà. Ngày 6/3, xã tặng 7 chiếc xe đạp.", published: "2021-03-07") { record in
      record.flags = []
      record.flag("date-year-unresolved", on: "Ngày 5/3")
      record.flag("text-misspelling", on: "7 chiếc xe đạp")
    }
    #expect(try codes(desk(folder)) == ["text-misspelling", "date-year-unresolved"])
  }

  @Test func oneAnswerForAllAlikeIsUndoneAtOnce() throws {
    let folder = try Folder()
    for id in ["a", "b"] {
      try folder.write(id, "Xã tặng 12 suất quà. Sau đó, xã tặng 7 chiếc xe đạp.", published: "2021-03-07") { record in
        record.flag("count-odd", on: "12 suất quà")
        record.flag("count-odd", on: "7 chiếc xe đạp")
      }
    }
    let desk = try desk(folder)
    let flags = try desk.archive.openFlags("count-odd")
    var accept = Answer(action: .accept)
    accept.flag = flags.first
    accept.isForAllAlike = true
    let saved = try desk.save(accept)
    #expect(saved.decisions.map(\.group) == [nil, saved.decisions[0].id])
    #expect(try desk.archive.openFlags("count-odd") == Array(flags.dropFirst(2)))
    #expect(try desk.undo().count == 2)
    #expect(try desk.archive.openFlags("count-odd") == flags)
    #expect(try desk.redo().count == 2)
    #expect(try desk.archive.openFlags("count-odd") == Array(flags.dropFirst(2)))
  }

  /// 30/12 lies before the day of publication, so it is of the year before.
  @Test func aDayOfPublicationAnswersForDatesWithoutAYear() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 30/12, xã họp dân. Ngày 1/1, xã tặng 7 chiếc xe đạp.")
    let desk = try desk(folder)
    var day = Answer(action: .correct)
    day.flag = try #require(try desk.archive.openFlags("meta-no-publication-date").first)
    day.fields = ["published": "2/1/2024"]
    #expect(try desk.save(day).count == 3)
    #expect(try desk.archive.openFlags("date-year-unresolved").isEmpty)
    let record = try #require(try desk.archive.exported()["a"])
    #expect(record.mention("Ngày 30/12")?["value"] == "2023-12-30")
    #expect(record.mention("Ngày 1/1")?["value"] == "2024-01-01")
  }

  @Test(arguments: [("27/9/2024", "2024-09-27"), ("7-9-2024", "2024-09-07"), ("9/2024", "2024-09"), ("2024-Q3", "2024-Q3")])
  func datesAreTypedAsPeopleWriteThem(typed: String, value: String) throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3, xã họp dân.", published: "2021-03-07") { $0.flag("date-odd", on: "Ngày 5/3") }
    let desk = try desk(folder)
    var correct = Answer(action: .correct)
    correct.flag = try #require(try desk.archive.openFlags("date-odd").first)
    correct.mention = "date:0-8"
    correct.fields = ["value": typed]
    #expect(try desk.save(correct).leading?.after == ["value": .string(value)])
  }

  @Test func equalWordsInTwoPlacesAreTwoQuestions() throws {
    let folder = try Folder()
    try folder.write("a", "Xã đã đã họp. Dân đã đã nghe.") { record in
      let place = { (start: Int, byte: Int) -> JSON in
        ["start": JSON(start), "end": JSON(start + 5), "utf8": [JSON(byte), JSON(byte + 9)], "text": "đã đã"]
      }
      record.flags = []
      for (start, byte) in [(3, 4), (18, 26)] {
        record.addFlag(["code": "text-odd", "severity": "review", "mentions": [], "places": [place(start, byte)], "message": "twice"])
      }
    }
    var desk = try desk(folder)
    let flags = try desk.archive.openFlags("text-odd")
    #expect(flags.count == 2)
    let view = try desk.view(flag: flags[1], filter: Desk.Filter())
    #expect(view["evidence"]?.array.first?["text"] == "đã đã")
    #expect(view["article"]?["paragraphs"]?.array.first?.array.filter { $0["p"] == 1 }.map { $0["t"] } == ["đã đã"])
    var accept = Answer(action: .accept)
    accept.flag = flags[1]
    _ = try desk.save(accept)
    try desk.archive.close()
    desk = Desk(archive: try folder.rebuilt().archive, reviewer: "lan")
    #expect(try desk.archive.openFlags("text-odd") == [flags[0]])
  }

  @Test func whatWasPutAsideIsFoundAgain() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3, xã tặng 12 suất quà.", published: "2021-03-07") { record in
      record.flag("count-odd", on: "12 suất quà")
      record.flag("date-odd", on: "Ngày 5/3")
    }
    let desk = try desk(folder)
    var skip = Answer(action: .skip)
    skip.flag = try desk.archive.openFlags("count-odd").first
    _ = try desk.save(skip)
    let skipped = Desk.Filter(mark: .skipped)
    #expect(try desk.queue(skipped, byArticle: false)["items"]?.array.compactMap { $0["code"]?.string } == ["count-odd"])
    var accept = Answer(action: .accept)
    accept.flag = skip.flag
    _ = try desk.save(accept)
    #expect(try desk.queue(skipped, byArticle: false)["items"] == [])
    #expect(try desk.queue(Desk.Filter(mark: .answered), byArticle: false)["items"]?.array.count == 1)
  }

  @Test(arguments: FlagCode.allCases)
  func everyFlagHasItsWords(code: FlagCode) throws {
    let words = try Checkout.text("Sources/ReviewAssets/page/messages.tsv").split(separator: "\n").map { $0.split(separator: "\t") }
    for key in ["flag.\(code.rawValue)", "why.\(code.rawValue)"] {
      #expect(words.contains { $0.first.map(String.init) == key && $0.count == 3 }, "\(key)")
    }
  }
}
