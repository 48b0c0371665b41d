import CSystem
import Extraction

/// Reads inputs and hands their records over.
public struct ExtractionRun {
  private let extractor: Extractor
  private let options: RunOptions
  private let destination: any RecordDestination
  private let folder: OutputFolder?
  private let observe: (InputResult) -> Void

  /// - Parameters:
  ///   - destination: takes the records, in the order of the input.
  ///   - folder: where each record becomes a file; nil when the destination takes them.
  ///   - observe: told of each input's end, in the order of the input.
  public init(
    extractor: Extractor, options: RunOptions, destination: any RecordDestination, into folder: OutputFolder? = nil,
    observe: @escaping (InputResult) -> Void
  ) {
    self.extractor = extractor
    self.options = options
    self.destination = destination
    self.folder = folder
    self.observe = observe
    trich_give_memory_back()
  }

  /// Reads files, what is in archives, and streams of lines.
  public func read(_ list: InputList) {
    read(InputSource(list, options: options, tellsLinesApart: folder != nil))
  }

  /// Reads standard input: an article, lines of JSON, or an archive.
  /// - Parameter id: of the article; the inputs of an archive are called by it.
  public func read(from descriptor: Int32, id: String) {
    var buffer = InputBuffer()
    do throws(InputProblem) {
      let input = try StandardInput.begin(descriptor, id: id, options: options, buffer: &buffer)
      if let source = InputSource(input, options: options, tellsLinesApart: folder != nil) { return read(source) }
      try buffer.readAll(from: descriptor, atMost: options.maxArticle)
      readArticle(.bytes(Array(buffer.bytes)), id: id)
    } catch {
      readArticle(.ended(error), id: id)
    }
  }

  private func readArticle(_ content: ArticleInput.Content, id: String) {
    var article = ArticleInput(label: id, place: id, id: id, content: content)
    article.path = nil
    let worker = ArticleWorker(extractor, options: options, folder: folder)
    var results = [worker.read(article)]
    worker.reader.withOutput { sink.take(records: $0, results: &results) }
  }

  private func read(_ source: InputSource) {
    OrderedRun(source: source, sink: sink, jobs: options.jobs) {
      ArticleWorker(extractor, options: options, folder: folder)
    }.run()
  }

  private var sink: RunSink { RunSink(destination, folder, observe) }
}
