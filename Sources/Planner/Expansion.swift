/// How the search takes a node apart.
extension Search {
  /// Whether the counts of the last two pools are known, or nothing depends on them, or other choices come first.
  func isSettled(_ node: Node) -> Bool {
    !isBoxed || node.boxes.count - node.level != 2
      || node.boxes[node.level...].allSatisfy { $0.count == 1 }
  }

  /// Divides a node by the count of the pool that is furthest from a whole number, or has most choice.
  mutating func split(_ node: Node) {
    var boxes = node.boxes
    let open = (node.level..<boxes.count).filter { boxes[$0].count > 1 }
    let hints = node.boxes.indices.map { pool in
      let place = pool - node.level
      return node.counts.indices.contains(place)
        ? node.counts[place] : Double(boxes[pool].lowerBound)
    }
    let distance = { (pool: Int) in abs(hints[pool] - hints[pool].rounded()) }
    guard
      let pool = open.max(by: {
        (distance($0), boxes[$0].count, $0) < (distance($1), boxes[$1].count, $1)
      })
    else { return }
    let box = boxes[pool]
    var parts: [ClosedRange<Int64>]
    if distance(pool) > 0.001 {
      let near = Int64(hints[pool].rounded(.down))
      let low = min(max(near, box.lowerBound), box.upperBound - 1)
      parts = [box.lowerBound...low, (low + 1)...box.upperBound]
    } else {
      let near = min(max(Int64(hints[pool].rounded()), box.lowerBound), box.upperBound)
      parts = [near...near]
      if near > box.lowerBound { parts.append(box.lowerBound...(near - 1)) }
      if near < box.upperBound { parts.append((near + 1)...box.upperBound) }
    }
    for part in parts {
      boxes[pool] = part
      if let child = self.node(
        level: node.level, right: node.right, value: node.value, choices: node.choices,
        boxes: boxes, bound: node.bound)
      {
        frontier.insert(child)
      }
    }
  }

  mutating func expand(_ node: Node, at price: Price, shouldStop: () -> Bool)
    -> FlipWalk.Ending
  {
    let cap = node.top - Price.scaled(incumbent + 1)
    let losses = Losses(model.pools[node.level], at: price)
    let limit = nextLimit(node, losses, cap: cap)
    let flips = Flips(model.pools[node.level], at: price, losses: losses, limit: limit)
    let plan = walk(node, flips, price: price, limit: limit)
    let ending =
      isLast(node.level)
      ? finish(node, plan, price, shouldStop) : branch(node, plan, price, shouldStop)
    node.explored = limit
    if ending == .complete, limit < cap, node.promise > incumbent { frontier.insert(node) }
    return ending
  }

  /// How much loss to look through next: a handful of flips at first, then a quarter more each time.
  private func nextLimit(_ node: Node, _ losses: Losses, cap: Int128) -> Int128 {
    if node.explored < 0 { return min(cap, losses.limit(holding: 10)) }
    let several = losses.limit(holding: 4, beyond: node.explored)
    let more = node.explored < cap / 2 ? node.explored + node.explored / 4 : cap
    return min(cap, max(more, several))
  }

  private func walk(_ node: Node, _ flips: Flips, price: Price, limit: Int128) -> FlipWalk {
    FlipWalk(
      flips, limit: limit, window: node.window, dominance: dominance(node, price, limit),
      counts: model.rows.contains { $0.count[node.level] != 0 },
      pull: isLast(node.level) ? price.cost : 0)
  }

  private func dominance(_ node: Node, _ price: Price, _ limit: Int128) -> FlipWalk.Dominance {
    // Where no row asks for spend, spending less for as much is never worse.
    if model.rows.allSatisfy({ $0.cost[node.level] >= 0 }) { return .cheaper }
    guard isLast(node.level), price.cost != 0, limit >= 0 else { return .same }
    let width = node.window.cost.upperBound - node.window.cost.lowerBound
    // A list worth looking at spends within limit / price of one end of the window, so it
    // can't fall out at the other.
    guard price.cost.magnitude * UInt128(width) >= UInt128(limit) else { return .same }
    return price.cost > 0 ? .cheaper : .dearer
  }

  /// Looks for a better list among the last pool's choices.
  private mutating func finish(
    _ node: Node, _ plan: FlipWalk, _ price: Price, _ shouldStop: () -> Bool
  ) -> FlipWalk.Ending {
    var walk = plan
    var found: FlipState?
    var least = incumbent - node.value
    let ending = walk.run(
      visit: { state in
        guard state.value > least, node.window.contains(state) else { return Int128.max }
        (found, least) = (state, state.value)
        return node.top - Price.scaled(node.value + least + 1)
      }, shouldStop: shouldStop)
    if let found {
      let choice = Node.Choice(price: price, overrides: walk.overrides(found))
      best = (node.value + found.value, node.choices + [choice])
    }
    return ending
  }

  /// Makes a node of each of the pool's choices that has not been made before.
  private mutating func branch(
    _ node: Node, _ plan: FlipWalk, _ price: Price, _ shouldStop: () -> Bool
  ) -> FlipWalk.Ending {
    var walk = plan
    var states: [FlipState] = []
    let ending = walk.run(
      visit: { state in
        if node.window.contains(state) { states.append(state) }
        return Int128.max
      }, shouldStop: shouldStop)
    guard ending == .complete else { return ending }
    let new = distinct(states, walk).filter { $0.loss > node.explored }
    for (index, state) in new.enumerated() {
      if index % 64 == 63, shouldStop() { return .stopped }
      let right = model.rows.enumerated().map { index, row in
        node.right[index] - row.activity(node.level, cost: state.cost, count: state.count)
      }
      let choice = Node.Choice(price: price, overrides: walk.overrides(state))
      guard
        let child = self.node(
          level: node.level + 1, right: right, value: node.value + state.value,
          choices: node.choices + [choice], boxes: node.boxes,
          bound: min(node.bound, node.top - state.loss)),
        child.promise > incumbent, !isLast(child.level) || evaluate(child)
      else { continue }
      frontier.insert(child)
    }
    return ending
  }

  /// One state for each spend and count, the one that loses least; none that another makes superfluous.
  private func distinct(_ states: [FlipState], _ walk: FlipWalk) -> [FlipState] {
    let sorted = states.sorted {
      walk.counts
        ? ($0.count, $0.cost, $0.loss, $0.trail) < ($1.count, $1.cost, $1.loss, $1.trail)
        : ($0.cost, $0.loss, $0.trail) < ($1.cost, $1.loss, $1.trail)
    }
    var kept: [FlipState] = []
    for state in sorted {
      if let last = kept.last, !walk.counts || last.count == state.count {
        if last.cost == state.cost { continue }
        if walk.dominance == .cheaper, last.value >= state.value { continue }
      }
      kept.append(state)
    }
    return kept
  }
}
