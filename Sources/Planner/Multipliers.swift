/// Multipliers of the rows, the prices they mean for each pool left, and the bound they prove.
struct Multipliers {
  /// By pool, from the first that is left.
  let prices: [Price]
  /// No choice from the pools left scores more: exact, in the unit of scores.
  let bound: Int128
  /// By row, zero or more, in the unit of scores; empty where the prices come from elsewhere.
  var rows: [Int128] = []
  /// How many picks of each pool the best mix has: a hint, not a claim.
  var counts: [Double] = []
}

/// Looks for multipliers with a low bound by cutting planes.
struct MultiplierSearch {
  let model: Model
  /// Points of each pool that bounds have touched, to start the next search from.
  private var points: [[Point]]
  private let valueUnit: Double

  private static let remembered = 48

  init(_ model: Model) {
    self.model = model
    points = model.pools.map { $0.hull.sample(12, upTo: Int128(model.budget)) }
    let best = points.map { Double($0.map(\.value).max() ?? 0) }.reduce(0, +)
    valueUnit = max(1, best)
  }

  /// The lowest bound found on what the pools from `first` on can score when the rows of `set` have `right` left.
  ///
  /// - Parameter enough: the search ends as soon as a bound is at most this.
  mutating func find(
    _ set: RowSet, from first: Int, right: [Int64], enough: Int128
  ) -> Multipliers? {
    let pools = first..<model.pools.count
    var master = start(set, pools, right: right)
    var best: Multipliers?
    var added = pools.flatMap { pool in points[pool].dropFirst().map { (pool, $0) } }
    for _ in 0..<60 {
      master.optimize()
      let multipliers = integers(master.multipliers, set)
      let prices = pools.map { price(of: $0, multipliers, set) }
      guard let (bound, touched) = bound(pools, prices, multipliers, right) else { break }
      if bound < best?.bound ?? Int128.max {
        best = Multipliers(prices: prices, bound: bound, rows: multipliers)
      }
      if bound <= enough { break }
      let reached = base(pools).map { Double($0.value) }.reduce(0, +) + master.value * valueUnit
      let gap = Double(near: best?.bound ?? bound) / 0x1p50 - reached
      if gap <= max(0.01, reached * 1e-11) { break }
      var isNew = false
      for (index, pool) in pools.enumerated() where !points[pool].contains(touched[index]) {
        remember(touched[index], pool)
        add(touched[index], pool, of: pools, set, to: &master)
        added.append((pool, touched[index]))
        isNew = true
      }
      if !isNew { break }
    }
    best?.counts = counts(master, added, pools)
    return best
  }

  private func counts(_ master: Master, _ added: [(Int, Point)], _ pools: Range<Int>) -> [Double] {
    var counts = pools.map { Double(points[$0][0].count) }
    for (index, weight) in master.weights {
      let (pool, point) = added[index]
      counts[pool - pools.lowerBound] += weight * Double(point.count - points[pool][0].count)
    }
    return counts
  }

  /// Σ multiplier · right + Σ best scores, with what each pool chose; `nil` when 128 bits don't hold it.
  private func bound(
    _ pools: Range<Int>, _ prices: [Price], _ multipliers: [Int128], _ right: [Int64]
  ) -> (Int128, [Point])? {
    var sum = zip(multipliers, right).reduce(Int128(0)) { $0 + $1.0 * Int128($1.1) }
    var touched: [Point] = []
    for (index, pool) in pools.enumerated() {
      guard let (point, score) = model.pools[pool].best(at: prices[index]) else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(score)
      if overflow { return nil }
      sum = next
      touched.append(point)
    }
    return (sum, touched)
  }

  private func price(of pool: Int, _ multipliers: [Int128], _ set: RowSet) -> Price {
    var price = Price()
    for (row, multiplier) in zip(set.rows, multipliers) {
      price.cost += multiplier * Int128(row.cost[pool])
      price.count += multiplier * Int128(row.count[pool])
    }
    return price
  }

  private func integers(_ found: [Double], _ set: RowSet) -> [Int128] {
    let netted = set.netted(found)
    return set.rows.indices.map { row in
      let wanted = netted[row] * valueUnit / set.units[row] * 0x1p50
      return wanted.isFinite ? Int128(min(max(wanted, 0), set.limits[row]).rounded()) : 0
    }
  }

  private func base(_ pools: Range<Int>) -> [Point] { pools.map { points[$0][0] } }

  private func start(_ set: RowSet, _ pools: Range<Int>, right: [Int64]) -> Master {
    let left = set.rows.indices.map { row in
      let used = pools.map { use(points[$0][0], set.rows[row], $0) }.reduce(0, +)
      return (Double(right[row]) - used) / set.units[row]
    }
    var master = Master(right: left, pools: pools.count)
    for pool in pools {
      for point in points[pool].dropFirst() { add(point, pool, of: pools, set, to: &master) }
    }
    return master
  }

  private func use(_ point: Point, _ row: Row, _ pool: Int) -> Double {
    Double(row.cost[pool]) * Double(near: point.cost)
      + Double(row.count[pool]) * Double(point.count)
  }

  private func add(
    _ point: Point, _ pool: Int, of pools: Range<Int>, _ set: RowSet, to master: inout Master
  ) {
    let first = points[pool][0]
    master.add(
      value: (Double(point.value) - Double(first.value)) / valueUnit,
      use: zip(set.rows, set.units).map { row, unit in
        (use(point, row, pool) - use(first, row, pool)) / unit
      },
      pool: pool - pools.lowerBound)
  }

  /// Keeps the newest points; the first samples stay.
  private mutating func remember(_ point: Point, _ pool: Int) {
    if points[pool].count >= Self.remembered { points[pool].remove(at: points[pool].count / 2) }
    points[pool].append(point)
  }
}
