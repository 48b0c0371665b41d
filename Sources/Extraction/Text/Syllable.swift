/// The spelling rules of a Vietnamese syllable: an onset, a rime, a tone.
///
/// Source: the standard orthography (initials and finals of Quốc ngữ). Rimes ending in c, ch, p, t carry sắc or nặng only.
/// Onsets and rimes are at most eight bytes of UTF-8 and are looked up as one number.
enum Syllable {
  /// Whether toneless lower-case letters and a tone form a syllable.
  static func isVietnamese(_ letters: UnsafeBufferPointer<UInt8>, tone: UInt8) -> Bool {
    guard letters.count >= 1, letters.count <= 11 else { return false }
    // Asked for once: a lazy value asks each time whether it has been made.
    let (onsets, rimes) = (onsets, rimes)
    if isRime(letters, 0, tone, of: rimes) { return true }
    for length in 1...3 where length < letters.count {
      if onsets.contains(pack(letters, 0, length)), isRime(letters, length, tone, of: rimes) { return true }
    }
    return false
  }

  private static func isRime(_ letters: UnsafeBufferPointer<UInt8>, _ start: Int, _ tone: UInt8, of rimes: PackedSet) -> Bool {
    guard letters.count - start <= 8, rimes.contains(pack(letters, start, letters.count)) else { return false }
    switch letters[letters.count - 1] {
    case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): return tone == 4 || tone == 5
    case UInt8(ascii: "h") where letters.count >= 2 && letters[letters.count - 2] == UInt8(ascii: "c"): return tone == 4 || tone == 5
    default: return true
    }
  }

  private static func pack(_ letters: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in start..<end { value = value << 8 | UInt64(letters[index]) }
    return value
  }

  private static let onsets = PackedSet(onsetList)
  private static let rimes = PackedSet(rimeList)

  static let onsetList: StaticString =
    """
    b c d đ g h k l m n p q r s t v x ch gh gi kh ng nh ph qu th tr ngh
    """

  static let rimeList: StaticString =
    """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ooc oong
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ uơn
    up ut uy uya uych uyên uyêt uynh uyt uyu uyn uao ue uen uet ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ư
    y yêm yên yêng yêt yêu ynh yt êng oăp yn iê uôp
    """
}

/// A set of some hundred short words as numbers other than 0: open addressing. Lives as long as the program.
struct PackedSet: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<UInt64>
  private static let mask: UInt64 = 1023

  init(_ list: StaticString) {
    slots = .allocate(capacity: Int(PackedSet.mask) + 1)
    slots.initialize(repeating: 0, count: Int(PackedSet.mask) + 1)
    var value: UInt64 = 0
    for index in 0...list.utf8CodeUnitCount {
      let byte = index < list.utf8CodeUnitCount ? list.utf8Start[index] : 0x20
      if byte > 0x20 {
        value = value << 8 | UInt64(byte)
      } else if value != 0 {
        insert(value)
        value = 0
      }
    }
  }

  init(_ values: [UInt64]) {
    self.init("")
    for value in values { insert(value) }
  }

  private func insert(_ value: UInt64) {
    var slot = PackedSet.slot(value)
    while slots[slot] != 0, slots[slot] != value { slot = (slot + 1) & Int(PackedSet.mask) }
    slots[slot] = value
  }

  func contains(_ value: UInt64) -> Bool {
    var slot = PackedSet.slot(value)
    while slots[slot] != 0 {
      if slots[slot] == value { return true }
      slot = (slot + 1) & Int(PackedSet.mask)
    }
    return false
  }

  private static func slot(_ value: UInt64) -> Int { Int((value &* 0x9E37_79B9_7F4A_7C15) >> 54) }
}
