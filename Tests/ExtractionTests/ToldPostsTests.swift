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

  @Test func whoIsHandedTheDecisionHoldsThePost() throws {
    let handed = try people(
      "Chủ tịch HĐQT Lò Thị Ban trao quyết định bổ nhiệm giữ chức Phó Giám đốc kiêm Trưởng ban Nhân sự cho ông Vừ A Sử.")
    #expect(handed.map(\.positions) == [["Chủ tịch HĐQT"], ["Phó Giám đốc", "Trưởng ban Nhân sự"]])
    let dismissed = try people("Hội đồng miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với ông Vừ A Sử.")
    #expect(dismissed.map(\.positions) == [[]])
    let moved = try people("Bà Lò Thị Ban thôi làm Bí thư Huyện ủy Mai Sơn, nhận chức Phó Chủ tịch UBND tỉnh Sơn La.")
    #expect(moved.map(\.positions) == [["Phó Chủ tịch UBND tỉnh Sơn La"]])
  }

  @Test func aMonthIsOfTheAppointmentBesideIt() throws {
    let beside = try people("Ông Vừ A Sử được bổ nhiệm làm Giám đốc Sở Y tế hồi tháng 7/2018, sau nhiều năm ở bản.")
    #expect(beside.first?.appointments?.map(\.date) == ["2018-07"])
    let later = try people("Ông Vừ A Sử được bổ nhiệm làm Giám đốc Sở Y tế nhưng sau đó xin từ chức vào tháng 7/2018.")
    #expect(later.first?.appointments?.map(\.date) == [nil])
  }
}
