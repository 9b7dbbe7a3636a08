public import Domain

/// An offer that the best list nearly has.
public struct NearMiss: Hashable, Sendable {
  /// The offer, at its price.
  public let offer: Offer
  /// What the best list that has it is worth less than the best one; `nil` when no list can have it, or it
  /// could not be told in time.
  public let loss: Int64?
  /// The price at which it would come onto the best list.
  public let entry: Entry
}

extension Problem {
  /// The offers that the best list nearly has, one of a creator: those that lose least first, then by creator.
  ///
  /// Those that the bound's prices call nearest are tried, three times as many as are asked for.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - best: the best list, proven.
  ///   - brandFee: the rate by which a quote becomes a cost.
  public func nearMisses(
    _ count: Int, of best: Plan, brandFee: Share, shouldStop: () -> Bool = { false }
  ) -> [NearMiss] {
    let tried = nearest(3 * count, to: best).map { offer -> (offer: Offer, loss: Int64?) in
      guard case .optimal(let plan)? = forcing([offer]).answer(shouldStop: shouldStop) else {
        return (offer, nil)
      }
      return (offer, best.objective - plan.objective)
    }
    let sorted = tried.sorted { left, right in
      let (first, second) = (left.loss ?? .max, right.loss ?? .max)
      return first == second ? Offer.canonical(left.offer, right.offer) : first < second
    }
    return sorted.prefix(count).map { offer, loss in
      NearMiss(
        offer: offer, loss: loss,
        entry: entry(
          of: offer, above: best.objective, brandFee: brandFee, shouldStop: shouldStop))
    }
  }

  /// Creators who are not on a list, each with the offer that loses least at the prices of the bound.
  private func nearest(_ count: Int, to best: Plan) -> [Offer] {
    let model = Model(self)
    let prices = model.prices()
    let taken = Set(best.picks.map(\.creator))
    var near: [Int32: (offer: Offer, score: Int128)] = [:]
    for offer in model.offers where !taken.contains(offer.creator) && offer.value > 0 {
      let score = prices[offer.band].score(value: offer.value, cost: offer.cost.fen, count: 1)
      if let known = near[offer.creator], known.score >= score { continue }
      near[offer.creator] = (offer, score)
    }
    return near.values.sorted { left, right in
      left.score == right.score
        ? Offer.canonical(left.offer, right.offer) : left.score > right.score
    }.prefix(count).map(\.offer)
  }
}

extension Model {
  /// What a fen and a pick of each band cost at the bound's prices.
  fileprivate func prices() -> ByBand<Price> {
    var prices = ByBand(repeating: Price())
    var multipliers = MultiplierSearch(self)
    let set = RowSet(rows, budget: budget, people: offers.count)
    let found = multipliers.find(set, from: 0, right: rows.map(\.bound), enough: Int128.min)
    for (pool, price) in zip(pools, found?.prices ?? []) {
      if let first = pool.offer.first { prices[offers[Int(first)].band] = price }
    }
    return prices
  }
}
