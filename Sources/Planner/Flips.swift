/// A pool at a price: the choice that scores most, and every flip away from it that loses at most a limit.
///
/// Every choice from the pool is the best one with at most one flip per group, and its score is the
/// best score minus the flips' losses.
struct Flips {
  /// What the best choice adds up to.
  let best: Point
  /// Flips of a group side by side; groups by their least loss, then in canonical order.
  let flips: [Flip]
  /// The flips of each group.
  let groups: [Range<Int>]
  /// The least loss of each group's flips.
  let leasts: [Int128]

  init(_ pool: BandPool, at price: Price, limit: Int128) {
    var best = Point()
    var found: [(least: Int128, flips: [Flip])] = []
    for group in 0..<pool.groups {
      let (option, score) = pool.bestOption(group, at: price)
      if let option {
        best.value += pool.value[option]
        best.cost += Int128(pool.cost[option])
        best.count += 1
      }
      let own = Self.flips(
        of: group, in: pool, from: option, score: score, price: price, limit: limit)
      if let least = own.map(\.loss).min() { found.append((least, own)) }
    }
    found.sort { ($0.least, $0.flips[0].group) < ($1.least, $1.flips[0].group) }
    var flips: [Flip] = []
    groups = found.map { entry in
      flips.append(contentsOf: entry.flips)
      return flips.count - entry.flips.count..<flips.count
    }
    leasts = found.map(\.least)
    self.flips = flips
    self.best = best
  }

  private static func flips(
    of group: Int, in pool: BandPool, from best: Int?, score: Int128, price: Price, limit: Int128
  ) -> [Flip] {
    let cost = best.map { pool.cost[$0] } ?? 0
    let value = best.map { pool.value[$0] } ?? 0
    let count: Int64 = best == nil ? 0 : 1
    var flips: [Flip] = []
    if best != nil, !pool.isForced[group], score <= limit {
      flips.append(
        Flip(group: Int32(group), option: -1, loss: score, cost: -cost, count: -1, value: -value))
    }
    for option in pool.options(group) where option != best {
      let loss = score - price.score(value: pool.value[option], cost: pool.cost[option], count: 1)
      if loss > limit { continue }
      flips.append(
        Flip(
          group: Int32(group), option: Int32(option), loss: loss, cost: pool.cost[option] - cost,
          count: 1 - count, value: pool.value[option] - value))
    }
    return flips
  }
}
