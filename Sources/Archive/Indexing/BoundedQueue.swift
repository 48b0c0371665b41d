import Foundation

/// Hands things from one thread to another; who puts waits while there are too many.
final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let limit: Int
  private var elements: [Element] = []
  private var isFinished = false
  private var isCancelled = false

  init(limit: Int) { self.limit = limit }

  /// - Returns: whether anybody still takes.
  func put(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while elements.count >= limit, !isCancelled { condition.wait() }
    guard !isCancelled else { return false }
    elements.append(element)
    condition.broadcast()
    return true
  }

  /// The next element; nil when there will be none.
  func take() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while elements.isEmpty, !isFinished { condition.wait() }
    guard !elements.isEmpty else { return nil }
    let element = elements.removeFirst()
    condition.broadcast()
    return element
  }

  /// Nothing more will be put.
  func finish() { signal { isFinished = true } }

  /// Nothing more will be taken.
  func cancel() { signal { isCancelled = true } }

  private func signal(_ change: () -> Void) {
    condition.lock()
    change()
    condition.broadcast()
    condition.unlock()
  }
}
