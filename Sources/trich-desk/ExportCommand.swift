import Archive
import ArgumentParser
import Foundation

/// `trich export output/ --as gold --output reviewed/`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the records with what people decided.",
    discussion: """
      record    the records, corrections in them (review.origin: reviewer), as NDJSON
      gold      reviewed articles for `trich eval`: gold.jsonl and articles.ndjson
      examples  corrected sentences, marked, for corpus/examples: a file a kind
      csv       a table a kind that a spreadsheet opens

        trich export output/ --as record > final.ndjson
        trich export output/ --as csv --output tables/
      """)

  @OptionGroup var folder: RecordFolder

  @Option(name: .customLong("as"), help: "record, gold, examples or csv.")
  var form: ExportForm = .record

  @Option(name: .shortAndLong, help: "The folder to write to; without it everything goes to standard output.", completion: .directory)
  var output: String?

  func validate() throws {
    if form == .csv, output == nil { throw ValidationError("csv writes seven tables: give a folder with --output") }
  }

  func run() throws {
    let archive = try folder.open()
    let report = try archive.index()
    for problem in report.problems { Message.print("\(problem.path):\(problem.line): \(problem.reason)") }
    let sink = try ExportSink(folder: output)
    let count = try archive.export(form, write: sink.write)
    try sink.close()
    try archive.close()
    Message.print("\(count) articles written" + (output.map { " to \($0)" } ?? ""))
  }
}

extension ExportForm: ExpressibleByArgument {}

/// Where an export goes: files of a folder, or standard output with a line that names each part.
final class ExportSink {
  private let folder: String?
  private var files: [String: FileHandle] = [:]
  private var last: String?

  init(folder: String?) throws {
    self.folder = folder
    if let folder { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  }

  func write(_ name: String, _ text: String) throws {
    guard let folder else { return try writeOut(name, text) }
    if files[name] == nil {
      let path = folder + "/" + name
      guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
        throw ArchiveError.unreadable(path: path, reason: "cannot be written")
      }
      files[name] = file
    }
    if let file = files[name] { try put(text, into: file, at: folder + "/" + name) }
  }

  /// Texts of articles belong to gold in a folder only; tables and examples of several kinds are told apart by a heading.
  private func writeOut(_ name: String, _ text: String) throws {
    if name == "articles.ndjson" { return }
    if name.hasSuffix(".txt"), name != last { try putOut("# \(name)\n") }
    last = name
    try putOut(text)
  }

  private func putOut(_ text: String) throws { try put(text, into: .standardOutput, at: "standard output") }

  private func put(_ text: String, into file: FileHandle, at place: String) throws {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw ArchiveError.unreadable(path: place, reason: "cannot be written: \(error.localizedDescription)")
    }
  }

  func close() throws { for file in files.values { try file.close() } }
}
