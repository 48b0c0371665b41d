/// Something listed that no record is made of.
public struct UnusedInput: Sendable {
  public var path: String
  public var relativePath: String
  public var problem: InputProblem
}

/// The files of a run in their order: the one place that turns the paths of a command line into inputs.
public struct InputList: Sendable {
  public private(set) var files: [InputFile] = []
  /// Inputs that are no text file, and why.
  public private(set) var unused: [UnusedInput] = []
  /// Inputs whose id was taken: they keep their extension.
  public private(set) var renamed: [InputFile] = []
  private var ids: Set<String> = []

  /// Extensions read in a folder; a file named on the command line is read whatever it is called.
  static let textExtensions: Set<String> = ["txt", "text", "md", ""]

  /// Lists files and, recursively and in sorted order, the text files of folders.
  public init(paths: [String]) {
    for path in paths {
      let name = PathName.lastComponent(path)
      switch FileStatus.of(path, followingLink: true) {
      case .success(let status) where status.isFolder: addFolder(path)
      case .success(let status): add(path, below: name, size: status.size)
      case .failure(let problem): unused.append(UnusedInput(path: path, relativePath: name, problem: problem))
      }
    }
  }

  private mutating func addFolder(_ path: String) {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var walk = FolderWalk(root: root)
    while let entry = walk.next() {
      switch entry {
      case .file(let path, let relativePath, let size):
        if InputList.textExtensions.contains(PathName(relativePath).fileExtension) {
          add(path, below: relativePath, size: size)
        } else {
          unused.append(UnusedInput(path: path, relativePath: relativePath, problem: InputProblem(.notText)))
        }
      case .problem(let relativePath, let problem):
        unused.append(UnusedInput(path: "\(root)/\(relativePath)", relativePath: relativePath, problem: problem))
      }
    }
  }

  private mutating func add(_ path: String, below relativePath: String, size: Int) {
    var file = InputFile(path: path, relativePath: relativePath, id: String(PathName(relativePath).stem), size: size)
    if !ids.insert(file.id).inserted {
      file.id = unusedID(relativePath)
      ids.insert(file.id)
      renamed.append(file)
    }
    files.append(file)
  }

  /// The path with its extension; with a number behind it when that is taken too.
  private func unusedID(_ path: String) -> String {
    guard ids.contains(path) else { return path }
    var number = 2
    while ids.contains("\(path).\(number)") { number += 1 }
    return "\(path).\(number)"
  }
}

extension PathName {
  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension InputList {
  /// The files of a folder and those below it with an extension: the path, and the path below the folder without the extension.
  public static func files(below folder: String, withExtension wanted: String) -> [(path: String, stem: String)] {
    var walk = FolderWalk(root: folder)
    var found: [(path: String, stem: String)] = []
    while let entry = walk.next() {
      guard case .file(let path, let relativePath, _) = entry else { continue }
      let name = PathName(relativePath)
      if name.fileExtension == wanted { found.append((path, String(name.stem))) }
    }
    return found
  }
}
