import Words

/// The grades of the ranks, from the word list of the extractor.
enum Ranks {
  /// 1 (Binh nhì) to 18 (Đại tướng), by the canonical spelling.
  static let grades: [String: Int] = {
    var grades: [String: Int] = [:]
    guard var list = trich_word_lists() else { return grades }
    while let name = list.pointee.name {
      if String(cString: name) == "rank" {
        let text = String(decoding: UnsafeBufferPointer(start: list.pointee.bytes, count: list.pointee.length), as: UTF8.self)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
          let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
          if fields.count >= 3, let grade = Int(fields[2]) { grades[String(fields[1])] = grade }
        }
      }
      list += 1
    }
    return grades
  }()

  /// The rank of a grade, for people to read.
  static func name(of grade: Int) -> String? { grades.filter { $0.value == grade }.keys.min { $0.count < $1.count } }

  static func grade(of slice: JSONSlice) -> Int? { grades[slice.string] }
}
