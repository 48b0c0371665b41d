import Glibc
import Ingestion

/// The files of the checkout that tests read, found by the place of this file.
public enum Checkout {
  public static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// What stands beside the checkout on machines where trich is developed; nil elsewhere.
  public static let shared: String? = {
    let path = "\(root)/../shared"
    return access("\(path)/gold/gold.jsonl", R_OK) == 0 ? path : nil
  }()

  public static func text(_ path: String) throws -> String {
    guard let text = TextFile.contents("\(root)/\(path)") else { throw MissingFile(path: path) }
    return text
  }

  /// The texts below `corpus/articles`: the path below that folder without its extension, and the text.
  public static var articles: [(id: String, text: String)] {
    InputList.files(below: "\(root)/corpus/articles", withExtension: "txt").compactMap { file in
      TextFile.contents(file.path).map { (file.stem, $0) }
    }
  }

  struct MissingFile: Error { let path: String }
}
