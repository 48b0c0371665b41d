import Glibc

/// Whole lines of a stream.
final class LineBatch {
  fileprivate(set) var bytes = InputBuffer(capacity: 2 * InputSource.enough)
  /// The number of the first line.
  fileprivate(set) var firstLine = 1
  /// Lines that were too long to be held, by their numbers.
  fileprivate(set) var tooLong: [Int] = []
  /// What comes before `line 12` in the account of a run, and for a person; nil for standard input.
  var name = InputName.Source(input: nil, place: nil)
  /// The ids that the lines were given, in order; empty when they keep their own.
  var ids: [String] = []
  /// How many bytes of the run's files are behind it.
  var position = 0
  /// Where each line ends.
  private var ends: [Int] = []

  /// Looks for the ends of all lines.
  /// - Returns: how many have one; the last line of a stream may want it.
  fileprivate func findEnds() -> Int {
    ends.removeAll(keepingCapacity: true)
    let bytes = bytes.bytes
    var start = 0
    while let end = LineScan.firstEnd(bytes, from: start) {
      ends.append(end)
      start = end + 1
    }
    let count = ends.count
    if start < bytes.count { ends.append(bytes.count) }
    return count
  }

  /// - Parameter body: takes each line that is not blank, and its number.
  func forEachLine(_ body: (_ line: UnsafeRawBufferPointer, _ number: Int) -> Void) {
    let bytes = bytes.bytes
    var number = firstLine
    var start = 0
    for end in ends {
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if !line.allSatisfy({ $0 <= 0x20 }) { body(line, number) }
      start = end + 1
      number += 1
    }
  }

  /// The id of a line that has none of its own.
  static func id(ofLine number: Int) -> String { "line-\(number)" }
}

/// Cuts a stream into batches of lines.
final class LineSource {
  private static let chunk = 1 << 17

  private let input: any ByteInput
  private let longestLine: Int
  private var rest = InputBuffer(capacity: 0)
  private var line = 1
  private var isAtEnd = false
  /// How many bytes have been read.
  private(set) var position = 0
  /// Why the stream could not be read to its end.
  private(set) var failure: InputProblem?

  /// - Parameter maxArticle: a line may be twice as long and more: JSON may write a letter in six bytes.
  init(_ input: any ByteInput, maxArticle: Int) {
    self.input = input
    longestLine = 2 * maxArticle + InputSource.enough
  }

  /// Fills the batch, or says that nothing is left; returns with what there is rather than wait for more.
  func fill(_ batch: LineBatch) -> Bool {
    batch.bytes.removeAll()
    batch.bytes.append(rest.bytes)
    rest.removeAll()
    batch.firstLine = line
    batch.tooLong.removeAll()
    var end = 0
    while !isAtEnd {
      if end > 0, batch.bytes.count >= InputSource.enough || !input.hasMore { break }
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

  private func read(_ batch: LineBatch) {
    do throws(InputProblem) {
      let size = try input.read(into: &batch.bytes, atMost: LineSource.chunk)
      position += size
      isAtEnd = size == 0
    } catch {
      isAtEnd = true
      failure = error
    }
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
    line += batch.findEnds()
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
    _ = batch.findEnds()
  }
}

/// Line ends among bytes.
enum LineScan {
  static func firstEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
