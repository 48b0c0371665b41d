import Glibc

/// Whole lines of a stream.
final class LineBatch {
  fileprivate(set) var bytes = InputBuffer(capacity: 2 * LineSource.enough)
  /// The number of the first line.
  fileprivate(set) var firstLine = 1
  /// Lines that were too long to be held, by their numbers.
  fileprivate(set) var tooLong: [Int] = []
}

/// Cuts a stream into batches of lines.
final class LineSource: BatchSource {
  /// A batch of this size is worth a thread's while.
  static let enough = 1 << 16
  private static let chunk = 1 << 17

  private let descriptor: Int32
  private let longestLine: Int
  private var rest = InputBuffer()
  private var line = 1
  private var isAtEnd = false
  /// What `read` said in the end, nil when the stream simply ended.
  private(set) var failure: InputProblem?

  /// - Parameter maxArticle: a line may be twice as long and more: JSON may write a letter in six bytes.
  init(descriptor: Int32, maxArticle: Int) {
    self.descriptor = descriptor
    longestLine = 2 * maxArticle + LineSource.enough
  }

  func makeBatch() -> LineBatch { LineBatch() }

  func fill(_ batch: LineBatch) -> Bool {
    batch.bytes.removeAll()
    batch.bytes.append(rest.bytes)
    rest.removeAll()
    batch.firstLine = line
    batch.tooLong.removeAll()
    var end = 0
    while !isAtEnd {
      if end > 0, batch.bytes.count >= LineSource.enough || !hasMore { break }
      let searched = batch.bytes.count
      read(batch)
      end = endOfLines(batch, from: searched) ?? end
      if end == 0, batch.bytes.count > longestLine {
        skipLine(batch)
        return true
      }
    }
    cut(batch, at: isAtEnd ? batch.bytes.count : end)
    return batch.bytes.count > 0
  }

  /// Whether input is ready, so that reading on keeps nobody waiting.
  private var hasMore: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  private func read(_ batch: LineBatch) {
    let size = batch.bytes.read(from: descriptor, atMost: LineSource.chunk)
    guard size <= 0 else { return }
    isAtEnd = true
    if size < 0 { failure = .unreadable(errno) }
  }

  /// The place after the last line end at or behind `start`.
  private func endOfLines(_ batch: LineBatch, from start: Int) -> Int? {
    var index = batch.bytes.count
    while index > start {
      if batch.bytes.base[index - 1] == UInt8(ascii: "\n") { return index }
      index -= 1
    }
    return nil
  }

  /// Keeps the lines of the batch and sets the rest aside for the next.
  private func cut(_ batch: LineBatch, at end: Int) {
    rest.append(UnsafeRawBufferPointer(rebasing: batch.bytes.bytes[end...]))
    batch.bytes.truncate(to: end)
    line += LineScan.count(batch.bytes.bytes)
  }

  /// Reads over the line that the batch begins with and does not hold whole.
  private func skipLine(_ batch: LineBatch) {
    batch.tooLong.append(line)
    line += 1
    batch.bytes.removeAll()
    while !isAtEnd {
      batch.bytes.removeAll()
      read(batch)
      guard let first = LineScan.firstEnd(batch.bytes.bytes, from: 0) else { continue }
      rest.append(UnsafeRawBufferPointer(rebasing: batch.bytes.bytes[(first + 1)...]))
      break
    }
    batch.bytes.removeAll()
  }
}

/// Line ends among bytes.
enum LineScan {
  static func firstEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }

  static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
    var lines = 0
    var start = 0
    while let end = firstEnd(bytes, from: start) {
      lines += 1
      start = end + 1
    }
    return lines
  }
}
