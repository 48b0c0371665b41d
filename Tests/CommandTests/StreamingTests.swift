import Glibc
import Support
import Testing

/// A record is out before the next line is awaited.
@Suite struct StreamingTests {
  @Test(arguments: ["1", "4"])
  func eachLineIsAnswered(jobs: String) throws {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    pipe(&input)
    pipe(&output)
    // The child must not hold the ends that are ours, or it would never see the end of its input.
    for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let child = try Child(
      [Program.path, "extract", "--input", "ndjson", "--jobs", jobs], descriptors: [input[0], output[1], 2])
    close(input[0])
    close(output[1])
    for id in ["a", "b", "c"] {
      let line = Array(ExtractTests.line(id).utf8)
      write(input[1], line, line.count)
      #expect(readLine(output[0]).hasPrefix("{\"schema\":\"trich/1\",\"id\":\"\(id)\""))
    }
    close(input[1])
    #expect(child.wait() == 0)
    close(output[0])
  }

  /// What comes within twenty seconds, up to a line's end.
  private func readLine(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while bytes.last != UInt8(ascii: "\n"), poll(&request, 1, 20_000) > 0 {
      var chunk = [UInt8](repeating: 0, count: 4096)
      let size = read(descriptor, &chunk, chunk.count)
      if size <= 0 { break }
      bytes += chunk.prefix(size)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
