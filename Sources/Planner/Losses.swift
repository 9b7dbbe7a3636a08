/// What each group of a pool loses at least when it is not chosen from as a price says.
struct Losses {
  /// Each group's least loss, rounded down to the unit.
  let leasts: [Int64]

  /// Losses are kept in so many bits fewer than scores have.
  static let unit: Int128 = 20

  /// Each doubling of a loss is counted in so many steps.
  private static let fine: Int64 = 8

  init(_ pool: BandPool, at price: Price) {
    leasts = (0..<pool.groups).map { group in
      Int64(clamping: Self.least(group, in: pool, at: price) >> Self.unit)
    }
  }

  private static func least(_ group: Int, in pool: BandPool, at price: Price) -> Int128 {
    var (best, second) = pool.isForced[group] ? (Int128.min, Int128.min) : (0, Int128.min)
    for option in pool.options(group) {
      let score = price.score(value: pool.value[option], cost: pool.cost[option], count: 1)
      if score > best { (best, second) = (score, best) } else { second = max(second, score) }
    }
    return second == Int128.min ? Int128.max : best - second
  }

  /// The groups that may lose no more than a limit.
  func groups(within limit: Int128) -> [Int] {
    let limit = Int64(clamping: limit >> Self.unit)
    return leasts.indices.filter { leasts[$0] <= limit }
  }

  /// A loss that at least so many groups can keep to besides those that lose no more than `known`, but not
  /// many more; all groups where there aren't so many.
  func limit(holding number: Int, beyond known: Int128 = -1) -> Int128 {
    let known = known < 0 ? -1 : Int64(clamping: known >> Self.unit)
    var counts = [Int](repeating: 0, count: 64 * Int(Self.fine))
    for least in leasts where least > known { counts[Self.step(least)] += 1 }
    var sum = 0
    for (step, count) in counts.enumerated() {
      sum += count
      if sum >= number { return Self.end(of: step) }
    }
    return Int128.max
  }

  private static func step(_ loss: Int64) -> Int {
    if loss < fine { return Int(loss) }
    let power = Int64(63 - loss.leadingZeroBitCount)
    return Int((power - 2) * fine + loss >> (power - 3) & (fine - 1))
  }

  /// The largest loss of a step, in the unit of scores.
  private static func end(of step: Int) -> Int128 {
    let (next, fine) = (Int128(step + 1), Int128(fine))
    let start = next < 2 * fine ? next : (next % fine + fine) << (next / fine - 1)
    return start << unit - 1
  }
}
