/// What can stop the store, in words.
public enum ArchiveError: Error, CustomStringConvertible {
  case closed
  case unreadable(path: String, reason: String)
  case noRecords(folder: String)
  case readOnly
  case logFailed(reason: String)
  case unknownFlag
  case unknownMention
  case nothingToUndo
  case nothingToRedo
  case badValue(field: String, reason: String)
  case changedMeanwhile
  case answeredBefore(by: String, decision: String)
  case badArguments(String)

  public var description: String {
    switch self {
    case .closed: "the store is closed"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .noRecords(let folder): "\(folder): no records there; run `trich extract … --output \(folder)` first"
    case .readOnly: "this desk is read-only"
    case .logFailed(let reason): "\(DecisionLog.fileName) could not be written: \(reason)"
    case .unknownFlag: "there is no such flag any more"
    case .unknownMention: "there is no such mention any more"
    case .nothingToUndo: "nothing to undo"
    case .nothingToRedo: "nothing to redo"
    case .badValue(let field, let reason): "\(field): \(reason)"
    case .changedMeanwhile: "the article changed meanwhile"
    case .answeredBefore(let by, _): "\(by) answered this first"
    case .badArguments(let reason): reason
    }
  }
}
