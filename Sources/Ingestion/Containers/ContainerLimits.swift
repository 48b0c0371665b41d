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
