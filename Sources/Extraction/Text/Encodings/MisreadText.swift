import Glibc

/// UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 again, once or more: `Äáº£ng` for `Đảng`.
struct MisreadText {
  private(set) var out: [UInt8] = []
  private(set) var layer = OffsetLayer()
  /// Stretches put right.
  private(set) var count = 0

  /// Whether the sequences stand in the bytes that the letters of Vietnamese turn into: Â, Ã, Ä, Æ or á before U+0080…U+00BF.
  static func isSuspected(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 2
    while offset < bytes.count, let found = bytes.firstIndex(of: 0xC2, from: offset) {
      if bytes[found - 2] == 0xC3, [0xA1, 0x82, 0x83, 0x84, 0x86].contains(bytes[found - 1]) { return true }
      offset = found + 1
    }
    return false
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // How often the text was misread shows in its words; lines without words follow the others.
    let lines = MisreadText.lines(bytes)
    let repairs = lines.map { $0.bytes.contains(0xC3) ? MisreadLine.best(MisreadText.scalars($0.bytes)) : 0 }
    let counts = repairs.reduce(into: [0, 0, 0, 0]) { $0[$1] += 1 }
    let usual = counts[1...].max() == 0 ? 0 : (1...3).max { counts[$0] < counts[$1] } ?? 0
    for (line, times) in zip(lines, repairs) { readLine(line.bytes, at: line.start, times: times, usual: usual) }
  }

  private mutating func readLine(_ line: UnsafeBufferPointer<UInt8>, at start: Int, times: Int, usual: Int) {
    if usual > 0, line.contains(where: { $0 >= 0x80 }) {
      let scalars = MisreadText.scalars(line)
      let repaired = MisreadLine(scalars, times: times > 0 ? times : usual)
      // Without a word that gained by it, only marks may change.
      if repaired.changes > 0, times > 0 || repaired.score >= MisreadLine(scalars, times: 0).score {
        append(repaired.pieces, at: start)
        count += repaired.changes
        return
      }
    }
    out += line
    layer.appendLinear(line.count, from: start)
  }

  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> [(start: Int, bytes: UnsafeBufferPointer<UInt8>)] {
    var lines: [(start: Int, bytes: UnsafeBufferPointer<UInt8>)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? bytes.count
      lines.append((start, UnsafeBufferPointer(rebasing: bytes[start..<end])))
      start = end
    }
    return lines
  }

  private mutating func append(_ pieces: [MisreadLine.Piece], at start: Int) {
    for piece in pieces {
      let before = out.count
      out.append(scalar: piece.scalar)
      if piece.isChanged {
        layer.append(out.count - before, for: start + piece.range.lowerBound..<start + piece.range.upperBound)
      } else {
        layer.appendLinear(out.count - before, from: start + piece.range.lowerBound)
      }
    }
  }

  private static func scalars(_ line: UnsafeBufferPointer<UInt8>) -> [MisreadLine.Piece] {
    guard let base = line.baseAddress else { return [] }
    var pieces: [MisreadLine.Piece] = []
    pieces.reserveCapacity(line.count)
    var offset = 0
    while offset < line.count {
      let (value, length) = decodeScalar(base, at: offset)
      pieces.append(MisreadLine.Piece(scalar: value, range: offset..<offset + length, isChanged: false))
      offset += length
    }
    return pieces
  }
}

/// A line with its misread letters put right.
struct MisreadLine {
  struct Piece {
    var scalar: UInt32
    /// The bytes of the line that it came from.
    var range: Range<Int>
    var isChanged: Bool
  }

  private(set) var pieces: [Piece]
  private(set) var changes = 0

  /// The line after undoing so many misreadings.
  init(_ line: [Piece], times: Int) {
    pieces = line
    for _ in 0..<times {
      let before = changes
      undo()
      if changes == before { return }
    }
  }

  /// How many misreadings, put right, give the line the most Vietnamese words; 0 when none gives it more than it has.
  static func best(_ line: [Piece]) -> Int {
    var reading = MisreadLine(line, times: 0)
    var best = (times: 0, score: reading.score)
    for times in 1...3 {
      let before = reading.changes
      reading.undo()
      if reading.changes == before { break }
      let score = reading.score
      if score > best.score { best = (times, score) }
    }
    return best.times
  }

  private mutating func undo() {
    let line = pieces
    pieces = []
    var index = 0
    while index < line.count {
      if let (scalar, length) = MisreadLine.letter(line, at: index) {
        if pieces.last?.isChanged != true { changes += 1 }
        pieces.append(
          Piece(scalar: scalar, range: line[index].range.lowerBound..<line[index + length - 1].range.upperBound, isChanged: true))
        index += length
      } else {
        pieces.append(line[index])
        index += 1
      }
    }
  }

  /// Vietnamese words less those that are none.
  var score: Int {
    var counter = SyllableCounter()
    for piece in pieces { counter.add(piece.scalar) }
    return counter.finish().total
  }

  /// The letter whose bytes the characters at `index` are, and how many characters it takes.
  private static func letter(_ line: [Piece], at index: Int) -> (scalar: UInt32, length: Int)? {
    guard let lead = byte(line[index].scalar), lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + 1 < line.count else { return nil }
    // à is C3 A0, and its second byte, a no-break space, has become a blank.
    if lead == 0xC3, line[index + 1].scalar == 0x20 { return (0xE0, isWithinWord(line, index) ? 2 : 1) }
    guard index + length <= line.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in line[index + 1..<index + length] {
      guard let byte = byte(next.scalar), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // No longer than needed, no surrogate.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar.value, length)
  }

  /// Whether the blank behind `Ã` was part of the letter: a second blank follows, or the letters around it make one syllable.
  private static func isWithinWord(_ line: [Piece], _ index: Int) -> Bool {
    guard index + 2 < line.count else { return true }
    guard isLetter(line[index + 2].scalar) else { return true }
    var counter = SyllableCounter()
    var start = index
    while start > 0, isLetter(line[start - 1].scalar) { start -= 1 }
    for piece in line[start..<index] { counter.add(piece.scalar) }
    counter.add(0xE0)
    for piece in line[(index + 2)...] {
      guard isLetter(piece.scalar) else { break }
      counter.add(piece.scalar)
    }
    return counter.finish().hits == 1
  }

  private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }

  private static func byte(_ scalar: UInt32) -> UInt8? { LegacyTable.westernByte(scalar) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte at or behind an offset.
  func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
    guard offset < count, let base = baseAddress, let found = memchr(base + offset, Int32(byte), count - offset) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether one of the lines, given as its bytes without the line end, is what is looked for.
  @inline(__always)
  func containsLine(where isWanted: (Range<Int>) -> Bool) -> Bool {
    var start = 0
    while start < count {
      let end = firstIndex(of: 0x0A, from: start) ?? count
      if isWanted(start..<end) { return true }
      start = end + 1
    }
    return false
  }
}
