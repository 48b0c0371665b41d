/// What a token is; `trich tokens` prints the raw name.
///
/// The first three are made of letters: `isWordLike` goes by their place.
enum TokenKind: UInt8, BitwiseCopyable {
  /// Letters of any script, with combining marks: a Vietnamese syllable or a foreign word.
  case word
  /// Letters joined by full stops: `TP.HCM`, `N.V.A`, `GS.TS`.
  case abbreviation
  /// Letters and digits: `PC02`, `K3`, `m2`.
  case code
  /// A run that begins with a digit: `86/86`, `1.234,5`, `27/9/2024`, `15h30`.
  case number
  /// A document number with its symbol: `223/KH-BCA-V05`.
  case symbol
  /// An address of the web or of a mailbox.
  case link
  /// A tag of HTML left in the text: `<b>`.
  case markup
  case comma, period, colon, semicolon, dash, slash, question, exclamation, ellipsis
  case openParenthesis, closeParenthesis, openQuote, closeQuote, quote
  case percent, other
}

/// The white space before a token.
enum Gap: UInt8, BitwiseCopyable, Comparable {
  case none, space, line, paragraph
  static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  /// As it stands in a token's bits.
  @inline(__always) var bits: UInt64 { UInt64(rawValue) << 56 }
}

/// The letter case of a word.
enum Shape: UInt8, BitwiseCopyable {
  /// No letter at all.
  case none
  /// `công`
  case lower
  /// `Công`, and one capital letter alone: `Y`.
  case capital
  /// `CÔNG`, two letters or more.
  case upper
  /// `iPhone`, `McDonald`
  case mixed
}

/// A piece of the text, 16 bytes.
///
/// Memory of the tokens of `ngày 27/9, Công an`:
///
///     start end  word lexeme kind   gap    shape
///     0     5    #17  "ngày" word   none   lower
///     6     10   0    2      number space  none     word: first part in `parts`, lexeme: how many
///     10    11   0    ','    comma  none   none
///     12    17   #3   "công" word   space  capital
///     18    20   #9   "an"   word   space  lower
struct Token: BitwiseCopyable {
  /// Byte offset of the first byte.
  var start: UInt32
  /// Byte offset after the last byte.
  var end: UInt32
  /// From the lowest: 32 bits of word, 16 of lexeme, 8 of kind, 2 of gap, 3 of shape.
  var bits: UInt64

  @inline(__always)
  init(start: Int, end: Int, bits: UInt64) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.bits = bits
  }

  @inline(__always)
  static func bits(kind: TokenKind, word: UInt32, lexeme: UInt16, shape: Shape) -> UInt64 {
    UInt64(word) | UInt64(lexeme) << 32 | UInt64(kind.rawValue) << 48 | UInt64(shape.rawValue) << 58
  }

  /// Words: the index of the surface in the `WordTable`. Numbers: the index of the first part.
  @inline(__always) var word: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// Words: the folded word's id in the lexicon, 0 when unknown. Numbers: the number of parts.
  @inline(__always) var lexeme: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }
  // The cases of the three are numbered from 0: the raw value is the value itself, and a look at it costs nothing.
  @inline(__always) var kind: TokenKind { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 48), to: TokenKind.self) }
  @inline(__always) var gap: Gap { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 56) & 3, to: Gap.self) }
  @inline(__always) var shape: Shape { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 58), to: Shape.self) }
  @inline(__always) var isWord: Bool { kind == .word }
  @inline(__always) var isCapitalized: Bool { kind == .word && bits >> 58 >= UInt64(Shape.capital.rawValue) }
}

/// One digit run of a number token, with the separator before it.
struct NumberPart: BitwiseCopyable {
  /// Byte offset of the first digit.
  var start: UInt32
  /// How many digits; 255 stands for 255 or more.
  var digits: UInt8
  /// The ASCII character before the digits inside the token (`/`, `-` for every dash, `.`, `,`, `:`, `h`), 0 for the first part.
  var separator: UInt8
  /// The digits' value; `UInt64.max` when it does not fit.
  var value: UInt64
}

extension Token {
  /// Whether the token is this word, in any case and tone placement: one comparison of lexeme and kind, which is 0 for words.
  @inline(__always)
  func isKeyword(_ keyword: Keyword) -> Bool { UInt32(truncatingIfNeeded: bits >> 32) & 0xFF_FFFF == UInt32(keyword.lexeme) }
}
