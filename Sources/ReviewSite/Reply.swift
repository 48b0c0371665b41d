import Archive
import Foundation

/// Responses, all with the headers that keep the page to itself.
enum Reply {
  /// Nothing from elsewhere, nothing inline, and no text may ever be parsed as markup.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

  static func data(_ data: Data, type: String, status: Status = .ok, isFixed: Bool = false) -> Response {
    sealed(Response(status: status, headers: [("Content-Type", type)], body: data), isFixed: isFixed)
  }

  static func json(_ value: JSON, status: Status = .ok) -> Response {
    data(Data(value.text.utf8), type: "application/json; charset=utf-8", status: status)
  }

  static func sealed(_ response: Response, isFixed: Bool = false) -> Response {
    var response = response
    response.headers += [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cache-Control", isFixed ? "private, max-age=60" : "no-store"),
    ]
    return response
  }

  /// An error of the store in the words of the page.
  static func failure(_ error: any Error) -> Response {
    guard let error = error as? ArchiveError else {
      return json(["error": "failed", "reason": .string("\(error)")], status: .failed)
    }
    switch error {
    case .badValue(let field, let reason):
      return json(["error": "bad-value", "field": .string(field), "reason": .string(reason)], status: .unprocessable)
    case .nothingToUndo: return json(["error": "nothing-to-undo"], status: .conflict)
    case .nothingToRedo: return json(["error": "nothing-to-redo"], status: .conflict)
    case .readOnly: return json(["error": "read-only"], status: .forbidden)
    case .unknownFlag, .unknownMention, .changedMeanwhile: return json(["error": "gone", "reason": .string("\(error)")], status: .conflict)
    default: return json(["error": "failed", "reason": .string("\(error)")], status: .failed)
    }
  }
}
