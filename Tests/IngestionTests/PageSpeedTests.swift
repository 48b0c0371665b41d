import Glibc
import Ingestion
import Testing

/// Pages of a usual size around real texts: 30 MB/s or more on one core in an optimised build.
struct PageSpeedTests {
  @Test func pages() throws {
    let articles = Array(try Articles.measured().prefix(2000))
    let pages = articles.enumerated().map { index, article in Array(Self.page(article, index).utf8) }
    let size = pages.reduce(0) { $0 + $1.count }
    var best = 0.0
    var kept = 0
    for _ in 0..<3 {
      kept = 0
      let start = Self.threadTime()
      for page in pages {
        let article = try page.withUnsafeBytes { try DecodedArticle($0) }
        kept += article.text.count
      }
      best = max(best, Double(size) / 1e6 / (Self.threadTime() - start))
    }
    print("pages: \(pages.count) of \(size / pages.count) bytes, \(best) MB/s, kept \(kept) bytes")
    #if !DEBUG
      #expect(best >= 30)
    #endif
  }

  /// Seconds of work of this thread: other tests run beside it.
  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Nothing but the article comes out of its page, and all of it.
  @Test func pagesGiveTheirArticles() throws {
    var wrong = 0
    let articles = try Articles.measured().prefix(500)
    for (index, article) in articles.enumerated() {
      let text = try Array(Self.page(article, index).utf8).withUnsafeBytes { try DecodedArticle($0) }.text
      let found = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      let expected = article.split(whereSeparator: \.isWhitespace)
      if found != expected {
        wrong += 1
        if wrong <= 3 { print("page \(index) differs: \(found.count) words for \(expected.count)") }
      }
    }
    print("pages that give exactly their article: \(articles.count - wrong) of \(articles.count)")
    #expect(wrong * 50 <= articles.count)
  }

  private static func page(_ article: String, _ index: Int) -> String {
    let escaped = article.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let lines = escaped.split(separator: "\n").map(String.init)
    let menu = (0..<40).map { "<li class=\"item i\($0)\"><a href=\"/muc-\($0)\" title=\"Mục \($0)\">Chuyên mục số \($0)</a></li>" }.joined(
      separator: "\n")
    let teasers = (0..<12).map {
      "<div class=\"story\"><a href=\"/tin-\($0).html\"><img src=\"/anh/\($0).jpg\" alt=\"\"></a><h3><a href=\"/tin-\($0).html\">Tin khác số \($0) "
        + "trong ngày hôm nay ở các địa phương trên cả nước</a></h3></div>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><title>\(lines[0]) - Báo Ví dụ</title>
      <script>var config = {"id": \(index), "items": [1, 2, 3], "html": "<div>"}; function f(a, b) { return a < b && b > 0; }</script>
      <style>.menu li { float: left; padding: 3px } .story h3 { font-size: 14px; font-weight: bold }</style></head>
      <body><header><ul class="menu">\(menu)</ul></header>
      <div id="wrapper"><div class="left"><div class="breadcrumb"><a href="/">Trang chủ</a></div>
      <h1 class="title">\(lines[0])</h1>
      <div class="detail">\(lines.dropFirst().map { "<p class=\"Normal\">\($0)</p>" }.joined(separator: "\n"))</div>
      <div class="box-related">\(teasers)</div></div>
      <div class="sidebar">\(teasers)\(menu)</div></div>
      <footer><p>Cơ quan chủ quản: Báo Ví dụ. Địa chỉ: số 1 phố Mẫu, Hà Nội. Điện thoại: 024 0000 0000.</p></footer></body></html>
      """
  }
}
