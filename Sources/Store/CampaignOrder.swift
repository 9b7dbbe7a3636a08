public import Domain

/// An order of a campaign, and what it has cost by a day.
public struct CampaignOrder: Sendable {
  /// A change of what it costs.
  public struct Change: Hashable, Sendable {
    /// When.
    public let day: Day
    /// More, or less by a refund.
    public let amount: Money
  }

  /// Its name.
  public let name: String
  /// Whom its creator is kept under.
  public let creator: CreatorKey
  /// When it was booked.
  public let bookedOn: Day
  /// Whether it was completed by then.
  public internal(set) var isCompleted = false
  /// What it has cost by then.
  public internal(set) var money = CampaignMoney()
  /// How that came about, the earliest first.
  public internal(set) var changes: [Change] = []

  init(name: String, creator: CreatorKey, bookedOn: Day) {
    (self.name, self.creator, self.bookedOn) = (name, creator, bookedOn)
    money.orders = 1
  }
}
