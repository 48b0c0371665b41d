/// What may follow the letters of a word and still belong to it.
extension Tokenizer {
  /// Emits the word whose first letters are `start..<end`, with what is glued to it, and returns where it ends.
  mutating func finishWord(_ start: Int, _ end: Int) -> Int {
    if end - start > Tokenizer.longestWord { return cutWord(start) }
    let next = bytes[end]
    switch next {
    case UInt8(ascii: "'"):
      if let longer = endOfApostropheName(start, end, mark: 1) { return finishWord(start, longer) }
    case UInt8(ascii: "."):
      if let longer = endOfAddress(start, end) { return emitLink(start, longer) }
      if let longer = endOfAbbreviation(start, end) {
        emitWord(.abbreviation, start, longer)
        return longer
      }
    case UInt8(ascii: "@"):
      if isLetter(end + 1) { return emitLink(start, endOfLinkCharacters(end)) }
    case UInt8(ascii: ":"):
      if bytes[end + 1] == UInt8(ascii: "/"), bytes[end + 2] == UInt8(ascii: "/") {
        return emitLink(start, endOfLinkCharacters(end))
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let longer = endOfCode(start, end) {
        emitWord(.code, start, longer)
        return longer
      }
    case 0xC2:
      // Soft hyphens and raised digits stay within the word.
      if [0xAD, 0xB2, 0xB3].contains(bytes[end + 1]) { return finishWord(start, endOfLetters(end + 2)) }
    case 0xE2:
      if bytes[end + 1] == 0x80, bytes[end + 2] == 0x99, let longer = endOfApostropheName(start, end, mark: 3) {
        return finishWord(start, longer)
      }
      if bytes[end + 1] == 0x80, bytes[end + 2] == 0x8C || bytes[end + 2] == 0x8D, isLetter(end + 3) {
        return finishWord(start, endOfLetters(end + 3))
      }
    default: break
    }
    emitWord(.word, start, end)
    return end
  }

  private mutating func emitLink(_ start: Int, _ end: Int) -> Int {
    emit(.link, start, end)
    return end
  }

  private mutating func cutWord(_ start: Int) -> Int {
    var end = start + Tokenizer.longestWord
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    emitWord(.word, start, end)
    return end
  }

  @inline(__always)
  func isLetter(_ index: Int) -> Bool { classes[bytes[index]] == .word }

  func isCapital(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
    guard isLetter(index), let scalar = Unicode.Scalar(decodeScalar(bytes, at: index).value) else { return false }
    return scalar.properties.isUppercase
  }

  func isDigit(_ index: Int) -> Bool { bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9") }

  /// `H'Hen`, `K’Brêu`, `Bh’ling`: at most two letters, an apostrophe, a capital.
  private func endOfApostropheName(_ start: Int, _ end: Int, mark: Int) -> Int? {
    if let spaced = endOfSpacedName(start, end, end + mark) { return spaced }
    guard end - start <= 3, isCapital(start), isLetter(end + mark) else { return nil }
    // M'gar, R'lấp: one consonant before small letters; not I'm.
    // Bh'ling: two consonants, of which the second is h.
    let isConsonant = end - start == 1 || end - start == 2 && bytes[start + 1] == UInt8(ascii: "h")
    guard isCapital(end + mark) || isConsonant && !"AEIOUY".utf8.contains(bytes[start]) else { return nil }
    return endOfLetters(end + mark)
  }

  /// `H’ Hoa Byă`, `Cư M’ Gar`, `O’ Neil`: printed with a blank behind the apostrophe; but `đội 'K' Hà Nội` is in quotes.
  private func endOfSpacedName(_ start: Int, _ end: Int, _ blank: Int) -> Int? {
    guard end - start == 1, bytes[blank] == UInt8(ascii: " "), "HKMNOY".utf8.contains(bytes[start]), isCapital(blank + 1),
      start == 0 || bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\n")
    else { return nil }
    let last = endOfLetters(blank + 1)
    return isAllCapitals(blank + 1, last) ? nil : last
  }

  /// `tướngTrần`: two Vietnamese syllables without a blank. Where the second begins.
  func splitOfGluedWords(_ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < end {
      if bytes[index] & 0xC0 != 0x80, isCapital(index), !isCapital(start) || index > start + 2 {
        let parts = [start..<index, index..<end].map { FoldedWord(UnsafeBufferPointer(start: bytes + $0.lowerBound, count: $0.count)) }
        return parts.allSatisfy { $0.traits.contains(.vietnamese) && $0.shape != .mixed && $0.shape != .upper } ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// `PC02`, `V05`, `H5N1`; `m2` and its like. Nil for a word glued to a number: `số31`, `Ngày20`.
  private func endOfCode(_ start: Int, _ end: Int) -> Int? {
    if let measure = endOfSquareMeasure(start, end) { return measure }
    guard isAllCapitals(start, end), end - start <= 12, !isBirthMark(start, end) else { return nil }
    var index = end
    while isDigit(index) || isLetter(index) && isCapital(index) {
      index += 1
      while bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  private func endOfSquareMeasure(_ start: Int, _ end: Int) -> Int? {
    let power = bytes[end]
    guard power == UInt8(ascii: "2") || power == UInt8(ascii: "3"), !isDigit(end + 1), bytes[end - 1] == UInt8(ascii: "m"),
      end - start <= 2
    else { return nil }
    guard end - start == 1 || "kcdm".utf8.contains(bytes[start]) else { return nil }
    return end + 1
  }

  /// `SN1971`: sinh năm 1971.
  private func isBirthMark(_ start: Int, _ end: Int) -> Bool {
    end - start == 2 && bytes[start] == UInt8(ascii: "S") && bytes[start + 1] == UInt8(ascii: "N")
  }

  func isAllCapitals(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      guard isCapital(index) else { return false }
      index += 1
      while bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return true
  }

  /// `TP.HCM`, `N.V.A`, `GS.TS`, `Th.S`, `T.Ư`: short pieces in capitals joined by full stops.
  private func endOfAbbreviation(_ start: Int, _ end: Int) -> Int? {
    guard isAbbreviationPiece(start, end) else { return nil }
    var result: Int?
    var stop = end
    while bytes[stop] == UInt8(ascii: "."), isCapital(stop + 1) {
      let next = endOfLetters(stop + 1)
      guard isAbbreviationPiece(stop + 1, next) else { break }
      result = next
      stop = next
    }
    return result
  }

  private func isAbbreviationPiece(_ start: Int, _ end: Int) -> Bool {
    if end - start <= 6, isAllCapitals(start, end) { return true }
    // Th, Tr, Gi, Ng, Kh, Ph, Nh, Ch: initials of two letters.
    return end - start == 2 && isCapital(start) && "hrgi".utf8.contains(bytes[start + 1])
  }

  /// `bocongan.gov.vn`, `www.…`
  private func endOfAddress(_ start: Int, _ end: Int) -> Int? {
    guard isLetter(end + 1) || isDigit(end + 1) else { return nil }
    let stop = endOfLinkCharacters(end)
    for domain in [".vn", ".com", ".net", ".org", ".info"] as [StaticString] {
      if isDomain(domain, within: end, stop) { return stop }
    }
    return nil
  }

  private func isDomain(_ domain: StaticString, within start: Int, _ end: Int) -> Bool {
    let length = domain.utf8CodeUnitCount
    var index = start
    while index + length <= end {
      if UnsafeBufferPointer(start: bytes + index, count: length).elementsEqual(
        UnsafeBufferPointer(start: domain.utf8Start, count: length))
      {
        let next = bytes[index + length]
        if index + length == end || next == UInt8(ascii: "/") || next == UInt8(ascii: ".") { return true }
      }
      index += 1
    }
    return false
  }

  private func endOfLinkCharacters(_ start: Int) -> Int {
    var index = start
    while index < count, bytes[index] > 0x20, bytes[index] < 0x7F, !"()<>\"',;".utf8.contains(bytes[index]) { index += 1 }
    while index > start, ".:!?".utf8.contains(bytes[index - 1]) { index -= 1 }
    return index
  }
}
