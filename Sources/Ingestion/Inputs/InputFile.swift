import Glibc

/// A file that may hold an article, or many.
///
/// A run may have a hundred thousand of them: what can be told from the path is not kept.
public struct InputFile: Sendable, Equatable {
  /// The folder given; nil for a file that was named itself.
  let root: String?
  /// Below the root, or the whole path as named.
  let name: String
  /// The size in bytes at the time of listing; 0 for what is no regular file.
  public let size: Int
  let form: InputForm
  /// How the file system spells the path when that is no UTF-8.
  var storedPath: [UInt8]?
  /// Set when another input of the run has the id that the path gives.
  var givenID: String?

  /// What a person finds it by.
  public var path: String { root.map { "\($0)/\(name)" } ?? name }

  /// The path below the folder given; a single file's name.
  public var relativePath: String { root == nil ? PathName.lastComponent(name) : name }

  /// The record's id: the relative path without its extension, unless another input of the run has that.
  public var id: String { givenID ?? String(PathName(relativePath).stem) }

  func open() -> Result<InputStream, InputProblem> { InputStream.open(storedPath ?? Array(path.utf8)) }
}

/// The part of a path before and after the last full stop of its last component.
struct PathName {
  let stem: Substring
  /// Lower-case, without the full stop; empty when there is none.
  let fileExtension: String

  init(_ path: String) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      stem = path[...]
      fileExtension = ""
      return
    }
    stem = path[..<dot]
    fileExtension = path[path.index(after: dot)...].lowercased()
  }

  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
