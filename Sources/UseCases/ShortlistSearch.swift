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

  /// - Parameters:
  ///   - included: the numbers of creators who must be on the list.
  ///   - reasons: what to ask for the reasons of a proven list; `nil` for none.
  func outcome(
    of source: some OfferSource, included: Set<Int32>, reasons: ReasonsWanted? = nil,
    shouldStop: () -> Bool
  ) throws -> ShortlistOutcome {
    let problem = problem(of: source, included: included)
    let answer = problem.solve(shouldStop: shouldStop)
    let list = try answer.plan.map {
      try self.list($0, status: answer.status, bound: answer.bound ?? 0, source)
    }
    var outcome = try outcome(answer, list, source, offers: problem.offers.count)
    if case .optimal(let best) = answer, let reasons {
      let reasoning = Reasoning(search: self, source: source, problem: problem, best: best)
      outcome.reasons = try reasoning.reasons(reasons)
    }
    if request.withProof {
      outcome.proof =
        ShortlistProof(problem: problem, source: source, brandFee: rules.brandFee).json
    }
    return outcome
  }

  /// What was asked, in the planner's words.
  func problem(of source: some OfferSource, included: Set<Int32>) -> Problem {
    Problem(
      offers: source.offers(), budget: request.budget, mix: request.plannerMix,
      minimumUse: request.minimumUse, mustInclude: included,
      maxPerAgency: request.maxPerMCN,
      categoryMinimums: request.categoryMinimums.map(\.minimum))
  }

  /// The list that was found, with every figure it was chosen by.
  func list(
    _ plan: Plan, status: Shortlist.Status, bound: Int64, _ source: some OfferSource
  ) throws -> Shortlist {
    Shortlist(
      name: name, decided: now, decidedBy: actor, request: request.json.text(),
      rules: rules.json.text(), status: status, bound: bound, budget: request.budget,
      picks: try plan.picks.map { try source.pick($0) { rules.tiers.tier(followers: $0).code } })
  }

  /// What came of it.
  func outcome(
    _ answer: Answer, _ list: Shortlist?, _ source: some OfferSource, offers: Int
  ) throws -> ShortlistOutcome {
    try ShortlistOutcome(request, answer, list, leftOut: source.leftOut, asked: offers) {
      try source.nickname(of: $0)
    }
  }
}

extension Answer {
  fileprivate var status: Shortlist.Status {
    if case .optimal = self { .optimal } else { .bounded }
  }
}
