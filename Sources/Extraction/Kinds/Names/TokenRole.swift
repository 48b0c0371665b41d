/// What a token already belongs to, so that no name is read out of it.
enum TokenRole: UInt8, BitwiseCopyable {
  /// `thing` is what bears a name of its own: a street, a school, a ship.
  case free, value, rank, organization, place, thing, position, name, furniture
}

/// A word before a token that announces a name.
enum NameTrigger: UInt8, BitwiseCopyable {
  case none, rank, social, party, accused, job, degree, faith, caption, position, list, label

  init(_ item: LexiconItem) {
    let kind = item.field1
    if kind.equals("party") {
      self = .party
    } else if kind.equals("accused") {
      self = .accused
    } else if kind.equals("job") {
      self = .job
    } else if kind.equals("degree") {
      self = .degree
    } else if kind.equals("faith") {
      self = .faith
    } else if kind.equals("caption") {
      self = .caption
    } else {
      self = .social
    }
  }
}

extension NameContext {
  /// What stands at the tokens, free to copy: the context as a whole would be copied to the stack.
  struct Marks: BitwiseCopyable {
    let roles: UnsafePointer<TokenRole>
    let triggers: UnsafePointer<NameTrigger>
  }

  @inline(__always)
  var marks: Marks { Marks(roles: UnsafePointer(roles.base), triggers: UnsafePointer(triggers.base)) }
}
