/// The service fees over time. Rows are added, never edited.
public struct FeeSchedule: Hashable, Sendable {
  /// By side, mode and first day.
  public let rates: [FeeRate]

  /// A schedule of rows in any order; of two with the same side, mode and day the later in the list holds.
  public init(_ rates: [FeeRate]) {
    self.rates = rates.enumerated().sorted { left, right in
      let key = { (rate: FeeRate) in (rate.side.rawValue, rate.mode.rawValue, rate.from) }
      return key(left.element) == key(right.element)
        ? left.offset < right.offset : key(left.element) < key(right.element)
    }.map(\.element)
  }

  /// The row in force on a Shanghai day, or `nil` when the schedule has none yet.
  public func rate(_ side: FeeRate.Side, _ mode: FeeRate.Mode, on day: Day) -> FeeRate? {
    place(side, mode, day).map { rates[$0] }
  }

  /// The rate in force on a Shanghai day, or `nil` when the schedule has none yet.
  public func share(_ side: FeeRate.Side, _ mode: FeeRate.Mode, on day: Day) -> Share? {
    place(side, mode, day).map { rates[$0].share }
  }

  private func place(_ side: FeeRate.Side, _ mode: FeeRate.Mode, _ day: Day) -> Int? {
    rates.indices.last { rates[$0].side == side && rates[$0].mode == mode && rates[$0].from <= day }
  }
}
