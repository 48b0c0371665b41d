/// One record as the indexer sees it: slices of its bytes, valid while the bytes are.
struct ScannedRecord {
  var schema: JSONSlice?
  var id: JSONSlice?
  var source: JSONSlice?
  var title: JSONSlice?
  var published: JSONSlice?
  var dateline: JSONSlice?
  var text: JSONSlice?
  var tool: JSONSlice?
  var rules: JSONSlice?
  var mentions: [Mention] = []
  var people: [Person] = []
  var decrees: [Decree] = []
  var flags: [Flag] = []

  struct Mention {
    var id: JSONSlice?
    var kind: JSONSlice?
    var start = 0
    var end = 0
    var utf8Start = 0
    var utf8End = 0
    var text: JSONSlice?
    var value: JSONSlice?
    var from: JSONSlice?
    var to: JSONSlice?
    var precision: JSONSlice?
    var basis: JSONSlice?
    var alternatives: JSONSlice?
    var grade: Int?
    var person: JSONSlice?
    var rank: JSONSlice?
    var positions: JSONSlice?
    var title: JSONSlice?
    var organization: JSONSlice?
    var number: Double?
    var symbol: JSONSlice?
    var max: Double?
    var whole: Double?
    var unit: JSONSlice?
    var approximation: JSONSlice?
    var type: JSONSlice?
    var ordinal: Int?
    var issuedOn: JSONSlice?
    var issuer: JSONSlice?
    var form: JSONSlice?
    var decree: JSONSlice?
    var rule: JSONSlice?
    var confidence = 0.0
  }

  struct Person {
    var id: JSONSlice?
    var name: JSONSlice?
    var rank: JSONSlice?
    var positions: JSONSlice?
  }

  struct Decree {
    var id: JSONSlice?
    var type: JSONSlice?
    var number: JSONSlice?
    var issuedOn: JSONSlice?
    var issuer: JSONSlice?
  }

  struct Flag {
    var code: JSONSlice?
    var severity: JSONSlice?
    var message: JSONSlice?
    var mentions: [JSONSlice] = []
    /// Evidence that is no mention, as it stands in the record.
    var places: JSONSlice?
  }
}

/// Text whose escapes had to be resolved, kept until its record is stored.
final class ScanArena {
  private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []

  /// The slice without escapes.
  func plain(_ slice: JSONSlice) -> JSONSlice {
    guard slice.isEscaped else { return slice }
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(slice.count, 1))
    let count = JSONEscapes.resolve(slice.bytes, into: block)
    blocks.append(block)
    guard let base = block.baseAddress else { return slice }
    return JSONSlice(start: UnsafePointer(base), count: count)
  }

  func removeAll() {
    for block in blocks { block.deallocate() }
    blocks.removeAll(keepingCapacity: true)
  }

  deinit { removeAll() }
}
