import ArgumentParser
import Extraction
import Glibc
import Ingestion

/// The options of all commands that extract.
struct ExtractionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The articles' publication date: 2024-09-27, 2024-09-27T11:41, 27/9/2024.", valueName: "date"),
    transform: PublicationOption.init)
  var published: PublicationOption?

  @Option(help: ArgumentHelp("The publisher, for articles that name none.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Only these kinds: \(KindsOption.names).", valueName: "kind,kind"), transform: KindsOption.init)
  var kinds: KindsOption?

  @OptionGroup var own: WordsArgument

  @Option(help: ArgumentHelp("How many threads read.", valueName: "n"))
  var jobs: Int = ExtractionArguments.processors

  @Option(help: ArgumentHelp("The largest article in bytes; a larger one is reported and not read.", valueName: "bytes"))
  var maxArticle: Int = RunOptions.defaultMaxArticle

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be 1 to 256.") }
    guard (1...1 << 30).contains(maxArticle) else { throw ValidationError("--max-article must be 1 to \(1 << 30).") }
  }

  func runOptions(_ inputs: InputArguments, includeText: Bool, isRehearsal: Bool = false) -> RunOptions {
    RunOptions(
      extraction: ExtractionOptions(kinds: kinds?.set ?? .all, includeText: includeText, published: published?.date), source: source,
      jobs: jobs, maxArticle: maxArticle, reading: inputs.input, fields: inputs.fields?.fields ?? LineFields(), isRehearsal: isRehearsal)
  }

  /// All that changes a record besides its text and the rules, in one line.
  func fingerprint(_ inputs: InputArguments, _ lists: [UserList]) -> String {
    let words = lists.map { "\($0.list.name):\($0.sha256)" }.joined(separator: ",")
    return "kinds=\(kinds?.text ?? "all") published=\(published?.text ?? "-") source=\((source ?? "-").jsonQuoted) words=\(words)"
      + (inputs.fields.map { " fields=\($0.text.jsonQuoted)" } ?? "")
  }

  /// How many processors there are.
  static var processors: Int {
    min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 64)
  }
}

struct PublicationOption {
  let text: String
  let date: PublicationDate

  init(_ text: String) throws {
    // A time that is none would be left out in silence.
    guard let date = PublicationDate(field: text), date.hasTime == text.contains(":") else {
      throw ValidationError("“\(text)” is no date; write 2024-09-27, 2024-09-27T11:41 or 27/9/2024.")
    }
    self.text = text
    self.date = date
  }
}

struct KindsOption {
  static let names = MentionKind.allCases.map(\.rawValue).joined(separator: ", ")

  let text: String
  let set: KindSet
  let kinds: [MentionKind]

  init(_ text: String) throws {
    kinds = try text.split(separator: ",").map { name in
      guard let kind = MentionKind(rawValue: String(name)) else {
        throw ValidationError("“\(name)” is no kind; there are \(KindsOption.names).")
      }
      return kind
    }
    guard !kinds.isEmpty else { throw ValidationError("--kinds wants at least one of \(KindsOption.names).") }
    let set = KindSet(kinds)
    self.set = set
    self.text = MentionKind.allCases.filter(set.contains).map(\.rawValue).joined(separator: ",")
  }
}

extension Severity: ExpressibleByArgument {}
