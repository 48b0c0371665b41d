/// How inputs are to be taken.
public enum InputReading: String, Sendable, CaseIterable {
  /// As their names say: lines of JSON in `.ndjson` and `.jsonl`, else an article each.
  case auto
  /// Each input is an article.
  case text
  /// Each line of an input is an article.
  case ndjson
}

/// What a file's name says of what it holds.
enum InputForm {
  case article, lines, container
  /// Nothing that is read in a folder or archive: a picture, a table.
  case other

  private static let articles: Set<String> = ["txt", "text", "md", "", "html", "htm", "xhtml", "shtml"]
  private static let streams: Set<String> = ["ndjson", "jsonl"]

  /// - Parameter isNamed: the user named the file: it is read whatever it is called.
  init(_ name: String, reading: InputReading, isNamed: Bool) {
    if ContainerName(name).isContainer {
      self = .container
      return
    }
    let fileExtension = PathName(name).fileExtension
    let isStream = InputForm.streams.contains(fileExtension)
    let isRead = isNamed || isStream || InputForm.articles.contains(fileExtension)
    switch reading {
    case .auto: self = isStream ? .lines : isRead ? .article : .other
    case .text: self = isRead ? .article : .other
    case .ndjson: self = isRead ? .lines : .other
    }
  }
}
