import Testing

@testable import Extraction

/// Names that mean the same person, and what a person's posts are.
@Suite struct PeopleTests {
  private func people(_ text: String) throws -> [Person] { try Extractor().record(of: text).people }

  @Test(arguments: [
    ("Ông Nguyễn Danh Thắng đến. Ông Danh Thắng cười.", ["Nguyễn Danh Thắng"]),
    ("Em N.C. D. (10 tuổi) khóc. Bà nội thương D. lắm.", ["N.C. D."]),
    ("Ông Kim Jong-un vẫy tay. Theo phiên dịch, ông Kim nói ít.", ["Kim Jong-un"]),
    ("Ông Lê Văn Minh và ông Lê Minh là hai anh em.", ["Lê Văn Minh", "Lê Minh"]),
    ("Ông Kim Jong-un gặp bà Kim Yo-jong. Ông Kim nói ít.", ["Kim Jong-un", "Kim Yo-jong", "Kim"]),
  ]) func shortFormsAreOnePerson(_ text: String, _ names: [String]) throws {
    #expect(try people(text).map(\.name) == names)
  }

  @Test func aPostWithWhichALongerOneBeginsIsNotSaidTwice() throws {
    let person = try people("Tổng thống Pháp Emmanuel Macron đến. Tổng thống Emmanuel Macron phát biểu.").first
    #expect(person?.positions == ["Tổng thống Pháp"])
  }
}
