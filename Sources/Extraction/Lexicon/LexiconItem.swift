import Glibc

/// A stretch of bytes of an embedded list.
struct ListText: BitwiseCopyable, Equatable {
  let start: UnsafePointer<UInt8>
  let count: Int

  var isEmpty: Bool { count == 0 }
  var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  /// For a literal this is one comparison of the length and one or two of eight bytes.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  static func == (a: ListText, b: ListText) -> Bool { a.count == b.count && memcmp(a.start, b.start, a.count) == 0 }
}

/// One line of a list: the phrase and up to four fields. 32 bytes, which hold where the fields stand in the list.
struct LexiconItem: BitwiseCopyable {
  private let line: UnsafePointer<UInt8>
  private var starts: (UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0)
  private var counts: (UInt16, UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0, 0)
  /// How many tokens the phrase has.
  var length: UInt8 = 0
  /// Where the phrase ends in the lexicon's tree.
  var place: UInt32 = 0

  /// Finds the tab-separated fields of a line. What stands behind its first 65,535 bytes is left out.
  init(line: UnsafePointer<UInt8>, count: Int) {
    self.line = line
    let end = min(count, Int(UInt16.max))
    var start = 0
    for field in 0..<5 where start <= end {
      let length = LexiconItem.length(line + start, end - start)
      set(field, UInt16(start), UInt16(length))
      start += length + 1
    }
  }

  private static func length(_ field: UnsafePointer<UInt8>, _ limit: Int) -> Int {
    guard let tab = memchr(field, 0x09, limit) else { return limit }
    return UnsafeRawPointer(field).distance(to: UnsafeRawPointer(tab))
  }

  private mutating func set(_ field: Int, _ start: UInt16, _ length: UInt16) {
    switch field {
    case 0: counts.0 = length
    case 1: (starts.0, counts.1) = (start, length)
    case 2: (starts.1, counts.2) = (start, length)
    case 3: (starts.2, counts.3) = (start, length)
    default: (starts.3, counts.4) = (start, length)
    }
  }

  var phrase: ListText { ListText(start: line, count: Int(counts.0)) }
  @inline(__always) var field1: ListText { ListText(start: line + Int(starts.0), count: Int(counts.1)) }
  @inline(__always) var field2: ListText { ListText(start: line + Int(starts.1), count: Int(counts.2)) }
  @inline(__always) var field3: ListText { ListText(start: line + Int(starts.2), count: Int(counts.3)) }
  @inline(__always) var field4: ListText { ListText(start: line + Int(starts.3), count: Int(counts.4)) }
}

/// A phrase found in the text: the token after it and its line.
struct PhraseMatch {
  var end: Int
  var item: UInt16
}
