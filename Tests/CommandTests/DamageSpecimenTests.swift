import Extraction
import Foundation
import Support
import Testing

/// What is extracted from damaged texts, and what is said of the damage.
@Suite struct DamageSpecimenTests {
  private func record(_ name: String) throws -> Record {
    let run = try Program.trich("extract", "\(Checkout.root)/corpus/archive/\(name).txt")
    return try JSONDecoder().decode(Record.self, from: Data(run.output.utf8))
  }

  private func values(_ record: Record) -> [String] {
    record.mentions.map { "\($0.kind) \($0.value ?? $0.title ?? "\($0.number, default: "")")" }
  }

  /// Everything that the undamaged bulletin tells is found in these.
  @Test(arguments: ["doubled-furniture", "soft-hyphens", "short-word-lines", "wrapped-lines", "glued-words"])
  func nothingIsLost(_ name: String) throws {
    #expect(try values(record("damage/\(name)")) == values(record("encodings/utf-8")))
  }

  @Test(arguments: [
    ("glued-words", "text-glued-words", "words are glued together in 4 places: “phốihợpvới”, “tổchức”, “chínhsáchở”"),
    ("lost-letters", "text-letters-lost", "letters are lost in 6 places: “đnh”, “chc”, “đnh”"),
    ("wrapped-lines", "encoding-repaired", "7 line ends within paragraphs were taken out"),
    ("short-word-lines", "encoding-repaired", "9 lines of one word each were joined"),
  ]) func damageIsSaid(_ name: String, _ code: String, _ message: String) throws {
    let flags = try record("damage/\(name)").flags
    #expect(flags.contains { $0.code == code && $0.message == message }, "\(flags)")
  }

  @Test func theUndamagedTextHasNoFlagOfDamage() throws {
    #expect(try record("encodings/utf-8").flags.allSatisfy { !$0.code.hasPrefix("text-") && $0.code != "encoding-repaired" })
  }

  /// Cyrillic `а` and `М`.
  @Test func lookAlikesInNamesAreSaid() throws {
    let record = try record("damage/look-alikes")
    let flagged = record.flags.filter { $0.code == "text-confusable" }.flatMap(\.mentions)
    #expect(record.mentions.filter { flagged.contains($0.id) }.map(\.text) == ["Lê Th\u{430}nh Kỉnh", "Huỳnh \u{41C}ỹ Phượng"])
  }

  @Test func aTabEndsAMention() throws {
    let names = try record("damage/table").mentions.filter { $0.kind == .name || $0.kind == .count }.map(\.text)
    #expect(names.suffix(3) == ["3 căn", "Huỳnh Mỹ Phượng", "Tăng Văn Khuê"])
    let run = try Program.trich("extract", input: "Đơn vị nhận quà năm nay\n\nTân Lập\t12\txã\n")
    #expect(!run.output.contains("\\t"))
  }

  /// The site's name, twice above the title.
  @Test func aLineThatStandsTwiceIsNoTitle() throws {
    let title = try record("damage/doubled-furniture").article.title
    #expect(title == "Bạc Liêu: Trao nhà tình nghĩa cho gia đình chính sách")
  }
}
