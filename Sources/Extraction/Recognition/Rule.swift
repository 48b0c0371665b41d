/// Which shape made a mention. The raw name stands in the record's `rule` and in `confidence.tsv`.
enum Rule: UInt8, CaseIterable, BitwiseCopyable {
  case dateFull, dateDayMonth, dateDayWords, dateMonth, dateYear, dateQuarter, dateHalf, dateInterval, datePeriod
  case dateList, dateLunar, dateDecade
  case rankWord, rankPlain
  case nameTitled, nameFull, nameListed, nameByline, nameKnown, nameShort, nameForeign, nameMinority, nameInitials
  case countNumber, countRatio, countRange, countPercent, countMoney, countMeasure, countWords
  case decreeSymbol, decreeNumber, decreeLaw, decreeBare, decreeHead, decreeList
  case durationNumber, durationWords
  case positionOffice

  /// The kind whose name the rule's begins with.
  var kind: MentionKind { MentionKind.allCases.first { "\(name)".hasPrefix("\($0.rawValue).") } ?? .position }

  /// A set of rules is the sum of these.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  /// The rule's name in the record: the kind, a full stop, the shape.
  var name: StaticString {
    switch self {
    case .dateFull: "date.day-month-year"
    case .dateDayMonth: "date.day-month"
    case .dateDayWords: "date.words"
    case .dateMonth: "date.month"
    case .dateYear: "date.year"
    case .dateQuarter: "date.quarter"
    case .dateHalf: "date.half-year"
    case .dateInterval: "date.interval"
    case .datePeriod: "date.period"
    case .dateList: "date.list"
    case .dateLunar: "date.lunar"
    case .dateDecade: "date.decade"
    case .rankWord: "rank.word"
    case .rankPlain: "rank.lower-case"
    case .nameTitled: "name.titled"
    case .nameFull: "name.full"
    case .nameListed: "name.listed"
    case .nameByline: "name.byline"
    case .nameKnown: "name.known"
    case .nameShort: "name.short"
    case .nameForeign: "name.foreign"
    case .nameMinority: "name.minority"
    case .nameInitials: "name.initials"
    case .countNumber: "count.number"
    case .countRatio: "count.ratio"
    case .countRange: "count.range"
    case .countPercent: "count.percent"
    case .countMoney: "count.money"
    case .countMeasure: "count.measure"
    case .countWords: "count.words"
    case .decreeSymbol: "decree.symbol"
    case .decreeNumber: "decree.number"
    case .decreeLaw: "decree.law"
    case .decreeBare: "decree.bare"
    case .decreeHead: "decree.head"
    case .decreeList: "decree.list"
    case .durationNumber: "duration.number"
    case .durationWords: "duration.words"
    case .positionOffice: "position.office"
    }
  }
}
