/// Bytes → valid UTF-8 with padding behind it.
enum TextDecoder {
  /// Replaces `out` by the decoded text and `Tokenizer.padding` zero bytes. A byte order mark is left out; each stretch of
  /// bytes that is no UTF-8 becomes one U+FFFD.
  /// - Returns: how many stretches were replaced.
  static func decode(_ input: UnsafeRawBufferPointer, isValidated: Bool, into out: inout Buffer<UInt8>) -> Int {
    out.shrink(above: 1 << 22)
    out.removeAll()
    var bytes = input.bindMemory(to: UInt8.self)
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { bytes = UnsafeBufferPointer(rebasing: bytes[3...]) }
    let repairs = isValidated ? append(bytes, &out) : repair(bytes, &out)
    out.append(repeating: 0, count: Tokenizer.padding)
    return repairs
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ out: inout Buffer<UInt8>) -> Int {
    if let base = bytes.baseAddress { out.append(from: base, count: bytes.count) }
    return 0
  }

  private static func repair(_ input: UnsafeBufferPointer<UInt8>, _ out: inout Buffer<UInt8>) -> Int {
    var repairs = 0
    var rest = input
    while !rest.isEmpty {
      guard let range = firstInvalid(rest) else {
        _ = append(rest, &out)
        break
      }
      _ = append(UnsafeBufferPointer(rebasing: rest[..<range.lowerBound]), &out)
      for byte in "\u{FFFD}".utf8 { out.append(byte) }
      repairs += 1
      rest = UnsafeBufferPointer(rebasing: rest[range.upperBound...])
      // One mark for a whole stretch of broken bytes.
      while let next = firstInvalid(rest), next.lowerBound == 0 { rest = UnsafeBufferPointer(rebasing: rest[next.upperBound...]) }
    }
    return repairs
  }

  /// The first stretch that is no UTF-8.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard !bytes.isEmpty else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }
}
