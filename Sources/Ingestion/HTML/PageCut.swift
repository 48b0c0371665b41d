import CHTML

/// A part of a page that is not taken into the text.
public struct PageCut: Sendable, Equatable {
  public enum Reason: String, Sendable {
    case menu, comments, related, share, advertisement, footer, form, hidden
    /// Nothing but links.
    case links
    /// Outside of the element that holds the article.
    case outside
  }

  public var reason: Reason
  /// Bytes of the page.
  public var range: Range<Int>
  /// How many bytes of text were left out.
  public var textLength: Int
}

extension PageCut.Reason {
  /// What the element's name says of its content.
  init?(_ tag: trich_html_tag) {
    switch tag {
    case TRICH_NAV: self = .menu
    case TRICH_ASIDE: self = .related
    case TRICH_FOOTER: self = .footer
    case TRICH_FORM, TRICH_BUTTON: self = .form
    case TRICH_HIDDEN: self = .hidden
    default: return nil
    }
  }

  /// What the element's class or id says: words that the templates of Vietnamese papers use.
  init?(name: UnsafeBufferPointer<UInt8>) {
    for (word, reason) in PageCut.Reason.words where name.holds(word) {
      self = reason
      return
    }
    return nil
  }

  private static let words: [(StaticString, PageCut.Reason)] = [
    ("comment", .comments), ("binhluan", .comments), ("binh-luan", .comments), ("ykien", .comments), ("y-kien", .comments),
    ("feedback", .comments), ("cmt", .comments),
    ("related", .related), ("relate-", .related), ("lienquan", .related), ("lien-quan", .related), ("tinkhac", .related),
    ("tin-khac", .related),
    ("other-news", .related), ("othernews", .related), ("cungchuyenmuc", .related), ("cung-chuyen-muc", .related), ("docnhieu", .related),
    ("doc-nhieu", .related), ("mostview", .related), ("most-view", .related), ("xemnhieu", .related), ("xem-nhieu", .related),
    ("sidebar", .related), ("tinmoi", .related), ("tin-moi", .related), ("tag-list", .related), ("tags", .related), ("keyword", .related),
    ("menu", .menu), ("navbar", .menu), ("breadcrumb", .menu), ("pagination", .menu), ("toolbar", .menu), ("topbar", .menu),
    ("share", .share), ("social", .share), ("rating", .share), ("fb-like", .share), ("advert", .advertisement), ("banner", .advertisement),
    ("quangcao", .advertisement), ("quang-cao", .advertisement), ("popup", .advertisement), ("sponsor", .advertisement),
    ("footer", .footer),
    ("copyright", .footer), ("login", .form), ("search", .form), ("subscribe", .form), ("newsletter", .form),
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word of lower-case ASCII stands in the name of a class, in any case.
  func holds(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    for start in 0...count - length {
      var index = 0
      // Class names are ASCII: a letter's case is one bit.
      while index < length, self[start + index] | 0x20 == word.utf8Start[index] { index += 1 }
      if index == length { return true }
    }
    return false
  }
}
