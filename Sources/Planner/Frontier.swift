/// The nodes still to look at, the most promising first; of equals the deeper, then the older.
struct Frontier {
  private var nodes: [Node] = []

  var count: Int { nodes.count }

  mutating func insert(_ node: Node) {
    nodes.append(node)
    var place = nodes.count - 1
    while place > 0, isBefore(nodes[place], nodes[(place - 1) / 2]) {
      nodes.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Node? {
    guard let first = nodes.first else { return nil }
    nodes.swapAt(0, nodes.count - 1)
    nodes.removeLast()
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

  private func isBefore(_ left: Node, _ right: Node) -> Bool {
    let (first, second) = (left.promise, right.promise)
    if first != second { return first > second }
    return left.level == right.level ? left.order < right.order : left.level > right.level
  }
}
