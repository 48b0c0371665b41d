extension WordList {
  /// The names of all lists: a user's list bears one of them.
  public static var names: [String] { embedded.map(\.name) }
}
