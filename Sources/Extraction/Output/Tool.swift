/// What stands in a record's `tool`.
public enum Tool {
  public static let version: StaticString = "0.1.0"
  /// The number of the rules with a digest of the output over `corpus/`: a test compares it.
  public static let rules: StaticString = "102-dab35265"
}
