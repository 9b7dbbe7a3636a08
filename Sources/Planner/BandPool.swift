import Domain

/// The offers of one band, grouped by creator: at most one of a group is chosen, exactly one where forced.
struct BandPool {
  /// The options of all groups, group after group.
  private(set) var cost: [Int64] = []
  private(set) var value: [Int64] = []
  /// Each option's place among the model's offers.
  private(set) var offer: [Int32] = []
  /// Where each group's options begin, and where the last ends.
  private(set) var starts: [Int32] = [0]
  private(set) var isForced: [Bool] = []
  private(set) var hull = Hull()
  /// What is chosen besides, without a choice.
  let base: Point
  /// Whatever is chosen costs a multiple of this.
  private(set) var costUnit: Int64 = 1

  init(base: Point = Point()) {
    self.base = base
  }

  var groups: Int { isForced.count }

  /// The options of a group.
  func options(_ group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// Adds an option to the group that is being made, cheapest first; one that costs as much as
  /// another is kept too, since only its value tells which is meant.
  mutating func add(cost: Int64, value: Int64, offer: Int32) {
    self.cost.append(cost)
    self.value.append(value)
    self.offer.append(offer)
  }

  /// Ends the group that is being made.
  mutating func endGroup(isForced forced: Bool) {
    starts.append(Int32(cost.count))
    isForced.append(forced)
  }

  /// Sorts what the pricing without count prices needs; to be called once all groups are in.
  mutating func seal() {
    hull = Hull(self)
    var unit: Int64 = 0
    for cost in cost where unit == 0 || cost % unit != 0 { unit = Self.commonDivisor(cost, unit) }
    if unit > 0 {
      unit = Self.commonDivisor(unit, Int64(base.cost % Int128(unit)))
    } else {
      unit = Int64(clamping: base.cost)
    }
    costUnit = max(1, unit)
  }

  private static func commonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (left, right) = (first, second)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The least and the most that the pool's picks can cost together.
  var costs: ClosedRange<Int128> {
    var (least, most) = (base.cost, base.cost)
    for group in 0..<groups {
      var (low, high) = (Int64.max, Int64(0))
      for option in options(group) {
        (low, high) = (min(low, cost[option]), max(high, cost[option]))
      }
      if isForced[group] { least += Int128(low) }
      most += Int128(high)
    }
    return least...most
  }

  /// The least and the largest number of the pool's picks.
  var counts: ClosedRange<Int64> {
    base.count + Int64(isForced.count { $0 })...base.count + Int64(groups)
  }

  /// The choice of each group that scores most: what these choices add up to, and their score.
  ///
  /// - Returns: `nil` when the prices are too wild for 128 bits.
  func best(at price: Price) -> (point: Point, score: Int128)? {
    let point = price.count == 0 ? hull.point(at: price.cost) : scan(price)
    let (paid, overflow) = point.cost.multipliedReportingOverflow(by: price.cost)
    if overflow { return nil }
    let (rest, tooFar) = (Price.scaled(point.value) - price.count * Int128(point.count))
      .subtractingReportingOverflow(paid)
    return tooFar ? nil : (point, rest)
  }

  /// The option of a group that scores most, `nil` for none of them; of equals the first, none before any.
  func bestOption(_ group: Int, at price: Price) -> (option: Int?, score: Int128) {
    var best: Int?
    var score: Int128 = isForced[group] ? Int128.min : 0
    for option in options(group) {
      let own = price.score(value: value[option], cost: cost[option], count: 1)
      if own > score { (best, score) = (option, own) }
    }
    return (best, score)
  }

  private func scan(_ price: Price) -> Point {
    var point = base
    for group in 0..<groups {
      guard let option = bestOption(group, at: price).option else { continue }
      point.value += value[option]
      point.cost += Int128(cost[option])
      point.count += 1
    }
    return point
  }
}
