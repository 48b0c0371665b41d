import CHTML
import Extraction

/// What the head of a page says of the article: meta tags, JSON-LD, `<title>`.
struct PageFacts {
  private(set) var title: String?
  /// The element whose title it is.
  private(set) var titleNode: Int?
  private(set) var published: String?
  private(set) var publishedBasis = PublishedBasis.meta
  private(set) var byline: String?
  private var titleRank = 0
  private var publishedRank = 0
  private var bylineRank = 0

  init(_ page: HTMLPage) {
    for index in page.nodes.indices {
      switch page.tag(index) {
      case TRICH_META: readMeta(page, index)
      case TRICH_SCRIPT: readLinkedData(page, index)
      case TRICH_TITLE where Int(page.nodes[index].end) > index + 1: setTitle(PageFacts.withoutSite(page.string(index)), index, rank: 1)
      case TRICH_TIME: readTime(page, index)
      default: break
      }
    }
  }

  private mutating func readMeta(_ page: HTMLPage, _ index: Int) {
    guard let content = page.attribute(TRICH_CONTENT, of: index), !content.isEmpty,
      let name = page.attribute(TRICH_PROPERTY, of: index) ?? page.attribute(TRICH_NAME, of: index)
        ?? page.attribute(TRICH_ITEMPROP, of: index)
    else { return }
    switch name.lowercased() {
    case "og:title", "twitter:title", "headline": setTitle(PageFacts.withoutSite(HTMLPage.collapsed(content)), index, rank: 2)
    case "article:published_time", "datepublished", "og:article:published_time": setPublished(content, .meta, rank: 4)
    case "pubdate", "publishdate", "publish_date", "publish-date", "og:pubdate", "dc.date.issued", "dcterms.issued", "dc.date.created":
      setPublished(content, .meta, rank: 3)
    case "dc.date", "date", "sailthru.date": setPublished(content, .meta, rank: 1)
    case "author", "article:author", "dc.creator", "dcterms.creator": setByline(content, rank: 1)
    default: break
    }
  }

  private mutating func readLinkedData(_ page: HTMLPage, _ index: Int) {
    guard Int(page.nodes[index].end) > index + 1 else { return }
    let data = LinkedData(page.string(index))
    if let date = data.value("datePublished") { setPublished(date, .linkedData, rank: 4) }
    if let headline = data.value("headline") { setTitle(HTMLPage.collapsed(headline), index, rank: 2) }
    if let author = data.name(in: "author") { setByline(author, rank: 2) }
  }

  private mutating func readTime(_ page: HTMLPage, _ index: Int) {
    if let time = page.attribute(TRICH_DATETIME, of: index) {
      setPublished(time, .time, rank: page.attribute(TRICH_ITEMPROP, of: index) == nil ? 2 : 4)
    }
  }

  private mutating func setTitle(_ text: String, _ node: Int, rank: Int) {
    guard rank > titleRank, !text.isEmpty else { return }
    (title, titleNode, titleRank) = (text, node, rank)
  }

  private mutating func setPublished(_ text: String, _ basis: PublishedBasis, rank: Int) {
    guard rank > publishedRank, let time = PageTime.normalized(text) else { return }
    (published, publishedBasis, publishedRank) = (time, basis, rank)
  }

  private mutating func setByline(_ text: String, rank: Int) {
    let name = HTMLPage.collapsed(text)
    guard rank > bylineRank, !name.isEmpty, name.utf8.count <= 100, !PageFacts.isPublisher(name) else { return }
    (byline, bylineRank) = (name, rank)
  }

  /// Whether an author is the paper, its site or an account of its system, and no person: `Báo Ví dụ`, `vidu.vn`, `admin`.
  private static func isPublisher(_ name: String) -> Bool {
    if name.contains(where: { "/.@|".contains($0) }) { return true }
    let first = name.lowercased().prefix { $0 != " " }
    return [
      "báo", "tạp", "cổng", "trang", "ban", "đài", "admin", "administrator", "editor", "website", "toà", "tòa", "cơ", "công", "sở", "bộ",
    ].contains(String(first))
  }

  /// `Tiêu đề - Báo Ví dụ` without the paper's name: what stands behind the last bar or dash, when it is short.
  static func withoutSite(_ title: String) -> String {
    let letters = Array(title.unicodeScalars)
    for separator in ["|", "-", "–", "—"] as [Unicode.Scalar] {
      let last = letters.indices.dropFirst().dropLast().last {
        letters[$0] == separator && letters[$0 - 1] == " " && letters[$0 + 1] == " "
      }
      guard let last, letters.count - last - 2 <= 40, last - 1 >= 15 else { continue }
      var head = String.UnicodeScalarView()
      head.append(contentsOf: letters[..<(last - 1)])
      return String(head)
    }
    return title
  }
}
