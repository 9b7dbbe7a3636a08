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
  /// What a list that is known from elsewhere is worth; only better ones are looked for.
  let known: Int64
  var multipliers: MultiplierSearch
  var frontier: Frontier
  private var turn = 0
  var created = 0
  /// How much the pools after each level can take off each row's left side.
  var slack: [[Int64]] = []
  let ranges: [Window]
  let rules: RowSet
  /// Whether rows weigh counts against each other, so that they are settled first: whole numbers of
  /// creators keep such rows in steps that bounds don't see.
  let isBoxed: Bool
  let lastWindow: RowSet

  init(_ model: Model, known: Int64 = -1) {
    (self.model, self.known) = (model, known)
    multipliers = MultiplierSearch(model)
    frontier = Frontier(levels: model.pools.count)
    let people = model.offers.count
    isBoxed = model.rows.contains { row in row.count.count { $0 != 0 } > 1 }
    let boxes = isBoxed ? RowSet.boxes(pools: model.pools.count) : []
    rules = RowSet(model.rows + boxes, budget: model.budget, people: people)
    let sides = RowSet.window(of: model.pools.count - 1, pools: model.pools.count)
    lastWindow = RowSet(sides, budget: model.budget, people: people)
    ranges = model.pools.map { Window(of: $0, budget: model.budget) }
    var later = model.rows.map { _ in Int64(0) }
    for pool in model.pools.indices.reversed() {
      slack.append(later)
      for (index, row) in model.rows.enumerated() {
        later[index] += ranges[pool].most(cost: -row.cost[pool], count: -row.count[pool])
      }
    }
    slack.reverse()
  }

  /// Searches until the best list is proven, or it is told to stop.
  ///
  /// - Parameter enough: any list worth this much will do.
  mutating func run(enough: Int64 = .max, shouldStop: () -> Bool) -> Ending {
    if let root = root() { frontier.insert(root) }
    while let node = next() {
      let bound = max(node.promise, frontier.promise ?? -1)
      if bound <= incumbent || incumbent >= enough { return .proven }
      if shouldStop() { return .stopped(bound: bound, why: .asked) }
      if frontier.count > Self.room { return .stopped(bound: bound, why: .outOfRoom) }
      if node.promise <= incumbent { continue }
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
      case .stopped: return .stopped(bound: bound, why: .asked)
      case .full: return .stopped(bound: bound, why: .outOfRoom)
      }
    }
    return .proven
  }

  /// The node to look at next. The most promising ones close the proof; now and then one of the deepest is
  /// taken, more often before there is a list, since those lead to lists.
  private mutating func next() -> Node? {
    turn += 1
    return turn % (incumbent < 0 ? 2 : 8) == 0
      ? frontier.removeDeepest() : frontier.removeFirst()
  }

  /// The node of all lists, unless the rows can't hold.
  mutating func root() -> Node? {
    node(
      level: 0, right: model.rows.map(\.bound), value: 0, choices: [],
      boxes: ranges.map(\.count), bound: Int128.max)
  }

  /// The value of the best list so far; lists are worth 0 or more.
  var incumbent: Int64 { best?.value ?? known }

  func isLast(_ level: Int) -> Bool { level == model.pools.count - 1 }

  /// A node, unless the rows can't hold any more.
  mutating func node(
    level: Int, right: [Int64], value: Int64, choices: [Node.Choice],
    boxes: [ClosedRange<Int64>], bound: Int128
  ) -> Node? {
    guard
      var boxes = CountBoxes.narrowed(boxes, from: level, rows: model.rows, right: right),
      let window = Window(
        rows: model.rows, right: right, pool: level, range: ranges[level], slack: slack[level]
      )?.narrowed(to: boxes[level])?.rounded(to: model.pools[level].costUnit)
    else { return nil }
    created += 1
    boxes[level] = window.count
    return Node(
      level: level, right: right, value: value, choices: choices, order: created, window: window,
      boxes: boxes, bound: bound)
  }

  /// Works out a node's price and bound; says whether it is still worth looking at.
  mutating func evaluate(_ node: Node) -> Bool {
    let proof = multipliers(of: node)
    node.counts = proof.counts
    node.price = proof.prices.first ?? Price()
    node.top = Price.scaled(node.value) + proof.bound
    node.bound = min(node.bound, node.top)
    return node.promise > incumbent
  }

  /// Prices for the pools that a node leaves, and what they prove.
  mutating func multipliers(of node: Node) -> Multipliers {
    let isLast = isLast(node.level)
    if isLast, let found = lastPrice(node) { return found }
    let found = multipliers.find(
      isLast ? lastWindow : rules, from: node.level,
      right: isLast
        ? RowSet.right(of: node.window)
        : node.right + (isBoxed ? RowSet.right(of: node.boxes, from: node.level) : []),
      enough: Price.scaled(incumbent + 1) - Price.scaled(node.value) - 1)
    if let found { return found }
    // Without usable multipliers, prices of zero still prove a bound.
    let pools = model.pools[node.level...]
    return Multipliers(
      prices: pools.map { _ in Price() },
      bound: pools.reduce(Int128(0)) { $0 + ($1.best(at: Price())?.score ?? 0) })
  }

  /// The best price of the last pool where spend alone decides, and what it proves; `nil` where counts matter.
  func lastPrice(_ node: Node) -> Multipliers? {
    let pool = model.pools[node.level]
    let price = Price(cost: pool.hull.price(spending: node.window.cost))
    guard let (point, score) = pool.best(at: price),
      node.window.count.contains(point.count)
    else { return nil }
    let end = price.cost > 0 ? node.window.cost.upperBound : node.window.cost.lowerBound
    return Multipliers(prices: [price], bound: score + price.cost * Int128(end))
  }
}
