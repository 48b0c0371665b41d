import Extraction
import Glibc

/// Where batches of work come from.
protocol BatchSource: AnyObject {
  associatedtype Batch: AnyObject
  func makeBatch() -> Batch
  /// Fills the batch, or says that nothing is left. Called by one thread at a time, in the order of the input; returns with what
  /// there is rather than wait for more.
  func fill(_ batch: Batch) -> Bool
}

/// What reads batches, one for each thread.
protocol BatchWorker<Batch>: AnyObject {
  associatedtype Batch: AnyObject
  /// Holds the records of a batch until they are handed over.
  var reader: ArticleReader { get }
  func work(_ batch: Batch) -> [InputResult]
}

/// Takes what batches leave, in the order of the input and by one thread at a time.
protocol BatchSink: AnyObject {
  /// Once true, no further batch is begun.
  var isClosed: Bool { get }
  func take(records: UnsafeRawBufferPointer, results: inout [InputResult])
}

/// Work in batches on several threads.
///
/// The threads take turns at the source, work each on a batch of its own, and hand over in order: the one whose turn it is
/// writes from its own buffer, the others leave a copy. What waits is bounded by bytes.
final class OrderedRun<Source: BatchSource>: @unchecked Sendable {
  private struct Waiting {
    var records: [UInt8]
    var results: [InputResult]
  }
  /// A thread whose turn has not come waits when this much lies ready.
  private static var mostBytesWaiting: Int { 4 << 20 }

  private let source: Source
  private let sink: any BatchSink
  private let makeWorker: () -> any BatchWorker<Source.Batch>
  private let jobs: Int
  private let input = Monitor()
  private var nextTicket = 0
  private var isExhausted = false
  private var threads: [WorkerThread] = []
  private let output = Monitor()
  private var turn = 0
  private var isHandingOver = false
  private var waiting: [Int: Waiting] = [:]
  private var bytesWaiting = 0

  init(source: Source, sink: any BatchSink, jobs: Int, makeWorker: @escaping () -> any BatchWorker<Source.Batch>) {
    self.source = source
    self.sink = sink
    self.jobs = jobs
    self.makeWorker = makeWorker
  }

  /// Works until the source is exhausted or the sink closed.
  func run() {
    runThread()
    // Threads that start threads are done when the last of them is.
    while let thread = input.locked({ threads.popLast() }) { thread.join() }
  }

  private func runThread() {
    let batch = source.makeBatch()
    var worker: (any BatchWorker<Source.Batch>)?
    while let ticket = takeTicket(batch) {
      let reader = worker ?? makeWorker()
      worker = reader
      var results = reader.work(batch)
      reader.reader.withOutput { deliver(ticket, $0, &results) }
      reader.reader.removeOutput()
    }
  }

  /// A batch's place in the order; the first batches start a thread each, so that little input starts few.
  private func takeTicket(_ batch: Source.Batch) -> Int? {
    input.locked {
      guard !isExhausted, !sink.isClosed, source.fill(batch) else {
        isExhausted = true
        return nil
      }
      if threads.count + 1 < jobs, let thread = WorkerThread({ [self] in runThread() }) { threads.append(thread) }
      nextTicket += 1
      return nextTicket - 1
    }
  }

  private func deliver(_ ticket: Int, _ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    output.lock()
    defer { output.unlock() }
    guard ticket == turn, !isHandingOver else { return leave(ticket, records, results) }
    isHandingOver = true
    output.unlocked { sink.take(records: records, results: &results) }
    turn += 1
    while var next = waiting.removeValue(forKey: turn) {
      output.unlocked { next.records.withUnsafeBytes { sink.take(records: $0, results: &next.results) } }
      bytesWaiting -= next.records.count
      turn += 1
    }
    isHandingOver = false
    output.wakeAll()
  }

  private func leave(_ ticket: Int, _ records: UnsafeRawBufferPointer, _ results: [InputResult]) {
    waiting[ticket] = Waiting(records: Array(records), results: results)
    bytesWaiting += records.count
    while bytesWaiting > OrderedRun.mostBytesWaiting, ticket >= turn { output.wait() }
  }
}
