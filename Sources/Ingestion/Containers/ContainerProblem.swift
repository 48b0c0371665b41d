/// Why a container, or something in it, is not read. The one file that gives these reasons their words.
public struct ContainerProblem: Error, Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    /// Broken off, wrong checksum, no archive at all.
    case damaged = "damaged-archive"
    /// A wrong checksum or an unknown method; the entries behind it can be read.
    case damagedEntry = "damaged-entry"
    case encrypted
    /// More than an article may hold.
    case tooLarge = "too-large"
    /// Far more comes out than went in, or more than all limits allow.
    case bomb = "archive-bomb"
    case tooDeep = "too-deep"
    case tooMany = "too-many-entries"
    /// A name that leads out of the folder.
    case unsafePath = "unsafe-path"
    /// A link or a device.
    case notFile = "not-file"
  }

  public var reason: Reason
  public var detail: String?

  public init(_ reason: Reason, detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// Whether the rest of the container cannot be read either.
  public var endsContainer: Bool { reason == .damaged || reason == .bomb || reason == .tooMany }

  /// What a person reads about it.
  public var message: String {
    let words =
      switch reason {
      case .damaged: "the archive cannot be read to its end"
      case .damagedEntry: "is damaged"
      case .encrypted: "is encrypted"
      case .tooLarge: "is too large for an article (see --max-article)"
      case .bomb: "grows beyond all measure when it is unpacked"
      case .tooDeep: "lies in too many archives"
      case .tooMany: "holds too many files"
      case .unsafePath: "has a name that leads out of its folder"
      case .notFile: "is a link or a device, not a file"
      }
    return detail.map { "\(words): \($0)" } ?? words
  }
}

/// How much a container may hold.
public struct ContainerLimits: Sendable {
  /// Bytes out for each byte in, once `freeBytes` are exceeded. Gzip reaches 1,030, texts stay below 100.
  public var ratio = 200
  public var freeBytes = 32 << 20
  /// Of all that comes out of one container and of those in it.
  public var totalBytes = 64 << 30
  public var entries = 10_000_000
  /// Containers in containers; 1 for a container of files.
  public var depth = 4

  public init() {}
}
