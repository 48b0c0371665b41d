import Archive
import Extraction
import Testing

/// Contradictions between articles, and namesakes that are none.
@Suite struct AcrossTests {
  /// Extracts the articles and compares the flags across them.
  private func expect(_ expected: [String], _ articles: [(id: String, published: String, text: String)]) throws {
    let folder = try Folder()
    for article in articles { try folder.write(article.id, article.text, published: article.published.isEmpty ? nil : article.published) }
    let archive = try folder.open()
    _ = try archive.index()
    let queue = try Desk(archive: archive, reviewer: "lan").queue(Desk.Filter(), byArticle: false)
    let across = [
      "doc-date-conflict", "doc-issuer-conflict", "doc-number-collision", "rank-regression", "rank-jump", "position-conflict",
      "person-name-variant", "count-conflict",
    ]
    #expect((queue["codes"]?.array ?? []).compactMap { $0["code"]?.string }.filter(across.contains) == expected)
  }

  @Test func oneDecreeWithTwoDates() throws {
    try expect(
      ["doc-date-conflict"],
      [
        ("a", "2021-12-10", "Nghị định số 105/2021/NĐ-CP ngày 4/12/2021 của Chính phủ có năm chương."),
        ("b", "2021-12-20", "Xã triển khai Nghị định số 105/2021/NĐ-CP ngày 14/12/2021 của Chính phủ."),
      ])
  }

  @Test func twoProvincesMayUseOneNumber() throws {
    try expect(
      [],
      [
        ("a", "2021-12-10", "Chỉ thị số 06/CT-UBND ngày 4/12/2021 của Chủ tịch UBND tỉnh Kon Tum nói rõ việc này."),
        ("b", "2021-12-20", "Chỉ thị số 06/CT-UBND ngày 14/12/2021 của Chủ tịch UBND tỉnh Bến Tre nói rõ việc khác."),
      ])
  }

  @Test func numbersBeginAnewEachYear() throws {
    try expect(
      [],
      [
        ("a", "2020-12-10", "Kế hoạch số 31/KH-BCA ngày 4/12/2020 của Bộ Công an lo việc kho tàng."),
        ("b", "2021-12-20", "Kế hoạch số 31/KH-BCA ngày 14/12/2021 của Bộ Công an lo việc xe cộ."),
      ])
  }

  @Test func oneShortFormForTwoDecrees() throws {
    try expect(
      ["doc-number-collision"],
      [
        ("a", "2024-09-27", "Hội nghị sơ kết Nghị quyết số 15 ngày 20/6/2022 của Đảng ủy Công an Trung ương."),
        ("b", "2023-06-02", "Tỉnh quán triệt Nghị quyết 15 ngày 16/3/2022 của Bộ Chính trị về tình hình mới."),
      ])
  }

  @Test func aRankThatGoesDown() throws {
    try expect(
      ["rank-regression"],
      [
        ("a", "2022-05-10", "Thượng tá Lương Hữu Khoát, Trưởng phòng Hậu cần Công an tỉnh Lai Châu, phát biểu."),
        ("b", "2023-05-10", "Trung tá Lương Hữu Khoát, Trưởng phòng Hậu cần Công an tỉnh Lai Châu, phát biểu."),
      ])
  }

  @Test func aRankThatRisesTooFast() throws {
    try expect(
      ["rank-jump"],
      [
        ("a", "2022-05-10", "Thiếu tá Lương Hữu Khoát, Phó Giám đốc Công an tỉnh Lai Châu, phát biểu."),
        ("b", "2023-05-10", "Đại tá Lương Hữu Khoát, Phó Giám đốc Công an tỉnh Lai Châu, phát biểu."),
      ])
  }

  @Test func namesakesInTwoPlacesStayApart() throws {
    try expect(
      [],
      [
        ("a", "2022-05-10", "Thượng tá Lương Hữu Khoát, Phó Giám đốc Công an tỉnh Lai Châu, phát biểu."),
        ("b", "2023-05-10", "Trung tá Lương Hữu Khoát, Trưởng Công an huyện Ba Tri, tỉnh Bến Tre, phát biểu."),
      ])
  }

  @Test func onePostWithTwoHolders() throws {
    try expect(
      ["position-conflict"],
      [
        ("a", "2022-05-10", "Đại tá Lương Hữu Khoát, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
        ("b", "2022-05-10", "Đại tá Tạ Minh Quyết, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
      ])
  }

  @Test func aPostMayChangeHands() throws {
    try expect(
      [],
      [
        ("a", "2022-05-10", "Đại tá Lương Hữu Khoát, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
        ("b", "2023-01-02", "Đại tá Tạ Minh Quyết, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
      ])
  }

  @Test func namesOneLetterApartInOnePost() throws {
    try expect(
      ["person-name-variant"],
      [
        ("a", "2022-05-10", "Đại tá Lê Trung Hiểu, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
        ("b", "2022-07-02", "Đại tá Lê Trung Hiếu, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
      ])
  }

  @Test func aMisspeltNameNeedsNoDate() throws {
    try expect(
      ["person-name-variant"],
      [
        ("a", "", "Đại tá Lê Trung Hiểu, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
        ("b", "", "Đại tá Lê Trung Hiếu, Giám đốc Công an tỉnh Lai Châu, dự lễ."),
      ])
  }

  @Test func spellingsThatAreTasteAreNoMisspelling() throws {
    try expect(
      [],
      [
        ("a", "", "Đại tá Lê Sỹ Hiếu, Giám đốc Công an tỉnh Lai Châu, dự lễ cùng Bộ trưởng Quốc phòng Sergei Shoigu."),
        ("b", "", "Đại tá Lê Sĩ Hiếu, Giám đốc Công an tỉnh Lai Châu, dự lễ cùng Bộ trưởng Quốc phòng Sergey Shoigu."),
      ])
  }

  @Test func papersOfAProvinceAreNotKnownByAShortForm() throws {
    try expect(
      [],
      [
        ("a", "2024-09-27", "Hội nghị sơ kết Nghị quyết số 15 ngày 20/6/2022 của Tỉnh ủy Lai Châu, tỉnh Lai Châu."),
        ("b", "2023-06-02", "Tỉnh quán triệt Nghị quyết 15 ngày 16/3/2022 của Bộ Chính trị về tình hình mới."),
      ])
  }

  @Test func pricesChangeFromDayToDay() throws {
    try expect(
      [],
      [
        ("a", "2022-05-10", "Thượng tá Lương Hữu Khoát cho biết đã bán với giá 12.000 đồng một cân gạo."),
        ("b", "2022-05-11", "Theo Thượng tá Lương Hữu Khoát, đã bán với giá 14.000 đồng một cân gạo."),
      ])
  }

  @Test func oneCountReportedDifferently() throws {
    try expect(
      ["count-conflict"],
      [
        ("a", "2022-05-10", "Thượng tá Lương Hữu Khoát cho biết đã bắt giữ 12 đối tượng trong đường dây cờ bạc."),
        ("b", "2022-05-11", "Theo Thượng tá Lương Hữu Khoát, công an đã bắt giữ 14 đối tượng trong đường dây cờ bạc."),
      ])
  }

  @Test func equalWordsWithoutATieAreNoConflict() throws {
    try expect(
      [],
      [
        ("a", "2022-05-10", "Công an huyện đã bắt giữ 12 đối tượng trong đường dây cờ bạc."),
        ("b", "2022-05-11", "Công an xã đã bắt giữ 14 đối tượng trong đường dây cờ bạc."),
      ])
  }

  @Test func evidenceStandsInBothArticles() throws {
    let folder = try Folder()
    try folder.write("a", "Nghị định số 105/2021/NĐ-CP ngày 4/12/2021 của Chính phủ có năm chương.", published: "2021-12-10")
    try folder.write("b", "Xã làm theo Nghị định số 105/2021/NĐ-CP ngày 14/12/2021 của Chính phủ.", published: "2021-12-20")
    let archive = try folder.open()
    _ = try archive.index()
    let flag = try #require(try archive.openFlags("doc-date-conflict").first)
    let view = try Desk(archive: archive, reviewer: "lan").view(flag: flag, filter: Desk.Filter())
    #expect(Set((view["evidence"]?.array ?? []).compactMap { $0["article"]?.string }) == ["a", "b"])
    #expect(view["flag"]?["details"]?["here"] == "2021-12-14")
    // An answer about both articles outlives a rebuild.
    var answer = Answer(action: .accept)
    answer.flag = flag
    answer.mention = view["focus"]?["mention"]?.string
    _ = try Desk(archive: archive, reviewer: "lan").save(answer)
    try archive.close()
    #expect(try folder.rebuilt().archive.openFlags("doc-date-conflict").isEmpty)
  }
}
