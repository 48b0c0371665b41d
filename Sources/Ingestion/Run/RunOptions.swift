import Extraction

/// What all runs are told.
public struct RunOptions: Sendable {
  public var extraction: ExtractionOptions
  /// The publisher, for articles that name none.
  public var source: String?
  public var jobs: Int
  /// A larger article is reported and not held.
  public var maxArticle: Int
  /// Extract again what is unchanged.
  public var force: Bool

  public static let defaultMaxArticle = 16 << 20

  public init(
    extraction: ExtractionOptions = ExtractionOptions(), source: String? = nil, jobs: Int = 1,
    maxArticle: Int = RunOptions.defaultMaxArticle, force: Bool = false
  ) {
    self.extraction = extraction
    self.source = source
    self.jobs = jobs
    self.maxArticle = maxArticle
    self.force = force
  }
}
