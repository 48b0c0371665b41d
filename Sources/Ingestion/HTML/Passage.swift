import CHTML

/// A run of text between the borders of blocks, or between two line breaks.
struct Passage {
  /// Nodes of the page; those of them that are text make the passage.
  var nodes: Range<Int>
  /// The nearest block around it.
  var block: Int
  /// Bytes that are no white space.
  var length = 0
  /// Of these, inside links.
  var linkLength = 0
  /// Line breaks before it, two of which make a paragraph.
  var breaks = 0
  var cut: PageCut.Reason?

  /// Whether it reads like a sentence of an article.
  var isProse: Bool { length >= 40 && linkLength * 5 < length * 2 }
  /// Whether it is nothing but a link to elsewhere.
  var isLink: Bool { linkLength * 5 >= length * 4 }
}

/// Divides a page into passages in one pass over its nodes.
struct PassageReader {
  private(set) var passages: [Passage] = []
  private let page: HTMLPage
  private var current: Passage?
  private var breaks = 0
  /// Open elements with where they end.
  private var blocks: [(node: Int, end: Int)] = []
  private var linkEnd = 0
  private var cut: (reason: PageCut.Reason, end: Int)?

  /// - Parameter cuts: for each element whether it is cut with all that is in it.
  static func passages(of page: HTMLPage, cutting cuts: (Int) -> PageCut.Reason?) -> [Passage] {
    var reader = PassageReader(page)
    for index in page.nodes.indices { reader.visit(index, cuts) }
    reader.close()
    return reader.passages
  }

  private init(_ page: HTMLPage) { self.page = page }

  private mutating func visit(_ index: Int, _ cuts: (Int) -> PageCut.Reason?) {
    while let block = blocks.last, block.end <= index {
      close()
      blocks.removeLast()
    }
    if let end = cut?.end, end <= index { cut = nil }
    let tag = page.tag(index)
    if tag == TRICH_TEXT { return addText(index) }
    if cut == nil, let reason = cuts(index) { cut = (reason, Int(page.nodes[index].end)) }
    if tag == TRICH_A { linkEnd = max(linkEnd, Int(page.nodes[index].end)) }
    if tag == TRICH_BR {
      // A heading of two lines is one heading.
      if let block = blocks.last?.node, page.tag(block) == TRICH_H1 || page.tag(block) == TRICH_HEADING { return }
      let count = breaks + 1
      close()
      breaks = count
    } else if tag.isBlock {
      close()
      blocks.append((index, Int(page.nodes[index].end)))
    }
  }

  private mutating func addText(_ index: Int) {
    // Of scripts only their JSON is kept, which is no text.
    let parent = Int(page.nodes[index].parent)
    if parent >= 0, page.tag(parent) == TRICH_SCRIPT { return }
    let length = Int(page.lengths[index])
    if length == 0, current == nil { return }
    var passage =
      current
      ?? Passage(nodes: index..<index, block: blocks.last?.node ?? 0, breaks: breaks, cut: cut?.reason)
    passage.nodes = passage.nodes.lowerBound..<index + 1
    passage.length += length
    if index < linkEnd { passage.linkLength += length }
    current = passage
    breaks = 0
  }

  private mutating func close() {
    if let passage = current, passage.length > 0 { passages.append(passage) }
    current = nil
    breaks = 0
  }
}
