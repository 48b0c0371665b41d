/// Files to be read together.
final class FileBatch {
  fileprivate(set) var files: ArraySlice<InputFile> = []
}

/// Cuts a list of files into batches.
final class FileSource: BatchSource {
  /// A thread takes files of this many bytes together, or this many files.
  private static let enough = 1 << 16
  private static let mostFiles = 64

  private var rest: ArraySlice<InputFile>

  init(_ files: [InputFile]) { rest = files[...] }

  func makeBatch() -> FileBatch { FileBatch() }

  func fill(_ batch: FileBatch) -> Bool {
    var size = 0
    var end = rest.startIndex
    while end < rest.endIndex, size < FileSource.enough, end - rest.startIndex < FileSource.mostFiles {
      size += rest[end].size
      end += 1
    }
    batch.files = rest[rest.startIndex..<end]
    rest = rest[end...]
    return !batch.files.isEmpty
  }
}
