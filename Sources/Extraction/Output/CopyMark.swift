/// Marks a record as one of a text that the run has met before: the flag `text-duplicate` and the key `copyOf`.
///
/// Which of two equal texts comes first is known only when the records are put in order; then they are written already.
public enum CopyMark {
  /// What every record ends with, from the end of its flags.
  static let tail = Array("],\"tool\":{\"version\":\"\(Tool.version)\",\"rules\":\"\(Tool.rules)\"}}\n".utf8)

  /// The record with the mark.
  /// - Parameters:
  ///   - record: as an `ArticleReader` wrote it, unmarked.
  ///   - id: of the record that came first.
  public static func adding(copyOf id: String, to record: UnsafeRawBufferPointer) -> [UInt8] {
    let flags = record.dropLast(tail.count)
    let separator = flags.last == UInt8(ascii: "[") ? "" : ","
    return Array(flags) + Array(separator.utf8) + marks(id)
  }

  /// The record without the mark that it bears; itself when it bears no such mark.
  public static func removing(copyOf id: String, from record: UnsafeRawBufferPointer) -> [UInt8] {
    let marks = marks(id)
    guard record.suffix(marks.count).elementsEqual(marks) else { return Array(record) }
    let flags = record.dropLast(marks.count)
    return Array(flags.last == UInt8(ascii: ",") ? flags.dropLast() : flags) + tail
  }

  private static func marks(_ id: String) -> [UInt8] {
    var out = ByteWriter()
    out.put("{\"code\":")
    out.putString(FlagCode.textDuplicate.rawValue)
    out.put(",\"severity\":\"info\",\"mentions\":[],\"message\":")
    out.putString("the same text as “\(id)”")
    out.put("}],\"copyOf\":")
    out.putString(id)
    return Array(out.view) + tail.dropFirst()
  }
}

extension ArticleSummary {
  /// The same with so many flags of severity `info` more.
  public func addingInfos(_ count: Int) -> ArticleSummary {
    var sum = self
    sum.add(count, .info)
    return sum
  }
}
