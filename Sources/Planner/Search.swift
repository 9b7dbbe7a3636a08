import Domain

/// The exact search: most promising part lists first, so that it ends as soon as its list is the best one.
///
/// A node fixes the choices from the dear pools. Its bound is exact (see ``Multipliers``), and every list of
/// it is worth the bound less the losses of its flips; so flips are tried in order of loss, a band at a time.
struct Search {
  /// How a search ended.
  enum Ending: Equatable {
    case proven
    case stopped(bound: Int64, why: Answer.Stop)
  }

  /// The most part lists that are remembered at a time.
  private static let room = 2_000_000

  let model: Model
  var best: (value: Int64, choices: [Node.Choice])?
  var multipliers: MultiplierSearch
  var frontier = Frontier()
  var created = 0
  /// How much the pools after each level can take off each row's left side.
  var slack: [[Int64]] = []
  let most: [(cost: Int64, count: Int64)]
  let rules: RowSet
  /// Whether rows weigh counts against each other, so that they are settled first: whole numbers of
  /// creators keep such rows in steps that bounds don't see.
  let isBoxed: Bool
  let lastWindow: RowSet

  init(_ model: Model) {
    self.model = model
    multipliers = MultiplierSearch(model)
    let people = model.offers.count
    isBoxed = model.rows.contains { row in row.count.count { $0 != 0 } > 1 }
    let boxes = isBoxed ? RowSet.boxes(pools: model.pools.count) : []
    rules = RowSet(model.rows + boxes, budget: model.budget, people: people)
    let sides = RowSet.window(of: model.pools.count - 1, pools: model.pools.count)
    lastWindow = RowSet(sides, budget: model.budget, people: people)
    let budget = Int128(model.budget)
    most = model.pools.map {
      (cost: Int64(min($0.largestCost, budget)), count: Int64($0.groups))
    }
    var later = model.rows.map { _ in Int64(0) }
    for pool in model.pools.indices.reversed() {
      slack.append(later)
      for (index, row) in model.rows.enumerated() {
        later[index] += max(0, -row.cost[pool]) * most[pool].cost
        later[index] += max(0, -row.count[pool]) * most[pool].count
      }
    }
    slack.reverse()
  }

  /// Searches until the best list is proven, or it is told to stop.
  ///
  /// - Parameter enough: any list worth this much will do.
  mutating func run(enough: Int64 = .max, shouldStop: () -> Bool) -> Ending {
    let right = model.rows.map(\.bound)
    let boxes = most.map { 0...$0.count }
    if let root = node(
      level: 0, right: right, value: 0, choices: [], boxes: boxes, bound: Int128.max)
    {
      frontier.insert(root)
    }
    while let node = frontier.removeFirst() {
      let promise = node.promise
      if promise <= incumbent || incumbent >= enough { return .proven }
      if shouldStop() { return .stopped(bound: promise, why: .asked) }
      if frontier.count > Self.room { return .stopped(bound: promise, why: .outOfRoom) }
      guard let price = node.price else {
        if evaluate(node) { frontier.insert(node) }
        continue
      }
      if !isSettled(node) {
        split(node)
        continue
      }
      switch expand(node, at: price, shouldStop: shouldStop) {
      case .complete, .enough: break
      case .stopped: return .stopped(bound: promise, why: .asked)
      case .full: return .stopped(bound: promise, why: .outOfRoom)
      }
    }
    return .proven
  }

  /// The value of the best list so far; lists are worth 0 or more.
  var incumbent: Int64 { best?.value ?? -1 }

  func isLast(_ level: Int) -> Bool { level == model.pools.count - 1 }

  /// A node, unless the rows can't hold any more.
  mutating func node(
    level: Int, right: [Int64], value: Int64, choices: [Node.Choice],
    boxes: [ClosedRange<Int64>], bound: Int128
  ) -> Node? {
    guard
      let window = Window(
        rows: model.rows, right: right, pool: level, most: most[level], slack: slack[level]
      )?.narrowed(to: boxes[level])?.rounded(to: model.pools[level].costUnit)
    else { return nil }
    created += 1
    return Node(
      level: level, right: right, value: value, choices: choices, order: created, window: window,
      boxes: boxes, bound: bound)
  }

  /// Works out a node's price and bound; says whether it is still worth looking at.
  mutating func evaluate(_ node: Node) -> Bool {
    if isLast(node.level), let (price, bound) = lastPrice(node) {
      node.price = price
      node.top = bound
    } else {
      let value = Price.scaled(node.value)
      let isLast = isLast(node.level)
      let found = multipliers.find(
        isLast ? lastWindow : rules, from: node.level,
        right: isLast
          ? RowSet.right(of: node.window)
          : node.right + (isBoxed ? RowSet.right(of: node.boxes, from: node.level) : []),
        enough: Price.scaled(incumbent + 1) - value - 1)
      // Without usable multipliers, prices of zero still prove a bound.
      node.counts = found?.counts ?? []
      node.price = found?.prices.first ?? Price()
      node.top = value + (found?.bound ?? freeBound(node.level))
    }
    node.bound = min(node.bound, node.top)
    return node.promise > incumbent
  }

  /// What the pools from a level on are worth when nothing costs anything.
  func freeBound(_ level: Int) -> Int128 {
    model.pools[level...].reduce(Int128(0)) { $0 + ($1.best(at: Price())?.score ?? 0) }
  }

  /// The best price of the last pool where spend alone decides, and what it proves; `nil` where counts matter.
  func lastPrice(_ node: Node) -> (Price, Int128)? {
    let pool = model.pools[node.level]
    let price = Price(cost: pool.hull.price(spending: node.window.cost))
    guard let (point, score) = pool.best(at: price) else { return nil }
    let reaches = node.window.count
    guard reaches.contains(point.count) else { return nil }
    let end = price.cost > 0 ? node.window.cost.upperBound : node.window.cost.lowerBound
    return (price, Price.scaled(node.value) + score + price.cost * Int128(end))
  }
}
