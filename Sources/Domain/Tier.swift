/// One row of the tier table: what a creator of this size is called and usually costs.
///
/// Source: DOMAIN section 2, guide [X]; the rows in force are reference data of the book.
public struct Tier: Hashable, Sendable {
  /// `nano`, `micro`, `mid`, `top`, or the user's own.
  public let code: String
  /// Its name in English.
  public let name: String
  /// Its name in Chinese.
  public let chineseName: String
  /// The band of the pyramid it counts in.
  public let band: Band
  /// The fewest followers; a bound belongs to the tier above it.
  public let minFollowers: Int64
  /// The usual fee per note, before category premiums and before the brand-side fee.
  public let usualFee: ClosedRange<Money>
  /// Interactions per note as a part of followers, in basis points, where the table says it.
  public let engagement: ClosedRange<Int64>?

  /// A row of the table.
  public init(
    code: String, name: String, chineseName: String, band: Band, minFollowers: Int64,
    usualFee: ClosedRange<Money>, engagement: ClosedRange<Int64>? = nil
  ) {
    self.code = code
    self.name = name
    self.chineseName = chineseName
    self.band = band
    self.minFollowers = minFollowers
    self.usualFee = usualFee
    self.engagement = engagement
  }
}
