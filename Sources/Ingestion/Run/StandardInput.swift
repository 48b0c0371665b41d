import Glibc

/// What comes on standard input.
enum StandardInput {
  case article
  case container(ContainerInputs)
  case lines(any ByteInput)

  /// Reads the beginning into the buffer to see what it is; of an article it stays there.
  /// - Parameter id: what the inputs of an archive are called by.
  static func begin(
    _ descriptor: Int32, id: String, options: RunOptions, buffer: inout InputBuffer
  ) throws(InputProblem) -> StandardInput {
    guard buffer.read(from: descriptor, atMost: InputSource.enough) >= 0 else { throw .unreadable(errno) }
    if ContainerName.isContainer(buffer.bytes) {
      let reader = try ContainerReader(descriptor: descriptor, beginning: buffer.bytes, name: id, limits: options.limits)
      return .container(ContainerInputs(reader, name: id, options: options))
    }
    return options.reading == .ndjson ? .lines(DescriptorInput(descriptor, beginning: buffer.move())) : .article
  }
}
