/// What can still matter of a model once prices and a list are known.
///
/// Every list is worth the bound less the losses of its flips. So a list that is better than one of
/// value v only has flips that lose at most bound - v, and groups without such flips are settled.
struct Sieve {
  let model: Model
  let proof: Multipliers
  private let losses: [Losses]

  init(_ model: Model, _ proof: Multipliers) {
    self.model = model
    self.proof = proof
    losses = zip(model.pools, proof.prices).map { Losses($0, at: $1) }
  }

  /// The model of about so many groups of each pool, those that lose least, as far as they lose no more than `cap`.
  func core(of number: Int, cap: Int128) -> Core {
    var pools: [BandPool] = []
    var members: [[Int]] = []
    var outside = Int128.max
    for (index, pool) in model.pools.enumerated() {
      let limit = min(cap, losses[index].limit(holding: number))
      var open = losses[index].groups(within: limit)
      if limit < cap { outside = min(outside, limit + 1) }
      // Many groups may lose alike.
      if limit < cap, open.count > 4 * number {
        let leasts = losses[index].leasts
        open.sort { (leasts[$0], $0) < (leasts[$1], $1) }
        outside = min(outside, Int128(leasts[open[4 * number]]) << Losses.unit)
        open = open.prefix(4 * number).sorted()
      }
      pools.append(Self.pool(pool, open, at: proof.prices[index], limit: limit))
      members.append(open)
    }
    let core = Model(
      offers: model.offers, pools: pools, rows: model.rows, missing: [], budget: model.budget)
    return Core(
      model: core, full: model, prices: proof.prices, members: members,
      outside: outside > cap ? nil : Price.whole(proof.bound - outside))
  }

  private static func pool(
    _ pool: BandPool, _ groups: [Int], at price: Price, limit: Int128
  ) -> BandPool {
    let best = groups.map { pool.bestOption($0, at: price) }
    var base = pool.best(at: price)?.point ?? pool.base
    for option in best.compactMap(\.option) {
      base.value -= pool.value[option]
      base.cost -= Int128(pool.cost[option])
      base.count -= 1
    }
    var core = BandPool(base: base)
    for (group, best) in zip(groups, best) {
      for option in pool.options(group) {
        let score = price.score(value: pool.value[option], cost: pool.cost[option], count: 1)
        if best.score - score > limit { continue }
        core.add(cost: pool.cost[option], value: pool.value[option], offer: pool.offer[option])
      }
      core.endGroup(isForced: pool.isForced[group])
    }
    core.seal()
    return core
  }
}
