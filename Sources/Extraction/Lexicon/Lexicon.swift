/// The classes of words, one list each.
enum LexiconClass: UInt8, CaseIterable {
  case rank, honorific, post, body, province, place, unit, decreeType, surname, givenName, foreignName
  case holiday, weekday, monthWord, canChi, numberWord, approximator, misspelling, furniture, organizationWord, stopWord
  case numberLabel, placeHead, nameLabel, predicate, event, law, issuing, quality

  /// The name of the class's list.
  var list: String {
    switch self {
    case .decreeType: "decree-type"
    case .givenName: "given-name"
    case .foreignName: "foreign-name"
    case .monthWord: "month-word"
    case .canChi: "can-chi"
    case .numberWord: "number-word"
    case .organizationWord: "org-word"
    case .stopWord: "stop-word"
    case .numberLabel: "number-label"
    case .placeHead: "place-head"
    case .nameLabel: "name-label"
    default: "\(self)"
    }
  }

  /// The class of a list.
  init?(list: String) {
    guard let number = LexiconClass.lists.firstIndex(of: list) else { return nil }
    self = LexiconClass.allCases[number]
  }

  private static let lists = allCases.map(\.list)

  @inline(__always) var bit: UInt32 { 1 &<< UInt32(rawValue) }
}

/// All word lists, as one tree over lexemes.
///
/// Matching walks the tree along the tokens: no text is compared. The tables are plain memory that lives as long as the
/// program, so that a copy costs nothing and is safe to share between threads.
struct Lexicon: @unchecked Sendable {
  struct Tables: ~Copyable {
    var lexemes: LexemeTable
    var tree: PhraseTree
    /// The lines of each class.
    var items: UnsafeMutablePointer<Buffer<LexiconItem>>
  }

  let tables: UnsafePointer<Tables>

  /// The lists of the program: as they were sealed into it, else built now. They fit: a test adds to them.
  static let standard: Lexicon = {
    if let sealed = LexiconImage.sealed { return sealed }
    do throws(WordListProblem) {
      return try LexiconBuilder.lexicon(of: WordList.embedded)
    } catch {
      return LexiconBuilder.empty
    }
  }()

  init(_ tables: UnsafePointer<Tables>) { self.tables = tables }

  /// The lexeme of a folded word, 0 when no list has it.
  func lexeme(of word: FoldedWord) -> UInt16 { tables.pointee.lexemes[word.digest] }

  /// How many lines the class's list has.
  func count(_ wordClass: LexiconClass) -> Int { tables.pointee.items[Int(wordClass.rawValue)].count }

  @inline(__always)
  func item(_ wordClass: LexiconClass, _ index: UInt16) -> LexiconItem {
    tables.pointee.items[Int(wordClass.rawValue)].base[Int(index)]
  }

  /// The classes with a phrase that begins with the lexeme, as bits.
  @inline(__always)
  func startClasses(_ lexeme: UInt16) -> UInt32 { tables.pointee.tree.root(lexeme).starts }

  /// The classes that list the lexeme as a phrase of its own, as bits.
  @inline(__always)
  func wordClasses(_ lexeme: UInt16) -> UInt32 { tables.pointee.tree.root(lexeme).alone.classes }
}
