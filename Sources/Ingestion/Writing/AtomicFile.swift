import Glibc

/// A file that appears whole or not at all: written beside its place under a hidden name, then moved there.
public final class AtomicFile {
  private let path: String
  private let partial: String
  private let descriptor: Int32
  public let output: ByteOutput
  private var isOpen = true

  /// Makes missing folders.
  public init(_ path: String) throws(InputProblem) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    partial = "\(folder)/.\(name).part"
    var descriptor = AtomicFile.create(partial)
    if descriptor < 0, errno == ENOENT {
      try Folder.make(folder)
      descriptor = AtomicFile.create(partial)
    }
    guard descriptor >= 0 else { throw AtomicFile.problem(errno) }
    self.descriptor = descriptor
    output = ByteOutput(descriptor: descriptor)
  }

  /// Without a `commit`, nothing stays.
  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlink(partial)
  }

  public func commit() throws(InputProblem) {
    isOpen = false
    let isClosed = close(descriptor) == 0
    if let failure = output.failure {
      unlink(partial)
      throw InputProblem(.notWritten, detail: failure)
    }
    guard isClosed, rename(partial, path) == 0 else {
      let code = errno
      unlink(partial)
      throw AtomicFile.problem(code)
    }
  }

  static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(InputProblem) {
    let file = try AtomicFile(path)
    file.output.write(bytes)
    try file.commit()
  }

  private static func create(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

  private static func problem(_ code: Int32) -> InputProblem { InputProblem(.notWritten, detail: String(cString: strerror(code))) }
}

/// Folders of the file system.
enum Folder {
  /// Makes the folder and those above it.
  static func make(_ path: String) throws(InputProblem) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try make(String(path[..<slash]))
      if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    }
    throw InputProblem(.notWritten, detail: "\(path): \(String(cString: strerror(errno)))")
  }
}
