import Archive
import FlyingSocks
import Foundation
import Synchronization

/// Serves one reviewer's desk to a browser on this machine.
public struct ReviewServer: Sendable {
  private let socket: Socket
  private let routes: Routes
  private static let connectionLimit = 64
  private static let idleTime = Duration.seconds(120)
  private static let requestTime = Duration.seconds(20)

  /// Opens the port; 0 takes any that is free.
  /// - Throws: when the port is taken.
  public init(desk: Desk, port: UInt16 = 0, language: String = "vi") throws {
    socket = try Socket(domain: AF_INET)
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
    try socket.listen()
    guard case .ip4(_, let actual) = try socket.sockname() else { throw SocketError.unsupportedAddress }
    routes = try Routes(desk: desk, gate: Gate(port: actual), language: language)
  }

  /// What to open in a browser; it holds the key.
  public var address: String { routes.gate.address }

  /// Serves until the task is cancelled.
  public func run() async throws {
    let pool: some AsyncSocketPool = .ePoll(logger: .disabled)
    try await pool.prepare()
    let listener = try AsyncSocket(socket: socket, pool: pool)
    let open = ConnectionCount(limit: ReviewServer.connectionLimit)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { connections in
          while true {
            let connection = try await listener.accept()
            guard open.enter() else {
              try? connection.close()
              continue
            }
            connections.addTask {
              await serve(connection)
              open.leave()
            }
          }
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func serve(_ socket: AsyncSocket) async {
    var reader = RequestReader(socket)
    defer { try? socket.close() }
    do {
      while true {
        let (request, rest) = try await ReviewServer.inTime(ReviewServer.idleTime) { [reader] in
          var reader = reader
          return (try await reader.next(), reader)
        }
        reader = rest
        let response = routes.respond(to: request)
        try await send(response, isLast: request.isLast, socket)
        if request.isLast { return }
      }
    } catch RequestReader.Failure.tooLarge {
      try? await send(Reply.json(["error": "too-large"], status: .tooLarge), isLast: true, socket)
    } catch RequestReader.Failure.malformed {
      try? await send(Reply.json(["error": "malformed"], status: .badRequest), isLast: true, socket)
    } catch {
      // The browser went away, or said nothing for too long.
    }
  }

  private func send(_ response: Response, isLast: Bool, _ socket: AsyncSocket) async throws {
    let bytes = response.bytes(isLast: isLast)
    try await ReviewServer.inTime(ReviewServer.requestTime) { try await socket.write(bytes) }
  }

  /// - Throws: `CancellationError` when the work takes longer.
  private static func inTime<Result: Sendable>(_ limit: Duration, _ work: @escaping @Sendable () async throws -> Result) async throws
    -> Result
  {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else { throw CancellationError() }
      return result
    }
  }
}

/// How many connections are open.
private final class ConnectionCount: Sendable {
  private let count = Mutex(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func enter() -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}
