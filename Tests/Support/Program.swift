import Glibc
import Ingestion

/// A run of the built `trich`.
public struct Program {
  public let status: Int32
  public let output: String
  public let error: String

  public var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Where the build put the program: beside the tests.
  public static let path: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
    let tests = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let beside = tests.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/trich"
    return access(beside, X_OK) == 0 ? beside : "\(Checkout.root)/.build/debug/trich"
  }()

  /// Runs the program to its end.
  public static func trich(_ arguments: String..., input: String = "") throws -> Program {
    try run([path] + arguments, input: Array(input.utf8))
  }

  public static func run(_ words: [String], input: [UInt8] = []) throws -> Program {
    let folder = try TemporaryFolder()
    let names = ["input", "output", "error"].map { "\(folder.path)/\($0)" }
    try folder.write(input, to: "input")
    let child = try Child(words, files: names)
    let status = child.wait()
    return Program(status: status, output: TextFile.contents(names[1]) ?? "", error: TextFile.contents(names[2]) ?? "")
  }
}

/// A program that runs beside the test.
public final class Child {
  struct NotStarted: Error { let command: String }

  private let process: pid_t

  /// - Parameter files: what becomes standard input, output and error.
  public convenience init(_ words: [String], files: [String]) throws {
    let flags = [O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_TRUNC]
    let descriptors = zip(files, flags).map { open($0, $1 | O_CLOEXEC, 0o600) }
    defer { for descriptor in descriptors { close(descriptor) } }
    try self.init(words, descriptors: descriptors)
  }

  /// - Parameter descriptors: what becomes standard input, output and error.
  public init(_ words: [String], descriptors: [Int32]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() { posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number)) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    // A child that another test starts in this moment may still hold a program open that was just written.
    var status = ETXTBSY
    for _ in 0..<200 where status == ETXTBSY {
      status = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
      if status == ETXTBSY { usleep(10_000) }
    }
    guard status == 0 else { throw NotStarted(command: words.joined(separator: " ")) }
    self.process = process
  }

  /// Ends it in the midst of what it does.
  public func kill() {
    Glibc.kill(process, SIGKILL)
    _ = wait()
  }

  /// - Returns: the exit status; 128 and the signal's number for one that a signal ended.
  public func wait() -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A folder that is gone with the value.
public final class TemporaryFolder {
  struct NotMade: Error {}

  public let path: String

  public init() throws {
    var template = Array("/tmp/trich-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NotMade() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = try? Child(["rm", "-rf", path], descriptors: []).wait() }

  public func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Makes the folders above the file.
  public func write(_ bytes: [UInt8], to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw NotMade() }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let size = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard size > 0 else { throw NotMade() }
      rest = rest.dropFirst(size)
    }
  }

  public func text(_ name: String) -> String? { TextFile.contents("\(path)/\(name)") }
}
