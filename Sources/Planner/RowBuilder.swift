import Domain

/// Writes the rules of a problem as rows, leaving out those that are to be ignored.
struct RowBuilder {
  let problem: Problem
  let ignored: Set<Constraint>
  /// The bands in search order.
  let bands: [Band]
  private(set) var rows: [Row] = []

  init(_ problem: Problem, bands: [Band], ignoring ignored: Set<Constraint>) {
    (self.problem, self.bands, self.ignored) = (problem, bands, ignored)
    addSpend()
    switch problem.mix {
    case .none: break
    case .spend(let shares): addShares(shares)
    case .envelope(let shares): addEnvelope(shares)
    case .heads(let shares, let rounding):
      addHeads(shares, slack: rounding == .outward ? 9_999 : 0)
    case .counts(let limits): addCounts(limits)
    }
  }

  private mutating func addSpend() {
    let all = [Int64](repeating: 10_000, count: bands.count)
    add(cost: all, bound: 10_000 * problem.budget.fen)
    var least = ignored.contains(.minimumUse) ? 0 : problem.leastSpend.fen
    // A share of nothing is no share: where the mix is one of spend, something is spent.
    if case .spend = problem.mix { least = max(least, 1) }
    if least > 0 { add(cost: all.map(-), bound: -10_000 * least) }
  }

  private mutating func addShares(_ shares: Shares) {
    for band in asked {
      let part = shares.basisPoints(of: band)
      if part.lowerBound > 0 {
        add(cost: bands.map { part.lowerBound - ($0 == band ? 10_000 : 0) }, bound: 0)
      }
      if part.upperBound < 10_000 {
        add(cost: bands.map { ($0 == band ? 10_000 : 0) - part.upperBound }, bound: 0)
      }
    }
  }

  private mutating func addEnvelope(_ shares: Shares) {
    for band in asked {
      let part = shares.basisPoints(of: band)
      let own = bands.map { $0 == band ? Int64(10_000) : 0 }
      if part.lowerBound > 0 {
        add(cost: own.map(-), bound: -part.lowerBound * problem.budget.fen)
      }
      add(cost: own, bound: part.upperBound * problem.budget.fen)
    }
  }

  private mutating func addHeads(_ shares: Shares, slack: Int64) {
    for band in asked {
      let part = shares.basisPoints(of: band)
      add(count: bands.map { part.lowerBound - ($0 == band ? 10_000 : 0) }, bound: slack)
      add(count: bands.map { ($0 == band ? 10_000 : 0) - part.upperBound }, bound: slack)
    }
  }

  private mutating func addCounts(_ limits: ByBand<ClosedRange<Int>>) {
    for band in asked {
      // Millionths of a creator, so that multipliers of the row are fine enough.
      let own = bands.map { $0 == band ? Int64(1_000_000) : 0 }
      let low = Int64(min(limits[band].lowerBound, problem.offers.count + 1))
      let high = Int64(min(limits[band].upperBound, problem.offers.count))
      if low > 0 { add(count: own.map(-), bound: -1_000_000 * low) }
      if high < problem.offers.count { add(count: own, bound: 1_000_000 * high) }
    }
  }

  private var asked: [Band] { Band.allCases.filter { !ignored.contains(.band($0)) } }

  private mutating func add(cost: [Int64], bound: Int64) {
    rows.append(Row(cost: cost, count: cost.map { _ in 0 }, bound: bound))
  }

  private mutating func add(count: [Int64], bound: Int64) {
    rows.append(Row(cost: count.map { _ in 0 }, count: count, bound: bound))
  }
}
