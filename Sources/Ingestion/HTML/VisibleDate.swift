/// The line of a page that tells when it was published: `Thứ Tư, 24/04/2019 | 15:51 (GMT+7)`, `Ngày 24 tháng 4 năm 2019`.
enum VisibleDate {
  /// Longer lines are sentences that hold a date.
  static let longestLine = 120

  /// The time in `2019-04-24T15:51`, when the line is little more than one date with its year. The site's clock (`Hôm nay, …`) is none.
  static func read(_ line: String) -> String? {
    guard line.utf8.count <= longestLine, !line.lowercased().contains("hôm nay") else { return nil }
    let numbers = numbers(line)
    for index in numbers.indices.dropLast(2) {
      guard var stamp = date(numbers, index) else { continue }
      let others = numbers.indices.filter { !(index...index + 2).contains($0) }
      for other in others.dropLast() where numbers[other].next == ":" || numbers[other].next == "h" || numbers[other].next == " giờ " {
        if other + 1 < numbers.count, !(index...index + 2).contains(other + 1) {
          stamp.setClock(hour: numbers[other].value, minute: numbers[other + 1].value)
          break
        }
      }
      return words(line) <= 10 ? stamp.text : nil
    }
    return nil
  }

  private static func date(_ numbers: [(value: Int, next: String)], _ index: Int) -> Stamp? {
    let (first, second, third) = (numbers[index], numbers[index + 1], numbers[index + 2])
    let isNumeric = first.next == second.next && ["/", "-", "."].contains(first.next)
    let isWritten = first.next == " tháng " && [" năm ", ", năm ", "/"].contains(second.next)
    guard isNumeric || isWritten else { return nil }
    return first.value > 1900
      ? Stamp(first.value, second.value, third.value, used: 3) : Stamp(third.value, second.value, first.value, used: 3)
  }

  /// The numbers of a line, each with what stands between it and the next.
  private static func numbers(_ line: String) -> [(value: Int, next: String)] {
    var numbers: [(value: Int, next: String)] = []
    var rest = line[...]
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      if !numbers.isEmpty { numbers[numbers.count - 1].next = rest[..<start].lowercased() }
      rest = rest[start...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      numbers.append((Int(digits) ?? 0, ""))
      rest = rest[digits.endIndex...]
    }
    return numbers
  }

  private static func words(_ line: String) -> Int {
    line.split { !$0.isLetter }.count
  }
}
