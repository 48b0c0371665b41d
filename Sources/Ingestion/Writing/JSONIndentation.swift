/// Lays JSON out over lines, two blanks a level; short lists and objects stay on one line.
public enum JSONIndentation {
  private static let longestLine = 100

  /// - Parameter json: JSON without white space between its parts, one value a line.
  public static func indented(_ json: UnsafeRawBufferPointer) -> String {
    var layout = Layout(json: json)
    while layout.index < json.count {
      if json[layout.index] == UInt8(ascii: "\n") { layout.index += 1 } else { layout.writeValue(level: 0) }
      if layout.out.last != UInt8(ascii: "\n") { layout.out.append(UInt8(ascii: "\n")) }
    }
    return String(decoding: layout.out, as: UTF8.self)
  }

  private struct Layout {
    let json: UnsafeRawBufferPointer
    var index = 0
    var out: [UInt8] = []

    mutating func writeValue(level: Int) {
      let end = endOfValue(index)
      let opens = json[index] == UInt8(ascii: "{") || json[index] == UInt8(ascii: "[")
      guard opens, level == 0 || level * 2 + end - index > JSONIndentation.longestLine else {
        out.append(contentsOf: json[index..<end])
        index = end
        return
      }
      writeParts(level: level + 1)
    }

    private mutating func writeParts(level: Int) {
      take()
      while index < json.count, json[index] != UInt8(ascii: "}"), json[index] != UInt8(ascii: "]") {
        breakLine(level)
        if json[index] == UInt8(ascii: "\"") {
          // A key with its colon, or a string of a list.
          let end = endOfValue(index)
          out.append(contentsOf: json[index..<end])
          index = end
          if index < json.count, json[index] == UInt8(ascii: ":") {
            take()
            out.append(UInt8(ascii: " "))
            writeValue(level: level)
          }
        } else {
          writeValue(level: level)
        }
        if index < json.count, json[index] == UInt8(ascii: ",") { take() }
      }
      breakLine(level - 1)
      if index < json.count { take() }
    }

    private mutating func take() {
      out.append(json[index])
      index += 1
    }

    private mutating func breakLine(_ level: Int) {
      out.append(UInt8(ascii: "\n"))
      out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }

    private func endOfValue(_ start: Int) -> Int {
      var index = start
      var depth = 0
      while index < json.count {
        switch json[index] {
        case UInt8(ascii: "\""): index = endOfString(index)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          index += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return index }
          depth -= 1
          index += 1
        case UInt8(ascii: ","), UInt8(ascii: "\n"):
          if depth == 0 { return index }
          index += 1
        default: index += 1
        }
        if depth == 0, json[start] == UInt8(ascii: "\"") || json[start] == UInt8(ascii: "{") || json[start] == UInt8(ascii: "[") {
          return index
        }
      }
      return index
    }

    private func endOfString(_ start: Int) -> Int {
      var index = start + 1
      while index < json.count, json[index] != UInt8(ascii: "\"") { index += json[index] == UInt8(ascii: "\\") ? 2 : 1 }
      return min(index + 1, json.count)
    }
  }
}
