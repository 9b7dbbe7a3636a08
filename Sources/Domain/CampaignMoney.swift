/// What a campaign has cost by some day.
public struct CampaignMoney: Hashable, Sendable {
  /// Booked and not paid, service fees included.
  public var committed = Money.zero
  /// Paid and not completed: with the platform.
  public var paid = Money.zero
  /// Of completed orders, refunds taken off.
  public var completed = Money.zero
  /// What ads have cost.
  public var ads = Money.zero
  /// How many orders were booked by then.
  public var orders: Int64 = 0

  /// Nothing yet.
  public init() {}

  /// What else it has cost.
  public mutating func add(_ other: CampaignMoney) {
    committed += other.committed
    paid += other.paid
    completed += other.completed
    ads += other.ads
    orders += other.orders
  }

  /// All that is spent or promised.
  public var used: Money { committed + paid + completed + ads }

  /// What is left of a budget; below zero when it is overspent.
  public func left(of budget: Money) -> Money { budget - used }
}
