import Glibc

/// Writes bytes to a descriptor, all of them.
public final class ByteOutput {
  private let descriptor: Int32
  /// What the system said when it took no more; nothing is written from then on.
  public private(set) var failure: String?

  public init(descriptor: Int32) { self.descriptor = descriptor }

  public func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty, failure == nil {
      let size = Glibc.write(descriptor, base, rest.count)
      if size >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[size...])
      } else if errno == EPIPE {
        ByteOutput.endQuietly()
      } else if errno != EINTR {
        failure = String(cString: strerror(errno))
      }
    }
  }

  public func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// The reader of a pipe has gone: end as a program does that never heard of SIGPIPE.
  private static func endQuietly() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    _exit(128 + SIGPIPE)
  }
}
