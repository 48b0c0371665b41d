import ArgumentParser
import Extraction
import Ingestion

/// The option that adds words, of all commands that read articles.
struct WordsArgument: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of word lists to add: unit.tsv, post.tsv, body.tsv, given-name.tsv and so on.", valueName: "dir"))
  var words: String?

  func lists() throws -> [UserList] { try UserList.load(words) }
  func extractor() throws -> Extractor { try UserList.extractor(adding: lists()) }
}

/// A word list of the user's own.
struct UserList {
  let path: String
  let list: WordList
  let sha256: String

  /// The extractor that knows the words of the lists too.
  /// - Throws: `CommandFailure` when they are too many, or a line of one cannot be read.
  static func extractor(adding lists: [UserList]) throws -> Extractor {
    do {
      return try Extractor(adding: lists.map(\.list))
    } catch {
      let path = lists.last { $0.list.name == error.list }?.path ?? "\(error.list).tsv"
      throw CommandFailure("\(path):\(error.line):\(error.column): \(error.message)", status: .usage)
    }
  }

  /// Reads the `.tsv` files of a folder, in the order of their names.
  /// - Throws: `CommandFailure` when a file is no list: the user would wait for words that never come.
  fileprivate static func load(_ folder: String?) throws -> [UserList] {
    guard let folder else { return [] }
    let files = InputList.files(below: folder, withExtension: "tsv")
    if files.isEmpty { throw CommandFailure("\(folder): no .tsv file there", status: .usage) }
    return try files.map { path, name in
      guard WordList.names.contains(name) else {
        throw CommandFailure("\(path): no list has this name; there are \(WordList.names.joined(separator: ", "))", status: .usage)
      }
      guard let bytes = TextFile.bytes(path) else { throw CommandFailure("\(path): cannot be read", status: .usage) }
      if let line = firstBrokenLine(bytes) { throw CommandFailure("\(path):\(line):1: is not UTF-8", status: .usage) }
      return UserList(path: path, list: WordList(name: name, contents: bytes), sha256: bytes.withUnsafeBytes(Digest.sha256) ?? "")
    }
  }

  private static func firstBrokenLine(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
