extension TokenizedText {
  /// A bit for each number of tokens before the place with which a title may begin, 8 at most: no branch for each.
  func lengthsOfTitles(before end: Int) -> UInt64 {
    var lengths: UInt64 = 0
    for length in 1...8 {
      lengths |= UInt64(phraseClasses(at: max(end &- length, 0)) >> UInt32(LexiconClass.honorific.rawValue) & 1) << UInt64(length)
    }
    return lengths
  }
}
