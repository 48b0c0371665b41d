import Archive
import Extraction
import Foundation
import GRDB
import Testing

/// The log of decisions: appended only, on the disk before anything else, undone without end.
@Suite struct DecisionTests {
  private let text = "Ngày 5/3, xã Tân Lập tặng 12 suất quà. Ngày 6/3, xã tặng 7 chiếc xe đạp."

  private func desk(_ folder: Folder, reviewer: String = "lan") throws -> Desk {
    let archive = try folder.open()
    _ = try archive.index()
    return Desk(archive: archive, reviewer: reviewer)
  }

  private func flagged() throws -> Folder {
    let folder = try Folder()
    try folder.write("a", text, published: "2021-03-07") { record in
      record.flag("count-odd", on: "12 suất quà")
      record.flag("count-odd", on: "7 chiếc xe đạp")
      record.flag("date-odd", on: "Ngày 5/3")
    }
    return folder
  }

  private func accept(_ flag: Int) -> Answer {
    var answer = Answer(action: .accept)
    answer.flag = flag
    return answer
  }

  @Test func theTableCannotBeChanged() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    _ = try desk.save(accept(try #require(try desk.archive.openFlags("date-odd").first)))
    let database = try DatabaseQueue(path: "\(folder.path)/\(Archive.fileName)")
    #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: "UPDATE decision SET by = 'x'") } }
    #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: "DELETE FROM decision") } }
  }

  @Test func eachLineFollowsFromTheOneBefore() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    for flag in try desk.archive.openFlags("count-odd") { _ = try desk.save(accept(flag)) }
    try desk.archive.close()
    #expect(try folder.open().repairs.isEmpty)
    let log = try folder.contents("decisions.ndjson")
    try log.replacing("12 suất quà", with: "13 suất quà").write(
      toFile: "\(folder.path)/decisions.ndjson", atomically: true, encoding: .utf8)
    #expect(try folder.open().repairs.contains { $0.hasPrefix("decisions.ndjson:2:") && $0.contains("edited") })
  }

  @Test func undoAndRedoHaveNoEndAndOutliveARestart() throws {
    let folder = try flagged()
    var desk = try desk(folder)
    let flags = try desk.archive.openFlags("count-odd") + desk.archive.openFlags("date-odd")
    for flag in flags { _ = try desk.save(accept(flag)) }
    #expect(try desk.progress()["answered"] == 3)
    for _ in flags { _ = try desk.undo() }
    #expect(try desk.progress()["answered"] == 0)
    #expect(throws: ArchiveError.self) { try desk.undo() }
    try desk.archive.close()
    desk = try self.desk(folder)
    for count in 1...3 {
      _ = try desk.redo()
      #expect(try desk.progress()["answered"] == JSON(count))
    }
    #expect(throws: ArchiveError.self) { try desk.redo() }
    _ = try desk.undo()
    _ = try desk.save(accept(try #require(flags.last)))
    #expect(throws: ArchiveError.self) { try desk.redo() }
  }

  @Test func skippingAnswersNothing() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    var skip = Answer(action: .skip)
    skip.flag = try #require(try desk.flag(.next, of: nil, in: Desk.Filter()))
    _ = try desk.save(skip)
    #expect(try desk.progress()["answered"] == 0)
    #expect(try desk.flag(.next, of: nil, in: Desk.Filter()) != skip.flag)
  }

  @Test func theSecondReviewerSeesTheFirstAnswer() throws {
    let folder = try flagged()
    let lan = try desk(folder)
    let minh = Desk(archive: lan.archive, reviewer: "minh")
    let flag = try #require(try lan.archive.openFlags("date-odd").first)
    let first = try #require(try lan.save(accept(flag)).leading)
    var second = Answer(action: .reject)
    second.verdict = .notAProblem
    second.flag = flag
    #expect {
      try minh.save(second)
    } throws: { error in
      guard case ArchiveError.answeredBefore(let by, let decision) = error else { return false }
      return by == "lan" && decision == first.id
    }
    second.seen = first.id
    _ = try minh.save(second)
    #expect(try lan.firstAnswer(to: flag)["by"] == "lan")
    let agreement = Agreement(try lan.archive.decisions(of: "lan"), try lan.archive.decisions(of: "minh"))
    #expect(agreement.both == 1)
    #expect(agreement.sameVerdict == 0)
    #expect(agreement.disagreements.first?.code == "date-odd")
  }

  @Test func twoDesksAppendToOneLog() throws {
    let folder = try flagged()
    let lan = try desk(folder)
    let minh = try desk(folder, reviewer: "minh")
    let flags = try lan.archive.openFlags("count-odd")
    _ = try lan.save(accept(flags[0]))
    _ = try minh.save(accept(flags[1]))
    _ = try lan.save(accept(try #require(try lan.archive.openFlags("date-odd").first)))
    #expect(try minh.progress()["answered"] == 3)
    #expect(try folder.open().repairs.isEmpty)
  }

  @Test func aLineCutOffByAPowerCutIsDropped() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    let flags = try desk.archive.openFlags("count-odd")
    _ = try desk.save(accept(flags[0]))
    try desk.archive.close()
    let path = "\(folder.path)/decisions.ndjson"
    try (folder.contents("decisions.ndjson") + #"{"id":"01ABC","at":"2026"#).write(toFile: path, atomically: true, encoding: .utf8)
    let again = try self.desk(folder)
    _ = try again.save(accept(flags[1]))
    #expect(try folder.open().repairs.isEmpty)
    #expect(try folder.contents("decisions.ndjson").split(separator: "\n").count == 2)
  }

  @Test func aLostStoreIsMadeFromRecordsAndLog() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    let flags = try desk.archive.openFlags("count-odd")
    _ = try desk.save(accept(flags[0]))
    try desk.archive.close()
    for suffix in ["", "-wal", "-shm"] { try? folder.remove(Archive.fileName + suffix) }
    let again = try self.desk(folder)
    #expect(try again.archive.openFlags("count-odd") == [flags[1]])
  }

  @Test(arguments: [0, 5000, 90_000]) func aDamagedStoreIsSetAsideAndMadeAnew(offset: Int) throws {
    let folder = try flagged()
    let desk = try desk(folder)
    let flags = try desk.archive.openFlags("count-odd")
    _ = try desk.save(accept(flags[0]))
    try desk.archive.close()
    let file = try #require(FileHandle(forUpdatingAtPath: "\(folder.path)/\(Archive.fileName)"))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(repeating: 0xA5, count: 6000))
    try file.close()
    let again = try self.desk(folder)
    #expect(again.archive.repairs.contains { $0.contains("damaged") })
    #expect(try again.archive.openFlags("count-odd") == [flags[1]])
  }

  @Test func aLostLogIsWrittenAgainFromTheStore() throws {
    let folder = try flagged()
    let desk = try desk(folder)
    _ = try desk.save(accept(try #require(try desk.archive.openFlags("date-odd").first)))
    try desk.archive.close()
    try folder.remove("decisions.ndjson")
    #expect(try folder.open().repairs.contains { $0.contains("missing") })
    #expect(try folder.open().repairs.isEmpty)
    #expect(try folder.contents("decisions.ndjson").contains("date-odd"))
  }
}
