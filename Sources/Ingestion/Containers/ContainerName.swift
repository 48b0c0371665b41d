/// What a name, or the first bytes, say of a file: whether it is a container, and how it is called without that.
public struct ContainerName: Sendable, Equatable {
  /// The name without the suffixes of containers: `2019.tar.gz` → `2019`, `a.html.gz` → `a.html`.
  public let stem: String
  public let isContainer: Bool

  private static let archives = [
    ".tar.gz", ".tar.xz", ".tar.zst", ".tar.bz2", ".tar.lzma", ".tgz", ".txz", ".tzst", ".tbz2", ".tbz", ".tar", ".zip", ".cbz", ".gz",
    ".xz",
    ".zst", ".bz2", ".lzma",
  ]

  public init(_ name: String) {
    let lower = name.lowercased()
    guard lower.utf8.count == name.utf8.count,
      let suffix = ContainerName.archives.first(where: { lower.hasSuffix($0) && lower.utf8.count > $0.utf8.count })
    else {
      stem = name
      isContainer = false
      return
    }
    stem = String(decoding: name.utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    isContainer = true
  }

  /// Whether a file begins like a container: gzip, xz, zstd, bzip2, zip, or tar (whose mark stands at byte 257).
  public static func isContainer(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let marks: [[UInt8]] = [
      [0x1F, 0x8B, 0x08], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68], [0x50, 0x4B, 0x03, 0x04],
      [0x50, 0x4B, 0x05, 0x06],
    ]
    if marks.contains(where: bytes.starts(with:)) { return true }
    return bytes.count >= 262 && UnsafeRawBufferPointer(rebasing: bytes[257..<262]).elementsEqual("ustar".utf8)
  }
}
