import Foundation

/// A request as `RequestReader` took it off a connection.
struct Request: Sendable {
  var method: String
  /// The path without its percent signs.
  var path: String
  /// The first value of each name of the query.
  var query: [String: String]
  /// By name in lower case.
  var headers: [String: String]
  var body = Data()
  /// Whether the browser wants no further response on this connection.
  var isLast: Bool

  /// - Parameter target: `/api/view?flag=first`
  init(method: String, target: String, headers: [String: String], isLast: Bool) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = Request.decoded(parts[0])
    query = parts.count > 1 ? Request.query(parts[1]) : [:]
    self.headers = headers
    self.isLast = isLast
  }

  private static func query(_ text: Substring) -> [String: String] {
    let pairs = text.split(separator: "&").map { pair -> (String, String) in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(sides[0]), sides.count > 1 ? decoded(Substring(sides[1].replacing("+", with: " "))) : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func decoded(_ text: Substring) -> String { text.removingPercentEncoding ?? String(text) }
}

/// What the desk answers.
struct Response: Sendable {
  var status: Status
  var headers: [(name: String, value: String)] = []
  var body = Data()

  /// All of it as it goes over the connection.
  func bytes(isLast: Bool) -> Data {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for header in headers { head += "\(header.name): \(header.value)\r\n" }
    head += "Content-Length: \(body.count)\r\nConnection: \(isLast ? "close" : "keep-alive")\r\n\r\n"
    return Data(head.utf8) + body
  }
}

/// The statuses that the desk uses (RFC 9110).
enum Status: Int, Sendable {
  case ok = 200
  case seeOther = 303
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case conflict = 409
  case tooLarge = 413
  case unsupportedType = 415
  case unprocessable = 422
  case failed = 500

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .seeOther: "See Other"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .conflict: "Conflict"
    case .tooLarge: "Content Too Large"
    case .unsupportedType: "Unsupported Media Type"
    case .unprocessable: "Unprocessable Content"
    case .failed: "Internal Server Error"
    }
  }
}
