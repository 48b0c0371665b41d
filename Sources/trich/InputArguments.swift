import ArgumentParser
import Ingestion

/// What the commands that extract read.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files, folders and archives; - is standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      auto: .ndjson and .jsonl hold an article a line, all others are an article each. text: each input is one. \
      ndjson: each line is one.
      """,
      valueName: "auto|text|ndjson"))
  var input: InputReading = .auto

  @Option(
    help: ArgumentHelp(
      "The keys of the lines: id=url,text=content,published=date. There are \(FieldsOption.names).", valueName: "field=key,…"),
    transform: FieldsOption.init)
  var fields: FieldsOption?

  @Option(
    name: .customLong("files0-from"),
    help: ArgumentHelp(
      "Read the inputs named in this file, each ended by a NUL byte (find -print0); - is standard input.", valueName: "file"))
  var list: String?

  @Option(help: ArgumentHelp("The id of the article on standard input.", valueName: "id"))
  var id: String = InputArguments.standardInput

  /// The id of what has no name.
  static let standardInput = "stdin"

  func validate() throws {
    if paths.contains("-"), paths.count > 1 { throw ValidationError("- stands alone: standard input is one input.") }
    if list != nil, !paths.isEmpty { throw ValidationError("--files0-from stands instead of paths.") }
  }

  private var isStandardInput: Bool { list == nil && (paths.isEmpty || paths == ["-"]) }

  /// Whether a person called the command without saying what to read.
  var areMissing: Bool { list == nil && paths.isEmpty && StandardStreams.inputIsTerminal }

  /// - Parameter output: where the run writes.
  func read(_ run: ExtractionRun, _ journal: RunJournal, output: String? = nil) throws {
    if isStandardInput { return run.read(from: 0, id: id) }
    let inputs = InputList(paths: try storedPaths(), reading: input, output: output)
    journal.begin(inputs)
    run.read(inputs)
  }

  private func storedPaths() throws -> [[UInt8]] {
    guard let list else { return paths.map { Array($0.utf8) } }
    guard let bytes = TextFile.bytes(list == "-" ? "/dev/stdin" : list) else { throw CommandFailure("\(list): cannot be read") }
    return bytes.split(separator: 0).map(Array.init)
  }
}

extension InputReading: ExpressibleByArgument {}

/// `id=url,text=content`
struct FieldsOption {
  static let names = LineFields.Field.allCases.map(\.rawValue).joined(separator: ", ")

  let text: String
  private(set) var fields = LineFields()

  init(_ text: String) throws {
    self.text = text
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let field = LineFields.Field(rawValue: String(parts[0])) else {
        throw ValidationError("“\(pair)” is no field=key; the fields are \(FieldsOption.names).")
      }
      fields[field] = String(parts[1])
    }
  }
}
