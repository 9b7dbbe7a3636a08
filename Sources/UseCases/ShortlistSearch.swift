import Domain
import Interchange
import Planner

/// Finds the list that a request asks for, wherever its offers come from.
struct ShortlistSearch {
  let request: ShortlistRequest
  let rules: ShortlistRules
  let now: Moment
  let actor: String
  /// The name to keep the list under; empty for none.
  let name: String

  /// - Parameter included: the numbers of creators who must be on the list.
  func outcome(
    of source: some OfferSource, included: Set<Int32>, shouldStop: () -> Bool
  ) -> ShortlistOutcome {
    let problem = Problem(
      offers: source.offers(), budget: request.budget, mix: request.plannerMix,
      minimumUse: request.minimumUse, mustInclude: included)
    let answer = problem.solve(shouldStop: shouldStop)
    let list = answer.plan.map { plan in
      Shortlist(
        name: name, decided: now, decidedBy: actor, request: request.json.text(),
        rules: rules.json.text(), status: answer.status, bound: answer.bound,
        budget: request.budget,
        picks: plan.picks.map { source.pick($0) { rules.tiers.tier(followers: $0).code } })
    }
    return ShortlistOutcome(
      answer, list, leftOut: source.leftOut, asked: problem.offers.count
    ) { source.id(of: $0).text }
  }
}

extension Answer {
  fileprivate var status: Shortlist.Status {
    if case .optimal = self { .optimal } else { .bounded }
  }

  fileprivate var bound: Int64 {
    switch self {
    case .optimal(let plan): plan.objective
    case .bounded(_, let bound, _), .interrupted(let bound, _): bound
    case .infeasible: 0
    }
  }
}
