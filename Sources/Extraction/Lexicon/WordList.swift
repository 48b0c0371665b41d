import Words

/// One list of words: its name and its bytes, which live as long as the program.
public struct WordList: @unchecked Sendable {
  public let name: String
  /// A line end and more bytes that may be read stand behind them.
  let bytes: UnsafeBufferPointer<UInt8>

  private static let padding = Int(TRICH_WORDS_PADDING)

  /// The lists built into the program.
  static let embedded: [WordList] = {
    var lists: [WordList] = []
    guard var list = trich_word_lists() else { return [] }
    while let name = list.pointee.name {
      lists.append(
        WordList(
          name: String(cString: name),
          bytes: UnsafeBufferPointer(start: list.pointee.bytes, count: list.pointee.length)))
      list += 1
    }
    return lists
  }()

  /// A list of the user's, copied for the life of the program.
  public init(name: String, contents: [UInt8]) {
    self.name = name
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: contents.count + WordList.padding)
    copy.initialize(repeating: 0, count: contents.count + WordList.padding)
    copy.update(from: contents, count: contents.count)
    copy[contents.count] = 0x0A
    bytes = UnsafeBufferPointer(start: copy, count: contents.count)
  }

  private init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
  }

  /// Each line with its number, from 1; comments and empty lines are left out.
  @inline(__always)
  func forEachLine(_ body: (LexiconItem, Int) throws(WordListProblem) -> Void) throws(WordListProblem) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    var number = 0
    while start < bytes.count {
      let (item, end) = LexiconItem.read(base + start)
      if end > 0, base[start] != UInt8(ascii: "#") { try body(item, number + 1) }
      start += end + 1
      number += 1
    }
  }
}

/// A list that the program cannot take.
public struct WordListProblem: Error, Equatable {
  public enum Reason: Sendable, Equatable {
    /// More lines of all lists of one name together than can be numbered.
    case lines
    /// More different words of all lists together.
    case words
    /// A column that must hold something.
    case empty
    case noNumber(String, ClosedRange<Int>)
    /// None of the words that a column may hold.
    case unknown(String, [String])
  }

  /// The list's name.
  public let list: String
  /// The first line that does not fit, from 1.
  public let line: Int
  /// Where in the line, in scalars, from 1.
  public let column: Int
  public let reason: Reason
  /// The most lines of one name, and the most distinct words.
  public static let most = Int(UInt16.max)

  init(list: String, line: Int, column: Int = 1, reason: Reason) {
    (self.list, self.line, self.column, self.reason) = (list, line, column, reason)
  }

  /// What is wrong, for people.
  public var message: String {
    switch reason {
    case .lines: "more than \(WordListProblem.most) lines in the lists of this name"
    case .words: "more than \(WordListProblem.most) different words in all lists together"
    case .empty: "a column is missing; the head of the program's own \(list).tsv tells the columns"
    case .noNumber(let field, let range): "“\(field)” is no number from \(range.lowerBound) to \(range.upperBound)"
    case .unknown(let field, let words): "“\(field)” cannot stand here; \(words.joined(separator: ", ")) can"
    }
  }
}
