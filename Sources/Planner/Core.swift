/// A model of the groups that are still open; the others take what scores most at the prices.
struct Core {
  let model: Model
  let full: Model
  let prices: [Price]
  /// The open groups of each pool, by their places in the full model.
  let members: [[Int]]
  /// No list with another choice elsewhere is worth more; `nil` when none could be better than the known one.
  let outside: Int64?

  /// The list that a choice from each pool makes.
  func plan(_ choices: [Node.Choice]) -> Plan {
    var picks: [Offer] = []
    for (pool, choice) in zip(model.pools, choices) {
      let overrides = Dictionary(
        uniqueKeysWithValues: choice.overrides.map { (Int($0.group), Int($0.option)) })
      for group in 0..<pool.groups {
        let option = overrides[group] ?? pool.bestOption(group, at: choice.price).option ?? -1
        if option >= 0 { picks.append(model.offers[Int(pool.offer[option])]) }
      }
    }
    for (index, pool) in full.pools.enumerated() {
      var open = members[index][...]
      for group in 0..<pool.groups {
        if open.first == group {
          open.removeFirst()
        } else if let option = pool.bestOption(group, at: prices[index]).option {
          picks.append(full.offers[Int(pool.offer[option])])
        }
      }
    }
    return Plan(picks: picks)
  }
}
