/// The spelling rules of a Vietnamese syllable: an onset, a rime, a tone.
///
/// Source: the standard orthography (initials and finals of Quốc ngữ). Rimes ending in c, ch, p, t carry sắc or nặng only.
enum Syllable {
  /// Whether toneless lower-case letters and a tone form a syllable.
  static func isVietnamese(_ letters: [UInt8], tone: UInt8) -> Bool {
    guard letters.count <= 12, let word = String(validating: letters, as: UTF8.self) else { return false }
    if rimes.contains(word) { return fits(word, tone) }
    for length in [1, 2, 3] where length < letters.count {
      guard let onset = String(validating: letters[..<length], as: UTF8.self), onsets.contains(onset),
        let rime = String(validating: letters[length...], as: UTF8.self), rimes.contains(rime)
      else { continue }
      if fits(rime, tone) { return true }
    }
    return false
  }

  private static func fits(_ rime: String, _ tone: UInt8) -> Bool {
    !rime.isEmpty && (!isStopped(rime) || tone == 4 || tone == 5)
  }

  /// Whether the rime ends in c, ch, p or t.
  static func isStopped(_ rime: String) -> Bool {
    guard let last = rime.utf8.last else { return false }
    return last == UInt8(ascii: "c") || last == UInt8(ascii: "p") || last == UInt8(ascii: "t") || rime.hasSuffix("ch")
  }

  static let onsets: Set<String> = words(
    """
    b c d đ g h k l m n p q r s t v x ch gh gi kh ng nh ph qu th tr ngh
    """)

  static let rimes: Set<String> = words(
    """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ooc oong
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ uơn
    up ut uy uya uych uyên uyêt uynh uyt uyu uyn uao ue uen uet ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ư
    y yêm yên yêng yêt yêu ynh yt êng oăp uynh yn iê uôp
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
