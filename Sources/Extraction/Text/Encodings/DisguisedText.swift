/// A text of an older encoding that was read as windows-1252 and written as UTF-8: `Uû ban nh©n d©n` for `Uỷ ban nhân dân`.
///
/// Taken for one only when it has no letter that Vietnamese in UTF-8 is full of, and nearly all its words become syllables.
struct DisguisedText {
  let reader: LineReader
  /// From the bytes of windows-1252 to those of the text.
  let layer: OffsetLayer

  private static let fewestWords = 8

  /// Whether letters of Latin-1 stand in the text, and none of those with two marks (U+1EA0…U+1EF9).
  static func isSuspected(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.firstIndex(of: 0xE1, from: 0) != nil { return false }
    var offset = 0
    var letters = 0
    while let found = bytes.firstIndex(of: 0xC3, from: offset) ?? bytes.firstIndex(of: 0xC2, from: offset) {
      letters += 1
      if letters >= fewestWords { return true }
      offset = found + 1
    }
    return false
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return nil }
    var western: [UInt8] = []
    var layer = OffsetLayer()
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(base, at: offset)
      guard let byte = LegacyTable.westernByte(scalar) else { return nil }
      western.append(byte)
      if length == 1 { layer.appendLinear(1, from: offset) } else { layer.append(1, for: offset..<offset + length) }
      offset += length
    }
    let before = Reading.utf8.score(bytes)
    guard let reader = western.withUnsafeBufferPointer({ DisguisedText.reader($0, better: before) }) else { return nil }
    self.reader = reader
    self.layer = layer
  }

  private static func reader(_ bytes: UnsafeBufferPointer<UInt8>, better before: SyllableScore) -> LineReader? {
    let detection = Detection(bytes)
    guard case .legacy(let encoding) = detection.reading, encoding != .windows1252 else { return nil }
    let score = detection.reading.score(bytes)
    guard score.hits >= fewestWords, score.isGood, score.total > before.total * 2 + fewestWords else { return nil }
    return LineReader(bytes, detection)
  }
}
