/// What a campaign brought in beside what it cost, by channel.
///
/// The cost of K is what the books hold of the campaign's orders: quotes and brand-side service fees, after
/// refunds. The cost of an ad format is what its ads took. Gifts, content and management are in neither.
/// What nothing is known of is `nil`, and so is what would be divided by it or by 0.
public struct CampaignReturn: Sendable {
  /// What customers ordered.
  public struct Income: Hashable, Sendable {
    /// How many orders.
    public var orders: Int64
    /// What they brought in.
    public var revenue: Money

    /// An income.
    public init(orders: Int64, revenue: Money) { (self.orders, self.revenue) = (orders, revenue) }
  }

  /// One channel, or all together.
  public struct Line: Hashable, Sendable {
    /// Which; `nil` for all.
    public let channel: ReturnChannel?
    /// What was spent on it.
    public let spend: Money?
    /// What came by it.
    public let income: Income?
    /// Whether K, F and S have a known cost wherever something came by them: else nothing is divided.
    public let isWhole: Bool
    /// Its part of all that was spent, in basis points, half up.
    public let spendShare: Int64?
    /// Its part of all revenue, likewise.
    public let revenueShare: Int64?

    /// Return on investment: (revenue − spend) ÷ spend in basis points, half up.
    public var roi: Int64? {
      guard isWhole, let spend, let income else { return nil }
      return HalfUp.quotient(
        Int128(income.revenue.fen) - Int128(spend.fen), Int128(spend.fen), times: 10_000)
    }

    /// Cost of acquiring a customer: spend ÷ orders, half up to a fen. Who orders twice counts twice.
    public var costPerOrder: Money? {
      guard isWhole, let spend, let income else { return nil }
      return HalfUp.quotient(Int128(spend.fen), Int128(income.orders)).map(Money.init(fen:))
    }
  }

  /// K, F and S, then others by name.
  public let lines: [Line]
  /// All together, as far as it is known.
  public let total: Line

  /// The return of what is known of each channel.
  public init(spend: [ReturnChannel: Money], income: [ReturnChannel: Income]) {
    let allSpent = spend.isEmpty ? nil : spend.values.reduce(.zero, +)
    let all =
      income.isEmpty
      ? nil
      : income.values.reduce(Income(orders: 0, revenue: .zero)) { sum, one in
        Income(orders: sum.orders + one.orders, revenue: sum.revenue + one.revenue)
      }
    let channels = Set(spend.keys).union(income.keys).union([.creators, .feed, .search])
    lines = channels.sorted().map { channel in
      Line(
        channel: channel, spend: spend[channel], income: income[channel], isWhole: true,
        spendShare: Self.share(spend[channel], of: allSpent),
        revenueShare: Self.share(income[channel]?.revenue, of: all?.revenue))
    }
    let isWhole = [.creators, .feed, .search].allSatisfy { income[$0] == nil || spend[$0] != nil }
    total = Line(
      channel: nil, spend: allSpent, income: all, isWhole: isWhole,
      spendShare: Self.share(allSpent, of: allSpent),
      revenueShare: Self.share(all?.revenue, of: all?.revenue))
  }

  /// Corrections by hand can take a cost below zero, which is no part of anything.
  private static func share(_ part: Money?, of whole: Money?) -> Int64? {
    guard let part, let whole, part >= .zero, whole >= .zero else { return nil }
    return Percent.basisPoints(part.fen, of: whole.fen)
  }
}
