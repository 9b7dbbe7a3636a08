import Domain

extension Problem {
  /// Whether a list keeps to everything that is asked of one.
  ///
  /// - Parameter picks: offers of this problem.
  public func allows(_ picks: [Offer]) -> Bool {
    let creators = Set(picks.map(\.creator))
    return creators.count == picks.count && mustInclude.isSubset(of: creators)
      && Tally(picks).keeps(to: self)
  }

  /// Who could join a list so that it keeps to everything, nobody else coming or going.
  ///
  /// - Parameter others: a list that one pick has left, or wants; offers of this problem.
  /// - Returns: the most valuable first, then the cheapest, then by creator and format.
  public func alternates(joining others: [Offer]) -> [Offer] {
    let taken = Set(others.map(\.creator))
    let missing = mustInclude.subtracting(taken)
    let rest = Tally(others)
    let fitting = offers.filter { offer in
      guard !taken.contains(offer.creator), missing.allSatisfy({ $0 == offer.creator }) else {
        return false
      }
      var tally = rest
      tally.add(offer)
      return tally.keeps(to: self)
    }
    return fitting.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if left.cost != right.cost { return left.cost < right.cost }
      return Offer.canonical(left, right)
    }
  }
}
