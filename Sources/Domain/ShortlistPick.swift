/// One creator × format of a shortlist, with every figure the choice was made by.
public struct ShortlistPick: Hashable, Sendable {
  /// Who makes the note.
  public let creator: CreatorID
  /// 昵称 as of planning.
  public let nickname: String
  /// The profile page, if known.
  public let profileURL: String?
  /// Which kind of note.
  public let format: NoteFormat
  /// The tier as of planning, by code.
  public let tier: String
  /// The band of the pyramid it counts in.
  public let band: Band
  /// As of planning.
  public let followers: Int64
  /// Per follower, as of planning; `nil` when the objective needed none.
  public let engagement: EngagementRate?
  /// As of planning.
  public let rating: RatingSummary
  /// The creator's price before either fee.
  public let quote: Money
  /// The brand-side service fee on the quote.
  public let fee: Money
  /// What the objective counted.
  public let value: Int64
  /// The day of the quote.
  public let quotedOn: Day?
  /// The MCN as of planning.
  public let agency: String?
  /// Codes, by name.
  public let categories: [String]

  /// A pick.
  public init(
    creator: CreatorID, nickname: String, profileURL: String?, format: NoteFormat, tier: String,
    band: Band,
    followers: Int64, engagement: EngagementRate?, rating: RatingSummary, quote: Money, fee: Money,
    value: Int64, quotedOn: Day?, agency: String?, categories: [String]
  ) {
    self.creator = creator
    self.nickname = nickname
    self.profileURL = profileURL
    self.format = format
    self.tier = tier
    self.band = band
    self.followers = followers
    self.engagement = engagement
    self.rating = rating
    self.quote = quote
    self.fee = fee
    self.value = value
    self.quotedOn = quotedOn
    self.agency = agency
    self.categories = categories
  }

  /// What the brand pays: quote + brand-side fee.
  public var cost: Money { quote + fee }

  /// Head before middle before base, then the most valuable first, then by id.
  public static func shown(before left: ShortlistPick, _ right: ShortlistPick) -> Bool {
    if left.band != right.band { return left.band > right.band }
    if left.value != right.value { return left.value > right.value }
    return left.creator < right.creator
  }
}
