import Extraction

/// An article with the mentions that a person marked in it.
public struct GoldArticle: Decodable, Sendable {
  public var id: String
  public var published: String?
  public var mentions: [GoldMention]
  /// The article itself, when it is at hand.
  public var text: String?

  enum CodingKeys: String, CodingKey { case id, published, mentions }
}

/// A mention as a person marked it.
public struct GoldMention: Decodable, Sendable {
  public var kind: MentionKind
  /// Scalars of the text, end exclusive.
  public var start: Int
  public var end: Int
  public var text: String
  public var value: String
  /// Found or not, it costs nothing.
  public var optional: Bool?
  public var rank: String?
  public var positions: [String]?
  public var date: String?
  public var issuedOn: String?
  public var issuer: String?

  var isOptional: Bool { optional ?? false }
}

/// Why gold cannot be used.
public struct GoldProblem: Error, CustomStringConvertible {
  public var description: String
}
