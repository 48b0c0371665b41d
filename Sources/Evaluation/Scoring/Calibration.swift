import Extraction

/// The measured precision of each rule, as `Sources/Words/confidence.tsv` keeps it.
///
/// Smoothed by the rule of succession, (right + 1) / (right + wrong + 2): a rule that was never seen stands at 0.5, one that was right
/// a hundred times at 0.99, none at 1.
public struct Calibration {
  public static let file = "Sources/Words/confidence.tsv"

  public let text: String

  /// Rules of kinds that gold does not hold are left out, so that they keep the program's own guess.
  public init(_ score: Score) {
    let seen = Set(score.rules.keys.compactMap { $0.split(separator: ".").first })
    let rules = RuleNames.all.filter { seen.contains($0.split(separator: ".")[0]) }
    let lines = rules.map { rule in
      let tally = score.rules[rule] ?? Tally()
      return "\(rule)\t\(Calibration.smoothed(tally))\t\(tally.truePositives)\t\(tally.falsePositives)\n"
    }
    text = Calibration.head + lines.joined()
  }

  private static let head = """
    # The measured precision of each rule on gold, smoothed: (right + 1) / (right + wrong + 2); written by `trich eval --calibrate`.
    # Columns: rule, confidence, right, wrong.

    """

  private static func smoothed(_ tally: Tally) -> String {
    let share = Double(tally.truePositives + 1) / Double(tally.truePositives + tally.falsePositives + 2)
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths)
    return "0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
