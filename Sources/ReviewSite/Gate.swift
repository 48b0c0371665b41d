import Archive
import Foundation

/// Who may talk to the desk: this machine only, under its own name, with the token of the address that was printed.
struct Gate: Sendable {
  let port: UInt16
  let token: String
  private let session: String
  private static let cookie = "trich-desk"

  init(port: UInt16, token: String = Gate.random(), session: String = Gate.random()) {
    self.port = port
    self.token = token
    self.session = session
  }

  static func random() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var generator = SystemRandomNumberGenerator()
    return String((0..<32).map { _ in letters.randomElement(using: &generator) ?? "a" })
  }

  var address: String { "http://127.0.0.1:\(port)/?token=\(token)" }

  private var names: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// - Returns: the response that turns the request away or starts the session; nil when it may pass.
  func check(_ request: Request) -> Response? {
    // Another name would be DNS rebinding: a page elsewhere that had its own name point here.
    guard let host = request.headers["host"], names.contains(host.lowercased()) else {
      return refusal(.badRequest, "this desk answers to \(names[0]) only")
    }
    if let given = request.query["token"] { return signIn(given) }
    guard hasSession(request) else { return refusal(.forbidden, "open the address that the desk printed: it holds the key") }
    guard request.method != "GET" else { return nil }
    let origin = request.headers["origin"] ?? ""
    guard names.contains(where: { origin == "http://\($0)" }), request.headers["x-trich"] != nil else {
      return refusal(.forbidden, "the request comes from another page")
    }
    return nil
  }

  private func signIn(_ given: String) -> Response {
    guard Gate.isSame(given, token) else { return refusal(.forbidden, "the key in the address is not the one of this desk") }
    // The port is part of the name: two desks on one machine do not share a cookie jar's only slot.
    let cookie = "\(Gate.cookie)-\(port)=\(session); HttpOnly; SameSite=Strict; Path=/"
    return Response(status: .seeOther, headers: [("Location", "/"), ("Set-Cookie", cookie)])
  }

  private func hasSession(_ request: Request) -> Bool {
    let cookies = (request.headers["cookie"] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    return cookies.contains { $0.hasPrefix("\(Gate.cookie)-\(port)=") && Gate.isSame(String($0.drop { $0 != "=" }.dropFirst()), session) }
  }

  /// Compares in a time that does not tell how much was right.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard x.count == y.count else { return false }
    return zip(x, y).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func refusal(_ status: Status, _ reason: String) -> Response {
    Reply.json(["error": "refused", "reason": .string(reason)], status: status)
  }
}
