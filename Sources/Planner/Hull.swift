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

  private var steps: [Step] = []
  private var sums: [Point] = [Point()]

  init() {}

  init(_ pool: BandPool) {
    var base = Point()
    for group in 0..<pool.groups { addSteps(of: group, in: pool, base: &base) }
    // Steeper first; steps cost something, so cross products compare their slopes exactly.
    steps = steps.enumerated().sorted { left, right in
      let first = Int128(left.element.value) * Int128(right.element.cost)
      let second = Int128(right.element.value) * Int128(left.element.cost)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    sums = [base]
    sums.reserveCapacity(steps.count + 1)
    for step in steps {
      base.value += step.value
      base.cost += Int128(step.cost)
      base.count += step.count
      sums.append(base)
    }
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
    return sums[low]
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
    let top = min(limit, sums[sums.count - 1].cost)
    var points = [sums[0]]
    for index in 0..<number {
      let point = sums[firstIndex(above: top >> Int128(number - 1 - index)) - 1]
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

  /// The first sum that spends more than a limit, or the number of sums.
  private func firstIndex(above limit: Int128) -> Int {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].cost > limit { high = middle } else { low = middle + 1 }
    }
    return max(low, 1)
  }

  private mutating func addSteps(of group: Int, in pool: BandPool, base: inout Point) {
    var chain: [(cost: Int64, value: Int64, count: Int64)] =
      pool.isForced[group] ? [] : [(0, 0, 0)]
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
    guard let first = chain.first else { return }
    base.value += first.value
    base.cost += Int128(first.cost)
    base.count += first.count
    for (low, high) in zip(chain, chain.dropFirst()) {
      steps.append(
        Step(
          value: high.value - low.value, cost: high.cost - low.cost, count: high.count - low.count))
    }
  }

  private typealias Corner = (cost: Int64, value: Int64, count: Int64)

  /// Whether the middle of three corners lies above the line between the others.
  private func isBend(_ low: Corner, _ middle: Corner, _ high: Corner) -> Bool {
    let rise = Int128(middle.value - low.value) * Int128(high.cost - middle.cost)
    return rise > Int128(high.value - middle.value) * Int128(middle.cost - low.cost)
  }
}
