import Archive
import ArgumentParser
import Glibc

/// What needs the store: `trich index`, `trich review`, `trich export` and `trich agree` hand over to this.
@main
struct TrichDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trich-desk",
    abstract: "The store of records and the desk where people check what was flagged.",
    subcommands: [IndexCommand.self, ReviewCommand.self, ExportCommand.self, AgreeCommand.self])

  /// Usage errors end with 2, as in `trich`.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch let error as ArchiveError {
      Message.print("trich-desk: \(error)")
      Glibc.exit(4)
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      Message.print(fullMessage(for: error))
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}

/// Words for the person at the terminal; results alone go to standard output.
enum Message {
  static func print(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(2, bytes, bytes.count)
  }
}

/// The folder that all commands work on.
struct RecordFolder: ParsableArguments {
  @Argument(help: "The folder that `trich extract --output` wrote.", completion: .directory)
  var directory: String

  /// The folder without a slash at its end.
  var path: String {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// - Throws: when there is no such folder.
  func open(isReadOnly: Bool = false) throws -> Archive {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw ArchiveError.unreadable(path: path, reason: "no such folder")
    }
    let archive = try Archive(directory: path, isReadOnly: isReadOnly)
    for repair in archive.repairs { Message.print("trich-desk: \(repair)") }
    return archive
  }
}
