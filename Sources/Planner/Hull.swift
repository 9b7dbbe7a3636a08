/// A pool's best values by spend, as far as fractions of creators go: the steps from each group's cheapest choice
/// to dearer ones, steepest first, with sums from the start.
///
/// Answers in a binary search what a pool chooses at a price of spend alone.
struct Hull {
  private struct Step {
    let value: Int64
    let cost: Int64
    let count: Int64
  }

  /// Prices beyond this could pass 128 bits when multiplied with a spend; a lower price is as true, if less close.
  private static let steepest = Int128(1) << 80

  /// A sum is kept for every so many steps.
  private static let stride = 32

  private var steps: [Step] = []
  private var sums: [Point] = [Point()]
  private var all = Point()

  init() {}

  init(_ pool: BandPool) {
    var base = pool.base
    var found: [Step] = []
    var chain: [Corner] = []
    for group in 0..<pool.groups {
      Self.corners(of: group, in: pool, &chain)
      guard let first = chain.first else { continue }
      base.value += first.value
      base.cost += Int128(first.cost)
      base.count += first.count
      for index in chain.indices.dropFirst() {
        let (low, high) = (chain[index - 1], chain[index])
        found.append(
          Step(
            value: high.value - low.value, cost: high.cost - low.cost,
            count: high.count - low.count))
      }
    }
    let order = SlopeOrder.steepestFirst(found.count) { (found[$0].value, found[$0].cost) }
    steps = order.map { found[Int($0)] }
    sums = []
    for (index, step) in steps.enumerated() {
      if index % Self.stride == 0 { sums.append(base) }
      Self.add(step, to: &base)
    }
    if steps.count % Self.stride == 0 { sums.append(base) }
    all = base
  }

  /// What is chosen when a fen costs `price`: every step that is worth more than it costs.
  func point(at price: Int128) -> Point {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if Price.scaled(steps[middle].value) > price * Int128(steps[middle].cost) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return sum(low)
  }

  /// The price of a fen at which the pool spends as near to a window as its steps allow.
  func price(spending window: ClosedRange<Int64>) -> Int128 {
    // Steps that are worth something come first; beyond them spending more loses value.
    let wanted = point(at: 0).cost
    if wanted > Int128(window.upperBound) { return slope(passing: window.upperBound) }
    if wanted < Int128(window.lowerBound) { return slope(passing: window.lowerBound) }
    return 0
  }

  /// Points spread over the spends up to a limit, for a first idea of the pool's shape.
  func sample(_ number: Int, upTo limit: Int128) -> [Point] {
    let top = min(limit, all.cost)
    var points = [sums[0]]
    for index in 0..<number {
      let point = sum(firstIndex(above: top >> Int128(number - 1 - index)) - 1)
      if point != points.last { points.append(point) }
    }
    return points
  }

  private func slope(passing spend: Int64) -> Int128 {
    let index = firstIndex(above: Int128(spend))
    guard index > 0, index <= steps.count else { return 0 }
    let step = steps[index - 1]
    let slope = Price.scaled(step.value) / Int128(step.cost)
    return max(-Self.steepest, min(Self.steepest, slope))
  }

  /// What the steps before `index` add up to.
  private func sum(_ index: Int) -> Point {
    if index == steps.count { return all }
    var sum = sums[index / Self.stride]
    for step in steps[(index / Self.stride * Self.stride)..<index] { Self.add(step, to: &sum) }
    return sum
  }

  /// The least number of steps, at least 1, that spend more than a limit together; one past all where none do.
  private func firstIndex(above limit: Int128) -> Int {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].cost > limit { high = middle } else { low = middle + 1 }
    }
    // All sums up to `low - 1` are within the limit.
    if low == 0 { return 1 }
    var index = (low - 1) * Self.stride
    var sum = sums[low - 1]
    while index < steps.count, sum.cost <= limit {
      Self.add(steps[index], to: &sum)
      index += 1
    }
    return max(1, sum.cost > limit ? index : steps.count + 1)
  }

  private static func add(_ step: Step, to sum: inout Point) {
    sum.value += step.value
    sum.cost += Int128(step.cost)
    sum.count += step.count
  }

  private typealias Corner = (cost: Int64, value: Int64, count: Int64)

  /// The choices of a group that are best at some price of spend, cheapest first.
  private static func corners(of group: Int, in pool: BandPool, _ chain: inout [Corner]) {
    chain.removeAll(keepingCapacity: true)
    if !pool.isForced[group] { chain.append((0, 0, 0)) }
    for option in pool.options(group) {
      let next = (cost: pool.cost[option], value: pool.value[option], count: Int64(1))
      if let last = chain.last, last.cost == next.cost {
        if last.value >= next.value { continue }
        chain.removeLast()
      }
      while chain.count >= 2, !isBend(chain[chain.count - 2], chain[chain.count - 1], next) {
        chain.removeLast()
      }
      chain.append(next)
    }
  }

  /// Whether the middle of three corners lies above the line between the others.
  private static func isBend(_ low: Corner, _ middle: Corner, _ high: Corner) -> Bool {
    let rise = Int128(middle.value - low.value) * Int128(high.cost - middle.cost)
    return rise > Int128(high.value - middle.value) * Int128(middle.cost - low.cost)
  }
}
