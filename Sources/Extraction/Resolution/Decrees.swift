/// The documents of one article: citations that mean the same one.
///
/// Identity is type + number + date + issuer: two `Nghị quyết 12` of different dates stay two. A short form belongs to
/// the one document of its type and ordinal that the article cites; where there are two, to none of them.
struct Decrees: ~Copyable {
  struct Entry: BitwiseCopyable {
    var best: Int32
    var type: Int32
    var ordinal: Int32
    /// A digest of the number without dashes' and letters' variants.
    var number: UInt32
    var isFull: Bool
    var date: Int32 = -1
    var issuer: ByteSpan = .none
    var next: Int32
  }

  private(set) var entries = Buffer<Entry>(capacity: 64)
  private var slots = Buffer<Int32>(capacity: 64)

  mutating func group(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>) {
    entries.removeAll()
    slots.fill(-1, count: 64)
    for full in [true, false] {
      for index in text.mentions(.decree) {
        guard case .decree(let decree) = mentions[index].value, (decree.form == .full) == full else { continue }
        add(text, mentions, index, decree)
      }
    }
  }

  private mutating func add(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int, _ found: FoundDecree) {
    var decree = found
    let number = decree.form == .named ? Decrees.digestOfName(text, mentions[index]) : Decrees.digest(text.bytes, decree.number)
    let entry = find(decree, number, mentions) ?? append(decree, number, index)
    if decree.date >= 0, !isDay(entries[entry].date, mentions) { entries[entry].date = decree.date }
    if !decree.issuer.isEmpty, entries[entry].issuer.isEmpty { entries[entry].issuer = decree.issuer }
    decree.decree = Int32(entry)
    mentions[index].value = .decree(decree)
  }

  private func find(_ decree: FoundDecree, _ number: UInt32, _ mentions: UnsafeMutableBufferPointer<Found>) -> Int? {
    var at = slots[slot(decree)]
    var match: Int?
    var matches = 0
    while at >= 0 {
      let entry = entries[Int(at)]
      if entry.type == decree.type, entry.ordinal == decree.ordinal, entry.number == number || !entry.isFull || decree.form == .short,
        datesAgree(entry, decree, mentions), decree.form != .named || entry.number == number
      {
        match = Int(at)
        matches += entry.number == number ? 0 : 1
        if entry.number == number { return Int(at) }
      }
      at = entry.next
    }
    return matches == 1 ? match : nil
  }

  private func datesAgree(_ entry: Entry, _ decree: FoundDecree, _ mentions: UnsafeMutableBufferPointer<Found>) -> Bool {
    guard entry.date >= 0, decree.date >= 0, case .date(let a) = mentions[Int(entry.date)].value,
      case .date(let b) = mentions[Int(decree.date)].value
    else { return true }
    return a.start.agrees(with: b.start)
  }

  private func isDay(_ date: Int32, _ mentions: UnsafeMutableBufferPointer<Found>) -> Bool {
    guard date >= 0, case .date(let found) = mentions[Int(date)].value else { return false }
    return found.start.isDay
  }

  private mutating func append(_ decree: FoundDecree, _ number: UInt32, _ index: Int) -> Int {
    let slot = slot(decree)
    entries.append(
      Entry(
        best: Int32(index), type: decree.type, ordinal: decree.ordinal, number: number, isFull: decree.form == .full, next: slots[slot]))
    slots[slot] = Int32(entries.count - 1)
    return entries.count - 1
  }

  private func slot(_ decree: FoundDecree) -> Int { Int(decree.ordinal &* 31 &+ decree.type) & 63 }

  /// FNV-1a of letters and digits, `Đ` and `D` alike, marks left out.
  static func digest(_ bytes: UnsafePointer<UInt8>, _ span: ByteSpan) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for offset in Int(span.start)..<Int(span.end) {
      var byte = bytes[offset]
      if byte == 0xC4 || byte == 0xC3 { byte = UInt8(ascii: "D") }
      guard byte < 0x80, byte > 0x2F else { continue }
      value = (value ^ UInt32(byte & 0xDF)) &* 0x0100_0193
    }
    return value
  }

  private static func digestOfName(_ text: TokenizedText, _ mention: Found) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for token in Int(mention.firstToken)..<Int(mention.endToken) where text[token].kind == .word {
      value = (value ^ text.fold(token)) &* 0x0100_0193
    }
    return value
  }
}
