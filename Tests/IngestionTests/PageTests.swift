import Ingestion
import Testing

/// Pages of a usual size around real texts.
struct PageTests {
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

  /// The lead stands beside the element of the text, as on many sites; the header holds the site's clock.
  @Test(arguments: [
    """
    <div class="topmenu"><a href="/">Trang chủ</a><a href="/gt">Giới thiệu</a><span>Hôm nay, Thứ Bảy 21/11/2026</span></div>
    <div class="box"><div>Đang truy cập: 25</div><div>Tổng: 5.678.901</div></div>
    <div id="content"><div class="ngaydang">Ngày đăng: 14/03/2025 - Lượt xem: 356</div><div class="tieude">\(PageTests.title)</div>
    <div class="tomtat">\(PageTests.lead)</div><div class="noidung"><div>\(PageTests.body[0])</div><div>\(PageTests.body[1])</div></div>
    \(PageTests.others)</div>
    """,
    """
    <div class="header-content"><ul class="breadcrumb"><li><a href="/">Pháp luật</a></li></ul><span>Thứ sáu, 14/3/2025</span></div>
    <h1>\(PageTests.title)</h1><p class="description">\(PageTests.lead)</p>
    <article><p>\(PageTests.body[0])</p><p>\(PageTests.body[1])</p></article>\(PageTests.others)
    """,
    """
    <header><h1 class="logo">Cổng thông tin tỉnh Hòa Sơn</h1><a href="/">Trang chủ</a><div>Thứ Bảy, 21/11/2026 10:15</div></header>
    <div><h2>\(PageTests.title)</h2><div>14/03/2025</div><div>\(PageTests.lead)</div><p>\(PageTests.body[0])</p><p>\(PageTests.body[1])</p></div>
    <div class="box-cmt"><b>Lò Văn Pán</b><p>Mong rằng các anh công an sẽ còn mở nhiều đợt như vậy nữa.</p></div>\(PageTests.others)
    """,
  ]) func leadsAndDatesBelongToTheArticle(_ body: String) throws {
    let page = "<html><head><title>\(Self.title) - Cổng thông tin tỉnh Hòa Sơn</title></head><body>\(body)</body></html>"
    let article = try Array(page.utf8).withUnsafeBytes { try DecodedArticle($0) }
    let lines = String(decoding: article.text, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.filter { !$0.contains("/3/2025") && !$0.contains("/03/2025") } == [Self.title, Self.lead] + Self.body)
    #expect(article.title == Self.title && article.published == "2025-03-14")
  }

  private static let title = "Kết quả đợt cao điểm trấn áp tội phạm"
  private static let lead = "Từ giữa tháng 12, công an tỉnh Hòa Sơn mở đợt cao điểm theo kế hoạch của Bộ Công an."
  private static let body = [
    "Toàn lực lượng đã khám phá 125 vụ, bắt 234 đối tượng, thu giữ nhiều phương tiện.",
    "Nhân dịp này, 5 tập thể và 12 cá nhân được giám đốc công an tỉnh tặng giấy khen.",
  ]
  private static let others = """
    <div class="tinkhac"><ul><li><a href="#">Hội nghị giao ban tháng 2 của công an tỉnh Hòa Sơn (20/02/2025)</a></li>
    <li><a href="#">Ra quân đầu xuân ở các huyện và thị xã trong tỉnh (10/02/2025)</a></li></ul></div>
    """

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
