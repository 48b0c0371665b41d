import CHTML

/// Finds the element that holds the article: the one whose passages of prose outweigh most what else stands in it.
struct MainText {
  /// The element.
  let root: Int
  /// All passages of the page; those that do not belong to the text are marked.
  private(set) var passages: [Passage]
  private let page: HTMLPage

  init(_ page: HTMLPage) {
    self.page = page
    let prose = MainText.proseLengths(page)
    let total = prose.first ?? 0
    var passages = PassageReader.passages(of: page) { index in
      MainText.reason(page, index, holdsMost: prose[index] * 2 > total)
    }
    for index in passages.indices where passages[index].cut == nil && passages[index].isLink && !MainText.isHeading(page, passages[index]) {
      passages[index].cut = .links
    }
    root = MainText.best(page, passages)
    self.passages = passages
  }

  /// Whether a node lies in the article's element.
  func holds(_ node: Int) -> Bool { node >= root && node < Int(page.nodes[root].end) }

  /// For each element, how many bytes of prose are in it.
  private static func proseLengths(_ page: HTMLPage) -> [Int] {
    var lengths = [Int](repeating: 0, count: max(page.nodes.count, 1))
    for passage in PassageReader.passages(of: page, cutting: { PageCut.Reason(page.tag($0)) }) where passage.cut == nil && passage.isProse {
      var node = passage.block
      while node >= 0 {
        lengths[node] += passage.length
        node = Int(page.nodes[node].parent)
      }
    }
    return lengths
  }

  private static func reason(_ page: HTMLPage, _ index: Int, holdsMost: Bool) -> PageCut.Reason? {
    let tag = page.tag(index)
    if let reason = PageCut.Reason(tag), !holdsMost || reason == .hidden { return reason }
    if holdsMost || page.nodes[index].attribute_count == 0 { return nil }
    if let style = page.attribute(TRICH_STYLE, of: index)?.lowercased(), style.contains("display:none") || style.contains("display: none") {
      return .hidden
    }
    guard tag.isBlock, tag != TRICH_BODY, tag != TRICH_H1, tag != TRICH_MAIN, tag != TRICH_ARTICLE, tag != TRICH_PARAGRAPH else {
      return nil
    }
    for name in [TRICH_CLASS, TRICH_ID] {
      if let value = page.value(name, of: index), let reason = PageCut.Reason(name: value) { return reason }
    }
    return nil
  }

  private static func isHeading(_ page: HTMLPage, _ passage: Passage) -> Bool {
    page.tag(passage.block) == TRICH_H1 || page.tag(passage.block) == TRICH_TITLE
  }

  /// Prose counts for an element, links and what is cut against it; of equals the innermost.
  private static func best(_ page: HTMLPage, _ passages: [Passage]) -> Int {
    var weights = [Int](repeating: 0, count: max(page.nodes.count, 1))
    for passage in passages where page.tag(passage.block) != TRICH_TITLE {
      let weight = passage.cut != nil ? -passage.length : passage.isProse ? passage.length : -4
      var node = passage.block
      while node >= 0 {
        weights[node] += weight
        node = Int(page.nodes[node].parent)
      }
    }
    var best = 0
    for node in weights.indices where weights[node] >= weights[best] && weights[node] != 0 { best = node }
    return weights[best] > 0 ? paragraphParent(page, best) : body(page)
  }

  /// A single paragraph is not the article's element: the block around it is.
  private static func paragraphParent(_ page: HTMLPage, _ index: Int) -> Int {
    var node = index
    while page.tag(node) == TRICH_PARAGRAPH || page.tag(node) == TRICH_HEADING || page.tag(node) == TRICH_H1, page.nodes[node].parent >= 0 {
      node = Int(page.nodes[node].parent)
    }
    return node
  }

  private static func body(_ page: HTMLPage) -> Int {
    page.nodes.indices.first { page.tag($0) == TRICH_BODY } ?? 0
  }
}
