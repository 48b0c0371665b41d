/// What `trich export` can write.
public enum ExportForm: String, Sendable, CaseIterable {
  /// The records with people's decisions in them.
  case record
  /// Reviewed articles for `trich eval`.
  case gold
  /// Marked sentences for `corpus/examples`.
  case examples
  /// A table a kind.
  case csv
}

extension Archive {
  /// Writes an export. The records and the log stay untouched.
  /// - Parameter write: takes a file's name and the text to append to it, in order.
  /// - Returns: how many articles were written.
  public func export(_ form: ExportForm, write: (String, String) throws -> Void) throws -> Int {
    var count = 0
    var published: [String: String?] = [:]
    if form == .csv { for kind in TableExport.kinds { try write("\(kind).csv", TableExport.mark + TableExport.header(kind)) } }
    try ExportSource(archive: self).forEachArticle { article in
      switch form {
      case .record:
        var merge = RecordMerge(article)
        try write("records.ndjson", merge.record().text + "\n")
      case .gold:
        guard article.isReviewed else { return }
        try write("gold.jsonl", GoldExport.line(article).text + "\n")
        try write("articles.ndjson", GoldExport.text(article).text + "\n")
      case .examples:
        let sentences = article.isReviewed ? ExampleExport.sentences(article) : []
        if sentences.isEmpty { return }
        for sentence in sentences {
          let name = "\(sentence.kind).txt"
          if published[name] != .some(sentence.published) { try write(name, "@published \(sentence.published ?? "-")\n") }
          published[name] = .some(sentence.published)
          try write(name, sentence.text + "\n")
        }
      case .csv: for kind in TableExport.kinds { try write("\(kind).csv", TableExport.rows(article, kind: kind)) }
      }
      count += 1
    }
    return count
  }
}
