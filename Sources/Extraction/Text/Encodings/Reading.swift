/// A way to read bytes: as UTF-8 or by the table of an older encoding.
enum Reading: Hashable {
  case utf8
  case legacy(LegacyEncoding)

  static let vietnamese: [Reading] = [.utf8, .legacy(.tcvn3), .legacy(.vni), .legacy(.windows1258), .legacy(.viscii)]

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .legacy(let encoding): encoding.rawValue
    }
  }

  /// How much the bytes look like Vietnamese when they are read so.
  func score(_ bytes: UnsafeBufferPointer<UInt8>) -> SyllableScore {
    var counter = SyllableCounter()
    switch self {
    case .utf8:
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { counter.add(scalar.value) }
    case .legacy(let encoding):
      let table = encoding.table
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = table.next(bytes, at: offset)
        counter.add(scalar)
        offset += length
      }
    }
    return counter.finish()
  }
}

/// The result of comparing the readings of a text.
struct Detection {
  var reading: Reading
  /// 0 to 1: how many words fit, and how far the second best reading is behind.
  var confidence: Double

  /// More than this is not looked at.
  private static let sampleLength = 1 << 14

  /// - Parameter declared: what a page says of itself; holds only when no reading yields Vietnamese.
  init(_ bytes: UnsafeBufferPointer<UInt8>, declared: LegacyEncoding? = nil) {
    let structure = UTF8Structure(bytes)
    if structure.letters > 0, structure.letters >= structure.breaks * 10 {
      self.init(reading: .utf8, confidence: Double(structure.letters) / Double(structure.letters + structure.breaks))
      return
    }
    let scores = Detection.scores(Detection.sample(bytes)).sorted { $0.1.total > $1.1.total }
    let (best, score) = scores[0]
    guard score.total > 0, score.rate > 0.5 else {
      self.init(reading: .legacy(declared ?? .windows1252), confidence: 0.3)
      return
    }
    let lead = Double(score.total - max(0, scores[1].1.total)) / Double(score.total)
    self.init(reading: best, confidence: score.rate * (0.5 + 0.5 * lead))
  }

  /// The sums over the lines that each reading fits: a text may have lines in several encodings.
  private static func scores(_ sample: [UnsafeBufferPointer<UInt8>]) -> [(Reading, SyllableScore)] {
    Reading.vietnamese.map { reading in
      var sum = SyllableScore()
      for stretch in sample {
        for line in stretch.split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
          let score = reading.score(UnsafeBufferPointer(rebasing: line))
          if score.total > 0 { sum += score }
        }
      }
      return (reading, sum)
    }
  }

  init(reading: Reading, confidence: Double) {
    self.reading = reading
    self.confidence = confidence
  }

  /// The beginning and a stretch from the middle.
  private static func sample(_ bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    guard bytes.count > sampleLength * 2 else { return [bytes] }
    let middle = bytes.count / 2
    return [
      UnsafeBufferPointer(rebasing: bytes[..<sampleLength]), UnsafeBufferPointer(rebasing: bytes[middle..<middle + sampleLength]),
    ]
  }
}

/// How many letters of several bytes UTF-8 finds, and how many stretches that it cannot read.
struct UTF8Structure {
  private(set) var letters = 0
  private(set) var breaks = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let range = TextDecoder.firstInvalid(rest)
      let end = range?.lowerBound ?? rest.count
      for index in 0..<end where rest[index] >= 0xC0 { letters += 1 }
      guard let range else { return }
      breaks += 1
      rest = UnsafeBufferPointer(rebasing: rest[range.upperBound...])
    }
  }
}
