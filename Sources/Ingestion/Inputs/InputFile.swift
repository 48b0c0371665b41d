/// A file that may hold an article.
public struct InputFile: Sendable, Equatable {
  /// How to open it.
  public var path: String
  /// The path below the folder given; a single file's name.
  public var relativePath: String
  /// The record's id: the relative path without its extension, unless another input of the run has that.
  public var id: String
  /// The size in bytes at the time of listing; 0 for what is no regular file.
  public var size: Int
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
}
