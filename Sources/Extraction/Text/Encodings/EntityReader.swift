/// HTML references in plain text: `T&Ecirc;N`, `&#7843;`, `&nbsp;`. Only those that end in a semicolon.
struct EntityReader {
  private(set) var out: [UInt8] = []
  private(set) var layer = OffsetLayer()
  private(set) var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.reserveCapacity(bytes.count)
    var copied = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "&"), let (scalar, end) = EntityReader.reference(bytes, at: offset) else {
        offset += 1
        continue
      }
      copy(bytes, copied..<offset)
      let before = out.count
      out.append(scalar: scalar)
      layer.append(out.count - before, for: offset..<end)
      count += 1
      offset = end
      copied = end
    }
    copy(bytes, copied..<bytes.count)
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    out += bytes[range]
    layer.appendLinear(range.count, from: range.lowerBound)
  }

  /// The scalar of the reference at an ampersand, and where it ends.
  static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (scalar: UInt32, end: Int)? {
    var end = start + 1
    while end < bytes.count, end - start <= 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard let value = name.hasPrefix("#") ? number(name.dropFirst()) : names[name] else { return nil }
    return (value, end + 1)
  }

  /// `233`, `xE9`; numbers from 128 to 159 mean windows-1252, as in browsers.
  private static func number(_ text: Substring) -> UInt32? {
    let isHexadecimal = text.hasPrefix("x") || text.hasPrefix("X")
    guard let value = UInt32(isHexadecimal ? text.dropFirst() : text, radix: isHexadecimal ? 16 : 10) else { return nil }
    if (0x80...0x9F).contains(value) { return LegacyTable.western.scalars[Int(value)] }
    guard value == 0x0A || value >= 0x20, Unicode.Scalar(value) != nil else { return nil }
    return value
  }

  /// The names of HTML 4 that news texts hold: Latin-1 in order from U+00A0, then the rest.
  private static let names: [String: UInt32] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot
      cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
      Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute
      ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
      """.split(whereSeparator: \.isWhitespace)
    var names: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
      "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "bull": 0x2022, "hellip": 0x2026, "ensp": 0x2002,
      "emsp": 0x2003, "thinsp": 0x2009, "euro": 0x20AC, "trade": 0x2122, "permil": 0x2030, "lsaquo": 0x2039, "rsaquo": 0x203A,
      "Abreve": 0x102, "abreve": 0x103, "Dstrok": 0x110, "dstrok": 0x111, "Itilde": 0x128, "itilde": 0x129, "Utilde": 0x168,
      "utilde": 0x169,
    ]
    for (index, name) in latin.enumerated() { names[String(name)] = 0xA0 + UInt32(index) }
    return names
  }()
}
