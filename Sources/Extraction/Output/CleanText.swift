/// Stretches of the text as values: composed letters, one blank between words.
enum CleanText {
  static func clean(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    let composed = FoldedWord.compose(UnsafeBufferPointer(start: start, count: count))
    var result = ""
    var isBlank = false
    for scalar in String(decoding: composed, as: UTF8.self).unicodeScalars {
      switch SpecialScalar(scalar.value) {
      case .zeroWidth: continue
      case .space: isBlank = true
      default:
        if scalar.value <= 0x20 {
          isBlank = true
          continue
        }
        if isBlank, !result.isEmpty { result.append(" ") }
        isBlank = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A document's number: what is between its letters and marks counts for nothing.
  static func withoutBlanks(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    var text = clean(start, count)
    text.removeAll { $0 == " " }
    return text
  }
}

/// The end of each mention's object, the same for all mentions of a rule: made once.
struct RuleTails: @unchecked Sendable {
  private let tails: [UnsafeBufferPointer<UInt8>]

  init(confidence: (Rule) -> Double) {
    tails = Rule.allCases.map { rule in
      let hundredths = Int((confidence(rule) * 100).rounded())
      let number = hundredths >= 100 ? "1.0" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
      let text = ",\"rule\":\"\(rule.name)\",\"confidence\":\(number)}"
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
      _ = copy.initialize(from: text.utf8)
      return UnsafeBufferPointer(copy)
    }
  }

  @inline(__always)
  func put(_ rule: Rule, _ out: inout ByteWriter) {
    let tail = tails[Int(rule.rawValue)]
    if let base = tail.baseAddress { out.put(raw: base, count: tail.count) }
  }
}
