/// Why an input, or something in it, gave no record. The one file that gives these reasons their words.
public struct InputProblem: Error, Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    case unreadable
    case binary
    case empty
    /// More than an article may hold.
    case tooLarge = "too-large"
    case badLine = "bad-line"
    case noText = "no-text"
    // Its record
    case notWritten = "not-written"
    case diskFull = "disk-full"
    /// Another run writes into the folder.
    case inUse = "in-use"
    /// Skipped in a folder or archive, which is no failure.
    case hidden
    case notText = "not-text"
    /// Where the run itself writes.
    case ownOutput = "own-output"
    /// A link or a device in an archive.
    case notFile = "not-file"
    // Archives
    /// Broken off, wrong checksum, no archive at all.
    case damaged = "damaged-archive"
    /// A wrong checksum or an unknown method; the entries behind it can be read.
    case damagedEntry = "damaged-entry"
    case encrypted
    /// Far more comes out than went in, or more than all limits allow.
    case bomb = "archive-bomb"
    case tooDeep = "too-deep"
    case tooMany = "too-many-entries"
    /// A name that leads out of the archive.
    case unsafePath = "unsafe-path"

    /// Left out on purpose.
    var isSkip: Bool { [.hidden, .notText, .ownOutput, .notFile].contains(self) }

    /// Whether writing failed, and not reading.
    var isOfOutput: Bool { self == .notWritten || self == .diskFull }

    /// Whether the rest of an archive cannot be read either.
    var endsContainer: Bool { self == .damaged || self == .bomb || self == .tooMany }
  }

  public var reason: Reason
  public var detail: String?

  public init(_ reason: Reason, detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// What a person reads about it.
  public var message: String { detail.map { "\(reason.words): \($0)" } ?? reason.words }
}

extension InputProblem.Reason {
  fileprivate var words: String {
    switch self {
    case .unreadable: "cannot be read"
    case .binary: "is binary, not text"
    case .empty: "is empty"
    case .tooLarge: "is too large for an article (see --max-article)"
    case .badLine: "is no line of JSON with an article"
    case .noText: "has neither text nor html"
    case .notWritten: "its record cannot be written"
    case .diskFull: "its record cannot be written: the disk is full"
    case .inUse: "another run is writing there"
    case .hidden: "is hidden"
    case .notText: "does not look like a text file"
    case .ownOutput: "is where this run writes"
    case .notFile: "is a link or a device, not a file"
    case .damaged: "the archive cannot be read to its end"
    case .damagedEntry: "is damaged"
    case .encrypted: "is encrypted"
    case .bomb: "grows beyond all measure when it is unpacked"
    case .tooDeep: "lies in too many archives"
    case .tooMany: "holds too many files"
    case .unsafePath: "has a name that leads out of the archive"
    }
  }
}
