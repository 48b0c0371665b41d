/// The year of the one Tết that an article names: its days from November on to the last of April are those around it.
///
///     Ngôi nhà xong trước Tết Nguyên đán Kỷ Hợi. … Đêm 14/3, taluy sạt xuống
struct TetYear {
  private var year: Int16 = 0

  /// Nil when the article names no Tết with its year, or two, or a later year than that.
  init?(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, newestYear: Int16) {
    for index in text.mentions(.date) {
      guard case .date(let date) = mentions[index].value, date.isLunar, date.start.month == 0, date.start.year >= 2000,
        TetYear.isTet(text, Int(mentions[index].firstToken))
      else { continue }
      guard year == 0 || year == date.start.year else { return nil }
      year = date.start.year
    }
    if year == 0 || newestYear > year { return nil }
  }

  /// `Tết`, `đầu xuân`; not `năm Kỷ Hợi`.
  private static func isTet(_ text: TokenizedText, _ first: Int) -> Bool {
    (first...first + 1).contains { text.isKeyword($0, .lunarNewYear) || text.isKeyword($0, .spring) }
  }

  /// Nil for a day of the months far from Tết, and for one that would lie before the last day of the past.
  func year(of moment: Moment, after writing: WritingTime) -> Int16? {
    guard moment.isDay, moment.month != 0, moment.isPossible, !(5...10).contains(moment.month) else { return nil }
    let year = moment.month < 5 ? year : year - 1
    return writing.isPastOver(WritingTime.number(moment, year: year)) ? year : nil
  }
}
