public import Domain

/// What the book knew of a creator when an order was booked, for grouping and judging the order.
public struct CreatorFacts: Hashable, Sendable {
  /// The nickname, if the creator has a card.
  public let nickname: String?
  /// The tier, if followers are known.
  public let tier: Tier?
  /// The usual range of the tier and the creator's categories, if followers are known.
  public let benchmark: QuoteBenchmark?

  /// Facts; each may be unknown.
  public init(nickname: String? = nil, tier: Tier? = nil, benchmark: QuoteBenchmark? = nil) {
    (self.nickname, self.tier, self.benchmark) = (nickname, tier, benchmark)
  }
}
