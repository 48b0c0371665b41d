import CSystem
import Extraction
import Glibc

/// Reads inputs and hands their records over.
public struct ExtractionRun {
  private let extractor: Extractor
  private let options: RunOptions
  private let destination: any RecordDestination
  private let observe: (InputResult) -> Void

  /// - Parameters:
  ///   - destination: takes the records, in the order of the input.
  ///   - observe: told of each input's end, in the order of the input.
  public init(
    extractor: Extractor, options: RunOptions, destination: any RecordDestination, observe: @escaping (InputResult) -> Void
  ) {
    self.extractor = extractor
    self.options = options
    self.destination = destination
    self.observe = observe
    trich_give_memory_back()
  }

  /// Reads one article from a descriptor to its end.
  public func readArticle(from descriptor: Int32, id: String) {
    var result = InputResult(input: id, id: id, outcome: .failed)
    let reader = ArticleReader(extractor)
    do throws(InputProblem) {
      var buffer = InputBuffer()
      try buffer.readAll(from: descriptor, atMost: options.maxArticle)
      result.byteCount = buffer.count
      let document = try DocumentReader().read(buffer.bytes, name: nil)
      var extraction = options.extraction
      if extraction.published == nil { extraction.published = document.published }
      let source = ArticleSource(
        id: id, byteCount: buffer.count, encoding: document.encoding, format: document.format, name: options.source, title: document.title)
      result.summary = reader.read(document.text, source: source, options: extraction, isValidated: document.isValidated)
      result.outcome = .written
    } catch {
      result.problem = error
    }
    reader.withOutput { sink.take(records: $0, results: [result]) }
  }

  /// Reads a stream of lines.
  /// - Returns: what kept the stream from being read to its end.
  public func readLines(from descriptor: Int32) -> InputProblem? {
    let source = LineSource(descriptor: descriptor, maxArticle: options.maxArticle)
    OrderedRun(source: source, sink: sink, jobs: options.jobs) { LineWorker(extractor, options: options) }.run()
    return source.failure
  }

  /// Reads files, each an article.
  /// - Parameter folder: where each record becomes a file; nil when the destination takes them.
  public func readFiles(_ files: [InputFile], into folder: OutputFolder?) {
    OrderedRun(source: FileSource(files), sink: sink, jobs: options.jobs) {
      FileWorker(extractor, options: options, records: folder?.tree, memory: folder?.memory)
    }.run()
  }

  private var sink: Sink { Sink(destination, observe) }

  private final class Sink: BatchSink {
    private let destination: any RecordDestination
    private let observe: (InputResult) -> Void

    init(_ destination: any RecordDestination, _ observe: @escaping (InputResult) -> Void) {
      self.destination = destination
      self.observe = observe
    }

    var isClosed: Bool { destination.failure != nil }

    func take(records: UnsafeRawBufferPointer, results: [InputResult]) {
      var results = results
      destination.take(records, &results)
      for result in results { observe(result) }
    }
  }
}
