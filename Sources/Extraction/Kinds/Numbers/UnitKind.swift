/// What the list says that a unit is.
enum UnitKind: UInt8, BitwiseCopyable {
  /// Not yet asked for.
  case unknown
  /// No unit, though it looks like one.
  case nothing
  case money, measure, percent, people, body, place, thing, event, document, classifier, sort, other

  init(_ item: LexiconItem) {
    let name = item.field1
    self = UnitKind.names.first { name.equals($0.name) }?.kind ?? .other
  }

  private static let names: [(name: StaticString, kind: UnitKind)] = [
    ("none", .nothing), ("money", .money), ("measure", .measure), ("percent", .percent), ("people", .people), ("body", .body),
    ("place", .place), ("thing", .thing), ("event", .event), ("document", .document), ("classifier", .classifier), ("sort", .sort),
  ]
}

/// The kinds of all units, as a byte for each line of the list: written when the line is first met, so that neither the line nor its
/// fields need be fetched again. Belongs to one thread.
struct UnitKinds: ~Copyable {
  private var kinds = Buffer<UnitKind>()

  init(_ lexicon: Lexicon) { kinds.fill(.unknown, count: lexicon.count(.unit)) }

  @inline(__always)
  mutating func kind(_ item: UInt16, _ lexicon: Lexicon) -> UnitKind {
    let known = kinds.base[Int(item)]
    return known == .unknown ? read(item, lexicon) : known
  }

  private mutating func read(_ item: UInt16, _ lexicon: Lexicon) -> UnitKind {
    kinds[Int(item)] = UnitKind(lexicon.item(.unit, item))
    return kinds[Int(item)]
  }
}
