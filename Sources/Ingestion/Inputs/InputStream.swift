import Glibc

/// A file opened to be read as a stream.
public final class InputStream {
  public let descriptor: Int32

  public static func open(_ path: String) -> Result<InputStream, InputProblem> {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    return descriptor < 0 ? .failure(.unreadable(errno)) : .success(InputStream(descriptor))
  }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
