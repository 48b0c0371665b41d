/// A keyword's number among the words of every lexicon: its place in the list.
extension Keyword {
  /// The keyword of a lexeme, nil for any other word.
  @inline(__always)
  init?(lexeme: UInt16) {
    guard lexeme > 0, lexeme <= UInt16(Keyword.count) else { return nil }
    self =
      Keyword.isByte
      ? unsafeBitCast(UInt8(truncatingIfNeeded: lexeme - 1), to: Keyword.self) : unsafeBitCast(lexeme - 1, to: Keyword.self)
  }

  private static let count = Keyword.allCases.count

  /// The lexeme of this word in every lexicon.
  @inline(__always) var lexeme: UInt16 {
    (Keyword.isByte ? UInt16(unsafeBitCast(self, to: UInt8.self)) : unsafeBitCast(self, to: UInt16.self)) + 1
  }

  /// More than 256 words take two bytes each; which it is, is known when the program is compiled.
  @inline(__always) private static var isByte: Bool { MemoryLayout<Keyword>.size == 1 }
}
