import Archive
import ArgumentParser
import Foundation

/// `trich agree lan minh --in output/`
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Compare what two reviewers decided.",
    discussion: """
      Each side is a decisions.ndjson, or with --in the name of a reviewer.

        trich agree lan minh --in output/
        trich agree a/decisions.ndjson b/decisions.ndjson
      """)

  @Argument(help: "A decisions.ndjson or a reviewer's name.")
  var first: String

  @Argument(help: "A decisions.ndjson or a reviewer's name.")
  var second: String

  @Option(name: .customLong("in"), help: "The folder of the records, where the sides are names.", completion: .directory)
  var folder: String?

  @Flag(help: "Write the figures as JSON.")
  var json = false

  func run() throws {
    let agreement = Agreement(try side(first), try side(second))
    print(json ? AgreementWords.json(agreement).text : AgreementWords.text(agreement, first, second))
  }

  private func side(_ name: String) throws -> [Decision] {
    if FileManager.default.fileExists(atPath: name) { return try Archive.decisions(inFile: name) }
    guard let folder else { throw ArchiveError.badArguments("\(name): no such file; to compare reviewers by name give --in FOLDER") }
    let decisions = try Archive(directory: folder, isReadOnly: true).decisions(of: name)
    guard !decisions.isEmpty else { throw ArchiveError.badArguments("\(folder): nobody called \(name) decided anything there") }
    return decisions
  }
}

/// A comparison in words and as JSON.
enum AgreementWords {
  static func text(_ agreement: Agreement, _ a: String, _ b: String) -> String {
    var lines = [
      "flags answered by both   \(agreement.both)",
      "same verdict             \(agreement.sameVerdict)\(percent(agreement.sameVerdict, agreement.both))",
      "kappa                    \(agreement.kappa.map(hundredths) ?? "–")",
      "both corrected           \(agreement.bothCorrected)",
      "same value               \(agreement.sameValue)\(percent(agreement.sameValue, agreement.bothCorrected))",
    ]
    for span in agreement.spans {
      lines.append("spans of \(span.kind): \(span.a) and \(span.b), \(span.exact) the same, \(span.overlapping) overlapping")
    }
    if !agreement.disagreements.isEmpty { lines += ["", "to be settled (\(a) / \(b)):"] }
    lines += agreement.disagreements.map { "  \($0.article)  \($0.code)  “\($0.exact)”  \($0.a) / \($0.b)" }
    return lines.joined(separator: "\n")
  }

  static func json(_ agreement: Agreement) -> JSON {
    [
      "both": JSON(agreement.both), "sameVerdict": JSON(agreement.sameVerdict),
      "kappa": agreement.kappa.map { .number(hundredths($0)) } ?? .null, "bothCorrected": JSON(agreement.bothCorrected),
      "sameValue": JSON(agreement.sameValue),
      "spans": .array(
        agreement.spans.map {
          ["kind": .string($0.kind), "a": JSON($0.a), "b": JSON($0.b), "exact": JSON($0.exact), "overlapping": JSON($0.overlapping)]
        }),
      "disagreements": .array(
        agreement.disagreements.map {
          ["article": .string($0.article), "code": .string($0.code), "exact": .string($0.exact), "a": .string($0.a), "b": .string($0.b)]
        }),
    ]
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : " (\(Int((Double(part) / Double(whole) * 100).rounded())) %)"
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int((abs(value) * 100).rounded())
    return (value < 0 ? "-" : "") + "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
  }
}
