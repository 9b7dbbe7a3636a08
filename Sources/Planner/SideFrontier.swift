/// The nodes still to look at, the most promising first; of equals the deeper, then the newer.
struct SideFrontier {
  private var nodes: [SideNode] = []

  var count: Int { nodes.count }
  var isEmpty: Bool { nodes.isEmpty }
  /// The most that a list in any node could score.
  var promise: Int128? { nodes.first?.bound }

  mutating func insert(_ node: SideNode) {
    nodes.append(node)
    var place = nodes.count - 1
    while place > 0, isBefore(nodes[place], nodes[(place - 1) / 2]) {
      nodes.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> SideNode? {
    guard let last = nodes.popLast() else { return nil }
    guard let first = nodes.first else { return last }
    nodes[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < nodes.count {
        if isBefore(nodes[child], nodes[least]) { least = child }
      }
      if least == place { return first }
      nodes.swapAt(place, least)
      place = least
    }
  }

  private func isBefore(_ left: SideNode, _ right: SideNode) -> Bool {
    if left.bound != right.bound { return left.bound > right.bound }
    return left.depth == right.depth ? left.order > right.order : left.depth > right.depth
  }
}
