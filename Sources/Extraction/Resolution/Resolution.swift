/// An article read to the end: views into buffers that live until the next article.
struct ResolvedArticle {
  var text: TokenizedText
  var mentions: UnsafeBufferPointer<Found>
  var posts: UnsafeBufferPointer<StatedPost>
  var people: UnsafeBufferPointer<People.Entry>
  var told: UnsafeBufferPointer<ToldPost>
  var decrees: UnsafeBufferPointer<Decrees.Entry>
  var flags: [FoundFlag]
  var layout: ArticleLayout
  var traits: WordTraits
  var published: Moment?
  var isPublishedGiven: Bool
}

/// The steps that link an article's mentions, in order.
struct Resolution: ~Copyable {
  private var index = MentionIndex()
  private var posts = Buffer<StatedPost>(capacity: 128)
  private var people = People()
  private var told = Buffer<ToldPost>(capacity: 16)
  private var decrees = Decrees()
  private var flags: [FoundFlag] = []

  // Not into its caller, so that a profile can name the stage.
  @inline(never)
  mutating func resolve(
    _ text: TokenizedText, _ found: inout Buffer<Found>, traits: WordTraits, repairs: [TextRepair], published given: Moment?,
    doubtful: UInt64
  ) -> ResolvedArticle {
    let mentions = UnsafeMutableBufferPointer(start: found.base, count: found.count)
    let view = UnsafeBufferPointer(mentions)
    let layout = ArticleLayout(text, view)
    let published = given ?? layout.publishedMoment(view)
    YearResolver(text, published: published, mentions: view).resolve(mentions)
    let places = index.fill(text, mentions)
    posts.removeAll()
    NameLinker(text, places).link(&posts)
    people.group(text, mentions)
    numberPositions(text, mentions)
    told.removeAll()
    NameLinker(text, places).tell(&told)
    DecreeLinker(text, places).link()
    index.clear(places)
    decrees.group(text, mentions)
    flags.removeAll(keepingCapacity: true)
    Checks.run(
      CheckedArticle(
        text: text, mentions: view, posts: posts.view, people: people.entries.view, decrees: decrees.entries.view, layout: layout,
        published: published, repairs: repairs, traits: traits, doubtful: doubtful),
      into: &flags)
    return ResolvedArticle(
      text: text, mentions: view, posts: posts.view, people: people.entries.view, told: told.view, decrees: decrees.entries.view,
      flags: flags, layout: layout, traits: traits, published: published, isPublishedGiven: given != nil)
  }

  /// A post's mention points at the name that states it: turn that into the person's number.
  private func numberPositions(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>) {
    for index in text.mentions(.position) {
      guard case .position(var position) = mentions[index].value, position.person >= 0,
        case .name(let name) = mentions[Int(position.person)].value
      else { continue }
      position.person = name.person
      mentions[index].value = .position(position)
    }
  }
}

extension ArticleLayout {
  func publishedMoment(_ mentions: UnsafeBufferPointer<Found>) -> Moment? {
    guard published >= 0, case .date(let date) = mentions[published].value else { return nil }
    return date.start
  }
}
