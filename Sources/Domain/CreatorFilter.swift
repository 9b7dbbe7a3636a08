/// Which creators a list shows; what is `nil` or empty lets everybody through.
public struct CreatorFilter: Hashable, Sendable {
  /// At least so many followers.
  public var minFollowers: Int64?
  /// Fewer followers than this.
  public var belowFollowers: Int64?
  /// In any of these categories, by code.
  public var categories: [String] = []
  /// Represented by this MCN.
  public var agency: String?
  /// With all of these tags.
  public var tags: [String] = []
  /// Rated at least so high on average, in hundredths of a star; the unrated don't pass.
  public var minRatingHundredths: Int64?
  /// With a quote of at least this.
  public var minFee: Money?
  /// With a quote of at most this.
  public var maxFee: Money?
  /// With at least this engagement on followers, in basis points.
  public var minEngagement: Int64?
  /// Living in a place that contains these words.
  public var city: String?
  /// Only those that nothing keeps out of shortlists.
  public var onlyFree = false

  /// Everybody.
  public init() {}
}
