import Glibc

/// One article's text, for commands that look inside.
public enum SingleArticle {
  /// - Parameter path: nil or `-` for standard input.
  public static func text(_ path: String?) throws(InputProblem) -> [UInt8] {
    var buffer = InputBuffer()
    if let path, path != "-" {
      switch InputStream.open(path) {
      case .success(let stream): try buffer.readAll(from: stream.descriptor, atMost: RunOptions.defaultMaxArticle)
      case .failure(let problem): throw problem
      }
    } else {
      try buffer.readAll(from: 0, atMost: RunOptions.defaultMaxArticle)
    }
    return Array(try DocumentReader().read(buffer.bytes, name: path).text)
  }
}
