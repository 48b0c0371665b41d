import Glibc

/// The figures of a score as text.
public struct ScoreTable {
  private let score: Score

  public init(_ score: Score) { self.score = score }

  /// A line for each kind and link, and last the macro F1.
  public var text: String {
    var lines = ["\(pad("kind", 14)) \(pad("gold", -5)) \(pad("P", -7)) \(pad("R", -7)) \(pad("F1", -7)) \(pad("exact", -7))  wrong value"]
    for bucket in Bucket.allCases {
      let tally = score.kinds[bucket] ?? Tally()
      lines.append("\(line(bucket.rawValue, tally)) \(figure(tally.exactShare))  \(tally.badValues)")
    }
    for link in Link.allCases { lines.append(line(link.rawValue, score.links[link] ?? Tally())) }
    if !score.missing.isEmpty {
      lines.append("no record for: \(score.missing.prefix(20).joined(separator: " ")) (\(score.missing.count))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line that ends the account.
  public var summary: String {
    let figures = [score.macroF1, score.worstF1, score.worstLink].map(figure).map { $0.trimmingPrefix(while: \.isWhitespace) }
    return "macro F1 \(figures[0]) worst \(figures[1]) link \(figures[2]) articles \(score.articleCount) missing \(score.missing.count)\n"
  }

  /// What went wrong, what happened most often first.
  public func worst(_ count: Int) -> String {
    var kinds: [String: Int] = [:]
    for miss in score.misses { kinds["\(miss.place) \(miss.sort.rawValue)", default: 0] += 1 }
    let ordered = score.misses.enumerated().sorted { a, b in
      let (x, y) = (
        kinds["\(a.element.place) \(a.element.sort.rawValue)"] ?? 0, kinds["\(b.element.place) \(b.element.sort.rawValue)"] ?? 0
      )
      return x != y ? x > y : a.offset < b.offset
    }
    return ordered.prefix(count).map { Self.line($0.element) }.joined()
  }

  private static func line(_ miss: Miss) -> String {
    let text = miss.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(miss.article)\t\(miss.place)\t\(miss.sort.rawValue)\t\(text)\t\(miss.expected)\t\(miss.found)\n"
  }

  private func line(_ name: String, _ tally: Tally) -> String {
    "\(pad(name, 14)) \(pad("\(tally.gold)", -5)) \(figure(tally.precision)) \(figure(tally.recall)) \(figure(tally.f1))"
  }

  private func figure(_ value: Double) -> String {
    var digits = [CChar](repeating: 0, count: 64)
    let length = withVaList([value]) { vsnprintf(&digits, digits.count, "%7.4f", $0) }
    return String(decoding: digits.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Filled up to a width, on the left when it is negative.
  private func pad(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}
