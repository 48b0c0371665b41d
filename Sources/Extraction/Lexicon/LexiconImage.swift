import Words

/// The finished tables of the program's lexicon as bytes, used where they stand.
///
/// Building them takes half of a start. `trich seal` writes them into the program that has just been linked: they come from the very
/// lists and the very code that read them, so they cannot be stale. A program that is not sealed builds them each time.
///
///     length of all, 0 when there is none
///     for each table: its count, in 64 bytes; its elements, filled up to 64 bytes
public enum LexiconImage {
  private static let alignment = 64

  /// What was sealed into the program.
  static var sealed: Lexicon? { lexicon(in: UnsafeRawBufferPointer(start: trich_lexicon_start(), count: Int(TRICH_LEXICON_ROOM))) }

  /// The tables of the program's lists; nil when they do not fit into the room that the program has for them.
  public static func bytes() -> [UInt8]? {
    let bytes = bytes(of: .standard)
    return bytes.count <= Int(TRICH_LEXICON_ROOM) ? bytes : nil
  }

  /// Where they belong in the program's file, in bytes.
  public static var place: Int { Int(trich_lexicon_place()) }

  static func bytes(of lexicon: Lexicon) -> [UInt8] {
    var image = Writer()
    lexicon.tables.pointee.lexemes.write(to: &image)
    lexicon.tables.pointee.tree.write(to: &image)
    for wordClass in LexiconClass.allCases { image.add(lexicon.tables.pointee.items[Int(wordClass.rawValue)].view) }
    return image.finished
  }

  /// - Parameter image: at 64 bytes, for the life of the program.
  static func lexicon(in image: UnsafeRawBufferPointer) -> Lexicon? {
    guard image.load(as: Int.self) > 0, var reader = Reader(image) else { return nil }
    let lexemes = LexemeTable(&reader)
    let tree = PhraseTree(&reader)
    let items = UnsafeMutablePointer<Buffer<LexiconItem>>.allocate(capacity: LexiconClass.allCases.count)
    for number in LexiconClass.allCases.indices { (items + number).initialize(to: reader.nextBuffer()) }
    let tables = UnsafeMutablePointer<Lexicon.Tables>.allocate(capacity: 1)
    tables.initialize(to: Lexicon.Tables(lexemes: lexemes, tree: tree, items: items))
    return Lexicon(tables)
  }

  struct Writer {
    private var bytes = [UInt8](repeating: 0, count: alignment)

    mutating func add<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) {
      withUnsafeBytes(of: elements.count) { bytes += $0 }
      fill()
      bytes += UnsafeRawBufferPointer(elements)
      fill()
    }

    mutating func add(_ number: Int) { withUnsafePointer(to: number) { add(UnsafeBufferPointer(start: $0, count: 1)) } }

    private mutating func fill() { bytes += [UInt8](repeating: 0, count: -bytes.count & (alignment - 1)) }

    /// All of it, with its length before it.
    var finished: [UInt8] { withUnsafeBytes(of: bytes.count) { Array($0) + bytes[$0.count...] } }
  }

  struct Reader {
    private var rest: UnsafeRawPointer

    init?(_ image: UnsafeRawBufferPointer) {
      guard let start = image.baseAddress else { return nil }
      rest = start + alignment
    }

    /// The next table: not to be changed.
    mutating func next<Element: BitwiseCopyable>() -> (base: UnsafeMutablePointer<Element>, count: Int) {
      let count = rest.load(as: Int.self)
      let elements = UnsafeMutableRawPointer(mutating: rest + alignment).assumingMemoryBound(to: Element.self)
      let length = count * MemoryLayout<Element>.stride
      rest += alignment + (length + alignment - 1) & ~(alignment - 1)
      return (elements, count)
    }

    mutating func nextBuffer<Element>() -> Buffer<Element> {
      let (base, count) = next() as (UnsafeMutablePointer<Element>, Int)
      return Buffer(standing: base, count: count)
    }

    mutating func nextNumber() -> Int { (next() as (UnsafeMutablePointer<Int>, Int)).0.pointee }
  }
}
