import Glibc

/// Writes bytes to a descriptor, all of them.
public final class ByteOutput {
  private let descriptor: Int32
  /// The system's number for why it took no more; nothing is written from then on.
  private(set) var errorCode: Int32?
  /// The same in words.
  public var failure: String? { errorCode.map { String(cString: strerror($0)) } }

  public init(descriptor: Int32) { self.descriptor = descriptor }

  public func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty, errorCode == nil {
      let size = Glibc.write(descriptor, base, rest.count)
      if size >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[size...])
      } else if errno == EPIPE {
        ByteOutput.endQuietly()
      } else if errno != EINTR {
        errorCode = errno
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
