import Glibc

/// A growable array of plain values behind one pointer, reused from article to article.
///
/// Element access costs one load: no reference counting, no exclusivity check.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 256) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  /// Elements that stand somewhere for good: none is changed, and the buffer lives as long as the program.
  init(standing base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
    capacity = count
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Appends `length` elements from `source`.
  @inline(__always)
  mutating func append(from source: UnsafePointer<Element>, count length: Int) {
    reserve(length)
    (base + count).update(from: source, count: length)
    count += length
  }

  mutating func append(repeating element: Element, count length: Int) {
    reserve(length)
    (base + count).update(repeating: element, count: length)
    count += length
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  mutating func removeAll() { count = 0 }

  mutating func removeLast(_ length: Int = 1) { count -= length }

  /// Keeps the first `length` elements; `length` must not exceed `count`.
  mutating func truncate(to length: Int) { count = length }

  /// Counts `length` elements that were written behind the last into room reserved for them.
  @inline(__always)
  mutating func advance(_ length: Int) { count &+= length }

  /// Makes room for `length` elements more.
  @inline(__always)
  mutating func reserve(_ length: Int) {
    if length > capacity &- count { grow(to: max(capacity * 2, count + length)) }
  }

  /// Makes the buffer `length` elements of which nothing is known: all must be written before they are read.
  mutating func prepare(count length: Int) {
    count = 0
    reserve(length)
    count = length
  }

  /// Makes the pages of the buffer ready to be written: for memory that will be used throughout.
  func touchAll() { touch(base, byteCount: capacity * MemoryLayout<Element>.stride) }

  /// Makes the buffer `length` copies of `element`.
  mutating func fill(_ element: Element, count length: Int) {
    if length > capacity { grow(to: length) }
    base.update(repeating: element, count: length)
    count = length
  }

  /// Gives back memory when one huge article has blown the buffer up.
  mutating func shrink(above limit: Int) {
    guard capacity > limit else { return }
    base.deallocate()
    capacity = limit
    count = 0
    base = .allocate(capacity: limit)
  }

  var view: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = newCapacity
  }
}

/// Asks the system for all pages of fresh memory at once, which costs a fourth of a fault for each. What does not know how
/// (Linux before 5.14) goes on with faults.
func touch(_ memory: UnsafeMutableRawPointer, byteCount: Int) {
  let page = UInt(4096)
  let populateForWriting: Int32 = 23
  let start = (UInt(bitPattern: memory) + page - 1) & ~(page - 1)
  let end = (UInt(bitPattern: memory) + UInt(byteCount)) & ~(page - 1)
  guard end > start else { return }
  madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), populateForWriting)
}
