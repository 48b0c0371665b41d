/// What the first field of a list's lines says.
protocol LineKind: BitwiseCopyable, Equatable {
  static var list: LexiconClass { get }
  /// Not yet asked for.
  static var unknown: Self { get }
  init(_ item: LexiconItem)
}

/// The kinds of all lines of a list, as a byte for each: written when the line is first met, so that neither the line nor its fields need
/// be fetched again. Belongs to one thread.
struct LineKinds<Kind: LineKind>: ~Copyable {
  private var kinds = Buffer<Kind>()

  init(_ lexicon: Lexicon) { kinds.fill(.unknown, count: lexicon.count(Kind.list)) }

  @inline(__always)
  mutating func kind(_ item: UInt16, _ lexicon: Lexicon) -> Kind {
    let known = kinds.base[Int(item)]
    return known == .unknown ? read(item, lexicon) : known
  }

  private mutating func read(_ item: UInt16, _ lexicon: Lexicon) -> Kind {
    kinds[Int(item)] = Kind(lexicon.item(Kind.list, item))
    return kinds[Int(item)]
  }
}

/// Those of the lists that are asked most.
struct ListKinds: ~Copyable {
  var units: LineKinds<UnitKind>
  var bodies: LineKinds<BodyKind>
  var placeHeads: LineKinds<PlaceHeadKind>

  init(_ lexicon: Lexicon) {
    units = LineKinds(lexicon)
    bodies = LineKinds(lexicon)
    placeHeads = LineKinds(lexicon)
  }
}

/// What the list says that a body is.
enum BodyKind: UInt8, LineKind {
  case unknown
  /// `UBND`
  case abbreviation
  /// A part of a body: `phòng`, `đội`.
  case unit
  /// What signs documents.
  case issuer
  case other

  static let list = LexiconClass.body

  init(_ item: LexiconItem) {
    let name = item.field1
    self = name.equals("abbreviation") ? .abbreviation : name.equals("unit") ? .unit : name.equals("issuer") ? .issuer : .other
  }
}

/// What the list says of a word that a place's or a thing's name follows.
enum PlaceHeadKind: UInt8, LineKind {
  case unknown
  /// `tỉnh`, `xã`
  case admin
  /// `đường`, `trường`: it may bear a person's name.
  case named
  case other

  static let list = LexiconClass.placeHead

  init(_ item: LexiconItem) {
    let name = item.field1
    self = name.equals("admin") ? .admin : name.equals("named") ? .named : .other
  }
}
