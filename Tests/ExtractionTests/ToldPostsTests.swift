import Testing

@testable import Extraction

/// What a sentence tells of a person's posts stands among people, not at the mention.
@Suite struct ToldPostsTests {
  private func people(_ text: String) throws -> [Person] { try Extractor().record(of: text).people }

  @Test func appointmentsHaveTheirDay() throws {
    let named = try people("Sáng 5/3/2024, Bộ Công an công bố quyết định bổ nhiệm Đại tá Lê Văn Sung làm Giám đốc Công an tỉnh Hà Giang.")
    #expect(named.map(\.positions) == [["Giám đốc Công an tỉnh Hà Giang"]])
    #expect(named.first?.appointments?.map(\.date) == ["2024-03-05"])
    let held = try people("Thiếu tá Lò Thị Pản giữ chức vụ Trưởng Công an xã Mường Và từ ngày 1/8/2023.")
    #expect(held.first?.appointments?.map(\.position) == ["Trưởng Công an xã Mường Và"])
    #expect(held.first?.appointments?.map(\.date) == ["2023-08-01"])
  }

  @Test func aListOfPostsIsOnePersons() throws {
    let chosen = try people("Đồng chí Lý Thị Cầm được bầu giữ chức Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026.")
    #expect(chosen.map(\.positions) == [["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]])
  }

  @Test func whatSomebodyIsIsNoAppointment() throws {
    let person = try people("Bà Trần Thị Tư hiện là Phó Chủ tịch UBND huyện Đức Hòa.").first
    #expect(person?.positions == ["Phó Chủ tịch UBND huyện Đức Hòa"])
    #expect(person?.appointments == nil)
  }

  @Test func thePostIsTheRightPersons() throws {
    let handed = try people("Thượng tá Hồ Văn Khâm trao quyết định cho Thiếu tá Lò Thị Pản giữ chức Trưởng Công an xã Mường Và.")
    #expect(handed.map(\.positions) == [[], ["Trưởng Công an xã Mường Và"]])
    for text in ["Ông Phan Văn Dục thôi giữ chức Chủ tịch UBND xã Tân Lập.", "Ông Vũ Văn Năm không phải là Bí thư Huyện ủy Mai Sơn."] {
      #expect(try people(text).map(\.positions) == [[]])
    }
  }
}
