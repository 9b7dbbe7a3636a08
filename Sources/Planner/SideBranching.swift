/// How a ``SideSearch`` divides a node.
extension SideSearch {
  /// The two parts of a node, the more promising first; none when all is decided.
  mutating func divide(_ node: SideNode, _ shouldStop: () -> Bool) -> [SideNode] {
    if let parts = divideBox(node) { return number(parts) }
    let value = program.objective
    var open = program.parts.filter {
      $0.part > 1e-7 && $0.part < 1 - 1e-7 && !node.isDead($0.option)
    }
    if open.isEmpty {
      if let option = undecided(node) { return number(split(node, (option, 1), value)) }
      finish(node)
      return []
    }
    open.sort { left, right in
      let (first, second) = (weight(left), weight(right))
      return first == second ? left.option < right.option : first > second
    }
    var best = (score: -1.0, open: open[0])
    for candidate in open.prefix(8) {
      if costs.isUnknown(candidate.option) { probe(candidate, node, value, shouldStop) }
      let score = costs.score(candidate)
      if score > best.score { best = (score, candidate) }
    }
    return number(split(node, best.open, value))
  }

  /// Divides at the count furthest from a whole number, if one is.
  private func divideBox(_ node: SideNode) -> [SideNode]? {
    let counts = model.boxes.isEmpty ? [] : program.counts()
    var found: (box: Int, count: Double)?
    var furthest = 1e-6
    for (place, box) in model.boxes.enumerated() {
      let count = box.reduce(0) { $0 + counts[$1] }
      let distance = abs(count - count.rounded())
      if distance > furthest { (furthest, found) = (distance, (place, count)) }
    }
    guard let (box, count) = found else { return nil }
    let near = Int64(count.rounded(.down))
    let range = node.boxes[box]
    guard range.lowerBound <= near, near < range.upperBound else { return nil }
    var (low, high) = (node, node)
    low.boxes[box] = range.lowerBound...near
    high.boxes[box] = (near + 1)...range.upperBound
    (low.origin, high.origin) = (nil, nil)
    return count - Double(near) > 0.5 ? [high, low] : [low, high]
  }

  private func weight(_ open: (option: Int, part: Double)) -> Double {
    let cost = Double(model.options[open.option].cost) / program.scale.cost
    return min(open.part, 1 - open.part) * (1 + cost * cost)
  }

  /// Tries both parts of a division.
  private mutating func probe(
    _ open: (option: Int, part: Double), _ node: SideNode, _ value: Double, _ shouldStop: () -> Bool
  ) {
    for side in split(node, open, value) {
      guard let origin = side.origin else { continue }
      for option in model.options.indices { program.isAlive[option] = !side.isDead(option) }
      let ending = program.run(from: node.basis, most: 60, shouldStop: shouldStop)
      costs.learn(origin, lost: ending == .infeasible ? value : value - program.objective)
    }
  }

  /// Without an option, and with it: first what it is nearer to.
  private func split(_ node: SideNode, _ open: (option: Int, part: Double), _ value: Double)
    -> [SideNode]
  {
    var (without, with) = (node, node)
    without.kill(open.option)
    for other in model.options(of: program.group(of: open.option)) where other != open.option {
      with.kill(other)
    }
    without.origin = SideNode.Origin(
      option: open.option, isTaken: false, part: open.part, value: value)
    with.origin = SideNode.Origin(
      option: open.option, isTaken: true, part: open.part, value: value)
    return open.part > 0.5 ? [with, without] : [without, with]
  }

  /// The best option of a group that still has a choice, `nil` if none has.
  private func undecided(_ node: SideNode) -> Int? {
    for group in 0..<model.groups {
      let left = model.options(of: group).filter { !node.isDead($0) }
      if left.count > 1 { return left.min { losses[$0] < losses[$1] } }
    }
    return nil
  }

  private mutating func number(_ nodes: [SideNode]) -> [SideNode] {
    nodes.map { node in
      var node = node
      created += 1
      node.depth += 1
      node.order = created
      return node
    }
  }
}
