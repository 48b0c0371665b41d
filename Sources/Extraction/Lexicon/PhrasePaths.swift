/// The ways that the tokens of one article take through the lexicon's tree, each walked when first asked for.
///
/// Memory: `starts[token]` is where the token's path begins in `nodes`, 0 when it has not been walked;
/// there stand the path's length, the classes of its phrases and its nodes. `Công an tỉnh` at token 7: `starts[7] = 1`,
/// `nodes = [0, 3, 0b1010, 17, 93, 412]`.
struct PhrasePaths: ~Copyable {
  typealias Pointer = UnsafeMutablePointer<PhrasePaths>

  private var starts = Buffer<UInt32>(capacity: 4096)
  private var nodes = Buffer<UInt32>(capacity: 4096)

  /// Forgets all paths and makes room for those of `count` tokens.
  mutating func reset(count: Int) {
    starts.fill(0, count: count)
    nodes.removeAll()
    nodes.append(0)
  }

  @inline(__always)
  func path(at token: Int) -> Int { Int(starts[token]) }

  @inline(__always)
  func length(_ path: Int) -> Int { Int(nodes[path]) }

  /// The classes of all phrases on the path, as bits.
  @inline(__always)
  func classes(_ path: Int) -> UInt32 { nodes[path + 1] }

  /// The node after `length` tokens.
  @inline(__always)
  func node(_ path: Int, _ length: Int) -> UInt32 { nodes[path + 1 + length] }

  @inline(__always)
  mutating func begin(at token: Int) -> Int {
    starts[token] = UInt32(nodes.count)
    nodes.append(0)
    nodes.append(0)
    return nodes.count - 2
  }

  @inline(__always)
  mutating func append(_ node: UInt32) { nodes.append(node) }

  @inline(__always)
  mutating func end(_ path: Int, length: Int, classes: UInt32) {
    nodes.truncate(to: path + 2 + length)
    nodes[path] = UInt32(length)
    nodes[path + 1] = classes
  }
}
