import ArgumentParser
import Glibc

/// A command that `trich-desk` carries out: it holds the store and the web server, which would slow this program's start.
protocol DeskCommand: ParsableCommand {
  var arguments: [String] { get }
}

extension DeskCommand {
  /// Becomes `trich-desk`, which stands beside this program.
  func run() throws {
    let desk = try DeskCommandPlace.path()
    let words = [desk, Self.configuration.commandName ?? ""] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    execv(desk, &pointers)
    throw CommandFailure("\(desk): \(String(cString: strerror(errno)))")
  }
}

enum DeskCommandPlace {
  static func path() throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let program = String(decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let desk = program[..<(program.lastIndex(of: "/") ?? program.startIndex)] + "/trich-desk"
    guard access(String(desk), X_OK) == 0 else {
      throw CommandFailure("trich-desk is not installed beside trich: it keeps the store and the review page")
    }
    return String(desk)
  }
}

struct IndexCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "index", abstract: "Take a folder of records into the store.")
  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}

struct ReviewCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "review", abstract: "Open the review page over a folder of records.")
  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}

struct ExportCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "Write what the store holds, with the decisions.")
  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}

struct AgreeCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "agree", abstract: "Compare what two reviewers decided.")
  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}
