/// Bytes of JSON, appended to one buffer.
struct ByteWriter: ~Copyable {
  private(set) var bytes = Buffer<UInt8>(capacity: 1 << 16)

  var count: Int { bytes.count }
  var view: UnsafeBufferPointer<UInt8> { bytes.view }

  mutating func removeAll() {
    bytes.shrink(above: 1 << 22)
    bytes.removeAll()
  }

  @inline(__always)
  mutating func put(_ text: StaticString) { bytes.append(from: text.utf8Start, count: text.utf8CodeUnitCount) }

  @inline(__always)
  mutating func put(byte: UInt8) { bytes.append(byte) }

  /// Text that needs no escape.
  mutating func put(plain text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let base = utf8.baseAddress { bytes.append(from: base, count: utf8.count) }
    }
  }

  mutating func put(_ plain: [UInt8]) {
    plain.withUnsafeBufferPointer { utf8 in
      if let base = utf8.baseAddress { bytes.append(from: base, count: utf8.count) }
    }
  }

  /// Bytes that need no escape.
  @inline(__always)
  mutating func put(raw start: UnsafePointer<UInt8>, count: Int) { bytes.append(from: start, count: count) }

  mutating func put(_ value: Int) {
    if value < 0 {
      put(byte: UInt8(ascii: "-"))
      // The magnitude of Int.min does not fit: go by the unsigned value.
      return put(magnitude: UInt(bitPattern: 0 &- value))
    }
    put(magnitude: UInt(bitPattern: value))
  }

  private mutating func put(magnitude: UInt) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { room in
      var rest = magnitude
      var index = 24
      repeat {
        index -= 1
        room[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
        rest /= 10
      } while rest > 0
      if let base = room.baseAddress { bytes.append(from: (base + index).assumingMemoryBound(to: UInt8.self), count: 24 - index) }
    }
  }

  /// A number of at least `width` digits.
  mutating func put(_ value: Int, width: Int) {
    var power = 10
    for _ in 1..<width {
      if value < power { put(byte: 0x30) }
      power *= 10
    }
    put(value)
  }

  /// A JSON string with its quotes.
  mutating func putString(_ start: UnsafePointer<UInt8>, count: Int) {
    put(byte: 0x22)
    putEscaped(start, count: count)
    put(byte: 0x22)
  }

  mutating func putString(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let base = utf8.baseAddress { putString(base, count: utf8.count) } else { put("\"\"") }
    }
  }

  /// Escapes quote, backslash and control characters; everything else stands as it is (RFC 8259 §7).
  mutating func putEscaped(_ start: UnsafePointer<UInt8>, count: Int) {
    var plain = 0
    for index in 0..<count {
      let byte = start[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      put(raw: start + plain, count: index - plain)
      putEscape(byte)
      plain = index + 1
    }
    put(raw: start + plain, count: count - plain)
  }

  private mutating func putEscape(_ byte: UInt8) {
    switch byte {
    case 0x22: put("\\\"")
    case 0x5C: put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put("\\u00")
      put(byte: ByteWriter.hex(byte >> 4))
      put(byte: ByteWriter.hex(byte & 15))
    }
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? nibble + 0x30 : nibble + 0x57 }
}
