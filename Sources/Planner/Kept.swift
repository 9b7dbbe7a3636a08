import Domain

/// A list planned anew around an approved one: the smallest change.
public struct Kept: Equatable, Sendable {
  /// Of the lists that keep the most approved offers the one worth most; bounds are those of lists that keep as many.
  public let answer: Answer
  /// How many approved offers it keeps.
  public let kept: Int
  /// No list keeps more.
  public let most: Int

  /// Whether no list keeps more, and none that keeps as many is worth more.
  public var isProven: Bool {
    if case .optimal = answer { kept == most } else { false }
  }
}

extension Problem {
  /// The list with the smallest change to an approved one.
  ///
  /// First as many of the approved offers as possible are kept, in their formats; of the lists that keep as
  /// many, it is one of the largest objective. Offers that join are no change by themselves, so what a drop-out
  /// frees is spent again.
  ///
  /// - Parameter approved: offers of this problem, at most one of a creator.
  public func solve(keeping approved: [Offer], shouldStop: () -> Bool = { false }) -> Kept {
    let wanted = Set(approved)
    if let answer = forcing(wanted).answer(shouldStop: shouldStop) {
      return Kept(answer: answer, kept: answer.plan == nil ? 0 : wanted.count, most: wanted.count)
    }
    let counting = weighed { wanted.contains($0) ? 1 : 0 }
    switch counting.answer(shouldStop: shouldStop) {
    case nil: return Kept(answer: solve(shouldStop: shouldStop), kept: 0, most: 0)
    case .optimal(let plan)?:
      return best(keeping: wanted, near: restored(plan, counting), Int(plan.objective), shouldStop)
    case .bounded(let plan, let bound, _)?:
      return best(keeping: wanted, near: restored(plan, counting), Int(bound), shouldStop)
    case let answer?: return Kept(answer: answer, kept: 0, most: wanted.count)
    }
  }

  /// The most valuable of the lists that keep `most` approved offers; `near` is one that keeps as many, or nearly.
  private func best(
    keeping wanted: Set<Offer>, near: Plan, _ most: Int, _ shouldStop: () -> Bool
  ) -> Kept {
    let keeps = { (plan: Plan) in plan.picks.count { wanted.contains($0) } }
    let around =
      forcing(wanted.intersection(near.picks)).answer(shouldStop: shouldStop)?.plan ?? near
    let top = answer(shouldStop: shouldStop)?.bound ?? Int64.max
    // One more approved offer outweighs anything that a list which keeps fewer could be worth above this one.
    let weight = max(1, top - around.objective + 1)
    let widest = offers.reduce(Int64(0)) { max($0, $1.value) }
    guard top < Int64.max, weight <= Objective.largestValue - widest else {
      return Kept(
        answer: .bounded(around, bound: max(top, around.objective), why: .asked),
        kept: keeps(around), most: most)
    }
    let weighed = weighed { $0.value + (wanted.contains($0) ? weight : 0) }
    let answer = weighed.answer(shouldStop: shouldStop)
    guard let answer, let plan = answer.plan.map({ restored($0, weighed) }), keeps(plan) == most
    else {
      let bound = max(top, around.objective)
      return Kept(
        answer: .bounded(around, bound: bound, why: .asked), kept: keeps(around), most: most)
    }
    if case .bounded(_, let bound, let why) = answer {
      let left = max(plan.objective, min(top, bound - weight * Int64(most)))
      return Kept(answer: .bounded(plan, bound: left, why: why), kept: most, most: most)
    }
    return Kept(answer: .optimal(plan), kept: most, most: most)
  }

  /// The problem in which all of some offers must be on the list.
  func forcing(_ wanted: Set<Offer>) -> Problem {
    let creators = Set(wanted.map(\.creator))
    var problem = self
    problem.offers.removeAll { creators.contains($0.creator) && !wanted.contains($0) }
    problem.mustInclude.formUnion(creators)
    return problem
  }

  /// The same problem with other values.
  private func weighed(_ weight: (Offer) -> Int64) -> Problem {
    var problem = self
    for place in offers.indices { problem.offers[place].value = weight(offers[place]) }
    return problem
  }

  /// A list of a problem with other values, with this problem's own.
  private func restored(_ plan: Plan, _ weighed: Problem) -> Plan {
    var open = Set(plan.picks)
    return Plan(
      picks: offers.indices.compactMap { open.remove(weighed.offers[$0]) == nil ? nil : offers[$0] }
    )
  }
}
