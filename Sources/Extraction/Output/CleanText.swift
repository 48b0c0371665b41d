/// Stretches of the text as values: composed letters, one blank between words or none.
enum CleanText {
  /// Writes text: one blank for white space between words, or none.
  /// - Parameter isClean: no letter of the article is decomposed.
  static func put(_ start: UnsafePointer<UInt8>, _ count: Int, isClean: Bool, blank: Bool, _ out: inout ByteWriter) {
    if isClean, isComposed(start, count) { return put(composed: start, count, blank: blank, &out) }
    FoldedWord.compose(UnsafeBufferPointer(start: start, count: count)).withUnsafeBufferPointer { composed in
      put(composed: composed.baseAddress ?? start, composed.count, blank: blank, &out)
    }
  }

  /// Whether nothing but marks of the blocks C2 and E2 80 keeps the text from being written as it stands: those are composed
  /// already.
  private static func isComposed(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for index in 0..<count {
      switch start[index] {
      case 0xCC, 0xCD, 0xEF: return false
      case 0xE2 where start[index + 1] != 0x80: return false
      default: break
      }
    }
    return true
  }

  /// Writes composed text: one blank for white space between words, none for what has no width.
  private static func put(composed start: UnsafePointer<UInt8>, _ count: Int, blank: Bool, _ out: inout ByteWriter) {
    var (index, hasText, isBlank) = (0, false, false)
    out.put(byte: 0x22)
    while index < count {
      let (value, length) = decodeScalar(start, at: index)
      switch value < 0x80 ? (value <= 0x20 ? .space : .other) : SpecialScalar(value) {
      case .zeroWidth: break
      case .space: isBlank = true
      default:
        if isBlank, hasText, blank { out.put(byte: 0x20) }
        (isBlank, hasText) = (false, true)
        out.putEscaped(start + index, count: length)
      }
      index += length
    }
    out.put(byte: 0x22)
  }
}
