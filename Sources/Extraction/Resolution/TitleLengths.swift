extension TokenizedText {
  /// A bit for each number of tokens before the place with which a title may begin, 8 at most: no branch for each.
  func lengthsOfTitles(before end: Int) -> UInt64 {
    var lengths: UInt64 = 0
    var length = 1
    while length <= 8 {
      // Nothing begins at token 0.
      let classes = phraseClasses(at: max(end &- length, 0))
      lengths |= UInt64(classes >> UInt32(LexiconClass.honorific.rawValue) & 1) &<< UInt64(length)
      length &+= 1
    }
    return lengths
  }
}
