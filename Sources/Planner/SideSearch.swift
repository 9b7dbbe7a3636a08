/// The exact search where rules cross the bands: branch and bound over linear programs.
///
/// Each node's bound is exact (see ``SideBound``). Options that would lose more than the bound is above the best list
/// are out; the rest is divided where the linear program divides someone.
struct SideSearch {
  /// The most nodes that are remembered at a time.
  private static let room = 400_000

  let model: SideModel
  var program: SideProgram
  private let exact: SideBound
  /// The best list's value and offers so far.
  private(set) var best: (value: Int64, picks: [Int32])?
  var costs: SideCosts
  var losses: [Int128]
  private var frontier = SideFrontier()
  private var visited = 0
  var created = 0
  /// No list scores more, as was known before.
  private let top: Int128

  init(_ model: SideModel, bound: Int128, best: (value: Int64, picks: [Int32])?) {
    self.model = model
    self.best = best
    top = bound - Price.scaled(model.settledValue)
    program = SideProgram(model)
    exact = SideBound(model, program.scale)
    costs = SideCosts(model.options.count)
    losses = [Int128](repeating: 0, count: model.options.count)
  }

  /// The value of the best list so far; lists are worth 0 or more.
  private var incumbent: Int64 { best?.value ?? -1 }

  /// What a node must score to matter, without what is settled.
  private var cut: Int128 { Price.scaled(incumbent + 1 - model.settledValue) }

  /// Searches until the best list is proven or it is told to stop; `nil` when `most` nodes were visited, or there is `enough`.
  ///
  /// - Parameter enough: any list worth this much will do.
  mutating func run(most: Int, enough: Int64, shouldStop: () -> Bool) -> Search.Ending? {
    var next: SideNode? = SideNode(
      dead: [UInt64](repeating: 0, count: (model.options.count + 63) / 64),
      boxes: model.boxes.map { _ in 0...Int64(model.groups) }, bound: top)
    while let node = next ?? frontier.removeFirst() {
      next = nil
      if node.bound < cut { continue }
      if incumbent >= enough || visited >= most { return nil }
      if shouldStop() { return stopped(at: node, why: .asked) }
      if frontier.count > Self.room { return stopped(at: node, why: .outOfRoom) }
      visited += 1
      for (place, child) in expand(node, shouldStop).enumerated() where child.bound >= cut {
        // The more promising part is looked at right away, down to a list.
        if place == 0 { next = child } else { frontier.insert(child) }
      }
    }
    return .proven
  }

  private func stopped(at node: SideNode, why: Answer.Stop) -> Search.Ending {
    let open = max(node.bound, frontier.promise ?? node.bound)
    return .stopped(bound: Price.whole(open) + model.settledValue, why: why)
  }

  /// The parts of a node that still matter, the most promising first.
  private mutating func expand(_ given: SideNode, _ shouldStop: () -> Bool) -> [SideNode] {
    var node = given
    for option in model.options.indices { program.isAlive[option] = !node.isDead(option) }
    for group in 0..<model.groups
    where !model.options(of: group).contains(where: { program.isAlive[$0] }) { return [] }
    program.setBoxes(node.boxes)
    let ending = program.run(from: node.basis, shouldStop: shouldStop)
    if ending == .infeasible {
      let ray = exact.integers(program.active, program.ray, isRay: true)
      if exact.provesNothingFits(ray, node.boxes, program.isAlive) { return [] }
    }
    if let from = node.origin, ending == .solved {
      costs.learn(from, lost: from.value - program.objective)
    }
    let multipliers = exact.integers(program.active, program.multipliers)
    let own = exact.bound(multipliers, node.boxes, program.isAlive, losses: &losses)
    node.bound = min(node.bound, own)
    if node.bound < cut || walk(multipliers, own) || node.bound < cut { return [] }
    for option in model.options.indices where program.isAlive[option] && losses[option] > own - cut
    {
      node.kill(option)
    }
    node.basis = program.snapshot
    return divide(node, shouldStop)
  }

  // MARK: Lists

  /// Walks through the node's lists for some steps, and takes the best; `true` when no better one is left.
  private mutating func walk(_ multipliers: [SideBound.Multiplier], _ bound: Int128) -> Bool {
    let base = program.rounded
    // Now and then it pays to look longer.
    let steps = visited % 256 == 0 ? 200_000 : visited % 16 == 0 ? 10_000 : 500
    guard
      var walk = SideWalk(
        model, base: base, losses: losses, isAlive: program.isAlive, prices: multipliers,
        bound: bound, least: incumbent - model.settledValue, steps: steps)
    else { return false }
    let isDone = walk.run()
    if let found = walk.found {
      var chosen = base
      for option in found.options { chosen[program.group(of: Int(option))] = option }
      take(chosen, found.value + model.settledValue)
    }
    return isDone
  }

  /// Looks at the only list of a node in which all is decided.
  mutating func finish(_ node: SideNode) {
    let chosen = (0..<model.groups).compactMap { group in
      model.options(of: group).first { !node.isDead($0) }.map { Int32($0) }
    }
    let value = chosen.reduce(model.settledValue) { $0 + model.options[Int($1)].value }
    if chosen.count == model.groups, value > incumbent, exact.allows(chosen) { take(chosen, value) }
  }

  private mutating func take(_ chosen: [Int32], _ value: Int64) {
    best = (value, model.settled + chosen.map { model.options[Int($0)].offer }.filter { $0 >= 0 })
  }
}
