import CBytes
import Glibc
import Words

/// A stretch of bytes of an embedded list.
struct ListText: BitwiseCopyable, Equatable {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// The bytes of a literal.
  init(_ text: StaticString) { self.init(start: text.utf8Start, count: text.utf8CodeUnitCount) }

  var isEmpty: Bool { count == 0 }
  var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  /// For a literal this is one comparison of the length and one or two of eight bytes.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func begins(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether the first of its words, which have blanks between them, are these bytes.
  func beginsWithWord(_ word: UnsafePointer<UInt8>, count length: Int) -> Bool {
    count >= length && (count == length || start[length] == 0x20) && memcmp(start, word, length) == 0
  }

  static func == (a: ListText, b: ListText) -> Bool { a.count == b.count && memcmp(a.start, b.start, a.count) == 0 }
}

/// One line of a list: the phrase and up to four fields. 32 bytes, which say where they stand in the list.
struct LexiconItem: BitwiseCopyable {
  /// Where the line begins, from `trich_lexicon_start()`: unlike an address this holds in each run of one program.
  private let distance: Int
  private var starts = SIMD4<UInt16>()
  private var counts = SIMD4<UInt16>()
  private var phraseCount: UInt16 = 0
  /// How many tokens the phrase has.
  var length: UInt8 = 0
  /// Nothing: so that each of the 32 bytes is known, and the same program is sealed the same.
  private let filler: UInt8 = 0
  /// Where the phrase ends in the lexicon's tree.
  var place: UInt32 = 0

  private init(_ line: UnsafePointer<UInt8>) { distance = Int(bitPattern: line) &- Int(bitPattern: trich_lexicon_start()) }

  @inline(__always) private var line: UnsafePointer<UInt8> { trich_lexicon_start() + distance }

  /// Finds the tab-separated fields of a line, and where it ends. A line end must follow, and 16 bytes be readable behind it.
  /// Fields behind the first 65,535 bytes of a line are empty.
  @inline(__always)
  static func read(_ line: UnsafePointer<UInt8>) -> (item: LexiconItem, end: Int) {
    var item = LexiconItem(line)
    var (field, start, offset) = (0, 0, 0)
    while true {
      var ends = trich_field_ends(line + offset)
      while ends != 0 {
        let end = offset + ends.trailingZeroBitCount
        item.set(field, start, end - start)
        if line[end] == 0x0A { return (item, end) }
        (field, start) = (field + 1, end + 1)
        ends &= ends - 1
      }
      offset += 16
    }
  }

  @inline(__always)
  private mutating func set(_ field: Int, _ start: Int, _ length: Int) {
    guard field < 5, start + length <= Int(UInt16.max) else { return }
    if field == 0 {
      phraseCount = UInt16(length)
    } else {
      starts[field - 1] = UInt16(start)
      counts[field - 1] = UInt16(length)
    }
  }

  var phrase: ListText { ListText(start: line, count: Int(phraseCount)) }
  @inline(__always) var field1: ListText { ListText(start: line + Int(starts[0]), count: Int(counts[0])) }
  @inline(__always) var field2: ListText { ListText(start: line + Int(starts[1]), count: Int(counts[1])) }
  @inline(__always) var field3: ListText { ListText(start: line + Int(starts[2]), count: Int(counts[2])) }
  @inline(__always) var field4: ListText { ListText(start: line + Int(starts[3]), count: Int(counts[3])) }
}

/// A phrase found in the text: its first token and the token after it.
struct PhraseMatch {
  let start: Int
  let end: Int
}
