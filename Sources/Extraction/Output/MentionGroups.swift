/// Mentions of one person or one document, chained as they are written, so that each is found without a search.
struct MentionGroups: ~Copyable {
  struct Ends: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private var ends = Buffer<Ends>(capacity: 256)
  /// For each mention the next of its group.
  private var following = Buffer<Int32>(capacity: 1024)

  mutating func removeAll(mentions: Int, groups: Int) {
    ends.fill(Ends(), count: groups)
    following.prepare(count: mentions)
  }

  /// A group of -1 is none.
  @inline(__always)
  mutating func append(_ mention: Int, to group: Int) {
    guard group >= 0, group < ends.count else { return }
    following.base[mention] = -1
    let last = ends.base[group].last
    if last < 0 { ends.base[group].first = Int32(mention) } else { following.base[Int(last)] = Int32(mention) }
    ends.base[group].last = Int32(mention)
  }

  /// The first mention of the group, -1 when there is none.
  func first(_ group: Int) -> Int { Int(ends[group].first) }

  /// The mention behind another of the group, -1 behind the last.
  func next(_ mention: Int) -> Int { Int(following[mention]) }
}
