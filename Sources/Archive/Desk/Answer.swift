/// What a reviewer did, as the page sends it.
public struct Answer: Sendable {
  public var action: Decision.Action
  public var verdict: Decision.Verdict?
  public var flag: Int?
  /// The article, where there is no flag.
  public var article: String?
  /// The mention in focus.
  public var mention: String?
  /// The number of the alternative taken, from 1.
  public var alternative: Int?
  /// Where the alternative must come from; nil: anywhere.
  var alternativeFrom: Alternatives.Origin?
  /// Fields as typed.
  public var fields: [String: String] = [:]
  /// By how many words the ends of the span move: forwards is positive.
  public var startWords = 0
  public var endWords = 0
  /// What is added: the words that were selected, where they stand among equal words of their paragraph, and the kind.
  public var selection: Selection?
  public var note: String?
  /// The answer of another reviewer that the page has shown.
  public var seen: String?

  /// The same answer to all open flags of this code in the article.
  public var isForAllAlike = false

  public init(action: Decision.Action) { self.action = action }

  /// A stretch of a paragraph, told by words.
  public struct Selection: Sendable {
    public var kind: String
    public var paragraph: Int
    public var text: String
    /// The part of the paragraph before the selection.
    public var before: String

    public init(kind: String, paragraph: Int, text: String, before: String) {
      self.kind = kind
      self.paragraph = paragraph
      self.text = text
      self.before = before
    }
  }
}
