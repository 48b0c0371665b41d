import FlyingSocks
import Foundation

/// Reads requests off a connection, never more of them than a desk needs.
struct RequestReader {
  static let headLimit = 16 << 10
  static let bodyLimit = 64 << 10
  private let socket: AsyncSocket
  private var buffer: [UInt8] = []

  enum Failure: Error {
    /// The other side went away.
    case closed
    case malformed
    case tooLarge
  }

  init(_ socket: AsyncSocket) { self.socket = socket }

  mutating func next() async throws -> Request {
    var request = try await readHead()
    let length = try bodyLength(request)
    while buffer.count < length { try await fill() }
    request.body = Data(buffer.prefix(length))
    buffer.removeFirst(length)
    return request
  }

  private mutating func readHead() async throws -> Request {
    var searched = 0
    while true {
      if let end = headEnd(from: max(0, searched - 3)) {
        let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        buffer.removeFirst(end + 4)
        return try parse(lines)
      }
      guard buffer.count < RequestReader.headLimit else { throw Failure.tooLarge }
      searched = buffer.count
      try await fill()
    }
  }

  private func headEnd(from start: Int) -> Int? {
    guard buffer.count >= start + 4 else { return nil }
    return (start...(buffer.count - 4)).first {
      buffer[$0] == 13 && buffer[$0 + 1] == 10 && buffer[$0 + 2] == 13 && buffer[$0 + 3] == 10
    }
  }

  private func parse(_ lines: [String]) throws -> Request {
    let parts = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[1].hasPrefix("/"), parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else { throw Failure.malformed }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("\t") else { throw Failure.malformed }
      let name = line[..<colon].lowercased()
      // Two lengths or two hosts: nobody honest sends them.
      guard headers[name] == nil else { throw Failure.malformed }
      headers[name] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let isLast = headers["connection"]?.lowercased() == "close" || parts[2] != "HTTP/1.1"
    return Request(method: parts[0], target: parts[1], headers: headers, isLast: isLast)
  }

  private func bodyLength(_ request: Request) throws -> Int {
    guard request.headers["transfer-encoding"] == nil else { throw Failure.malformed }
    guard let text = request.headers["content-length"] else { return 0 }
    guard let length = Int(text), length >= 0, text.allSatisfy(\.isNumber) else { throw Failure.malformed }
    guard length <= RequestReader.bodyLimit else { throw Failure.tooLarge }
    return length
  }

  private mutating func fill() async throws {
    let bytes = try await socket.read(atMost: 16 << 10)
    guard !bytes.isEmpty else { throw Failure.closed }
    buffer.append(contentsOf: bytes)
  }
}
