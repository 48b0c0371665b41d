import CHTML
import Extraction

/// The text of an article as its passages give it, with the bytes of the page that each byte came from.
struct PageText {
  private(set) var bytes: [UInt8] = []
  private(set) var layer = OffsetLayer()
  private let page: HTMLPage
  /// The block of the passage before.
  private var lastBlock = -1

  init(_ page: HTMLPage) { self.page = page }

  /// Appends a passage behind a blank line, or behind a line end when only one line break stands before it.
  mutating func append(_ passage: Passage) {
    let separator = separator(before: passage)
    var isFirst = true
    var blank: Range<Int>?
    lastBlock = passage.block
    for index in passage.nodes {
      let node = page.nodes[index]
      if page.tag(index) == TRICH_BR, blank == nil { blank = page.range(index) }
      guard page.tag(index) == TRICH_TEXT else { continue }
      let text = page.text(node)
      let isLinear = text.count == Int(node.stop - node.start)
      var offset = 0
      while offset < text.count {
        let start = isLinear ? Int(node.start) + offset : Int(node.start)
        let range = start..<(isLinear ? start + 1 : Int(node.stop))
        if text[offset] <= 0x20 {
          if blank == nil { blank = range }
          offset += 1
          continue
        }
        if isFirst { append(separator, for: start..<start) } else if let blank { append(" ", for: blank) }
        isFirst = false
        blank = nil
        var end = offset + 1
        // A blank between two words is copied with them.
        while end < text.count, text[end] > 0x20 || text[end] == 0x20 && end + 1 < text.count && text[end + 1] > 0x20 { end += 1 }
        bytes += text[offset..<end]
        // The letter of a reference stands for the whole of it.
        if isLinear { layer.appendLinear(end - offset, from: start) } else { layer.append(end - offset, for: range) }
        offset = end
      }
    }
  }

  /// Appends a line that stands for a part of the page as a whole.
  mutating func append(line: String, for range: Range<Int>) {
    append(bytes.isEmpty ? "" : "\n\n", for: range.lowerBound..<range.lowerBound)
    append(line, for: range)
  }

  private mutating func append(_ text: String, for range: Range<Int>) {
    bytes += text.utf8
    if range.count == text.utf8.count {
      layer.appendLinear(range.count, from: range.lowerBound)
    } else {
      layer.append(text.utf8.count, for: range)
    }
  }

  private func separator(before passage: Passage) -> String {
    if bytes.isEmpty { return "" }
    if passage.breaks > 0 { return passage.breaks == 1 ? "\n" : "\n\n" }
    switch page.tag(passage.block) {
    case TRICH_CELL where lastBlock >= 0 && page.tag(lastBlock) == TRICH_CELL && lastBlock != passage.block:
      return parent(passage.block) == parent(lastBlock) ? "\t" : "\n"
    case TRICH_ITEM where lastBlock >= 0 && parent(lastBlock) == parent(passage.block): return "\n"
    default: return "\n\n"
    }
  }

  private func parent(_ node: Int) -> Int32 { page.nodes[node].parent }
}
