/// What a plain row of a list says of a creator: numbers are read, texts lie where the list has them.
///
/// Nothing is copied, so a million of them cost no memory: a row is good until the next one is read.
/// Texts are UTF-8, normalised and on one line; an empty one says nothing, and so does a number below 0.
public struct CreatorRow {
  /// UTF-8 somewhere in the list.
  public typealias Text = UnsafeRawBufferPointer

  /// When and by whom a value was seen, where the row says so.
  public struct Stamp {
    /// The day; `nil` for that of the whole row.
    public var day: Day?
    /// The source; empty for that of the whole row.
    public var source = Text(start: nil, count: 0)

    /// Nothing said.
    public init() {}
  }

  /// The line it stands on.
  public var line = 0
  /// The user's own key.
  public var ownID = Text(start: nil, count: 0)
  /// The 24-digit user id in lower case.
  public var userID = Text(start: nil, count: 0)
  /// 小红书号.
  public var redID = Text(start: nil, count: 0)
  /// 昵称.
  public var nickname = Text(start: nil, count: 0)
  /// The profile page.
  public var profileURL = Text(start: nil, count: 0)
  /// Where the creator lives.
  public var city = Text(start: nil, count: 0)
  /// As written.
  public var gender = Text(start: nil, count: 0)
  /// The MCN.
  public var agency = Text(start: nil, count: 0)
  /// Pugongying's health level in words.
  public var healthLevel = Text(start: nil, count: 0)
  /// The cell of the categories.
  public var categories = Text(start: nil, count: 0)
  /// How many follow.
  public var followers: Int64 = -1
  /// Interactions per note, in basis points.
  public var rate: Int64 = -1
  /// What the rate is a part of.
  public var base = EngagementRate.Base.followers
  /// The price of an image note before the fee, in fen; 0 says that there is none.
  public var imageFen: Int64 = -1
  /// The price of a video note likewise.
  public var videoFen: Int64 = -1
  /// The last day that the prices hold.
  public var validUntil: Day?
  /// Of whatever has no stamp of its own.
  public var seen = Stamp()
  /// Of the follower count.
  public var followersSeen = Stamp()
  /// Of the rate.
  public var rateSeen = Stamp()
  /// Of the prices.
  public var quoted = Stamp()

  /// A row that says nothing.
  public init() {}

  /// Makes it say nothing again, but for its line.
  ///
  /// - Parameter stamps: whether it may have days or sources, which take longer.
  public mutating func clear(_ base: EngagementRate.Base, stamps: Bool) {
    let nothing = Text(start: nil, count: 0)
    (ownID, userID, redID, nickname, profileURL) = (nothing, nothing, nothing, nothing, nothing)
    (city, gender, agency, healthLevel, categories) = (nothing, nothing, nothing, nothing, nothing)
    (followers, rate, imageFen, videoFen) = (-1, -1, -1, -1)
    self.base = base
    validUntil = nil
    guard stamps else { return }
    (seen, followersSeen, rateSeen, quoted) = (Stamp(), Stamp(), Stamp(), Stamp())
  }
}
