/// A stream of lines with its place in the run.
final class LineStream {
  private let source: LineSource
  /// Before `line 12`.
  private let name: InputName.Source
  private lazy var parser = ArticleLineParser(fields)
  private let fields: LineFields

  init(_ input: any ByteInput, label: String?, place: String?, options: RunOptions) {
    source = LineSource(input, maxArticle: options.maxArticle)
    name = InputName.Source(input: label, place: place)
    fields = options.fields
  }

  /// Fills the batch with whole lines; false at the end.
  func fill(_ batch: LineBatch) -> Bool {
    batch.name = name
    batch.ids.removeAll()
    return source.fill(batch)
  }

  /// How many bytes of it have been read.
  var position: Int { source.position }

  /// What kept the stream from being read to its end.
  var end: ArticleInput? {
    source.failure.map { ArticleInput(label: name.input ?? "the stream", place: name.place ?? "the stream", content: .ended($0)) }
  }

  /// Gives each line that has an article an id that no other input has.
  func giveIDs(_ batch: LineBatch, _ ids: inout RecordIDs) {
    batch.forEachLine { line, number in
      let id = (try? parser.read(line))?.id ?? LineBatch.id(ofLine: number)
      batch.ids.append(ids.take(id, orElse: id))
      parser.release(after: line)
    }
  }
}
