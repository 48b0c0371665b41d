import CArchive

/// A file inside a container.
public struct ContainerEntry: Sendable, Equatable {
  /// Below the container, with the names of the containers in it as folders; never leads out of it.
  public var path: String
  /// In bytes, when the container says so.
  public var size: Int?
}

/// Reads the files of an archive or compressed file one after the other, and those of archives inside it, without
/// unpacking anything to disk. For one thread.
///
///     let reader = try ContainerReader(file: "2019.tar.gz")
///     while let item = reader.next() {
///       switch item {
///       case .file(let entry): let bytes = try reader.read(atMost: 16 << 20)
///       case .skipped(let path, let problem): report(path, problem)
///       }
///     }
public final class ContainerReader {
  public enum Item: Sendable, Equatable {
    /// Its content is read by `read(atMost:)` or `readBlock(into:)` before the next item is asked for.
    case file(ContainerEntry)
    /// Something that cannot be read; an empty path stands for the container itself. Folders are passed over.
    case skipped(path: String, InputProblem)
  }

  private let limits: ContainerLimits
  /// The name that the content of a compressed file has.
  private let stem: String
  private var archives: [OpenArchive]
  private var total = 0
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var entries = 0
  /// The current file is the empty one that `end` found.
  private var isAtEmptyFile = false

  public convenience init(file: String, limits: ContainerLimits = ContainerLimits()) throws(InputProblem) {
    try self.init(storedPath: Array(file.utf8), name: file, limits: limits)
  }

  /// - Parameters:
  ///   - storedPath: as the file system has it.
  ///   - name: how the file is called, for what it holds.
  init(storedPath: [UInt8], name: String, limits: ContainerLimits) throws(InputProblem) {
    self.limits = limits
    stem = PathName.lastComponent(ContainerName(name).stem)
    archives = [try OpenArchive(file: storedPath)]
  }

  /// - Parameter bytes: must live as long as the reader.
  public init(bytes: UnsafeRawBufferPointer, name: String, limits: ContainerLimits = ContainerLimits()) throws(InputProblem) {
    self.limits = limits
    stem = PathName.lastComponent(ContainerName(name).stem)
    archives = [try OpenArchive(bytes: bytes)]
  }

  /// - Parameters:
  ///   - descriptor: what is left of a stream whose `beginning` has been read; both must live as long as the reader.
  public init(
    descriptor: Int32, beginning: UnsafeRawBufferPointer, name: String, limits: ContainerLimits = ContainerLimits()
  ) throws(InputProblem) {
    self.limits = limits
    stem = PathName.lastComponent(ContainerName(name).stem)
    archives = [try OpenArchive(descriptor: descriptor, beginning: beginning)]
  }

  /// Whether it is one compressed file and no archive; known once the first item is there.
  private(set) var isSingle = false

  /// How many bytes of the file have been taken.
  var position: Int { archives.first?.position ?? 0 }

  /// The next file, or the next thing that cannot be read; nil at the end.
  public func next() -> Item? {
    if isAtEmptyFile { archives.removeLast() }
    isAtEmptyFile = false
    while let archive = archives.last {
      do {
        guard let (entry, name) = try archive.next(limits) else {
          if let item = end(archive) { return item }
          continue
        }
        if let item = try visit(entry, name, in: archive) { return item }
      } catch {
        return leave(archive, error)
      }
    }
    return nil
  }

  /// All of the current file.
  /// - Throws: `tooLarge` without holding more than the limit.
  public func read(atMost limit: Int) throws(InputProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let length = try readBlock(&block)
      if length == 0 { return bytes }
      guard bytes.count + length <= limit else { throw InputProblem(.tooLarge) }
      bytes += block[..<length]
    }
  }

  /// Reads on in the current file: for lines of JSON that no memory holds.
  /// - Returns: how many bytes came, 0 at the end.
  public func readBlock(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int {
    guard let archive = archives.last, !isAtEmptyFile else { return 0 }
    let length: Int
    do {
      length = try archive.read(buffer, limits)
    } catch {
      if error.reason.endsContainer { archives.removeLast() }
      throw error
    }
    total += length
    if total > limits.totalBytes {
      archives.removeAll()
      throw InputProblem(.bomb, detail: "more than \(limits.totalBytes) bytes")
    }
    return length
  }

  private func readBlock(_ block: inout [UInt8]) throws(InputProblem) -> Int {
    do {
      return try block.withUnsafeMutableBytes { try readBlock(into: $0) }
    } catch let problem as InputProblem {
      throw problem
    } catch {
      throw InputProblem(.damaged)
    }
  }

  /// An empty file that was compressed has no entry, and is a file all the same.
  private func end(_ archive: OpenArchive) -> Item? {
    guard archive.isSingle, !archive.hasEntries, let path = path(of: [], in: archive) else {
      archives.removeLast()
      return nil
    }
    archive.hasEntries = true
    isSingle = archives.count == 1
    isAtEmptyFile = true
    return .file(ContainerEntry(path: path, size: 0))
  }

  private func visit(_ entry: trich_archive_entry, _ name: [UInt8], in archive: OpenArchive) throws(InputProblem) -> Item? {
    entries += 1
    if entries > limits.entries {
      archives.removeAll()
      return .skipped(path: "", InputProblem(.tooMany))
    }
    if entry.kind == TRICH_FOLDER { return nil }
    isSingle = archives.count == 1 && archive.isSingle
    guard let path = path(of: name, in: archive) else { return .skipped(path: shown(name, in: archive), InputProblem(.unsafePath)) }
    if entry.kind != TRICH_FILE { return .skipped(path: path, InputProblem(.notFile)) }
    if entry.is_encrypted != 0 { return .skipped(path: path, InputProblem(.encrypted)) }
    guard ContainerName(path).isContainer else { return .file(ContainerEntry(path: path, size: entry.size < 0 ? nil : Int(entry.size))) }
    guard archives.count < limits.depth else { return .skipped(path: path, InputProblem(.tooDeep)) }
    do {
      archives.append(try OpenArchive(inside: archive, path: path))
      return nil
    } catch {
      return .skipped(path: path, error)
    }
  }

  /// What is in a container of another lies in a folder of the container's name, without its suffixes.
  private func path(of name: [UInt8], in archive: OpenArchive) -> String? {
    let folder = archive.path
    if archive.isSingle { return folder.isEmpty ? stem : ContainerName(folder).stem }
    guard let path = EntryPath.safe(name) else { return nil }
    return folder.isEmpty ? path : "\(ContainerName(folder).stem)/\(path)"
  }

  private func shown(_ name: [UInt8], in archive: OpenArchive) -> String {
    archive.path.isEmpty ? StoredName.text(name) : "\(archive.path): \(StoredName.text(name))"
  }

  /// The container is given up, those around it go on.
  private func leave(_ archive: OpenArchive, _ problem: InputProblem) -> Item {
    if archives.last === archive { archives.removeLast() }
    return .skipped(path: archive.path, problem)
  }
}
