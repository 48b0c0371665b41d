/// What the list says that a unit is.
enum UnitKind: UInt8, LineKind {
  case unknown
  /// No unit, though it looks like one.
  case nothing
  case money, measure, percent, people, body, place, thing, event, document, classifier, sort, other

  static let list = LexiconClass.unit

  init(_ item: LexiconItem) {
    let name = item.field1
    self = UnitKind.names.first { name.equals($0.name) }?.kind ?? .other
  }

  private static let names: [(name: StaticString, kind: UnitKind)] = [
    ("none", .nothing), ("money", .money), ("measure", .measure), ("percent", .percent), ("people", .people), ("body", .body),
    ("place", .place), ("thing", .thing), ("event", .event), ("document", .document), ("classifier", .classifier), ("sort", .sort),
  ]
}
