/// The end of written bytes, with room behind it that its maker has seen to: nothing here looks whether there is any.
struct ByteEnd {
  private(set) var place: UnsafeMutablePointer<UInt8>

  @inline(__always)
  init(_ place: UnsafeMutablePointer<UInt8>) { self.place = place }

  /// A literal is stored as numbers of eight bytes that stand in the code.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    UnsafeMutableRawPointer(place).copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    place += text.utf8CodeUnitCount
  }

  @inline(__always)
  mutating func put(byte: UInt8) {
    place.pointee = byte
    place += 1
  }

  /// Takes room for 16 bytes.
  @inline(__always)
  mutating func put(_ digits: Digits) {
    let raw = UnsafeMutableRawPointer(place)
    raw.storeBytes(of: digits.first.littleEndian, as: UInt64.self)
    if digits.count > 8 { (raw + 8).storeBytes(of: digits.second.littleEndian, as: UInt64.self) }
    place += digits.count
  }

  /// Eight digits as `2024-09-27`.
  @inline(__always)
  mutating func put(day digits: Digits) {
    let raw = UnsafeMutableRawPointer(place)
    raw.storeBytes(of: UInt32(truncatingIfNeeded: digits.first).littleEndian, as: UInt32.self)
    place[4] = UInt8(ascii: "-")
    (raw + 5).storeBytes(of: UInt16(truncatingIfNeeded: digits.first >> 32).littleEndian, as: UInt16.self)
    place[7] = UInt8(ascii: "-")
    (raw + 8).storeBytes(of: UInt16(truncatingIfNeeded: digits.first >> 48).littleEndian, as: UInt16.self)
    place += 10
  }

  /// Takes room for `PieceTable.room` bytes.
  @inline(__always)
  mutating func put(_ index: Int, of table: PieceTable) {
    UnsafeMutableRawPointer(place).copyMemory(from: table.bytes + index &* PieceTable.room, byteCount: PieceTable.room)
    place += Int(table.bytes[index &* PieceTable.room &+ PieceTable.room &- 1])
  }
}
