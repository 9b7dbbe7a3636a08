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

  /// Whether a group does the same as the one before it.
  func isRepeated(_ index: Int) -> Bool {
    guard index > 0, groups[index].count == 1, groups[index - 1].count == 1 else { return false }
    let (last, own) = (flips[groups[index - 1].lowerBound], flips[groups[index].lowerBound])
    return last.loss == own.loss && last.cost == own.cost && last.count == own.count
      && last.value == own.value
  }

  init(_ pool: BandPool, at price: Price, losses: Losses, limit: Int128) {
    var found: [Flip] = []
    var entries: [(least: Int128, start: Int)] = []
    for group in losses.groups(within: limit) {
      let (option, score) = pool.bestOption(group, at: price)
      let start = found.count
      Self.add(&found, of: group, in: pool, from: option, score: score, price: price, limit: limit)
      if found.count > start {
        let least = found[start...].reduce(Int128.max) { min($0, $1.loss) }
        entries.append((least, start))
      }
    }
    // Flips that do the same come side by side; groups are in canonical order.
    entries.sort {
      let (left, right) = (found[$0.start], found[$1.start])
      return ($0.least, left.cost, left.count, left.value, $0.start)
        < ($1.least, right.cost, right.count, right.value, $1.start)
    }
    var flips: [Flip] = []
    flips.reserveCapacity(found.count)
    groups = entries.map { entry in
      let start = flips.count
      var place = entry.start
      while place < found.count, found[place].group == found[entry.start].group {
        flips.append(found[place])
        place += 1
      }
      return start..<flips.count
    }
    leasts = entries.map(\.least)
    self.flips = flips
    best = pool.best(at: price)?.point ?? Point()
  }

  private static func add(
    _ flips: inout [Flip], of group: Int, in pool: BandPool, from best: Int?, score: Int128,
    price: Price, limit: Int128
  ) {
    let cost = best.map { pool.cost[$0] } ?? 0
    let value = best.map { pool.value[$0] } ?? 0
    let count: Int64 = best == nil ? 0 : 1
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
  }
}
