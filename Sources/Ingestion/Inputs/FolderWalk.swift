import Glibc

/// What the system says of a path.
struct FileStatus {
  let isFolder: Bool
  let isLink: Bool
  let isRegular: Bool
  let size: Int
  /// The same for two paths that lead to one place.
  let identity: [UInt64]

  static func of(_ path: String, followingLink: Bool) -> Result<FileStatus, InputProblem> {
    of(Array(path.utf8), followingLink: followingLink)
  }

  static func of(_ path: [UInt8], followingLink: Bool) -> Result<FileStatus, InputProblem> {
    var status = stat()
    let code = SystemPath.with(path) { followingLink ? stat($0, &status) : lstat($0, &status) }
    guard code == 0 else { return .failure(.unreadable(errno)) }
    let type = status.st_mode & S_IFMT
    return .success(
      FileStatus(
        isFolder: type == S_IFDIR, isLink: type == S_IFLNK, isRegular: type == S_IFREG, size: type == S_IFREG ? Int(status.st_size) : 0,
        identity: [UInt64(status.st_dev), UInt64(status.st_ino)]))
  }
}

extension InputProblem {
  /// Unreadable, in the system's words.
  static func unreadable(_ code: Int32) -> InputProblem { InputProblem(.unreadable, detail: String(cString: strerror(code))) }

  /// Not written, in the system's words.
  static func notWritten(_ code: Int32) -> InputProblem {
    code == ENOSPC || code == EDQUOT ? InputProblem(.diskFull) : InputProblem(.notWritten, detail: String(cString: strerror(code)))
  }
}

/// A walk over a folder and its folders: entries in the order of their names' bytes.
///
/// Links to files are followed, links to folders are not, so that the walk ends.
struct FolderWalk {
  enum Entry {
    /// - Parameter storedPath: the path as the file system has it, when that is no UTF-8.
    case file(relativePath: String, size: Int, storedPath: [UInt8]?)
    case problem(relativePath: String, InputProblem)
  }

  private let root: [UInt8]
  /// A folder that is not entered.
  private let excluded: [UInt64]?
  /// Paths below the root yet to visit, the next one last.
  private var pending: [[UInt8]] = []
  /// A folder that could not be opened.
  private var failure: Entry?

  /// - Parameter excluded: a folder that is not entered, if it exists.
  init(root: String, excluding excluded: String? = nil) {
    self.root = Array(root.utf8)
    self.excluded = excluded.flatMap { try? FileStatus.of($0, followingLink: true).get().identity }
    push([])
  }

  mutating func next() -> Entry? {
    while true {
      if let entry = failure.take() { return entry }
      guard let relativePath = pending.popLast() else { return nil }
      if let entry = visit(relativePath) { return entry }
    }
  }

  private mutating func visit(_ stored: [UInt8]) -> Entry? {
    let path = root + [UInt8(ascii: "/")] + stored
    let shown = StoredName.text(stored)
    let problem = { Entry.problem(relativePath: shown, $0) }
    if PathName.lastComponent(shown).hasPrefix(".") { return problem(InputProblem(.hidden)) }
    switch FileStatus.of(path, followingLink: true) {
    case .failure(let reason): return problem(reason)
    case .success(let status) where status.isFolder:
      if status.identity == excluded { return problem(InputProblem(.ownOutput)) }
      if case .success(let link) = FileStatus.of(path, followingLink: false), link.isLink {
        return problem(InputProblem(.unreadable, detail: "links to folders are not followed"))
      }
      push(stored)
      return nil
    case .success(let status) where status.isRegular:
      return .file(relativePath: shown, size: status.size, storedPath: shown.utf8.elementsEqual(stored) ? nil : path)
    case .success: return problem(InputProblem(.notText))
    }
  }

  private mutating func push(_ folder: [UInt8]) {
    let path = folder.isEmpty ? root : root + [UInt8(ascii: "/")] + folder
    guard let directory = SystemPath.with(path, { opendir($0) }) else {
      failure = .problem(relativePath: StoredName.text(folder), .unreadable(errno))
      return
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    pending.append(contentsOf: names.reversed().map { folder.isEmpty ? $0 : folder + [UInt8(ascii: "/")] + $0 })
  }
}
