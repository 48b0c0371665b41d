/// Pieces of JSON that stand in most mentions and flags, made once for each kind, rule and code.
struct RecordPieces: @unchecked Sendable {
  /// `{"id":"date:`
  let openings: PieceTable
  /// `","kind":"date","start":`
  let kinds: PieceTable
  /// `,"rule":"date.day-month","confidence":0.97}`
  let tails: PieceTable
  /// `{"code":"date-invalid","severity":"`
  let flags: PieceTable

  init(confidence: (Rule) -> Double) {
    openings = PieceTable(MentionKind.allCases.map { "{\"id\":\"\($0.name):" })
    kinds = PieceTable(MentionKind.allCases.map { "\",\"kind\":\"\($0.name)\",\"start\":" })
    flags = PieceTable(FlagCode.allCases.map { "{\"code\":\"\($0.rawValue)\",\"severity\":\"" })
    tails = PieceTable(
      Rule.allCases.map { rule in
        let hundredths = Int((confidence(rule) * 100).rounded())
        let number = hundredths >= 100 ? "1.0" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
        return ",\"rule\":\"\(rule.name)\",\"confidence\":\(number)}"
      })
  }
}

/// Texts of 63 bytes at most in one stretch of memory, each in 64 bytes of which the last tells its length: copied whole.
struct PieceTable {
  static let room = 64
  let bytes: UnsafePointer<UInt8>

  /// The memory is never given back: a program has few of them.
  init(_ texts: [String]) {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: PieceTable.room * texts.count)
    bytes.initialize(repeating: 0, count: PieceTable.room * texts.count)
    for (index, text) in texts.enumerated() {
      let piece = bytes + index * PieceTable.room
      for (place, byte) in text.utf8.prefix(PieceTable.room - 1).enumerated() { piece[place] = byte }
      piece[PieceTable.room - 1] = UInt8(min(text.utf8.count, PieceTable.room - 1))
    }
    self.bytes = UnsafePointer(bytes)
  }
}
