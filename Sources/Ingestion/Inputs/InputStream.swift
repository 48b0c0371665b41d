import Glibc

/// A file opened to be read as a stream.
public final class InputStream {
  public let descriptor: Int32

  public static func open(_ path: String) -> Result<InputStream, InputProblem> { open(Array(path.utf8)) }

  /// - Parameter path: as the file system has it, which may be no UTF-8.
  static func open(_ path: [UInt8]) -> Result<InputStream, InputProblem> {
    let descriptor = SystemPath.with(path) { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    return descriptor < 0 ? .failure(.unreadable(errno)) : .success(InputStream(descriptor))
  }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

/// Paths as the system takes them: any bytes but NUL.
enum SystemPath {
  static func with<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
  }
}
