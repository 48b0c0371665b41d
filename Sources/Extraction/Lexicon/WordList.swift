import Glibc
import Words

/// One list of words: its name and its bytes, which live as long as the program.
public struct WordList: @unchecked Sendable {
  public let name: String
  let bytes: UnsafeBufferPointer<UInt8>

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
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
    _ = copy.initialize(from: contents)
    bytes = UnsafeBufferPointer(copy)
  }

  private init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
  }

  /// How many line ends there are, and one.
  var lineCount: Int {
    var count = 1
    for byte in bytes { count &+= byte == 0x0A ? 1 : 0 }
    return count
  }

  /// Each line with its number, from 1; comments and empty lines are left out.
  func forEachLine(_ body: (LexiconItem, Int) throws(WordListProblem) -> Void) throws(WordListProblem) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer(base).distance(to: $0) } ?? bytes.count
      if end > start, base[start] != UInt8(ascii: "#") { try body(LexiconItem(line: base + start, count: end - start), number) }
      start = end + 1
      number += 1
    }
  }
}

/// A list that holds more than the program can number.
public struct WordListProblem: Error, Equatable {
  public enum Limit: Sendable {
    /// Lines of all lists of one name together.
    case lines
    /// Different words of all lists together.
    case words
  }

  /// The list's name.
  public let list: String
  /// The first line that does not fit, from 1.
  public let line: Int
  public let limit: Limit
  /// The most lines of one name, and the most distinct words.
  public static let most = Int(UInt16.max)

  /// What is wrong, for people.
  public var message: String {
    switch limit {
    case .lines: "more than \(WordListProblem.most) lines in the lists of this name"
    case .words: "more than \(WordListProblem.most) different words in all lists together"
    }
  }
}
