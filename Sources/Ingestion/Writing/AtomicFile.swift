import Glibc

/// A file that appears whole or not at all: written beside its place under a hidden name, then moved there.
public final class AtomicFile {
  private let path: String
  private let partial: String
  private let descriptor: Int32
  public let output: ByteOutput
  private var isOpen = true
  /// Why it takes nothing more.
  var failure: String? { output.failure.map { "\(path): \($0)" } }

  /// Makes missing folders.
  public init(_ path: String) throws(InputProblem) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    partial = "\(folder)/.\(AtomicFile.mark(path)).part"
    var descriptor = AtomicFile.create(partial)
    if descriptor < 0, errno == ENOENT {
      try Folder.make(folder)
      descriptor = AtomicFile.create(partial)
    }
    guard descriptor >= 0 else { throw .notWritten(errno) }
    self.descriptor = descriptor
    output = ByteOutput(descriptor: descriptor)
  }

  /// Without a `commit`, nothing stays.
  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlink(partial)
  }

  /// Waits until the bytes are on the disk: what a later run finds is whole, even after a power cut.
  public func commit() throws(InputProblem) {
    if output.errorCode == nil, fsync(descriptor) != 0, errno != EINVAL { try fail(errno) }
    if let code = output.errorCode { try fail(code) }
    isOpen = false
    guard close(descriptor) == 0, rename(partial, path) == 0 else {
      let code = errno
      unlink(partial)
      throw .notWritten(code)
    }
  }

  private func fail(_ code: Int32) throws(InputProblem) { throw .notWritten(code) }

  static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(InputProblem) {
    let file = try AtomicFile(path)
    file.output.write(bytes)
    try file.commit()
  }

  private static func create(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

  /// A short name that is the same in each run, so that what a killed run left is written over: FNV-1a.
  static func mark(_ path: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
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
    throw errno == ENOSPC ? InputProblem(.diskFull) : InputProblem(.notWritten, detail: "\(path): \(String(cString: strerror(errno)))")
  }
}
