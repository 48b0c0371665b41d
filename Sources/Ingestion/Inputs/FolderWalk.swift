import Glibc

/// What the system says of a path.
struct FileStatus {
  let isFolder: Bool
  let isLink: Bool
  let isRegular: Bool
  let size: Int

  static func of(_ path: String, followingLink: Bool) -> Result<FileStatus, InputProblem> {
    var status = stat()
    guard (followingLink ? stat(path, &status) : lstat(path, &status)) == 0 else { return .failure(.unreadable(errno)) }
    let type = status.st_mode & S_IFMT
    return .success(
      FileStatus(
        isFolder: type == S_IFDIR, isLink: type == S_IFLNK, isRegular: type == S_IFREG, size: type == S_IFREG ? Int(status.st_size) : 0))
  }
}

extension InputProblem {
  /// Unreadable, in the system's words.
  static func unreadable(_ code: Int32) -> InputProblem { InputProblem(.unreadable, detail: String(cString: strerror(code))) }
}

/// A walk over a folder and its folders: entries in the order of their names' bytes.
///
/// Links to files are followed, links to folders are not, so that the walk ends.
struct FolderWalk {
  enum Entry {
    case file(path: String, relativePath: String, size: Int)
    case problem(relativePath: String, InputProblem)
  }

  private let root: String
  /// Paths below the root yet to visit, the next one last.
  private var pending: [String] = []
  /// A folder that could not be opened.
  private var failure: (relativePath: String, problem: InputProblem)?

  init(root: String) {
    self.root = root
    push("")
  }

  mutating func next() -> Entry? {
    while true {
      if let (folder, problem) = failure {
        failure = nil
        return .problem(relativePath: folder, problem)
      }
      guard let relativePath = pending.popLast() else { return nil }
      if let entry = visit(relativePath) { return entry }
    }
  }

  private mutating func visit(_ relativePath: String) -> Entry? {
    let path = "\(root)/\(relativePath)"
    if PathName.lastComponent(relativePath).hasPrefix(".") { return .problem(relativePath: relativePath, InputProblem(.hidden)) }
    switch FileStatus.of(path, followingLink: true) {
    case .failure(let problem): return .problem(relativePath: relativePath, problem)
    case .success(let status) where status.isFolder:
      if case .success(let link) = FileStatus.of(path, followingLink: false), link.isLink {
        return .problem(relativePath: relativePath, InputProblem(.unreadable, detail: "links to folders are not followed"))
      }
      push(relativePath)
      return nil
    case .success(let status) where status.isRegular: return .file(path: path, relativePath: relativePath, size: status.size)
    case .success: return .problem(relativePath: relativePath, InputProblem(.notText))
    }
  }

  private mutating func push(_ folder: String) {
    guard let directory = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else {
      failure = (folder, .unreadable(errno))
      return
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    pending.append(contentsOf: names.reversed().map { folder.isEmpty ? $0 : "\(folder)/\($0)" })
  }
}
