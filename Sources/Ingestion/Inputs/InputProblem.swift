/// Why an input gave no record. The one file that gives these reasons their words.
public struct InputProblem: Error, Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    case unreadable
    case binary
    case empty
    case tooLarge = "too-large"
    case badLine = "bad-line"
    case noText = "no-text"
    case notWritten = "not-written"
    /// Skipped in a folder, which is no failure.
    case hidden
    case notText = "not-text"
  }

  public var reason: Reason
  public var detail: String?

  public init(_ reason: Reason, detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// What a person reads about it.
  public var message: String {
    let words =
      switch reason {
      case .unreadable: "cannot be read"
      case .binary: "is binary, not text"
      case .empty: "is empty"
      case .tooLarge: "is too large for an article (see --max-article)"
      case .badLine: "is no line of JSON with an article"
      case .noText: "has neither text nor html"
      case .notWritten: "its record cannot be written"
      case .hidden: "is hidden"
      case .notText: "does not look like a text file"
      }
    return detail.map { "\(words): \($0)" } ?? words
  }
}
