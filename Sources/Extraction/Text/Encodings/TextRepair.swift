/// Something that was done to a text while it was decoded, for the flag `encoding-repaired`.
public struct TextRepair: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// Lines in an 8-bit encoding that was told by its syllables.
    case legacy = "legacy-encoding"
    /// UTF-8 that was once read as windows-1252 or Latin-1.
    case misread = "misread-utf-8"
    /// Bytes that belong to no letter: replaced by U+FFFD.
    case invalid = "invalid-bytes"
    /// Lower-case letters that a font of capitals showed as capitals.
    case capitals = "capital-font"
    /// References like `&Ecirc;` in plain text.
    case entities = "html-entities"
    /// Texts with a line for each word.
    case wordLines = "one-word-lines"
    /// Paragraphs with a line end after every so many letters.
    case wrappedLines = "wrapped-lines"
  }

  public var kind: Kind
  /// The encoding that the stretches were read in.
  public var encoding: String?
  /// How many stretches were changed: lines for encodings, words, references or lines for the others.
  public var count: Int

  public init(_ kind: Kind, encoding: String? = nil, count: Int) {
    self.kind = kind
    self.encoding = encoding
    self.count = count
  }

  /// Whether letters may have been lost or guessed; the other repairs only change how they are written.
  var loses: Bool { kind != .entities && kind != .wordLines && kind != .wrappedLines }

  /// What a person reads about it.
  public var message: String {
    switch kind {
    case .legacy: "\(count == 1 ? "1 line was" : "\(count) lines were") read as \(encoding ?? "an 8-bit encoding")"
    case .misread: "UTF-8 had been read as windows-1252 or Latin-1 and was put right in \(places)"
    case .invalid: "bytes that are no \(encoding ?? "UTF-8") were replaced by U+FFFD in \(places)"
    case .capitals: "\(count == 1 ? "1 word" : "\(count) words") in capitals had lower-case letters of a capitals' font"
    case .entities: "HTML entities were replaced by their letters in \(places)"
    case .wordLines: "\(count) lines of one word each were joined"
    case .wrappedLines: "\(count) line ends within paragraphs were taken out"
    }
  }

  private var places: String { count == 1 ? "1 place" : "\(count) places" }
}
