/// What ads on a note came to: counts, each with what the ads cost of which it is known.
public struct AdSums: Sendable {
  /// A count, and the spend on the ads that it is of.
  public struct Side: Sendable {
    /// How many.
    public let count: Int64
    /// What those ads cost.
    public let spend: Money

    /// A count; `nil` for none.
    public init?(count: Int64?, spendFen: Int64?) {
      guard let count, let spendFen else { return nil }
      (self.count, spend) = (count, Money(fen: spendFen))
    }
  }

  /// What all of them cost.
  public let spend: Money
  /// How often they were shown.
  public let impressions: Side?
  /// How often they were clicked.
  public let clicks: Side?
  /// Interactions after that.
  public let interactions: Side?

  /// Sums.
  public init(spend: Money, impressions: Side?, clicks: Side?, interactions: Side?) {
    (self.spend, self.impressions) = (spend, impressions)
    (self.clicks, self.interactions) = (clicks, interactions)
  }
}
