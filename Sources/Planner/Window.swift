/// What a pool may spend, and how many it may have, for the rows to hold.
struct Window {
  var cost: ClosedRange<Int64>
  var count: ClosedRange<Int64>

  /// What a pool's picks can cost and number at all, as far as a budget goes.
  init(of pool: BandPool, budget: Int64) {
    let (costs, budget) = (pool.costs, Int128(budget))
    // What costs more than the budget at least is as good as a fen above it.
    cost = Int64(min(costs.lowerBound, budget + 1))...Int64(min(costs.upperBound, budget + 1))
    count = pool.counts
  }

  /// The windows of the pool `pool` when the rows have `right` left, the pool lies within `range`, and the
  /// pools after it can take `slack` off; `nil` when nothing fits.
  init?(rows: [Row], right: [Int64], pool: Int, range: Window, slack: [Int64]) {
    var (lowCost, highCost) = (range.cost.lowerBound, range.cost.upperBound)
    var (lowCount, highCount) = (range.count.lowerBound, range.count.upperBound)
    for (index, row) in rows.enumerated() {
      // The later pools can take up to `slack` off the left side.
      let (left, overflow) = right[index].addingReportingOverflow(slack[index])
      if overflow { continue }
      Self.narrow(&lowCost, &highCost, row.cost[pool], row.count[pool] == 0 ? left : nil)
      Self.narrow(&lowCount, &highCount, row.count[pool], row.cost[pool] == 0 ? left : nil)
      if row.cost[pool] == 0, row.count[pool] == 0, left < 0 { return nil }
    }
    guard lowCost <= highCost, lowCount <= highCount else { return nil }
    cost = lowCost...highCost
    count = lowCount...highCount
  }

  /// The most that factors of the spend and the count can make.
  func most(cost factor: Int64, count other: Int64) -> Int64 {
    factor * (factor > 0 ? cost.upperBound : cost.lowerBound)
      + other * (other > 0 ? count.upperBound : count.lowerBound)
  }

  /// Keeps the spend to multiples of a unit; `nil` when there are none.
  func rounded(to unit: Int64) -> Window? {
    let high = cost.upperBound / unit * unit
    let low = high - (high - cost.lowerBound) / unit * unit
    guard low >= cost.lowerBound, low <= high else { return nil }
    var window = self
    window.cost = low...high
    return window
  }

  /// Keeps the count within a box; `nil` when nothing is left.
  func narrowed(to box: ClosedRange<Int64>?) -> Window? {
    guard let box else { return self }
    guard box.overlaps(count) else { return nil }
    var window = self
    window.count = count.clamped(to: box)
    return window
  }

  func contains(_ state: FlipState) -> Bool {
    cost.contains(state.cost) && count.contains(state.count)
  }

  /// Narrows low...high to where coefficient · x <= left.
  private static func narrow(
    _ low: inout Int64, _ high: inout Int64, _ coefficient: Int64, _ left: Int64?
  ) {
    guard let left, coefficient != 0 else { return }
    let quotient = left / coefficient
    let rest = left % coefficient
    if coefficient > 0 {
      high = min(high, rest < 0 ? quotient - 1 : quotient)
    } else {
      // x >= left / coefficient, rounded up; a negative divisor and a negative rest make a positive part.
      low = max(low, rest < 0 ? quotient + 1 : quotient)
    }
  }
}
