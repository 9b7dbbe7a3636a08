import Domain

/// Looks for the nearest budget with which a problem has a list.
struct BudgetRemedy {
  let problem: Problem
  let patience: Patience

  /// One yuan: budgets are told to the yuan.
  private static let step: Int64 = 100

  /// The least budget that the bands' cheapest creators call for, or else the nearest that is found, a larger
  /// one before a smaller one.
  func found() -> Remedy? {
    let least = needed()
    if least > problem.budget, least <= .largest, check(least.fen) == .possible {
      return .budget(least, .smallest)
    }
    return larger(than: max(least, problem.budget).fen) ?? smaller(than: problem.budget.fen)
  }

  private func check(_ fen: Int64) -> Feasibility {
    var changed = problem
    changed.budget = Money(fen: fen)
    return patience.check(changed)
  }

  private func larger(than start: Int64) -> Remedy? {
    var low = start
    for percent in [101, 102, 105, 110, 120, 135, 150, 175, 200, 250, 300, 400, 500, 1_000] {
      let high = Self.yuan(start, Int64(percent))
      if high > Money.largest.fen || patience.isOver() { return nil }
      if high > low, check(high) == .possible { return nearest(low, high, away: 1) }
      low = max(low, high)
    }
    return nil
  }

  private func smaller(than start: Int64) -> Remedy? {
    var high = start
    for percent in [95, 90, 80, 70, 60, 50, 40, 30, 20, 10] {
      let low = Self.yuan(start, Int64(percent))
      if low <= 0 || patience.isOver() { return nil }
      if low < high, check(low) == .possible { return nearest(high, low, away: -1) }
      high = min(high, low)
    }
    return nil
  }

  /// A budget that works, while one that is a yuan nearer to `fails` does not.
  private func nearest(_ fails: Int64, _ works: Int64, away sign: Int64) -> Remedy {
    var (outside, inside) = (fails, works)
    while abs(inside - outside) > Self.step {
      let middle = (inside + outside) / 2 / Self.step * Self.step
      let next = middle == outside || middle == inside ? inside - sign * Self.step : middle
      if next == outside { break }
      if check(next) == .possible { inside = next } else { outside = next }
    }
    let isEdge = check(inside - sign * Self.step) == .impossible
    let edge: Remedy.Edge = isEdge ? (sign > 0 ? .lessFails : .moreFails) : .works
    return .budget(Money(fen: inside), edge)
  }

  /// So many percent of an amount, rounded up to whole yuan.
  private static func yuan(_ fen: Int64, _ percent: Int64) -> Int64 {
    Int64((Int128(fen) * Int128(percent) + 9_999) / 10_000 * 100)
  }

  /// No budget below this has a list: some band's cheapest creators cost more than it could pay.
  private func needed() -> Money {
    var needed = Int128(0)
    switch problem.mix {
    case .spend(let shares), .envelope(let shares):
      for band in Band.allCases {
        let part = shares.basisPoints(of: band)
        guard part.lowerBound > 0, let cheapest = cheapest(band).first else { continue }
        let (least, most) = (Int128(cheapest) * 10_000, Int128(part.upperBound))
        needed = max(needed, (least + most - 1) / most)
      }
    case .counts(let limits):
      needed = Band.allCases.reduce(needed) { sum, band in
        sum + cheapest(band).prefix(limits[band].lowerBound).reduce(Int128(0)) { $0 + Int128($1) }
      }
    case .heads, .none: break
    }
    return Money(fen: Int64(clamping: needed))
  }

  /// What the creators of a band cost at least, cheapest first.
  private func cheapest(_ band: Band) -> [Int64] {
    Dictionary(grouping: problem.offers.filter { $0.band == band }, by: \.creator)
      .map { $0.value.map(\.cost.fen).min() ?? 0 }.sorted()
  }
}
