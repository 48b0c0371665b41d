import CHTML
import Extraction

/// The article of a page in HTML: its title, its date line, its paragraphs, its byline, in this order.
public struct ArticlePage: Sendable {
  /// UTF-8; paragraphs are separated by a blank line.
  public private(set) var text: [UInt8] = []
  public private(set) var title: String?
  /// `2019-04-24T15:51`, at UTC+7.
  public private(set) var published: String?
  public private(set) var publishedBasis = PublishedBasis.text
  public private(set) var byline: String?
  /// What stands in the page and not in the text.
  public private(set) var cuts: [PageCut] = []
  /// From the text to the bytes of the page.
  public private(set) var layer = OffsetLayer()

  /// - Parameter bytes: the page in UTF-8.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(PageProblem) {
    let page = try HTMLPage(bytes)
    guard !page.nodes.isEmpty else { return }
    let facts = PageFacts(page)
    let main = MainText(page)
    let plan = PagePlan(page, main, facts)
    title = plan.title
    published = facts.published ?? plan.published
    if facts.published != nil { publishedBasis = facts.publishedBasis }
    byline = facts.byline ?? plan.byline
    let text = plan.write()
    self.text = text.bytes
    layer = text.layer
    cuts = plan.cuts
  }
}

/// Which passages make the text, and in which order.
private struct PagePlan {
  private let page: HTMLPage
  private let passages: [Passage]
  private var body: [Int] = []
  private var heading: Int?
  private var dateLine: Int?
  private var signature: Int?
  private let facts: PageFacts

  init(_ page: HTMLPage, _ main: MainText, _ facts: PageFacts) {
    self.page = page
    self.facts = facts
    passages = main.passages
    body = passages.indices.filter {
      passages[$0].cut == nil && main.holds(passages[$0].block) && page.tag(passages[$0].block) != TRICH_TITLE
    }
    heading = findHeading()
    dateLine = findDateLine()
    signature = findSignature()
    body = lead + body
    body.removeAll { $0 == heading || $0 == dateLine || $0 == signature }
  }

  var title: String? {
    if let heading { return string(passages[heading]) }
    guard let title = facts.title, bodyBegins(with: title), let first = body.first, passages[first].length <= 160 else {
      return facts.title
    }
    return string(passages[first])
  }
  var published: String? { dateLine.flatMap { VisibleDate.read(string(passages[$0])) } }
  var byline: String? { signature.map { string(passages[$0]) } }

  func write() -> PageText {
    var text = PageText(page)
    if let heading {
      text.append(passages[heading])
    } else if let title = facts.title, let node = facts.titleNode, !bodyBegins(with: title) {
      text.append(line: title, for: page.range(node))
    }
    var lines = body
    if let dateLine { lines.insert(dateLine, at: lines.firstIndex { $0 > dateLine } ?? lines.count) }
    for index in lines { text.append(passages[index]) }
    if let signature { text.append(passages[signature]) }
    return text
  }

  var cuts: [PageCut] {
    let taken = Set(body + [heading, dateLine, signature].compactMap { $0 })
    var cuts: [PageCut] = []
    for (index, passage) in passages.enumerated() where !taken.contains(index) && page.tag(passage.block) != TRICH_TITLE {
      let reason = passage.cut ?? .outside
      let range = page.range(passage.nodes.lowerBound).lowerBound..<page.range(passage.nodes.upperBound - 1).upperBound
      if let last = cuts.indices.last, cuts[last].reason == reason, index > 0, !taken.contains(index - 1) {
        cuts[last].range = cuts[last].range.lowerBound..<max(range.upperBound, cuts[last].range.upperBound)
        cuts[last].textLength += passage.length
      } else {
        cuts.append(PageCut(reason: reason, range: range, textLength: passage.length))
      }
    }
    return cuts
  }

  /// The first `<h1>` that is no link and not cut, before the article's end.
  private func findHeading() -> Int? {
    let own = firstHeading()
    guard let own, let title = facts.title?.lowercased() else { return own ?? findTitleLine() }
    let words = string(passages[own]).lowercased()
    // Of some sites the only `<h1>` is their own name.
    return words.hasPrefix(title) || title.hasPrefix(words) ? own : findTitleLine() ?? own
  }

  private func firstHeading() -> Int? {
    let last = body.last ?? passages.count - 1
    return passages.indices.first { index in
      index <= last && isInside(TRICH_H1, passages[index].block) && (passages[index].cut == nil || passages[index].cut == .menu)
        && passages[index].length >= 8
    }
  }

  /// The last line up to the article's first that begins as the page's title does.
  private func findTitleLine() -> Int? {
    guard let title = facts.title?.lowercased(), title.utf8.count >= 8, let first = body.first else { return nil }
    return (max(0, first - PagePlan.reach)...first).last { index in
      passages[index].cut == nil && passages[index].length <= 160 && page.tag(passages[index].block) != TRICH_TITLE
        && string(passages[index]).lowercased().hasPrefix(title)
    }
  }

  /// What leads into the article between its heading and the element that holds the rest.
  private var lead: [Int] {
    guard let heading, let first = body.first, heading < first, first - heading <= PagePlan.reach else { return [] }
    return (heading + 1..<first).filter { passages[$0].cut == nil && passages[$0].isProse }
  }

  /// A short line with a date and its year: between the heading and the first paragraphs of the article, or right before the heading.
  private func findDateLine() -> Int? {
    guard let first = body.first(where: { passages[$0].isProse && $0 != heading }) else { return nil }
    guard let heading else {
      return (max(0, first - PagePlan.reach)..<first).last(where: isDateLine)
        ?? (first..<min(first + 4, passages.count)).first(where: isDateLine)
    }
    let end = min(max(first, heading) + 4, passages.count)
    return (heading + 1..<max(end, heading + 1)).first(where: isDateLine)
      ?? (max(0, heading - 3)..<heading).last { passages[$0].cut == nil && isDateLine($0) }
  }

  /// How many passages before the article's text belong to it at most.
  private static let reach = 12

  private func isDateLine(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.length <= VisibleDate.longestLine, passage.cut != .hidden, passage.linkLength * 2 <= passage.length, holdsDigit(passage)
    else { return false }
    return VisibleDate.read(string(passage)) != nil
  }

  private func holdsDigit(_ passage: Passage) -> Bool {
    passage.nodes.contains { page.tag($0) == TRICH_TEXT && page.text(page.nodes[$0]).contains { (0x30...0x39).contains($0) } }
  }

  /// A short passage in an element that is called author.
  private func findSignature() -> Int? {
    guard let first = body.first, let last = body.last else { return nil }
    let end = min(last + 6, passages.count)
    return (first..<end).last { index in
      let passage = passages[index]
      return passage.length <= 80 && passage.cut != .comments && passage.cut != .hidden && index != heading && index != dateLine
        && isSignature(passage.nodes.lowerBound)
    }
  }

  private static let authorNames: [StaticString] = ["author", "tacgia", "tac-gia", "byline", "butdanh"]

  private func isSignature(_ node: Int) -> Bool {
    var node = Int(page.nodes[node].parent)
    for _ in 0..<3 where node >= 0 {
      if page.nodes[node].attribute_count > 0 {
        let names = [TRICH_CLASS, TRICH_ID, TRICH_ITEMPROP, TRICH_REL].compactMap { page.value($0, of: node) }
        if names.contains(where: { name in PagePlan.authorNames.contains { name.holds($0) } }) { return true }
      }
      node = Int(page.nodes[node].parent)
    }
    return false
  }

  private func isInside(_ tag: trich_html_tag, _ block: Int) -> Bool {
    var node = block
    for _ in 0..<3 where node >= 0 {
      if page.tag(node) == tag { return true }
      node = Int(page.nodes[node].parent)
    }
    return false
  }

  private func bodyBegins(with title: String) -> Bool {
    body.first.map { string(passages[$0]).lowercased().contains(title.lowercased()) } ?? false
  }

  private func string(_ passage: Passage) -> String {
    var bytes: [UInt8] = []
    for index in passage.nodes where page.tag(index) == TRICH_TEXT { bytes += page.text(page.nodes[index]) }
    return HTMLPage.collapsed(bytes)
  }
}
