import CHTML

/// Why a page in HTML is not read.
public struct PageProblem: Error, Sendable, Equatable {
  public var message: String
}

/// A page as elements and pieces of text in their order. For one thread.
final class HTMLPage {
  private var page = trich_html_page()
  let nodes: UnsafeBufferPointer<trich_html_node>
  /// For each piece of text how many of its bytes are no white space.
  private(set) var lengths: [Int32]

  /// - Parameter bytes: UTF-8 without NUL.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(PageProblem) {
    let error = trich_html_read(bytes.baseAddress, bytes.count, &page)
    nodes = UnsafeBufferPointer(start: page.nodes, count: Int(page.node_count))
    lengths = [Int32](repeating: 0, count: nodes.count)
    if let error { throw PageProblem(message: String(cString: error)) }
    for index in nodes.indices where tag(index) == TRICH_TEXT {
      var length: Int32 = 0
      for byte in text(nodes[index]) where byte > 0x20 { length &+= 1 }
      lengths[index] = length
    }
  }

  deinit { trich_html_close(&page) }

  func text(_ node: trich_html_node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: page.text + Int(node.text), count: Int(node.length))
  }

  func tag(_ index: Int) -> trich_html_tag { trich_html_tag(UInt32(nodes[index].tag)) }

  func attribute(_ name: trich_html_attribute_name, of index: Int) -> String? {
    value(name, of: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of an attribute's value.
  func value(_ name: trich_html_attribute_name, of index: Int) -> UnsafeBufferPointer<UInt8>? {
    let node = nodes[index]
    for offset in 0..<Int(node.attribute_count) {
      let attribute = page.attributes[Int(node.attributes) + offset]
      if attribute.name == name.rawValue {
        return UnsafeBufferPointer(start: page.text + Int(attribute.value), count: Int(attribute.length))
      }
    }
    return nil
  }

  /// All text inside a node, white space made one blank.
  func string(_ index: Int) -> String {
    var bytes: [UInt8] = []
    for inner in index..<Int(nodes[index].end) where tag(inner) == TRICH_TEXT { bytes += text(nodes[inner]) }
    return HTMLPage.collapsed(bytes)
  }

  static func collapsed(_ text: String) -> String { collapsed(Array(text.utf8)) }

  /// White space and no-break spaces made one blank, none at the ends.
  static func collapsed(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isBlank = false
    var index = 0
    while index < text.count {
      let isSpace = text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
      if text[index] <= 0x20 || isSpace {
        isBlank = true
      } else {
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        bytes.append(text[index])
      }
      index += isSpace ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the page from a node's beginning to its end.
  func range(_ index: Int) -> Range<Int> {
    let node = nodes[index]
    return Int(node.start)..<max(Int(node.start), Int(node.stop))
  }
}

extension trich_html_tag {
  /// Whether text before and after the element's borders belongs to different passages.
  var isBlock: Bool {
    switch self {
    case TRICH_TEXT, TRICH_OTHER, TRICH_A, TRICH_BR, TRICH_BUTTON, TRICH_IMAGE, TRICH_LINK, TRICH_META, TRICH_SCRIPT, TRICH_TIME: false
    default: true
    }
  }
}
