/// A creator at a glance: everything of a day that a list shows.
public struct CreatorSummary: Hashable, Sendable {
  /// Who.
  public let creator: Creator
  /// The newest count, if any.
  public let followers: Int64?
  /// The newest rate on followers, if any.
  public let engagement: EngagementRate?
  /// The quotes that hold on the day, at most one a format, image first.
  public let quotes: [Quote]
  /// What the raters think.
  public let rating: RatingSummary
  /// Codes, by name.
  public let categories: [String]
  /// Tags, by name.
  public let tags: [String]
  /// What keeps the creator out of shortlists that day.
  public let exclusions: [Exclusion]

  /// A creator at a glance.
  public init(
    creator: Creator, followers: Int64?, engagement: EngagementRate?, quotes: [Quote],
    rating: RatingSummary, categories: [String], tags: [String], exclusions: [Exclusion]
  ) {
    self.creator = creator
    self.followers = followers
    self.engagement = engagement
    self.quotes = quotes
    self.rating = rating
    self.categories = categories
    self.tags = tags
    self.exclusions = exclusions
  }

  /// The quoted price for a format that holds on the day.
  public func price(_ format: NoteFormat) -> Money? {
    quotes.first { $0.format == format }?.price
  }
}
