import Archive
import Extraction
import Foundation
import GRDB
import Testing

/// The store: what goes in, what is read again, what a person with sqlite3 finds.
@Suite struct IndexTests {
  @Test func onlyWhatChangedIsReadAgain() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3/2021, xã họp dân.")
    try folder.write("b", "Ngày 6/3/2021, xã họp dân.")
    let archive = try folder.open()
    #expect(try archive.index().added == 2)
    #expect(try archive.index().unchanged == 2)
    try folder.write("b", "Ngày 7/3/2021, xã họp dân lần nữa.")
    let second = try archive.index()
    #expect(second.changed == 1)
    #expect(second.unchanged == 1)
    try folder.remove("a.json")
    #expect(try archive.index().removed == 1)
    #expect(try Desk(archive: archive, reviewer: "lan").search("hop dan").array.count == 1)
  }

  @Test func searchForgivesTonesAndTheStroke() throws {
    let folder = try Folder()
    try folder.write("a", "Đoàn công tác đến Đắk Tô tặng quà.")
    try folder.write("b", "Bài khác.".decomposedStringWithCanonicalMapping)
    let archive = try folder.open()
    _ = try archive.index()
    let desk = Desk(archive: archive, reviewer: "lan")
    for words in ["dak to", "đắk tô", "ĐẮK TÔ", "đoan cong", "doàn"] { #expect(try desk.search(words).array.count == 1, "\(words)") }
    #expect(try desk.search("khac").array.first?["article"] == "b")
    #expect(try desk.search("\"*(").array.isEmpty)
  }

  @Test func theViewsAreThere() throws {
    let folder = try Folder()
    try folder.write("a", "Thượng tá Lương Hữu Khoát ký Kế hoạch số 31/KH-BCA. Ngày 5/3/2021 tặng 12 suất quà.", published: "2021-03-06")
    _ = try folder.open().index()
    let database = try DatabaseQueue(path: "\(folder.path)/\(Archive.fileName)")
    let first = { (sql: String) throws -> Row? in try database.read { try Row.fetchOne($0, sql: sql) } }
    #expect(try first("SELECT name, rank, grade FROM person_timeline") == ["name": "Lương Hữu Khoát", "rank": "Thượng tá", "grade": 13])
    #expect(try first("SELECT number FROM decree") == ["number": "31/KH-BCA"])
    #expect(try first("SELECT sum FROM count_by_unit WHERE unit = 'suất quà'") == ["sum": 12.0])
    #expect(try first(#"SELECT "from" FROM date WHERE "to" >= '2021-03-05'"#) == ["from": "2021-03-05"])
    #expect(try first("SELECT count(*) AS open FROM open_flag") == ["open": 0])
  }

  @Test func brokenRecordsAreReportedAndTriedAgain() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3/2021, xã họp dân.")
    let broken = URL(fileURLWithPath: "\(folder.path)/b.json")
    try Data(#"{"schema":"trich/1","id":"b","#.utf8).write(to: broken)
    try Data(#"{"started": 1}"#.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/other.json"))
    let archive = try folder.open()
    let report = try archive.index()
    #expect(report.added == 1)
    #expect(report.otherFiles == 1)
    #expect(report.problems.map(\.path) == ["b.json"])
    #expect(try archive.index().problems.count == 1)
    try folder.write("b", "Ngày 6/3/2021, xã họp dân.")
    #expect(try archive.index().problems.isEmpty)
  }

  @Test func oneIdInTwoFilesIsReported() throws {
    let folder = try Folder()
    try folder.write("a", "Ngày 5/3/2021, xã họp dân.")
    try FileManager.default.copyItem(atPath: "\(folder.path)/a.json", toPath: "\(folder.path)/z.json")
    let report = try folder.open().index()
    #expect(report.added == 1)
    #expect(report.problems.first?.path == "z.json")
  }

  @Test func streamsOfRecordsAreReadLineByLine() throws {
    let folder = try Folder()
    for id in ["a", "b", "c"] { try folder.write(id, "Ngày 5/3/2021, xã \(id) họp dân.") }
    let lines = try ["a", "b", "c"].map { try folder.contents("\($0).json") }
    for id in ["a", "b", "c"] { try folder.remove("\(id).json") }
    let write = { (lines: [String]) in
      try lines.joined(separator: "\n").write(toFile: "\(folder.path)/all.ndjson", atomically: true, encoding: .utf8)
    }
    try write(lines)
    let archive = try folder.open()
    #expect(try archive.index().added == 3)
    try write([lines[0], lines[2]])
    let report = try archive.index()
    #expect(report.unchanged == 2)
    #expect(report.removed == 1)
  }

  /// A desk over as many records as flags, all indexed.
  private func desk(over folder: Folder, flags: Int) throws -> Desk {
    for number in 0..<flags {
      try folder.write("a\(number)", "Ngày 5/3/2021, xã tặng 12 suất quà.") { $0.flag("count-odd", on: "12 suất quà") }
    }
    let page = Desk(archive: try folder.open(), reviewer: "lan")
    _ = try page.archive.index()
    return page
  }

  @Test func anIndexRunAndTheDeskMayWorkAtOnce() async throws {
    let folder = try Folder()
    let page = try desk(over: folder, flags: 40)
    let path = folder.path
    let indexing = Task.detached { try Archive(directory: path).index(rebuild: true).records }
    for _ in 0..<20 {
      guard let flag = try page.flag(.next, of: nil, in: Desk.Filter()) else { continue }
      var answer = Answer(action: .accept)
      answer.flag = flag
      _ = try? page.save(answer)
    }
    #expect(try await indexing.value == 40)
    let saved = try folder.contents("decisions.ndjson").split(separator: "\n").count
    #expect(try page.progress()["answered"] == JSON(saved))
  }

  @Test func aStoreThatOpensWhileAnswersAreSavedWritesNoneTwice() async throws {
    let folder = try Folder()
    let page = try desk(over: folder, flags: 40)
    let path = folder.path
    let opening = Task.detached { for _ in 0..<40 { try Archive(directory: path).close() } }
    var saved = 0
    while saved < 40, let flag = try page.flag(.next, of: nil, in: Desk.Filter()) {
      var answer = Answer(action: .accept)
      answer.flag = flag
      saved += try page.save(answer).count
    }
    try await opening.value
    #expect(saved == 40)
    #expect(try folder.contents("decisions.ndjson").split(separator: "\n").count == saved)
  }
}
