import Archive
import Evaluation
import Extraction
import Foundation
import Support
import Testing

/// Exported records against the schema that `trich schema` prints.
@Suite struct ExportSchemaTests {
  private let text = """
    Sáng 5/3, Thượng tá Lương Hữu Khoát tặng 62/61 thẻ mới theo Kế hoạch số 31/KH-BCA ngày 4/2/2021 của Bộ Công an.
    Bà con Bến Đá nhận hôm đầu xuân, Công văn thứ nhất kèm theo. Hạn nộp là mãi mãi, ai nấy vui, hàm mới chưa rõ, đã đã lâu.
    """

  /// A folder with the record as `trich extract` writes it.
  private func desk() throws -> (folder: Folder, desk: Desk) {
    let folder = try Folder()
    let reader = ArticleReader(Extractor())
    var text = text
    let source = ArticleSource(id: "a", path: nil, sha256: nil, name: nil)
    text.withUTF8 { _ = reader.read(UnsafeRawBufferPointer($0), source: source, options: ExtractionOptions(includeText: true)) }
    let record = reader.withOutput { String(decoding: $0, as: UTF8.self) }
    try record.write(toFile: "\(folder.path)/records.ndjson", atomically: true, encoding: .utf8)
    let archive = try folder.open()
    _ = try archive.index()
    return (folder, Desk(archive: archive, reviewer: "lan"))
  }

  private func correct(_ id: String, _ fields: [String: String], _ desk: Desk) throws {
    var answer = Answer(action: .correct)
    (answer.article, answer.mention, answer.fields) = ("a", id, fields)
    try desk.save(answer)
  }

  private func add(_ kind: String, _ words: String, _ desk: Desk, _ fields: [String: String] = [:]) throws {
    let line = try #require(text.split(separator: "\n").enumerated().first { $0.element.contains(words) })
    let range = try #require(line.element.range(of: words))
    var answer = Answer(action: .add)
    (answer.article, answer.fields) = ("a", fields)
    answer.selection = Answer.Selection(kind: kind, paragraph: line.offset, text: words, before: String(line.element[..<range.lowerBound]))
    try desk.save(answer)
  }

  /// By a validator that is not ours.
  private func complaints(_ records: String, _ folder: Folder) throws -> [String] {
    try Sheet.recordSchema.write(toFile: "\(folder.path)/schema", atomically: true, encoding: .utf8)
    try records.write(toFile: "\(folder.path)/exported", atomically: true, encoding: .utf8)
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator
      validator = Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")))
      for line in open(sys.argv[2], encoding="utf-8"):
          for error in validator.iter_errors(json.loads(line)):
              print(list(error.absolute_path), error.instance, [e.message[:80] for e in error.context] or error.message[:200])
      print("read")
      """
    return try Program.run(["python3", "-c", script, "\(folder.path)/schema", "\(folder.path)/exported"]).lines
  }

  @Test func decisionsOfAllKindsFit() throws {
    let (folder, desk) = try desk()
    let mentions = try #require(try desk.archive.exported()["a"]?["mentions"]?.array)
    let typed: [String: [String: String]] = [
      "date": ["value": "5/3/2021"], "rank": ["value": "Trung tá"], "name": ["value": "Lương Khoát"], "count": ["number": "60", "of": ""],
      "decree": ["number": "32/KH-BCA"],
    ]
    for (kind, fields) in typed {
      try correct(try #require(mentions.first { $0["kind"]?.string == kind }?["id"]?.string), fields, desk)
    }
    for (kind, words) in [("name", "Bà con Bến Đá"), ("decree", "Công văn thứ nhất"), ("position", "Hạn nộp")] {
      try add(kind, words, desk)
    }
    for (kind, words, fields) in [
      ("date", "hôm đầu xuân", ["value": "1/2021"]), ("rank", "hàm mới", ["value": "Đại úy"]), ("count", "ai nấy", ["number": "3"]),
      ("duration", "mãi mãi", ["value": "P100Y"]),
    ] {
      #expect(throws: ArchiveError.self) { try add(kind, words, desk) }
      try add(kind, words, desk, fields)
    }
    var day = Answer(action: .correct)
    (day.article, day.fields) = ("a", ["published": "2021-03-07"])
    try desk.save(day)
    var records = ""
    _ = try desk.archive.export(.record) { records += $1 }
    let complaints = try complaints(records, folder)
    #expect(complaints == ["read"], "\(complaints)")
  }
}
