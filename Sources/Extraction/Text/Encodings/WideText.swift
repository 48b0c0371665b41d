/// UTF-16, with or without a byte order mark.
struct WideText {
  let isBigEndian: Bool
  /// The length of the byte order mark.
  let start: Int

  var name: String { isBigEndian ? "UTF-16BE" : "UTF-16LE" }

  /// Nil when the bytes are no UTF-16: no mark, and not nearly all units are Latin letters and marks.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
      (isBigEndian, start) = (false, 2)
    } else if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
      (isBigEndian, start) = (true, 2)
    } else {
      let sample = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 1 << 14)])
      guard sample.count >= 8, sample.firstIndex(of: 0, from: 0) != nil else { return nil }
      let fits = [WideText.share(sample, high: 1), WideText.share(sample, high: 0)]
      guard fits.max() ?? 0 >= 0.95, fits[0] != fits[1] else { return nil }
      (isBigEndian, start) = (fits[1] > fits[0], 0)
    }
  }

  /// The share of units whose high byte is that of Latin, of combining marks, or of punctuation; blanks must be among them.
  private static func share(_ bytes: UnsafeBufferPointer<UInt8>, high: Int) -> Double {
    var fitting = 0
    var plain = 0
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      switch bytes[index + high] {
      case 0x00:
        fitting += 1
        let low = bytes[index + 1 - high]
        if low >= 0x20 && low < 0x7F || low == 0x0A || low == 0x0D { plain += 1 }
      case 0x01, 0x03, 0x1E, 0x20: fitting += 1
      default: break
      }
    }
    guard plain * 4 >= fitting else { return 0 }
    return Double(fitting) / Double(bytes.count / 2)
  }

  /// Words map as a whole, other characters one by one. Lone surrogates and a last odd byte become U+FFFD.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], layer: OffsetLayer, breaks: Int) {
    var out: [UInt8] = []
    var layer = OffsetLayer()
    var breaks = 0
    var offset = start
    var word = (out: 0, original: start)
    out.reserveCapacity(bytes.count)
    while offset < bytes.count {
      let (scalar, length) = scalar(bytes, offset)
      let isLetter = scalar >= 0x80 || (0x41...0x5A).contains(scalar & ~0x20)
      if !isLetter { layer.append(out.count - word.out, for: word.original..<offset) }
      let begin = out.count
      if scalar == 0xFFFD { breaks += 1 }
      out.append(scalar: scalar)
      offset += length
      if !isLetter {
        layer.append(out.count - begin, for: offset - length..<offset)
        word = (out.count, offset)
      }
    }
    layer.append(out.count - word.out, for: word.original..<bytes.count)
    return (out, layer, breaks)
  }

  private func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt32, Int) {
    guard let first = unit(bytes, offset) else { return (0xFFFD, bytes.count - offset) }
    guard first & 0xF800 == 0xD800 else { return (first, 2) }
    guard first < 0xDC00, let second = unit(bytes, offset + 2), second & 0xFC00 == 0xDC00 else { return (0xFFFD, 2) }
    return (0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), 4)
  }

  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32? {
    guard offset + 1 < bytes.count else { return nil }
    let (low, high) = isBigEndian ? (bytes[offset + 1], bytes[offset]) : (bytes[offset], bytes[offset + 1])
    return UInt32(high) << 8 | UInt32(low)
  }
}
