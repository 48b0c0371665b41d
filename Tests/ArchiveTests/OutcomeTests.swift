import Archive
import Extraction
import Testing

/// What becomes of answers when all derived tables are dropped and the records come out otherwise.
@Suite struct OutcomeTests {
  private let text = """
    Công an xã Tân Lập ra quân

    Sáng 5/3/2021, Thượng tá Lương Hữu Khoát dẫn đoàn về thôn Bến Đá. Đoàn tặng 12 suất quà cho các hộ nghèo.
    Đến chiều, 34 hộ dân đã nhận thẻ mới.
    """

  /// A folder with one article, one flag on “12 suất quà”, and what a reviewer said about it.
  private func answered(_ make: (Int, Desk) throws -> Void) throws -> Folder {
    let folder = try Folder()
    try folder.write("a", text) { $0.flag("count-odd", on: "12 suất quà") }
    let archive = try folder.open()
    _ = try archive.index()
    let flag = try #require(try archive.openFlags("count-odd").first)
    try make(flag, Desk(archive: archive, reviewer: "lan"))
    try archive.close()
    return folder
  }

  private func answer(_ action: Decision.Action, _ flag: Int, _ fields: [String: String] = [:], mention: String) -> Answer {
    var answer = Answer(action: action)
    answer.flag = flag
    answer.mention = mention
    answer.fields = fields
    return answer
  }

  private func count(_ folder: Folder) throws -> String {
    let archive = try folder.open()
    let view = try Desk(archive: archive, reviewer: "lan").view(article: "a", filter: Desk.Filter())
    let mentions = view["article"]?["mentions"]?.members ?? []
    let id = mentions.first { $0.value["v"]?.string?.contains("suất quà") == true }?.key
    try archive.close()
    return try #require(id)
  }

  private func folderWithCorrection() throws -> Folder {
    try answered { flag, desk in
      let view = try desk.view(flag: flag, filter: Desk.Filter())
      let mention = try #require(view["focus"]?["mention"]?.string)
      _ = try desk.save(answer(.correct, flag, ["number": "21"], mention: mention))
    }
  }

  @Test func nothingChanged() throws {
    let folder = try folderWithCorrection()
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["holds": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
    let mention = try #require(try archive.exported()["a"]?.mention("12 suất quà"))
    #expect(mention["number"] == .number("21"))
    #expect(mention["review"]?["origin"] == "reviewer")
  }

  @Test func rulesImproved() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", text) { record in
      record.change("12 suất quà") { $0.number = .number(21) }
      record.flag("count-odd", on: "12 suất quà")
    }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["confirmed": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
    #expect(try archive.openFlags("review-stale").isEmpty)
  }

  @Test func rulesChanged() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", text) { record in
      record.change("12 suất quà") { $0.number = .number(120) }
      record.flag("count-odd", on: "12 suất quà")
    }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["stale": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
    let stale = try #require(try archive.openFlags("review-stale").first)
    // The old answer is not applied until somebody keeps it with one key.
    #expect(try archive.exported()["a"]?.mention("12 suất quà")?["number"] == .number("120"))
    let desk = Desk(archive: archive, reviewer: "lan")
    let view = try desk.view(flag: stale, filter: Desk.Filter())
    #expect(view["flag"]?["details"]?["old"]?.string?.hasPrefix("21") == true)
    var keep = answer(.correct, stale, mention: try #require(view["focus"]?["mention"]?.string))
    keep.alternative = 1
    _ = try desk.save(keep)
    #expect(try archive.exported()["a"]?.mention("12 suất quà")?["number"] == .number("21"))
    try archive.close()
    let (again, second) = try folder.rebuilt()
    #expect(second.outcomes == ["holds": 1, "stale": 1])
    #expect(try again.openFlags("review-stale").isEmpty)
    #expect(try again.openFlags("count-odd").isEmpty)
  }

  @Test func mentionVanished() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", text) { $0.mentions.removeAll { $0.text == "12 suất quà" } }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["vanished": 1])
    let mention = try #require(try archive.exported()["a"]?.mention("12 suất quà"))
    #expect(mention["review"]?["origin"] == "reviewer")
    #expect(mention["number"] == .number("21"))
    #expect(mention["rule"] == "reviewer")
  }

  @Test func textReCrawledWithAnEditBefore() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", "Tin mới cập nhật.\n\n" + text) { $0.flag("count-odd", on: "12 suất quà") }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["holds": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
    let exported = try #require(try archive.exported()["a"])
    #expect(exported.mention("12 suất quà")?["number"] == .number("21"))
    let history = try Desk(archive: archive, reviewer: "lan").view(
      article: "a", mention: try #require(exported.mention("12 suất quà")?["id"]?.string), filter: Desk.Filter())["history"]?.array
    #expect(history?.first?["reanchored"] == true)
  }

  @Test func textReCrawledWithAnEditBesideIt() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", text.replacing("Đoàn tặng", with: "Đoàn công tác đã trao")) { $0.flag("count-odd", on: "12 suất quà") }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["holds": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
  }

  @Test func textReCrawledBeyondRecognition() throws {
    let folder = try folderWithCorrection()
    try folder.write("a", "Bài đã được viết lại. Nay 12 suất quà còn ở kho, hôm qua 12 suất quà đã đi.")
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["orphan": 1])
    let orphan = try #require(try archive.openFlags("review-orphan").first)
    #expect(try folder.contents("decisions.ndjson").contains("12 suất quà"))
    let desk = Desk(archive: archive, reviewer: "lan")
    var accept = Answer(action: .accept)
    accept.flag = orphan
    _ = try desk.save(accept)
    #expect(try archive.openFlags("review-orphan").isEmpty)
    try archive.close()
    let (again, _) = try folder.rebuilt()
    #expect(try again.openFlags("review-orphan").isEmpty)
  }

  @Test func articleGone() throws {
    let folder = try folderWithCorrection()
    try folder.write("b", "Ngày 2/4/2021, xã họp dân.")
    try folder.remove("a.json")
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["absent": 1])
    try folder.write("a", text) { $0.flag("count-odd", on: "12 suất quà") }
    #expect(try archive.index().outcomes == ["holds": 1])
  }

  @Test func aRejectedMentionIsNotAskedAgain() throws {
    let folder = try answered { flag, desk in
      let view = try desk.view(flag: flag, filter: Desk.Filter())
      var reject = answer(.reject, flag, mention: try #require(view["focus"]?["mention"]?.string))
      reject.verdict = .notAMention
      _ = try desk.save(reject)
    }
    try folder.write("a", text) { record in
      record.change("12 suất quà") { $0.number = .number(120) }
      record.flag("count-odd", on: "12 suất quà")
    }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["holds": 1])
    #expect(try archive.openFlags("count-odd").isEmpty)
    #expect(try archive.exported()["a"]?.mention("12 suất quà") == nil)
  }

  @Test func anAddedMentionStaysAndIsConfirmed() throws {
    let folder = try answered { _, desk in
      var add = Answer(action: .add)
      add.article = "a"
      add.selection = Answer.Selection(
        kind: "position", paragraph: 1, text: "thôn Bến Đá", before: "Sáng 5/3/2021, Thượng tá Lương Hữu Khoát dẫn đoàn về ")
      _ = try desk.save(add)
    }
    let (archive, report) = try folder.rebuilt()
    #expect(report.outcomes == ["holds": 1])
    let mention = try #require(try archive.exported()["a"]?.mention("thôn Bến Đá"))
    #expect(mention["kind"] == "position")
    #expect(mention["review"]?["state"] == "added")
  }

  @Test func aSpanThatTheRulesLearnIsConfirmed() throws {
    let folder = try answered { flag, desk in
      let view = try desk.view(flag: flag, filter: Desk.Filter())
      var move = answer(.correct, flag, mention: try #require(view["focus"]?["mention"]?.string))
      move.endWords = 2
      _ = try desk.save(move)
    }
    let archive = try folder.open()
    let moved = try #require(try archive.exported()["a"]?.mention("12 suất quà cho các"))
    #expect(moved["review"]?["origin"] == "reviewer")
    // Moving a span answers nothing: the flag stays open until it is answered.
    #expect(try archive.openFlags("count-odd").count == 1)
    try archive.close()
    try folder.write("a", text) { record in
      record.change("12 suất quà") { mention in
        mention.text = "12 suất quà cho các"
        mention.end += 8
        mention.utf8[1] += "12 suất quà cho các".utf8.count - "12 suất quà".utf8.count
        mention.id = "count:\(mention.start)-\(mention.end)"
        mention.unit = moved["unit"]?.string
      }
    }
    #expect(try folder.rebuilt().report.outcomes == ["confirmed": 1])
  }
}
