/// How often a keyword was searched on a day.
public struct SearchCount: Hashable, Sendable {
  /// The keyword, such as the brand's name.
  public var keyword: String
  /// The campaign.
  public var campaign: String?
  /// How often.
  public var searches: Int64

  /// A count.
  public init(keyword: String, campaign: String? = nil, searches: Int64) {
    (self.keyword, self.campaign, self.searches) = (keyword, campaign, searches)
  }
}
