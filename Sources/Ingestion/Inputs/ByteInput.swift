import Glibc

/// Where the bytes of a stream of lines come from.
protocol ByteInput: AnyObject {
  /// Appends what there is, waiting for at least one byte.
  /// - Returns: how many bytes came, 0 at the end.
  func read(into buffer: inout InputBuffer, atMost length: Int) throws(InputProblem) -> Int
  /// Whether reading on keeps nobody waiting.
  var hasMore: Bool { get }
}

/// A file, a pipe or a terminal.
final class DescriptorInput: ByteInput {
  private let descriptor: Int32
  /// What was read from it before, to see what it is.
  private var beginning: InputBuffer?
  private let stream: InputStream?

  /// - Parameter stream: kept open.
  init(_ descriptor: Int32, beginning: consuming InputBuffer? = nil, stream: InputStream? = nil) {
    self.descriptor = descriptor
    self.beginning = beginning
    self.stream = stream
  }

  func read(into buffer: inout InputBuffer, atMost length: Int) throws(InputProblem) -> Int {
    if let first = beginning.take(), first.count > 0 {
      buffer.append(first.bytes)
      return first.count
    }
    let size = buffer.read(from: descriptor, atMost: length)
    guard size >= 0 else { throw .unreadable(errno) }
    return size
  }

  var hasMore: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}

/// The file at which the reader of a container stands.
final class EntryInput: ByteInput {
  private let reader: ContainerReader

  init(_ reader: ContainerReader) { self.reader = reader }

  func read(into buffer: inout InputBuffer, atMost length: Int) throws(InputProblem) -> Int {
    try buffer.fill(atMost: length) { room throws(InputProblem) in try reader.readBlock(into: room) }
  }

  var hasMore: Bool { true }
}
