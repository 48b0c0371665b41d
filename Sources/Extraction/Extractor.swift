import CICU
import FoundationEssentials

/// Where an article comes from, as its record tells it.
public struct ArticleSource: Sendable {
  public var id: String
  /// The path below the folder given, `nil` for a stream.
  public var path: String?
  /// The size of the input in bytes.
  public var byteCount: Int
  /// Of the input's bytes, in lower-case hexadecimals; `nil` for a stream.
  public var sha256: String?
  /// The encoding that the bytes were read in.
  public var encoding: String
  /// `text`, `html`, `ndjson`.
  public var format: String
  /// The publisher, as given by `--source`.
  public var name: String?
  /// A title known from outside the text.
  public var title: String?
  /// A byline known from outside the text.
  public var byline: String?
  /// How sure the encoding is, 0 to 1; `nil` where the text is the input as it stands.
  public var encodingConfidence: Double?
  /// From the text back to the input's bytes.
  public var origin = OffsetMap()
  /// What of the input is not in the text.
  public var cuts: [Cut] = []

  /// A part of a page that was left out.
  public struct Cut: Codable, Sendable, Equatable {
    /// `menu`, `comments`, `related`, …
    public var reason: String
    /// Start and end in bytes of the input.
    public var input: [Int]
    /// How many bytes of text stand there.
    public var length: Int

    public init(reason: String, input: Range<Int>, length: Int) {
      self.reason = reason
      self.input = [input.lowerBound, input.upperBound]
      self.length = length
    }
  }

  public init(
    id: String, path: String? = nil, byteCount: Int = 0, sha256: String? = nil, encoding: String = "UTF-8", format: String = "text",
    name: String? = nil, title: String? = nil
  ) {
    self.id = id
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.format = format
    self.name = name
    self.title = title
  }
}

/// What to extract and what to write.
public struct ExtractionOptions: Sendable {
  public var kinds: KindSet
  /// Whether the record carries the article's text.
  public var includeText: Bool
  /// The publication date from outside the text; wins over one found in it.
  public var published: PublicationDate?
  /// Where that comes from.
  public var publishedBasis = PublishedBasis.given

  public init(kinds: KindSet = .all, includeText: Bool = false, published: PublicationDate? = nil) {
    self.kinds = kinds
    self.includeText = includeText
    self.published = published
  }
}

/// Where a publication date comes from.
public enum PublishedBasis: String, Codable, Sendable {
  /// From outside: an option, a field of a line.
  case given
  case text
  /// A page's meta tag, JSON-LD, or `<time>`.
  case meta
  case linkedData = "json-ld"
  case time
}

/// A day, with a clock time when one is known, at UTC+7.
public struct PublicationDate: Sendable, Equatable {
  let moment: Moment
  public var hasTime: Bool { moment.hour >= 0 }

  /// Reads `2024-09-27` or `2024-09-27T11:41[:48]`, with anything behind the time; `nil` when that is no day of the calendar and no time.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    let number = { (from: Int, length: Int) -> Int? in
      guard from + length <= digits.count else { return nil }
      var value = 0
      for byte in digits[from..<(from + length)] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), year > 0, (1...12).contains(month), day >= 1,
      digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"), day <= CalendarDay.daysInMonth(month, year: year)
    else { return nil }
    var moment = Moment(year: year, month: month, day: day)
    if digits.count > 10 {
      guard digits[10] == UInt8(ascii: "T") || digits[10] == UInt8(ascii: " "), let hour = number(11, 2), hour < 24,
        let minute = number(14, 2), minute < 60
      else { return nil }
      moment.hour = Int8(hour)
      moment.minute = Int8(minute)
      if digits.count > 16, digits[16] == UInt8(ascii: ":"), let second = number(17, 2), second < 60 { moment.second = Int8(second) }
    }
    self.moment = moment
  }
}

/// Turns the bytes of an article into its record. Shared by all threads; each thread reads with an `ArticleReader` of its own.
///
///     let extractor = Extractor()
///     let record = try extractor.record(of: "Ngày 27/9/2024, Thượng tá Phạm Thanh Bình …")
public struct Extractor: Sendable {
  let lexicon: Lexicon
  let pieces: RecordPieces
  let doubtful: UInt64

  public init() { self.init(.standard) }

  /// Whether a text needed the system's ICU, and it was not there: its words with combining marks are not known.
  public static var lacksICU: Bool { trich_icu_is_missing() }

  /// - Parameter lists: the user's own words, added to those of the program.
  /// - Throws: the first line that is one too many, or that the program could not read.
  public init(adding lists: [WordList]) throws(WordListProblem) {
    for list in lists { try ListColumns.check(list) }
    self.init(lists.isEmpty ? .standard : try LexiconBuilder.lexicon(of: WordList.embedded + lists))
  }

  private init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let confidence = Confidence.table()
    pieces = RecordPieces(confidence: confidence)
    doubtful = Rule.allCases.reduce(0) { Confidence.isDoubtful($1, confidence($1)) ? $0 | $1.bit : $0 }
  }

  /// The record of one text.
  /// - Throws: `DecodingError` when the written record does not fit the public types, which is a defect of the program.
  public func record(of text: String, id: String = "text", options: ExtractionOptions = ExtractionOptions()) throws -> Record {
    let reader = ArticleReader(self)
    var text = text
    text.withUTF8 { utf8 in
      _ = reader.read(UnsafeRawBufferPointer(utf8), source: ArticleSource(id: id, byteCount: utf8.count), options: options)
    }
    return try reader.withOutput { try JSONDecoder().decode(Record.self, from: Data($0)) }
  }
}

/// The measured precision of each rule.
enum Confidence {
  /// Whether mentions of the rule are flagged: below 0.75 for names, 0.7 for the other kinds.
  static func isDoubtful(_ rule: Rule, _ confidence: Double) -> Bool {
    confidence < 0.7 || confidence < 0.75 && rule.kind == .name
  }

  static func table() -> (Rule) -> Double {
    var values: [String: Double] = [:]
    for list in WordList.embedded where list.name == "confidence" {
      try? list.forEachLine { line, _ in
        if let value = Double(line.field1.string) { values[line.phrase.string] = value }
      }
    }
    return { values["\($0.name)"] ?? 0.9 }
  }
}
