/// Something listed that no record is made of.
public struct UnusedInput: Sendable {
  public var path: String
  public var relativePath: String
  public var problem: InputProblem
}

/// The files of a run in their order: the one place that turns the paths of a command line into inputs.
public struct InputList: Sendable {
  public private(set) var files: [InputFile] = []
  /// Inputs that are not read, and why.
  public private(set) var unused: [UnusedInput] = []
  /// Of all files, in bytes.
  public private(set) var size = 0
  private(set) var ids = RecordIDs()
  private let reading: InputReading
  private let output: String?

  /// Lists files and, recursively and in sorted order, what is read of folders.
  /// - Parameters:
  ///   - paths: as the file system has them.
  ///   - output: where the run writes: nothing is read from there.
  public init(paths: [[UInt8]], reading: InputReading = .auto, output: String? = nil) {
    self.reading = reading
    self.output = output
    for path in paths {
      let name = StoredName.text(path)
      switch FileStatus.of(path, followingLink: true) {
      case .success(let status) where status.isFolder: addFolder(name)
      case .success(let status):
        let form = InputForm(name, reading: reading, isNamed: true)
        let stored = name.utf8.elementsEqual(path) ? nil : path
        add(InputFile(root: nil, name: name, size: status.size, form: form, storedPath: stored))
      case .failure(let problem):
        unused.append(UnusedInput(path: name, relativePath: PathName.lastComponent(name), problem: problem))
      }
    }
  }

  private mutating func addFolder(_ path: String) {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var walk = FolderWalk(root: root, excluding: output)
    while let entry = walk.next() {
      switch entry {
      case .file(let relativePath, let size, let stored):
        let form = InputForm(relativePath, reading: reading, isNamed: false)
        if form == .other {
          addUnused(relativePath, InputProblem(.notText), root)
        } else {
          add(InputFile(root: root, name: relativePath, size: size, form: form, storedPath: stored))
        }
      case .problem(let relativePath, let problem): addUnused(relativePath, problem, root)
      }
    }
  }

  private mutating func addUnused(_ relativePath: String, _ problem: InputProblem, _ root: String) {
    unused.append(UnusedInput(path: "\(root)/\(relativePath)", relativePath: relativePath, problem: problem))
  }

  private mutating func add(_ file: InputFile) {
    var file = file
    if file.form == .article {
      let id = ids.take(file.id, orElse: file.relativePath)
      if id != file.id { file.givenID = id }
    }
    size += file.size
    files.append(file)
  }
}

extension InputList {
  /// The files of a folder and those below it with an extension: the path, and the path below the folder without the extension.
  public static func files(below folder: String, withExtension wanted: String) -> [(path: String, stem: String)] {
    var walk = FolderWalk(root: folder)
    var found: [(path: String, stem: String)] = []
    while let entry = walk.next() {
      guard case .file(let relativePath, _, _) = entry else { continue }
      let name = PathName(relativePath)
      if name.fileExtension == wanted { found.append(("\(folder)/\(relativePath)", String(name.stem))) }
    }
    return found
  }
}
