import Glibc

/// What a person said about a mention or a flag: one line of `decisions.ndjson`, never changed.
public struct Decision: Sendable, Equatable {
  /// What was done.
  public enum Action: String, Sendable, CaseIterable {
    /// The record stands as it is.
    case accept
    /// A value or the span is another one.
    case correct
    /// No mention, or no problem: see `verdict`.
    case reject
    /// A mention that the rules missed.
    case add
    /// Asked again later.
    case skip
    case note
    case bookmark
    /// Takes back the decision named by `undoes`.
    case undo
    /// Brings the decision named by `undoes` back.
    case redo

    /// Whether it settles a flag.
    public var isAnswer: Bool { self == .accept || self == .correct || self == .reject }
  }

  /// What was rejected.
  public enum Verdict: String, Sendable {
    case notAMention = "not-a-mention"
    case notAProblem = "not-a-problem"
  }

  public var id: String
  /// UTC, to the second.
  public var at: String
  public var by: String
  public var action: Action
  public var verdict: Verdict?
  /// The record's id.
  public var article: String?
  public var anchor: Anchor?
  public var flag: FlagReference?
  /// The fields of the mention when it was looked at.
  public var before: JSON?
  /// The fields that are right, and `span` where the span is another one.
  public var after: JSON?
  public var note: String?
  public var tool: String?
  public var rules: String?
  /// The decision that `undo` and `redo` are about.
  public var undoes: String?
  /// The answer of another reviewer that was seen before this one was given.
  public var seen: String?
  /// The decision that this one was given together with; one undo takes all of them back.
  public var group: String?

  init(by reviewer: String, action: Action) {
    id = DecisionID.make()
    at = DecisionID.now()
    by = reviewer
    self.action = action
  }

  /// The flag that a decision answers, by what it said rather than by where it was stored.
  public struct FlagReference: Sendable, Equatable {
    public var id: Int
    public var code: String
    public var subject: String?
    public var evidence: [Anchor]
  }

  /// A hash of all that the reviewer was asked about.
  public var question: String {
    let parts = (flag?.evidence ?? []) + (anchor.map { [$0] } ?? [])
    let words = parts.flatMap { [$0.kind, $0.exact, $0.prefix, $0.suffix, $0.value?.text ?? ""] }
    return "sha256:" + SHA256.hex(([flag?.code ?? ""] + words).joined(separator: "\u{1F}"))
  }
}

/// A stretch of an article's text as content, so that it can be found again: W3C's TextPosition and TextQuote selectors together.
public struct Anchor: Sendable, Equatable {
  /// The record's id.
  public var record: String
  /// `sha256:` of the article's text.
  public var text: String
  public var kind: String
  /// Scalars.
  public var start: Int
  public var end: Int
  public var exact: String
  /// Up to 32 scalars before and behind.
  public var prefix: String
  public var suffix: String
  /// The fields of the mention at the time.
  public var value: JSON?

  /// The mention id that a record gives to this kind and place.
  public var mentionID: String { "\(kind):\(start)-\(end)" }
}

/// Ids that sort by time, as ULIDs do.
enum DecisionID {
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  static func make() -> String {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    var time = UInt64(clock.tv_sec) * 1000 + UInt64(clock.tv_nsec) / 1_000_000
    var head: [Character] = []
    for _ in 0..<10 {
      head.append(letters[Int(time & 31)])
      time >>= 5
    }
    return String(head.reversed()) + String((0..<16).map { _ in letters[Int.random(in: 0..<32)] })
  }

  /// Now in UTC, as `2026-11-20T09:14:03Z`.
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let pad = { (number: Int32, width: Int) in String(repeating: "0", count: max(0, width - String(number).count)) + String(number) }
    let day = "\(pad(parts.tm_year + 1900, 4))-\(pad(parts.tm_mon + 1, 2))-\(pad(parts.tm_mday, 2))"
    return "\(day)T\(pad(parts.tm_hour, 2)):\(pad(parts.tm_min, 2)):\(pad(parts.tm_sec, 2))Z"
  }
}
