/// How searches changed: those of each week against those of a day before the campaign.
///
/// Only days that a count is known of count; a day without one is not a day of 0 searches.
public struct SearchLift: Sendable {
  /// Some days and what was searched on those of them that a count is known of.
  public struct Span: Hashable, Sendable {
    /// The days.
    public let days: ClosedRange<Day>
    /// How many of them have a count.
    public let counted: Int64
    /// All their searches.
    public let searches: Int64

    init(_ days: ClosedRange<Day>, _ counts: [Day: Int64]) {
      let mine = counts.filter { days.contains($0.key) }
      (self.days, counted) = (days, Int64(mine.count))
      searches = mine.values.reduce(0, +)
    }

    /// Searches a day in hundredths, half up; `nil` without a count.
    public var perDayHundredths: Int64? {
      HalfUp.quotient(Int128(searches), Int128(counted), times: 100)
    }
  }

  /// A week and how far it is above or below the base.
  public struct Week: Hashable, Sendable {
    /// Which.
    public let week: CampaignWeek
    /// What was searched.
    public let span: Span
    /// Searches a day against the base's, less one, in basis points, half up; `nil` without searches there.
    public let lift: Int64?
  }

  /// What the weeks are measured by.
  public let base: Span
  /// Whether the base lies before the campaign; else it is the first days that counts are known of.
  public let isBefore: Bool
  /// The weeks that have a count, in time.
  public let weeks: [Week]

  /// The lift of searches by day; `nil` without any.
  ///
  /// - Parameters:
  ///   - first: the campaign's first day.
  ///   - window: how many days before it make up the base; as many from the first count on, where none of
  ///     those has one.
  public init?(_ counts: [Day: Int64], from first: Day, window: Int32) {
    guard let earliest = counts.keys.min(), window > 0 else { return nil }
    let before = Span(first.adding(days: -window)...first.adding(days: -1), counts)
    isBefore = before.counted > 0
    let base =
      isBefore ? before : Span(earliest...earliest.adding(days: window - 1), counts)
    self.base = base
    let byWeek = Dictionary(grouping: counts) { CampaignWeek(of: $0.key, from: first) }
    weeks = byWeek.sorted { $0.key < $1.key }.map { week, counts in
      let span = Span(
        week.days, Dictionary(uniqueKeysWithValues: counts.map { ($0.key, $0.value) }))
      return Week(week: week, span: span, lift: Self.lift(span, base))
    }
  }

  private static func lift(_ span: Span, _ base: Span) -> Int64? {
    let usual = Int128(base.searches) * Int128(span.counted)
    return HalfUp.quotient(
      Int128(span.searches) * Int128(base.counted) - usual, usual, times: 10_000)
  }
}
