public import Domain

/// What a person types of a creator; what is `nil` or empty stays as it is.
public struct CreatorDraft: Sendable {
  /// 昵称.
  public var nickname: String?
  /// The key to give a new creator; made from the user id or 小红书号 if there is none.
  public var id: String?
  /// The 24-digit user id.
  public var userID: String?
  /// 小红书号.
  public var redID: String?
  /// The profile page; carries the user id.
  public var profileURL: String?
  /// Where the creator lives.
  public var city: String?
  /// As people write it.
  public var gender: String?
  /// The MCN; an empty text takes it away.
  public var agency: String?
  /// Pugongying's health level.
  public var healthLevel: String?
  /// Followers today.
  public var followers: Int64?
  /// Engagement today.
  public var engagement: EngagementRate?
  /// Categories as people write them; they replace those on file.
  public var categories: [String] = []
  /// More tags.
  public var tags: [String] = []
  /// More contacts.
  public var contacts: [Contact] = []
  /// A note.
  public var note: String?
  /// Quotes by format; `nil` inside says that the format is not offered.
  public var quotes: [Quote] = []

  /// Nothing typed yet.
  public init() {}
  /// Whether it says nothing at all.
  var isEmpty: Bool {
    texts.isEmpty && followers == nil && engagement == nil && quotes.isEmpty
  }

  private var texts: [String] {
    [nickname, id, userID, redID, profileURL, city, gender, agency, healthLevel, note]
      .compactMap(\.self) + categories + tags + contacts.flatMap { [$0.kind, $0.value] }
  }
}
