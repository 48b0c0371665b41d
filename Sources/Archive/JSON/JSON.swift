/// A JSON value that keeps the order of its members and the digits of its numbers: what goes in comes out.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it was written.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// Reads one value.
  /// - Throws: when the bytes are no JSON.
  public init(parsing text: String) throws {
    var text = text
    self = try text.withUTF8 { try JSON(parsing: $0) }
  }

  init(parsing bytes: UnsafeBufferPointer<UInt8>) throws {
    var scanner = JSONScanner(bytes)
    self = try scanner.takeValue()
    try scanner.expectEnd()
  }

  public init(_ number: Int) { self = .number(String(number)) }
  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  public var array: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The member of an object; setting nil removes it, setting a new key appends it.
  public subscript(key: String) -> JSON? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
      self = .object(members)
    }
  }

  /// The value on one line.
  public var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .null: out.append("null")
    case .bool(let value): out.append(value ? "true" : "false")
    case .number(let digits): out.append(digits)
    case .string(let text): JSONEscapes.append(text, to: &out)
    case .array(let elements):
      out.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(",") }
        element.write(to: &out)
      }
      out.append("]")
    case .object(let members):
      out.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(",") }
        JSONEscapes.append(member.key, to: &out)
        out.append(":")
        member.value.write(to: &out)
      }
      out.append("}")
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSON)...) { self = .object(members.map { Member($0.0, $0.1) }) }
  public init(integerLiteral number: Int) { self.init(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONScanner {
  /// The whole value here as a tree.
  mutating func takeValue() throws -> JSON {
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [JSON.Member] = []
      try forEachMember { key, scanner in members.append(JSON.Member(key.string, try scanner.takeValue())) }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      try forEachElement { scanner in elements.append(try scanner.takeValue()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try takeString().string)
    case UInt8(ascii: "t"):
      try takeWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try takeWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try takeWord("null")
      return .null
    default: return .number(try takeNumber().string)
    }
  }
}
