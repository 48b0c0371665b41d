/// What makes two flags the same flag: code and evidence. Its hash is the flag's row id, so that links to it outlive a rebuild.
struct FlagKey {
  var code: String
  /// The record that has the flag; counts only where there is no evidence.
  var record: String
  var evidence: [Evidence]
  /// What the flag is about where that is no mention: a decision, or the words of places.
  var subject: String?

  struct Evidence: Hashable {
    var record: String
    var mention: String
    var text: String
  }

  var rowID: Int {
    var hash = Fingerprint()
    hash.add(code)
    hash.add(subject ?? "")
    if evidence.isEmpty { hash.add(record) }
    let sorted = evidence.sorted { ($0.record, $0.mention) < ($1.record, $1.mention) }
    for entry in sorted {
      hash.add(entry.record)
      hash.add(entry.mention)
      hash.add(entry.text)
    }
    return hash.rowID
  }

  /// The same for a flag of one record, without making strings.
  static func rowID(code: JSONSlice, record: JSONSlice, mentions: [ScannedRecord.Mention], subject: String?) -> Int {
    var hash = Fingerprint()
    hash.add(UnsafeRawBufferPointer(code.bytes))
    hash.add(subject ?? "")
    if mentions.isEmpty { hash.add(UnsafeRawBufferPointer(record.bytes)) }
    let sorted = mentions.count < 2 ? mentions : mentions.sorted { ($0.id?.string ?? "") < ($1.id?.string ?? "") }
    for mention in sorted {
      hash.add(UnsafeRawBufferPointer(record.bytes))
      if let id = mention.id { hash.add(UnsafeRawBufferPointer(id.bytes)) }
      if let text = mention.text { hash.add(UnsafeRawBufferPointer(text.bytes)) }
    }
    return hash.rowID
  }
}
