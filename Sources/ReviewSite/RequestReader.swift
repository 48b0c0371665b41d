import FlyingFox
import FlyingSocks
import Foundation

/// Reads requests off a connection, never more of them than a desk needs: FlyingFox's own reader takes lines of any length.
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

  mutating func next() async throws -> HTTPRequest {
    let head = try await readHead()
    let length = try bodyLength(head)
    while buffer.count < length { try await fill() }
    let body = Data(buffer.prefix(length))
    buffer.removeFirst(length)
    return HTTPRequest(
      method: HTTPMethod(head.method), version: HTTPVersion(head.version), target: head.target, headers: HTTPHeaders(head.headers),
      body: HTTPBodySequence(data: body))
  }

  private struct Head {
    var method: String
    var target: HTTPRequest.Target
    var version: String
    var headers: [HTTPHeader: String]
  }

  private mutating func readHead() async throws -> Head {
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

  private func parse(_ lines: [String]) throws -> Head {
    let parts = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[1].hasPrefix("/"), parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else { throw Failure.malformed }
    var headers: [HTTPHeader: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("\t") else { throw Failure.malformed }
      let name = HTTPHeader(String(line[..<colon]))
      // Two lengths or two hosts: nobody honest sends them.
      guard headers[name] == nil else { throw Failure.malformed }
      headers[name] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return Head(
      method: parts[0], target: HTTPRequest.Target(path: String(target[0]), query: target.count > 1 ? String(target[1]) : ""),
      version: parts[2], headers: headers)
  }

  private func bodyLength(_ head: Head) throws -> Int {
    guard head.headers[.transferEncoding] == nil else { throw Failure.malformed }
    guard let text = head.headers[.contentLength] else { return 0 }
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
