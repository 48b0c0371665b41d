import Archive
import Extraction
import Foundation

/// A folder of records made from sentences of our own.
final class Folder {
  let path: String
  private let extractor = Extractor()

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("trich-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Keeps the folder until the end of a test that reads it no more.
  func keep() {}

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Extracts a text and writes its record, changed as the rules of another day would.
  func write(_ id: String, _ text: String, published: String? = nil, change: (inout Record) -> Void = { _ in }) throws {
    let options = ExtractionOptions(includeText: true, published: published.flatMap { PublicationDate($0) })
    var record = try extractor.record(of: text, id: id, options: options)
    change(&record)
    let file = URL(fileURLWithPath: "\(path)/\(id).json")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try JSONEncoder().encode(record).write(to: file)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  func contents(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  func open() throws -> Archive { try Archive(directory: path) }

  /// The store after all derived tables were dropped and made anew.
  func rebuilt() throws -> (archive: Archive, report: IndexReport) {
    let archive = try open()
    return (archive, try archive.index(rebuild: true))
  }
}

extension Record {
  /// Raises a flag on the first mention with this text.
  mutating func flag(_ code: String, on text: String, severity: Severity = .review) {
    let ids = mentions.filter { $0.text == text }.prefix(1).map(\.id)
    let json: JSON = [
      "code": .string(code), "severity": .string(severity.rawValue), "mentions": .array(ids.map(JSON.string)), "message": "to be looked at",
    ]
    addFlag(json)
  }

  mutating func addFlag(_ json: JSON) {
    if let flag = try? JSONDecoder().decode(Flag.self, from: Data(json.text.utf8)) { flags.append(flag) }
  }

  /// Changes the first mention with this text.
  mutating func change(_ text: String, _ change: (inout Mention) -> Void) {
    guard let index = mentions.firstIndex(where: { $0.text == text }) else { return }
    change(&mentions[index])
  }
}

extension Archive {
  /// The open flags of a code in the order of the queue.
  func openFlags(_ code: String, for reviewer: String = "lan") throws -> [Int] {
    let queue = try Desk(archive: self, reviewer: reviewer).queue(Desk.Filter(code: code), byArticle: false)
    return (queue["items"]?.array ?? []).compactMap { $0["flag"]?.string.flatMap { Int($0) } }
  }

  /// The records with the decisions in them, by id.
  func exported() throws -> [String: JSON] {
    var records: [String: JSON] = [:]
    _ = try export(.record) { _, line in
      let json = try JSON(parsing: line)
      records[json["id"]?.string ?? ""] = json
    }
    return records
  }
}

extension JSON {
  func mention(_ text: String) -> JSON? { self["mentions"]?.array.first { $0["text"]?.string == text } }
}
