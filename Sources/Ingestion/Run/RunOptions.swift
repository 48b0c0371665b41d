import Extraction

/// What all runs are told.
public struct RunOptions: Sendable {
  public var extraction: ExtractionOptions
  /// The publisher, for articles that name none.
  public var source: String?
  public var jobs: Int
  /// A larger article is reported and not held.
  public var maxArticle: Int
  public var reading: InputReading
  public var fields: LineFields
  public var limits = ContainerLimits()
  /// Say what would be done, and write nothing.
  public var isRehearsal: Bool

  public static let defaultMaxArticle = 16 << 20

  public init(
    extraction: ExtractionOptions = ExtractionOptions(), source: String? = nil, jobs: Int = 1,
    maxArticle: Int = RunOptions.defaultMaxArticle, reading: InputReading = .auto, fields: LineFields = LineFields(),
    isRehearsal: Bool = false
  ) {
    self.extraction = extraction
    self.source = source
    self.jobs = jobs
    self.maxArticle = maxArticle
    self.reading = reading
    self.fields = fields
    self.isRehearsal = isRehearsal
  }
}
