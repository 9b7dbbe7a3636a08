import Domain
import Planner
import Testing

struct KeptTests {
  /// An approved list: the best one of another budget, or any of the offers.
  private func approved(_ problem: Problem, _ random: inout SplitMix) -> [Offer] {
    var other = problem
    other.budget = Money(fen: problem.budget.fen * random.int(50...200) / 100)
    if random.chance(60), let plan = other.solve().plan { return plan.picks }
    var taken: Set<Int32> = []
    return problem.offers.filter { random.chance(60) && taken.insert($0.creator).inserted }
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `of all lists it keeps the most approved offers, then it is worth most`(
    _ mode: RandomProblem.Mode
  ) {
    for seed in UInt64(60_000)..<60_150 {
      // Every third with limits that cross the bands.
      let problem =
        seed % 3 == 0
        ? RandomProblem.crossing(mode, seed: seed) : RandomProblem.make(mode, seed: seed)
      var random = SplitMix(seed)
      let wanted = approved(problem, &random)
      let kept = problem.solve(keeping: wanted)
      let keeps = { (list: [Offer]) in list.count { wanted.contains($0) } }
      let lists = EveryList.allowed(problem).map { (keeps($0), EveryList.value($0)) }
      guard let best = lists.max(by: { $0 < $1 }) else {
        guard case .infeasible = kept.answer else {
          Issue.record("\(mode) \(seed): a list of nothing")
          continue
        }
        continue
      }
      #expect(kept.isProven, "\(mode) \(seed)")
      #expect(kept.kept == best.0 && kept.most == best.0, "\(mode) \(seed)")
      #expect(kept.answer.plan?.objective == best.1, "\(mode) \(seed)")
      if let picks = kept.answer.plan?.picks {
        #expect(keeps(picks) == best.0, "\(mode) \(seed)")
        #expect(BruteForce.allows(problem, BruteForce.totals(picks)), "\(mode) \(seed)")
      }
    }
  }

  @Test func `an approved list that is still the best stays as it is`() throws {
    var random = SplitMix(5)
    let problem = Problem(
      offers: Market.offers(400, &random), budget: Money(yuan: 200_000), mix: .envelope(.usual))
    let best = try #require(problem.solve().plan)
    let kept = problem.solve(keeping: best.picks)
    #expect(kept.isProven && kept.answer.plan == best)
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `who can take a place is told by trying everybody, best first`(_ mode: RandomProblem.Mode) {
    for seed in UInt64(61_000)..<61_150 {
      let problem =
        seed % 3 == 0
        ? RandomProblem.crossing(mode, seed: seed) : RandomProblem.make(mode, seed: seed)
      let lists = EveryList.allowed(problem)
      for list in lists.prefix(40) { #expect(problem.allows(list), "\(mode) \(seed)") }
      guard let list = lists.last, let pick = list.first else { continue }
      var without = problem
      without.mustInclude.remove(pick.creator)
      without.offers.removeAll { $0.creator == pick.creator }
      let rest = Set(list.dropFirst())
      let expected = EveryList.allowed(without).compactMap { other -> Offer? in
        other.count == list.count && rest.isSubset(of: other)
          ? other.first { !rest.contains($0) } : nil
      }
      let alternates = without.alternates(joining: Array(list.dropFirst()))
      #expect(Set(alternates) == Set(expected), "\(mode) \(seed)")
      for (first, second) in zip(alternates, alternates.dropFirst()) {
        #expect(
          first.value > second.value || first.value == second.value && first.cost <= second.cost)
      }
    }
  }
}
