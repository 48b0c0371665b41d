import CBytes

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
    if value >= 0, value < 10_000 { return putShort(UInt(bitPattern: value)) }
    if value < 0 {
      put(byte: UInt8(ascii: "-"))
      // The magnitude of Int.min does not fit: go by the unsigned value.
      return put(magnitude: UInt(bitPattern: 0 &- value))
    }
    put(magnitude: UInt(bitPattern: value))
  }

  private mutating func put(magnitude: UInt) {
    if magnitude < 100 { return putPair(magnitude, isFirst: true) }
    put(magnitude: magnitude / 100)
    putPair(magnitude % 100, isFirst: false)
  }

  /// A number of four digits at most, as most offsets are.
  private mutating func putShort(_ value: UInt) {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 100)
    if upper == 0 { return putPair(lower, isFirst: true) }
    putPair(upper, isFirst: true)
    putPair(lower, isFirst: false)
  }

  /// Two digits from a table, or one when the number begins with it.
  @inline(__always)
  private mutating func putPair(_ value: UInt, isFirst: Bool) {
    let digits = ByteWriter.pairs.utf8Start + Int(value &* 2)
    let isShort = isFirst && value < 10
    bytes.reserve(2)
    let end = bytes.base + bytes.count
    end[0] = digits[isShort ? 1 : 0]
    end[1] = digits[1]
    bytes.advance(isShort ? 1 : 2)
  }

  private static let pairs: StaticString =
    """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """

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
    var done = 0
    while true {
      bytes.reserve(count - done + 16)
      let plain = trich_copy_plain(bytes.base + bytes.count, start + done, count - done)
      bytes.advance(plain)
      done += plain
      guard done < count else { return }
      putEscape(start[done])
      done += 1
    }
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
