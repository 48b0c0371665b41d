/// What the lists say of surnames, of words for persons and of places, as a byte for each line: written when the line is first met,
/// so that no field is compared again. Belongs to one thread.
struct NameWords: ~Copyable {
  /// What a surname is besides.
  struct Surname: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let isKnown = Surname(rawValue: 1)
    /// A name that stands last: no surname here.
    static let clan = Surname(rawValue: 2)
    /// An everyday word too.
    static let common = Surname(rawValue: 4)
    /// Of the highlands: it may hold syllables that Vietnamese spelling has not.
    static let highland = Surname(rawValue: 8)
    /// Of no Kinh family.
    static let minority = Surname(rawValue: 16)
  }

  private var surnames = Buffer<Surname>()
  /// What a word for a person announces; `none` for a line not yet met.
  private var triggers = Buffer<NameTrigger>()
  /// Whether a place bears a person's name: 1 it does not, 2 it does.
  private var places = Buffer<UInt8>()

  init(_ lexicon: Lexicon) {
    surnames.fill([], count: lexicon.count(.surname))
    triggers.fill(.none, count: lexicon.count(.honorific))
    places.fill(0, count: lexicon.count(.place))
  }

  @inline(__always)
  mutating func surname(_ item: UInt16, _ lexicon: Lexicon) -> Surname {
    let known = surnames.base[Int(item)]
    return known.isEmpty ? readSurname(item, lexicon) : known
  }

  private mutating func readSurname(_ item: UInt16, _ lexicon: Lexicon) -> Surname {
    let line = lexicon.item(.surname, item)
    var surname = Surname.isKnown
    if line.field2.equals("clan") { surname.insert(.clan) }
    if line.field2.equals("common") { surname.insert(.common) }
    if !line.field1.equals("Kinh") { surname.insert(.highland) }
    if !line.field1.begins(with: "Kinh") { surname.insert(.minority) }
    surnames[Int(item)] = surname
    return surname
  }

  @inline(__always)
  mutating func trigger(_ item: UInt16, _ lexicon: Lexicon) -> NameTrigger {
    let known = triggers.base[Int(item)]
    if known != .none { return known }
    triggers[Int(item)] = NameTrigger(lexicon.item(.honorific, item))
    return triggers[Int(item)]
  }

  /// Whether the place is called after a person.
  @inline(__always)
  mutating func isPerson(_ item: UInt16, _ lexicon: Lexicon) -> Bool {
    if places.base[Int(item)] == 0 { places[Int(item)] = lexicon.item(.place, item).field2.equals("person") ? 2 : 1 }
    return places.base[Int(item)] == 2
  }
}
