/// The rules by their names, as they stand in a record's `rule`.
public enum RuleNames {
  public static let all: [String] = Rule.allCases.map { "\($0.name)" }
}
