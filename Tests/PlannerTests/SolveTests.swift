import Domain
import Planner
import Testing

struct SolveTests {
  @Test(arguments: RandomProblem.Mode.allCases)
  func `the list is as good as the best of all lists`(_ mode: RandomProblem.Mode) {
    for seed in UInt64(0)..<350 {
      let problem = RandomProblem.make(mode, seed: seed)
      check(problem.solve(), of: problem, "\(mode) \(seed)")
    }
  }

  @Test func `a list of nobody is found where rules of counts leave nothing else`() {
    // Each of these once lost its only list.
    for seed in [10_013, 10_103, 10_119, 10_929, 10_993] as [UInt64] {
      let problem = RandomProblem.make(.strict, seed: seed, creators: 0...8)
      check(problem.solve(), of: problem, "strict \(seed)")
    }
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `many offers that cost and count alike hide no better list`(_ mode: RandomProblem.Mode) {
    for seed in UInt64(5_000)..<5_030 {
      var random = SplitMix(seed)
      let kinds = (0..<random.int(1...4)).map { _ in
        (
          band: random.pick(Band.allCases), quote: random.int(0...4) * 1_000,
          value: random.int(0...6)
        )
      }
      var problem = RandomProblem.make(mode, seed: seed, creators: 1...2)
      problem.offers = (0..<13).map { index in
        let kind = random.pick(kinds)
        return Offer(
          creator: Int32(index), format: .image, band: kind.band, quote: Money(fen: kind.quote),
          brandFee: Share(basisPoints: 1_000), value: kind.value)
      }
      problem.budget = Money(fen: random.int(0...30_000))
      problem.mustInclude = []
      check(problem.solve(), of: problem, "\(mode) \(seed)")
    }
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `a list under rules that cross the bands is as good as the best of all lists`(
    _ mode: RandomProblem.Mode
  ) {
    for seed in UInt64(10_000)..<10_600 {
      let problem = RandomProblem.crossing(mode, seed: seed)
      check(problem.solve(), of: problem, "\(mode) \(seed)")
    }
  }

  private func check(_ answer: Answer, of problem: Problem, _ name: Comment) {
    let best = BruteForce(problem).best
    switch answer {
    case .optimal(let plan):
      #expect(plan.objective == best, name)
      checkList(plan, problem, name)
    case .infeasible(let conflict):
      #expect(best == nil, name)
      #expect(!conflict.reasons.isEmpty, name)
    case .bounded, .interrupted: Issue.record("not closed: \(name)")
    }
  }

  private func checkList(_ plan: Plan, _ problem: Problem, _ name: Comment) {
    #expect(BruteForce.allows(problem, BruteForce.totals(plan.picks)), name)
    #expect(Set(plan.picks.map(\.creator)).count == plan.picks.count, name)
    #expect(plan.picks.allSatisfy(problem.offers.contains), name)
    #expect(problem.mustInclude.isSubset(of: plan.picks.map(\.creator)), name)
    let order = plan.picks.map(\.creator)
    #expect(order == order.sorted(), name)
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `the order of the offers changes nothing`(_ mode: RandomProblem.Mode) {
    for seed in UInt64(1_000)..<1_040 {
      var problem = RandomProblem.make(mode, seed: seed, creators: 5...25)
      let answer = problem.solve()
      var random = SplitMix(seed)
      problem.offers = random.shuffled(problem.offers)
      #expect(problem.solve() == answer, "\(mode) \(seed)")
    }
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `a search that is stopped tells a bound that holds`(_ mode: RandomProblem.Mode) {
    for seed in UInt64(2_000)..<2_070 {
      let problem = RandomProblem.make(mode, seed: seed)
      let best = BruteForce(problem).best
      for patience in [0, 2, 5, 12] {
        var asked = 0
        let answer = problem.solve {
          asked += 1
          return asked > patience
        }
        let name: Comment = "\(mode) \(seed) after \(patience)"
        switch answer {
        case .optimal(let plan): #expect(plan.objective == best, name)
        case .infeasible: #expect(best == nil, name)
        case .interrupted(let bound, _): #expect(bound >= best ?? 0, name)
        case .bounded(let plan, let bound, _):
          #expect(plan.objective <= best ?? -1 && bound >= best ?? 0, name)
          #expect(answer.gap == bound - plan.objective, name)
          checkList(plan, problem, name)
        }
      }
    }
  }

  @Test func `fees near the largest amount neither overflow nor lie`() {
    for seed in UInt64(0)..<40 {
      var random = SplitMix(seed)
      let offers = (0..<9).map { index in
        Offer(
          creator: Int32(index), format: .image, band: random.pick(Band.allCases),
          quote: Money(fen: Money.largest.fen / random.int(1...30) - random.int(0...3)),
          brandFee: Share(basisPoints: random.pick([0, 1_000, 10_000])),
          value: random.pick([0, 1, Objective.largestValue, random.int(0...1_000_000)]))
      }
      for mode in RandomProblem.Mode.allCases {
        var problem = RandomProblem.make(mode, seed: seed)
        problem.offers = offers
        problem.budget = .largest
        problem.mustInclude = []
        check(problem.solve(), of: problem, "\(mode) \(seed)")
      }
    }
  }

  @Test func `a few hundred creators are solved, and each list is within its bound`() {
    for (seed, mode) in RandomProblem.Mode.allCases.enumerated() {
      var random = SplitMix(UInt64(seed))
      var problem = RandomProblem.make(mode, seed: 7)
      problem.offers = Market.offers(300, &random)
      problem.budget = Money(yuan: 120_000)
      problem.minimumUse = Problem.usualUse(problem.mix)
      problem.mustInclude = []
      switch mode {
      case .spend: problem.mix = .spend(.usual)
      case .envelope: problem.mix = .envelope(.usual)
      case .heads: problem.mix = .heads(.usual, .outward)
      case .strict: problem.mix = .heads(.usual, .strict)
      case .counts: problem.mix = .counts(ByBand(koc: 20...200, mid: 1...3, head: 0...1))
      case .none: problem.mix = .none
      }
      guard case .optimal(let plan) = problem.solve() else {
        Issue.record("\(mode) not solved")
        continue
      }
      checkList(plan, problem, "\(mode)")
    }
  }
}
