/// What was spent week by week, by channel.
public struct SpendCourse: Sendable {
  /// A change of what is spent: more, or less by a refund.
  public struct Change: Hashable, Sendable {
    /// When.
    public let day: Day
    /// On what.
    public let channel: ReturnChannel
    /// How much.
    public let amount: Money

    /// A change.
    public init(day: Day, channel: ReturnChannel, amount: Money) {
      (self.day, self.channel, self.amount) = (day, channel, amount)
    }
  }

  /// One week.
  public struct Week: Hashable, Sendable {
    /// Which.
    public let week: CampaignWeek
    /// By channel.
    public let amounts: [ReturnChannel: Money]
    /// All of it through this week.
    public let soFar: Money

    /// All of the week.
    public var sum: Money { amounts.values.reduce(.zero, +) }
  }

  /// From the first through the last week with a change, none left out.
  public let weeks: [Week]

  /// The weeks of some changes in any order, counted from a campaign's first day.
  public init(_ changes: [Change], from first: Day) {
    let byWeek = Dictionary(grouping: changes) { CampaignWeek(of: $0.day, from: first) }
    var soFar = Money.zero
    weeks = CampaignWeek.all(of: changes.map(\.day), from: first).map { week in
      let amounts = Dictionary(
        byWeek[week, default: []].map { ($0.channel, $0.amount) }, uniquingKeysWith: +)
      soFar += amounts.values.reduce(.zero, +)
      return Week(week: week, amounts: amounts, soFar: soFar)
    }
  }
}
