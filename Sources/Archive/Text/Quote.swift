/// Places in a text by scalars and by bytes, and the words around them.
struct Quote {
  static let contextLength = 32
  let utf8: [UInt8]

  init(_ text: String) { utf8 = Array(text.utf8) }

  private func isStart(_ index: Int) -> Bool { utf8[index] & 0xC0 != 0x80 }

  /// The byte at which the scalar with this number begins.
  func byte(ofScalar scalar: Int) -> Int? {
    var left = scalar
    for index in utf8.indices where isStart(index) {
      if left == 0 { return index }
      left -= 1
    }
    return left == 0 ? utf8.count : nil
  }

  func scalar(ofByte byte: Int) -> Int { utf8[..<min(byte, utf8.count)].count { $0 & 0xC0 != 0x80 } }

  func string(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
    return String(decoding: utf8[range], as: UTF8.self)
  }

  /// Up to 32 scalars before a byte.
  func prefix(before byte: Int, count: Int = Quote.contextLength) -> String { string(back(from: byte, scalars: count)..<byte) }

  /// Up to 32 scalars from a byte on.
  func suffix(from byte: Int, count: Int = Quote.contextLength) -> String { string(byte..<forth(from: byte, scalars: count)) }

  func back(from byte: Int, scalars: Int) -> Int {
    var (index, left) = (byte, scalars)
    while index > 0, left > 0 {
      index -= 1
      if isStart(index) { left -= 1 }
    }
    return index
  }

  func forth(from byte: Int, scalars: Int) -> Int {
    var (index, left) = (byte, scalars)
    while index < utf8.count {
      if isStart(index) {
        if left == 0 { return index }
        left -= 1
      }
      index += 1
    }
    return index
  }

  /// All places where the words stand, at most `limit`.
  func places(of exact: String, limit: Int = 1000) -> [Range<Int>] {
    let wanted = Array(exact.utf8)
    guard let first = wanted.first, wanted.count <= utf8.count else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + wanted.count <= utf8.count, found.count < limit {
      if utf8[index] == first, utf8[index..<(index + wanted.count)].elementsEqual(wanted) {
        found.append(index..<(index + wanted.count))
      }
      index += 1
    }
    return found
  }
}
