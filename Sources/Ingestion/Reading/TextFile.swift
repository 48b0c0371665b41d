import Glibc

/// Small files of the program's own: word lists, gold, earlier results.
public enum TextFile {
  /// The contents as text, broken bytes replaced; nil when the file cannot be read.
  public static func contents(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  public static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = InputBuffer()
    do throws(InputProblem) {
      try buffer.readAll(from: descriptor, atMost: Int.max)
      return Array(buffer.bytes)
    } catch {
      return nil
    }
  }
}
