import CICU
import Extraction
import Glibc

/// Values as the scorer compares them: spellings that careful readers write differently are one.
enum ComparedValue {
  /// One blank between words, lower case, plain dashes, `sĩ` for `sỹ`.
  static func text(_ text: String?) -> String {
    var text = composed(text ?? "")
    for (from, to) in [("\u{2011}", "-"), ("–", "-"), ("Ð", "Đ")] { text = text.replacing(from, with: to) }
    text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return text.replacing("sỹ", with: "sĩ").replacing("đăk", with: "đắk")
  }

  static func mention(_ mention: GoldMention) -> [String] {
    switch mention.kind {
    case .count:
      let parts = halves(mention.value)
      return [numbers(parts.0), unit(parts.1)]
    case .decree:
      let parts = halves(mention.value)
      return [text(parts.0), symbol(parts.1)]
    default: return [text(mention.value)]
    }
  }

  static func mention(_ mention: Mention) -> [String] {
    switch mention.kind {
    case .count:
      var number = ""
      if case .number(let value) = mention.number { number = self.number(value) }
      if let max = mention.max { number += ".." + self.number(max) }
      if let whole = mention.of { number += "/" + self.number(whole) }
      return [number, unit(mention.unit ?? "")]
    case .decree:
      guard case .symbol(let number) = mention.number else { return [text(mention.type), ""] }
      return [text(mention.type), symbol(number)]
    default: return [text(mention.value ?? mention.text)]
    }
  }

  /// A post without what readers see differently: a bracket behind it, `tân` or `cố` before it.
  static func post(_ post: String) -> String {
    let plain = text(post.replacing(/\s*\([^)]*\)?/, with: ""))
    for word in ["tân ", "cố "] where plain.hasPrefix(word) { return String(plain.dropFirst(word.count)) }
    return plain
  }

  /// The first word of a unit; `đồng` is not `đồng chí`.
  static func unit(_ unit: String) -> String {
    var words = text(unit).replacing("²", with: "2").replacing("³", with: "3")
    words = words.replacing(/\bm ?([23])\b/.wordBoundaryKind(.simple)) { "m\($0.1)" }.replacing(",", with: " ")
    let parts = words.split(whereSeparator: \.isWhitespace)
    return parts.prefix(2) == ["đồng", "chí"] ? "đồng chí" : String(parts.first ?? "")
  }

  /// The part before the bar and the part behind it.
  private static func halves(_ value: String) -> (String, String) {
    let bar = value.firstIndex(of: "|") ?? value.endIndex
    return (String(value[..<bar]), String(value[bar...].dropFirst()))
  }

  private static func symbol(_ number: String) -> String { text(number).replacing(" ", with: "") }

  /// `86/86`, `3..5`
  private static func numbers(_ value: String) -> String {
    value.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.split(separator: "..", omittingEmptySubsequences: false).map { number(String($0)) }.joined(separator: "..")
    }.joined(separator: "/")
  }

  private static func number(_ text: String) -> String {
    let text = String(text.trimmingPrefix(while: \.isWhitespace))
    return Double(text).map(number) ?? text
  }

  private static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return String(whole) }
    var digits = [CChar](repeating: 0, count: 64)
    let length = withVaList([value]) { vsnprintf(&digits, digits.count, "%.6g", $0) }
    return String(decoding: digits.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func composed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 >= 0xCC }) else { return text }
    var out = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
    let length = trich_nfc(bytes, Int32(bytes.count), &out, Int32(out.count))
    return length < 0 ? text : String(decoding: out.prefix(Int(length)), as: UTF8.self)
  }
}
