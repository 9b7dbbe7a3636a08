/// Seven days of a campaign, counted from its first day: week 1 begins with it, week 0 is the one before.
public struct CampaignWeek: Hashable, Comparable, Sendable {
  /// Its number.
  public let number: Int32
  /// Its days.
  public let days: ClosedRange<Day>

  /// The week of a day.
  public init(of day: Day, from first: Day) {
    let days = day.number - first.number
    let weeks = days >= 0 ? days / 7 : (days - 6) / 7
    self.init(weeks + 1, from: first)
  }

  private init(_ number: Int32, from first: Day) {
    self.number = number
    let start = first.adding(days: (number - 1) * 7)
    days = start...start.adding(days: 6)
  }

  /// All weeks from the first through the last of some days, none left out.
  public static func all(of days: some Collection<Day>, from first: Day) -> [CampaignWeek] {
    guard let earliest = days.min(), let latest = days.max() else { return [] }
    let numbers =
      CampaignWeek(of: earliest, from: first).number...CampaignWeek(of: latest, from: first).number
    return numbers.map { CampaignWeek($0, from: first) }
  }

  /// Earlier before later.
  public static func < (left: CampaignWeek, right: CampaignWeek) -> Bool {
    left.number < right.number
  }
}
