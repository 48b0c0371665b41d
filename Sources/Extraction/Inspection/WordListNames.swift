extension WordList {
  /// The names of the lists that a user may add to: all but what was measured.
  public static var names: [String] { embedded.map(\.name).filter { $0 != "confidence" } }
}
