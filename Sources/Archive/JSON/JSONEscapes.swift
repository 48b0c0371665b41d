import Glibc

/// Escapes of JSON strings (RFC 8259 §7), both ways.
enum JSONEscapes {
  static func resolve(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in count = resolve(bytes, into: room) }
  }

  /// Writes the text that the escaped bytes stand for into `room`, which is as large; returns its length.
  /// An escape that means nothing stands for one `?`: the text never grows.
  static func resolve(_ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let source = bytes.baseAddress, let target = room.baseAddress else { return 0 }
    var (from, to) = (0, 0)
    while from < bytes.count {
      let rest = bytes.count - from
      let next = memchr(source + from, 0x5C, rest).map { source.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? bytes.count
      memcpy(target + to, source + from, next - from)
      to += next - from
      from = next + 1
      guard from < bytes.count else { break }
      let letter = bytes[from]
      from += 1
      if letter == UInt8(ascii: "u") {
        for unit in String(scalar(bytes, &from)).utf8 {
          target[to] = unit
          to += 1
        }
      } else {
        target[to] = control(letter)
        to += 1
      }
    }
    return to
  }

  private static func control(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: letter
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Character {
    guard let first = unit(bytes, index) else { return "?" }
    index += 4
    if first >= 0xD800, first < 0xDC00, index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"), let second = unit(bytes, index + 2), second >= 0xDC00, second < 0xE000
    {
      index += 6
      return Character(Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}")
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    return UInt32(String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<(index + 4)]), as: UTF8.self), radix: 16)
  }

  /// Appends `text` as a JSON string with its quotes.
  static func append(_ text: String, to out: inout String) {
    out.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.append("\\\"")
      case "\\": out.append("\\\\")
      case "\n": out.append("\\n")
      case "\r": out.append("\\r")
      case "\t": out.append("\\t")
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          out.append("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out.append("\"")
  }
}
