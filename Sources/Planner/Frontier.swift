/// The nodes still to look at, in order of promise; of equals the deeper comes first, then the older.
struct Frontier {
  /// A heap for each level.
  private var levels: [[Node]]

  init(levels: Int) {
    self.levels = Array(repeating: [], count: levels)
  }

  var count: Int { levels.reduce(0) { $0 + $1.count } }

  mutating func insert(_ node: Node) {
    let level = node.level
    levels[level].append(node)
    var place = levels[level].count - 1
    while place > 0, isBefore(levels[level][place], levels[level][(place - 1) / 2]) {
      levels[level].swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the most promising node.
  mutating func removeFirst() -> Node? {
    var first: Node?
    for top in levels.compactMap(\.first) where first.map({ isBefore(top, $0) }) ?? true {
      first = top
    }
    return first.flatMap { removeFirst(of: $0.level) }
  }

  /// Takes the most promising of the deepest nodes.
  mutating func removeDeepest() -> Node? {
    levels.lastIndex { !$0.isEmpty }.flatMap { removeFirst(of: $0) }
  }

  /// No node promises more.
  var promise: Int64? { levels.compactMap { $0.first?.promise }.max() }

  private mutating func removeFirst(of level: Int) -> Node? {
    guard let first = levels[level].first else { return nil }
    levels[level].swapAt(0, levels[level].count - 1)
    levels[level].removeLast()
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < levels[level].count {
        if isBefore(levels[level][child], levels[level][least]) { least = child }
      }
      if least == place { return first }
      levels[level].swapAt(place, least)
      place = least
    }
  }

  private func isBefore(_ left: Node, _ right: Node) -> Bool {
    let (first, second) = (left.promise, right.promise)
    if first != second { return first > second }
    return left.level == right.level ? left.order < right.order : left.level > right.level
  }
}
