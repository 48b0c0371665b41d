/// The record of one article, version `trich/1`: what `trich extract` writes, as Swift values.
public struct Record: Codable, Sendable, Equatable {
  public var schema: String
  public var id: String
  public var source: Source
  public var article: Article
  /// In the order of the text.
  public var mentions: [Mention]
  public var people: [Person]
  public var decrees: [Decree]
  public var flags: [Flag]
  /// The id of the record of the same text that came first in the run.
  public var copyOf: String?
  public var tool: ToolVersion

  public struct Source: Codable, Sendable, Equatable {
    public var path: String?
    public var bytes: Int
    public var sha256: String?
    public var encoding: String
    /// How sure that is, 0 to 1; nil where the text is the input as it stands.
    public var encodingConfidence: Double?
    /// `NFC`, `NFD` or `mixed`.
    public var form: String
    public var format: String
    public var name: String?
    /// What of a page is not in the text.
    public var cuts: [ArticleSource.Cut]?
  }

  public struct Article: Codable, Sendable, Equatable {
    public var title: String?
    /// ISO 8601, a day or a minute at UTC+7.
    public var published: String?
    /// A `PublishedBasis`, or `reviewer` in a merged record.
    public var publishedBasis: String?
    public var dateline: String?
    public var bylines: [String]
    /// Start and end in scalars.
    public var body: [Int]
    public var text: String?
  }

  /// A document that the article cites, with all its mentions.
  public struct Decree: Codable, Sendable, Equatable {
    public var id: String
    public var type: String?
    public var number: String?
    /// What it is called where it has no number: `Luật Đất đai`.
    public var name: String?
    public var issuedOn: String?
    public var issuer: String?
    public var mentions: [String]
  }

  public struct ToolVersion: Codable, Sendable, Equatable {
    public var version: String
    public var rules: String
  }
}

/// A stretch of the text with its kind and value.
///
/// `start` and `end` count Unicode scalars of the article's decoded text, `utf8` its bytes; ends are exclusive.
/// A field that the kind does not have is `nil`.
public struct Mention: Codable, Sendable, Equatable {
  public var id: String
  public var kind: MentionKind
  public var start: Int
  public var end: Int
  public var utf8: [Int]
  /// The bytes of the input that it was read from; nil where the text is the input as it stands.
  public var input: [Int]?
  public var text: String
  /// Date: EDTF. Duration: ISO 8601. Rank and name: the canonical spelling.
  public var value: String?
  // Date
  public var from: String?
  public var to: String?
  public var precision: String?
  public var basis: String?
  public var alternatives: [String]?
  // Rank
  /// 1 (Binh nhì) to 18 (Đại tướng).
  public var grade: Int?
  public var force: String?
  // Name and position
  public var person: String?
  public var rank: String?
  public var positions: [String]?
  public var title: String?
  public var organization: String?
  // Count
  public var number: NumberOrSymbol?
  public var max: Double?
  public var of: Double?
  public var unit: String?
  public var approximation: String?
  // Decree
  public var type: String?
  public var ordinal: Int?
  public var issuedOn: String?
  public var issuer: String?
  public var form: String?
  public var decree: String?
  public var rule: String
  /// The measured precision of the rule, 0 to 1.
  public var confidence: Double
}

/// The `number` of a count is a number, that of a decree a symbol.
public enum NumberOrSymbol: Codable, Sendable, Equatable {
  case number(Double)
  case symbol(String)

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .symbol(try container.decode(String.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .symbol(let symbol): try container.encode(symbol)
    }
  }
}

/// A person of the article, with all mentions and all that they state.
public struct Person: Codable, Sendable, Equatable {
  public var id: String
  public var name: String
  public var rank: String?
  public var positions: [String]
  /// The posts to which the article says that the person was appointed; nil where it says so of none.
  public var appointments: [Appointment]?
  public var mentions: [String]

  /// A post and the day of the appointment (EDTF), where the sentence names one.
  public struct Appointment: Codable, Sendable, Equatable {
    public var position: String
    public var date: String?
    /// The id of the post's mention.
    public var mention: String
  }
}

/// A document of the article.
public typealias Decree = Record.Decree

/// A doubt with its reason and its evidence.
public struct Flag: Codable, Sendable, Equatable {
  public var code: String
  public var severity: Severity
  /// Ids of the mentions that are its evidence.
  public var mentions: [String]
  /// Evidence that is no mention.
  public var places: [Place]?
  public var message: String

  /// A stretch of the text; `start` and `end` count scalars, `utf8` bytes.
  public struct Place: Codable, Sendable, Equatable {
    public var start: Int
    public var end: Int
    public var utf8: [Int]
    /// The bytes of the input that it was read from; nil where the text is the input as it stands.
    public var input: [Int]?
    public var text: String
  }
}
