import Extraction
import FoundationEssentials
import Ingestion

/// Records read back: lines of a file, or the `.json` files of a folder.
public enum RecordFiles {
  public static func read(_ path: String) throws -> [Record] {
    if let bytes = TextFile.bytes(path) {
      return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { index, line in
        line.allSatisfy { $0 <= 0x20 } ? nil : try decode(line, "\(path):\(index + 1)")
      }
    }
    let files = InputList.files(below: path, withExtension: "json").filter { $0.stem != "run" }
    if files.isEmpty { throw GoldProblem(description: "\(path): no records there") }
    return try files.compactMap { file in try TextFile.bytes(file.path).map { try decode($0[...], file.path) } }
  }

  /// By the last part of the id, without an extension: so gold names articles.
  public static func byName(_ records: [Record]) -> [String: Record] {
    var named: [String: Record] = [:]
    for record in records {
      var name = record.id.split(separator: "/").last.map(String.init) ?? record.id
      for ending in [".txt", ".html", ".htm"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
      named[name] = record
    }
    return named
  }

  private static func decode(_ json: ArraySlice<UInt8>, _ place: String) throws -> Record {
    do {
      return try JSONDecoder().decode(Record.self, from: Data(json))
    } catch {
      throw GoldProblem(description: "\(place): no record: \(error)")
    }
  }
}
