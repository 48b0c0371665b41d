/// What an input is called. The name of a line is made when somebody asks for it, which of most lines nobody does.
struct InputName: Sendable {
  /// What the lines of a stream have in common; nil for standard input.
  final class Source: Sendable {
    /// In the account of a run.
    let input: String?
    /// For a person.
    let place: String?

    init(input: String?, place: String?) {
      self.input = input
      self.place = place
    }
  }

  let source: Source
  /// From 1; nil for an input that is no line of a stream.
  let line: Int?

  init(_ source: Source, line: Int? = nil) {
    self.source = source
    self.line = line
  }

  var input: String { named(source.input) }
  var place: String { named(source.place) }

  private func named(_ stream: String?) -> String {
    guard let line else { return stream ?? "" }
    return stream.map { "\($0): line \(line)" } ?? "line \(line)"
  }
}
