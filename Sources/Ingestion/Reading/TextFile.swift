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
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    // A file that says nothing of its size is read through a buffer that grows.
    return status.st_size > 0 ? bytes(descriptor, size: Int(status.st_size)) : unsizedBytes(descriptor)
  }

  private static func bytes(_ descriptor: Int32, size: Int) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let length = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if length < 0, errno == EINTR { continue }
        isRead = length >= 0
        if length <= 0 { break }
        count += length
      }
    }
    return isRead ? bytes : nil
  }

  private static func unsizedBytes(_ descriptor: Int32) -> [UInt8]? {
    var buffer = InputBuffer()
    do throws(InputProblem) {
      try buffer.readAll(from: descriptor, atMost: Int.max)
      return Array(buffer.bytes)
    } catch {
      return nil
    }
  }
}
