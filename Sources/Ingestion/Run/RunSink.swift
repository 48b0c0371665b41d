import Extraction

/// Takes the records and the ends of inputs in their order: marks copies, hands on, tells.
final class RunSink: BatchSink {
  private let destination: any RecordDestination
  private let folder: OutputFolder?
  private let observe: (InputResult) -> Void
  private var texts = KnownTexts()
  /// Threads ask whether to go on while another hands over.
  private let monitor = Monitor()
  private var mustEnd = false

  init(_ destination: any RecordDestination, _ folder: OutputFolder?, _ observe: @escaping (InputResult) -> Void) {
    self.destination = destination
    self.folder = folder
    self.observe = observe
  }

  var isClosed: Bool { monitor.locked { mustEnd } }

  func take(records: UnsafeRawBufferPointer, results: inout [InputResult]) {
    handOver(records, &results)
    if destination.failure != nil || folder?.isFull == true { monitor.locked { mustEnd = true } }
  }

  private func handOver(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    let changed = findCopies(&results)
    if let folder {
      for index in changed { mark(&results[index.0], before: index.1, in: folder) }
    } else if !changed.isEmpty {
      for index in changed { results[index.0].summary = results[index.0].summary.addingInfos(1) }
      let marked = marked(records, results)
      marked.withUnsafeBytes { destination.take($0, &results) }
      return results.forEach(observe)
    }
    destination.take(records, &results)
    results.forEach(observe)
  }

  /// Results that are copies now and were none before, or the other way round, each with what it was a copy of.
  private func findCopies(_ results: inout [InputResult]) -> [(Int, String?)] {
    var changed: [(Int, String?)] = []
    for index in results.indices {
      guard let text = results[index].text, results[index].outcome != .failed else { continue }
      let before = results[index].copyOf
      results[index].copyOf = texts.note(text, id: results[index].id)
      if results[index].copyOf != before { changed.append((index, before)) }
    }
    return changed
  }

  /// The record is a file already, of this run or an earlier one.
  private func mark(_ result: inout InputResult, before: String?, in folder: OutputFolder) {
    if !folder.isRehearsal {
      do throws(InputProblem) {
        try folder.tree.change(result.id) { record in
          let plain = before.map { CopyMark.removing(copyOf: $0, from: record) } ?? Array(record)
          return result.copyOf.map { id in plain.withUnsafeBytes { CopyMark.adding(copyOf: id, to: $0) } } ?? plain
        }
      } catch {
        result = result.ended(error)
        return
      }
    }
    result.summary = result.summary.addingInfos((result.copyOf == nil ? 0 : 1) - (before == nil ? 0 : 1))
    // Its line in the memory is another now.
    result.outcome = .written
  }

  private func marked(_ records: UnsafeRawBufferPointer, _ results: [InputResult]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(records.count + 4096)
    var start = 0
    for result in results where result.outcome == .written {
      let end = min((LineScan.firstEnd(records, from: start) ?? records.count) + 1, records.count)
      let record = UnsafeRawBufferPointer(rebasing: records[start..<end])
      if let id = result.copyOf { out += CopyMark.adding(copyOf: id, to: record) } else { out += record }
      start = end
    }
    return out
  }
}
