/// Reads a text that is no UTF-8, line by line: each line in the encoding of the text unless another fits it clearly better.
struct LineReader {
  private(set) var out: [UInt8] = []
  private(set) var layer = OffsetLayer()
  /// How many lines with letters beyond ASCII were read in which way.
  private(set) var lines: [Reading: Int] = [:]
  /// Stretches that became U+FFFD.
  private(set) var breaks = 0
  /// Where the text stands that was read as TCVN3, whose fonts had no capitals with tones.
  private(set) var tcvn3: [Range<Int>] = []
  let detection: Detection

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ detection: Detection) {
    self.detection = detection
    out.reserveCapacity(bytes.count * 3 / 2)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      while end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D { end += 1 }
      readLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start)
      start = end
    }
  }

  /// `TCVN3`, or the names of all encodings, that of most lines first.
  var name: String {
    let found = lines.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.name < $1.key.name }
    return found.isEmpty ? detection.reading.name : found.map(\.key.name).joined(separator: "+")
  }

  var repairs: [TextRepair] {
    var repairs = lines.filter { $0.key != .utf8 }.sorted { $0.key.name < $1.key.name }
      .map { TextRepair(.legacy, encoding: $0.key.name, count: $0.value) }
    if breaks > 0 { repairs.append(TextRepair(.invalid, encoding: "UTF-8", count: breaks)) }
    return repairs
  }

  private mutating func readLine(_ line: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard line.contains(where: isSpecial) else {
      out += line
      return layer.appendLinear(line.count, from: start)
    }
    let reading = reading(of: line)
    lines[reading, default: 0] += 1
    switch reading {
    case .utf8: appendUTF8(line, at: start)
    case .legacy(let encoding):
      let begin = out.count
      append(line, encoding, at: start)
      if encoding == .tcvn3 { tcvn3.append(begin..<out.count) }
    }
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return true }
    guard byte < 0x20, case .legacy(let encoding) = detection.reading else { return false }
    return encoding.controlLetters.contains(byte)
  }

  private func reading(of line: UnsafeBufferPointer<UInt8>) -> Reading {
    let main = detection.reading
    let score = main.score(line)
    if main != .utf8, TextDecoder.firstInvalid(line) == nil {
      // Whole letters of UTF-8 come about by chance in very few words.
      if Reading.utf8.score(line).total >= score.total { return .utf8 }
    } else if main == .utf8, TextDecoder.firstInvalid(line) == nil {
      return .utf8
    }
    if score.hits + score.misses == 0 || score.isGood { return main }
    let others = Reading.vietnamese.filter { $0 != .utf8 && $0 != main }.map { ($0, $0.score(line)) }
    guard let best = others.max(by: { $0.1.total < $1.1.total }), best.1.isGood, best.1.total >= max(score.total, 0) + 2 else {
      return main
    }
    return best.0
  }

  private mutating func append(_ line: UnsafeBufferPointer<UInt8>, _ encoding: LegacyEncoding, at start: Int) {
    let table = encoding.table
    var offset = 0
    while offset < line.count {
      let (scalar, length) = table.next(line, at: offset)
      let before = out.count
      out.append(scalar: scalar)
      if scalar < 0x80, length == 1 {
        layer.appendLinear(1, from: start + offset)
      } else {
        layer.append(out.count - before, for: start + offset..<start + offset + length)
      }
      offset += length
    }
  }

  private mutating func appendUTF8(_ line: UnsafeBufferPointer<UInt8>, at start: Int) {
    var offset = 0
    while offset < line.count {
      let rest = UnsafeBufferPointer(rebasing: line[offset...])
      let range = TextDecoder.firstInvalid(rest) ?? rest.count..<rest.count
      out += rest[..<range.lowerBound]
      layer.appendLinear(range.lowerBound, from: start + offset)
      let broken = start + offset + range.lowerBound
      offset += range.upperBound
      if range.isEmpty { return }
      // One mark for a whole stretch of broken bytes.
      while offset < line.count, let next = TextDecoder.firstInvalid(UnsafeBufferPointer(rebasing: line[offset...])), next.lowerBound == 0 {
        offset += next.upperBound
      }
      out += "\u{FFFD}".utf8
      layer.append(3, for: broken..<start + offset)
      breaks += 1
    }
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8; U+FFFD for what is none.
  mutating func append(scalar value: UInt32) {
    let tail = { (shift: UInt32) in UInt8(0x80 | value >> shift & 0x3F) }
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(tail(0))
    case 0x800..<0xD800, 0xE000..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(tail(6))
      append(tail(0))
    case 0x10000..<0x110000:
      append(UInt8(0xF0 | value >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    default: append(contentsOf: "\u{FFFD}".utf8)
    }
  }
}
