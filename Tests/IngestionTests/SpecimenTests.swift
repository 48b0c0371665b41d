import Extraction
import Foundation
import Ingestion
import Support
import Testing

enum Specimen {
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(Checkout.root)/corpus/archive/\(path)")))
  }

  static func article(_ path: String) throws -> DecodedArticle {
    try bytes(path).withUnsafeBytes { try DecodedArticle($0, name: path) }
  }

  /// The bulletin that most specimens hold.
  static let bulletin = try! String(decoding: bytes("encodings/utf-8.txt"), as: UTF8.self)
}

struct EncodingSpecimenTests {
  @Test(arguments: [
    ("utf-8.txt", "UTF-8", []), ("utf-8-mark.txt", "UTF-8", []), ("utf-16le.txt", "UTF-16LE", []), ("utf-16be-mark.txt", "UTF-16BE", []),
    ("windows-1258.txt", "windows-1258", ["legacy-encoding"]), ("viscii.txt", "VISCII", ["legacy-encoding"]),
    ("vni.txt", "VNI-Windows", ["legacy-encoding"]), ("misread-once.txt", "UTF-8", ["misread-utf-8"]),
    ("misread-twice.txt", "UTF-8", ["misread-utf-8"]), ("misread-latin-1.txt", "UTF-8", ["misread-utf-8"]),
    ("mixed.txt", "TCVN3+VNI-Windows+UTF-8", ["legacy-encoding", "legacy-encoding"]),
    ("entities.txt", "UTF-8", ["html-entities"]), ("tcvn3-in-latin-letters.txt", "TCVN3", ["legacy-encoding"]),
  ]) func sameText(_ name: String, _ encoding: String, _ repairs: [String]) throws {
    let article = try Specimen.article("encodings/\(name)")
    // TCVN3 has no `Ủ`, and nothing tells that it stood there.
    let expected = encoding.contains("TCVN3") ? Specimen.bulletin.replacingOccurrences(of: "Ủy", with: "ủy") : Specimen.bulletin
    #expect(String(decoding: article.text, as: UTF8.self).utf8.elementsEqual(expected.utf8))
    #expect(Set(article.encoding.split(separator: "+")) == Set(encoding.split(separator: "+")))
    #expect(article.repairs.map(\.kind.rawValue) == repairs)
    #expect(article.confidence > 0.5)
  }

  @Test func capitalFont() throws {
    let article = try Specimen.article("encodings/tcvn3.txt")
    let lines = Specimen.bulletin.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = ([Substring(lines[0].uppercased())] + lines.dropFirst()).joined(separator: "\n").replacingOccurrences(
      of: "Ủy", with: "ủy")
    #expect(String(decoding: article.text, as: UTF8.self) == expected)
    #expect(article.repairs.map(\.kind) == [.legacy, .capitals])
  }

  @Test func brokenBytesBecomeOneMark() throws {
    let article = try Specimen.article("encodings/broken-utf-8.txt")
    #expect(String(decoding: article.text, as: UTF8.self).contains("bà Hu\u{FFFD}nh Mỹ Phượng"))
    #expect(article.repairs == [TextRepair(.invalid, encoding: "UTF-8", count: 1)])
  }

  @Test func oneWordLinesAreJoined() throws {
    let article = try Specimen.article("damage/one-word-lines.txt")
    let text = String(decoding: article.text, as: UTF8.self)
    #expect(text.contains("theo Quyết định số 118/QĐ-UB ngày 6/2/2004 của UBND tỉnh.\n\nÔng Tăng Văn Khuê"))
    #expect(text.hasPrefix(Specimen.bulletin.prefix(70)))
    #expect(article.repairs.first?.kind == .wordLines)
    #expect(article.text.count == (try Specimen.bytes("damage/one-word-lines.txt")).count)
  }

  /// Each word of the bulletin is found again in the bytes that the map names for it.
  @Test(arguments: [
    "utf-8-mark", "utf-16le", "windows-1258", "viscii", "vni", "tcvn3", "misread-twice", "entities", "mixed", "tcvn3-in-latin-letters",
  ])
  func mapsLeadToTheWords(_ name: String) throws {
    let bytes = try Specimen.bytes("encodings/\(name).txt")
    let article = try Specimen.article("encodings/\(name).txt")
    let isWide = name.hasPrefix("utf-16")
    var last = 0
    var start = 0
    while start < article.text.count {
      let end = article.text[start...].firstIndex { $0 <= 0x20 } ?? article.text.count
      if end > start {
        let range = article.map.original(start..<end)
        #expect(range.lowerBound >= last && range.upperBound <= bytes.count)
        let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        #expect(
          behind <= 0x20 || behind == UInt8(ascii: "&"),
          "\(String(decoding: article.text[start..<end], as: UTF8.self)) ends before \(behind)")
        if !isWide { #expect(!bytes[range].contains { $0 == 0x20 || $0 == 0x0A }) }
        last = range.upperBound
      }
      start = end + 1
    }
  }

  /// Paragraphs at the width of a page, one syllable parted by a hyphen: nothing but line ends is lost.
  @Test func wrappedParagraphsAreJoined() throws {
    let article = try Specimen.article("damage/wrapped-lines.txt")
    #expect(String(decoding: article.text, as: UTF8.self) + "\n" == Specimen.bulletin)
    #expect(article.repairs == [TextRepair(.wrappedLines, count: 7)])
  }

  /// Lists and short notes are no wrapped text.
  @Test(arguments: [
    "Danh sách\nAn\nBình\nCường\nDũng\nHoa\n", "a\nb\nc\n",
    "Thành phần gồm:\n- lãnh đạo công an xã;\n- đại diện mặt trận;\n- trưởng các thôn.\n",
    "Kính gửi:\ncông an các huyện;\ncông an thị xã;\nphòng tham mưu.\n",
  ]) func otherShortLinesStay(_ text: String) { #expect(decoded(Array(text.utf8)).repairs.isEmpty) }

  @Test func softHyphensStay() throws {
    let article = try Specimen.article("damage/soft-hyphens.txt")
    #expect(article.text == (try Specimen.bytes("damage/soft-hyphens.txt")) && article.repairs.isEmpty)
  }
}

struct PageSpecimenTests {
  @Test func article() throws {
    let bytes = try Specimen.bytes("pages/article.html")
    let article = try Specimen.article("pages/article.html")
    let text = String(decoding: article.text, as: UTF8.self)
    #expect(
      text == """
        Trao nhà tình nghĩa ở Long Điền

        Thứ Tư, 12/05/2004 | 08:30 (GMT+7)

        Bảy gia đình chính sách ở xã Long Điền vừa nhận nhà mới trước mùa mưa.

        Sáng 11/5, Công an tỉnh Bạc Liêu phối hợp với Ủy ban nhân dân huyện Đông Hải tổ chức lễ trao nhà tình nghĩa cho 7 gia đình chính sách.

        Đại tá Lê Thành Kỉnh trao chìa khóa. Ảnh: H.N

        Dự buổi lễ có Đại tá Lê Thành Kỉnh, Phó Giám đốc Công an tỉnh. Mỗi căn nhà trị giá 15 triệu đồng, được dựng theo Quyết định số 118/QĐ-UB ngày 6/2/2004 của UBND tỉnh.

        Xã Long Điền\t7 căn
        Xã Định Thành\t3 căn

        Ông Tăng Văn Khuê, 71 tuổi, người nhận nhà đầu tiên, nói vui: “Mưa năm nay tôi khỏi lo dột”.

        Hữu Nghĩa
        """)
    #expect(article.title == "Trao nhà tình nghĩa ở Long Điền")
    #expect(article.published == "2004-05-12T08:30")
    #expect(article.byline == "Hữu Nghĩa")
    #expect(article.format == .html && article.encoding == "UTF-8")
    #expect(Set(article.cuts.map(\.reason)).isSuperset(of: [.menu, .comments, .related, .share, .footer]))
    for word in ["Sáng 11/5", "Đại tá Lê Thành Kỉnh, Phó", "“Mưa năm nay", "7 căn", "Hữu Nghĩa", "trao nhà tình nghĩa cho 7"] {
      let range = try #require(text.range(of: word))
      let start = text[..<range.lowerBound].utf8.count
      let page = String(decoding: bytes[article.map.original(start..<start + word.utf8.count)], as: UTF8.self)
      let expected = [
        "Đại tá Lê Thành Kỉnh, Phó": "Đại tá L&ecirc; Th&agrave;nh K&#7881;nh</b>, Phó", "“Mưa năm nay": "&ldquo;Mưa năm nay",
        "trao nhà tình nghĩa cho 7": "trao nhà\n tình nghĩa cho 7",
      ]
      #expect(page == expected[word] ?? word)
    }
  }

  @Test(arguments: [
    ("old-vni.htm", "VNI-Windows"), ("old-tcvn3.htm", "TCVN3"), ("tcvn3-entities.htm", "TCVN3"), ("windows-1258.htm", "windows-1258"),
  ])
  func oldPages(_ name: String, _ encoding: String) throws {
    let article = try Specimen.article("pages/\(name)")
    let text = String(decoding: article.text, as: UTF8.self)
    #expect(article.encoding == encoding)
    #expect(
      text.hasPrefix(
        "Bạc Liêu: Trao nhà tình nghĩa cho gia đình chính sách\n\nNgày 12 tháng 5 năm 2004\n\nSáng 11/5, Công an tỉnh Bạc Liêu"), "\(text)")
    #expect(text.hasSuffix("Hữu Nghĩa"))
    #expect(article.published == "2004-05-12")
    #expect(article.title == "Bạc Liêu: Trao nhà tình nghĩa cho gia đình chính sách")
    #expect(!text.contains("Trang chủ"))
  }
}
