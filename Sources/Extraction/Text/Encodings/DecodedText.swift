/// A text in UTF-8 with what was done to make it so.
///
///     let text = DecodedText(bytes)
///     let source = ArticleSource(id: id, encoding: text.encoding, repairs: text.repairs)
///     text.bytes.withUnsafeBytes { reader.read($0, source: source, isValidated: true) }
///     let page = text.map.original(mention.utf8[0]..<mention.utf8[1])
public struct DecodedText: Sendable {
  /// Valid UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// `UTF-8`, `UTF-16LE`, `TCVN3`, …; several joined by `+` when lines differ.
  public private(set) var encoding = "UTF-8"
  /// 0 to 1: how sure the encoding is.
  public private(set) var confidence = 1.0
  public private(set) var repairs: [TextRepair] = []
  /// From the bytes of the text to those of the input.
  public private(set) var map = OffsetMap()

  /// Tells the encoding, decodes and repairs.
  /// - Parameter declared: the encoding that a page names; holds only where the bytes do not say otherwise.
  public init(_ input: UnsafeRawBufferPointer, declared: @autoclosure () -> String? = nil, replacingEntities: Bool = true) {
    self.init(decoding: input, declared: declared())
    repair(replacingEntities: replacingEntities)
  }

  /// Repairs a text that is known to be UTF-8: a field of JSON, the text of a page.
  public init(repairing bytes: [UInt8], replacingEntities: Bool = true) {
    self.bytes = bytes
    repair(replacingEntities: replacingEntities)
  }

  /// Tells the encoding and decodes, no more.
  public init(decoding input: UnsafeRawBufferPointer, declared: @autoclosure () -> String? = nil) {
    let input = input.bindMemory(to: UInt8.self)
    if let wide = WideText(input) {
      let decoded = wide.decode(input)
      bytes = decoded.text
      encoding = wide.name
      confidence = wide.start > 0 ? 1 : 0.99
      map = OffsetMap(decoded.layer)
      if decoded.breaks > 0 { repairs.append(TextRepair(.invalid, encoding: wide.name, count: decoded.breaks)) }
      return
    }
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = UnsafeBufferPointer(rebasing: input[start...])
    if TextDecoder.firstInvalid(text) == nil {
      bytes = Array(text)
      if start > 0 { map = OffsetMap(OffsetLayer(shift: start, count: text.count)) }
      return
    }
    readLines(text, at: start, declared: declared())
  }

  /// Whether the bytes are UTF-8 in which nothing is to be repaired: they are the text as they stand.
  public static func isPlain(_ input: UnsafeRawBufferPointer) -> Bool {
    let bytes = input.bindMemory(to: UInt8.self)
    return !bytes.starts(with: [0xEF, 0xBB, 0xBF]) && TextDecoder.firstInvalid(bytes) == nil && WideText(bytes) == nil && isWhole(bytes)
  }

  /// Whether valid UTF-8 holds nothing to be repaired.
  public static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool { isWhole(bytes.bindMemory(to: UInt8.self)) }

  private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !MisreadText.isSuspected(bytes), !holdsEntity(bytes), !DisguisedText.isSuspected(bytes) else { return false }
    var stretch = WordLines.Stretch()
    var wraps = WrappedLines.Wraps()
    return !bytes.containsLine { stretch.isLong(bytes, $0) || wraps.areEnough(bytes, $0) }
  }

  private mutating func readLines(_ text: UnsafeBufferPointer<UInt8>, at start: Int, declared: String?) {
    let declared = LegacyEncoding.allCases.first { $0.rawValue.lowercased() == declared?.lowercased() }
    let detection = start > 0 ? Detection(reading: .utf8, confidence: 1) : Detection(text, declared: declared)
    let reader = LineReader(text, detection)
    take(reader)
    map = OffsetMap(reader.layer)
    if start > 0 { map = map.following(OffsetMap(OffsetLayer(shift: start, count: text.count))) }
  }

  private mutating func take(_ reader: LineReader) {
    bytes = reader.out
    encoding = reader.name
    confidence = reader.detection.confidence
    repairs += reader.repairs
    let raised = CapitalFont.raise(&bytes, in: reader.tcvn3)
    if raised > 0 { repairs.append(TextRepair(.capitals, count: raised)) }
  }

  private mutating func repair(replacingEntities: Bool) {
    if replacingEntities, bytes.withUnsafeBufferPointer(DecodedText.holdsEntity) {
      let reader = bytes.withUnsafeBufferPointer { EntityReader($0) }
      change(to: reader.out, reader.layer, TextRepair(.entities, count: reader.count))
    }
    if bytes.withUnsafeBufferPointer(MisreadText.isSuspected) {
      let reader = bytes.withUnsafeBufferPointer { MisreadText($0) }
      change(to: reader.out, reader.layer, TextRepair(.misread, encoding: "UTF-8", count: reader.count))
    }
    if bytes.withUnsafeBufferPointer(DisguisedText.isSuspected), let text = bytes.withUnsafeBufferPointer({ DisguisedText($0) }) {
      take(text.reader)
      map.append(text.layer)
      map.append(text.reader.layer)
    }
    if bytes.withUnsafeBufferPointer(WordLines.isSuspected) {
      let joined = WordLines.join(&bytes)
      if joined > 0 { repairs.append(TextRepair(.wordLines, count: joined)) }
    }
    if bytes.withUnsafeBufferPointer(WrappedLines.isSuspected) {
      let joined = bytes.withUnsafeBufferPointer { WrappedLines($0) }
      change(to: joined.out, joined.layer, TextRepair(.wrappedLines, count: joined.count))
    }
  }

  private mutating func change(to text: [UInt8], _ layer: OffsetLayer, _ repair: TextRepair) {
    guard repair.count > 0 else { return }
    bytes = text
    map.append(layer)
    repairs.append(repair)
  }

  private static func holdsEntity(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while let found = bytes.firstIndex(of: UInt8(ascii: "&"), from: offset) {
      if EntityReader.reference(bytes, at: found) != nil { return true }
      offset = found + 1
    }
    return false
  }
}
