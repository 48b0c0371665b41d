/// Stretches of the text as values: composed letters, one blank between words.
enum CleanText {
  /// Whether nothing but marks of the blocks C2 and E2 80 keeps the text from being written as it stands: those are composed
  /// already.
  static func isComposed(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
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
  static func put(_ start: UnsafePointer<UInt8>, _ count: Int, blank: Bool, _ out: inout ByteWriter) {
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

  static func clean(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    let composed = FoldedWord.compose(UnsafeBufferPointer(start: start, count: count))
    var result = ""
    var isBlank = false
    for scalar in String(decoding: composed, as: UTF8.self).unicodeScalars {
      switch SpecialScalar(scalar.value) {
      case .zeroWidth: continue
      case .space: isBlank = true
      default:
        if scalar.value <= 0x20 {
          isBlank = true
          continue
        }
        if isBlank, !result.isEmpty { result.append(" ") }
        isBlank = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A document's number: what is between its letters and marks counts for nothing.
  static func withoutBlanks(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    var text = clean(start, count)
    text.removeAll { $0 == " " }
    return text
  }
}
