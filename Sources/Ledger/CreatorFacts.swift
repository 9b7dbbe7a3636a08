public import Domain

/// What the book knew of a creator when an order was booked, for grouping and judging the order.
public struct CreatorFacts: Hashable, Sendable {
  /// Whom the creator is kept under, if it was merged into another.
  public let creator: CreatorID?
  /// The nickname, if the creator has a card.
  public let nickname: String?
  /// The tier, if followers are known.
  public let tier: Tier?
  /// The usual range of the tier and the creator's categories, if followers are known.
  public let benchmark: QuoteBenchmark?

  /// Facts; each may be unknown.
  public init(
    creator: CreatorID? = nil, nickname: String? = nil, tier: Tier? = nil,
    benchmark: QuoteBenchmark? = nil
  ) {
    (self.creator, self.nickname, self.tier) = (creator, nickname, tier)
    self.benchmark = benchmark
  }
}
