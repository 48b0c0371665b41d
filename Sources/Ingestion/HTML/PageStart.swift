/// What the beginning of a file says: whether it is a page in HTML, and in which encoding it claims to be.
enum PageStart {
  static func isPage(_ bytes: UnsafeRawBufferPointer, name: String?) -> Bool {
    let lower = name?.lowercased() ?? ""
    if lower.hasSuffix(".html") || lower.hasSuffix(".htm") || lower.hasSuffix(".xhtml") || lower.hasSuffix(".shtml") { return true }
    guard let first = bytes.prefix(64).first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }), first == UInt8(ascii: "<")
    else { return false }
    let start = beginning(bytes, 512)
    return ["<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<p ", "<table", "<meta"].contains {
      start.contains($0)
    }
  }

  /// `charset=` of a meta tag, in our names.
  static func charset(_ bytes: UnsafeRawBufferPointer) -> String? {
    let start = beginning(bytes, 4096)
    guard let range = start.firstRange(of: "charset=") else { return nil }
    let name = start[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
    switch name {
    case "iso-8859-1", "latin1", "cp1252": return "windows-1252"
    case "x-viet-tcvn", "tcvn", "tcvn-5712", "x-viet-tcvn5712": return "TCVN3"
    case "x-viet-vni": return "VNI-Windows"
    case "viscii1.1-1", "csviscii": return "VISCII"
    case "cp1258": return "windows-1258"
    default: return String(name)
    }
  }

  private static func beginning(_ bytes: UnsafeRawBufferPointer, _ length: Int) -> String {
    String(decoding: bytes.prefix(length).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
