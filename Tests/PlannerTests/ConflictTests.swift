import Domain
import Planner
import Testing

struct ConflictTests {
  private func offer(
    _ creator: Int32, _ band: Band, yuan: Int64, value: Int64 = 10, format: NoteFormat = .image
  ) -> Offer {
    Offer(
      creator: creator, format: format, band: band, quote: Money(yuan: yuan),
      brandFee: Share(basisPoints: 1_000), value: value)
  }

  private func name(_ creator: Int32) -> String { "creator \(creator)" }

  private func conflict(_ problem: Problem) throws -> Conflict {
    guard case .infeasible(let conflict) = problem.solve() else {
      throw Failure(.failed, "there is a list")
    }
    return conflict
  }

  private var market: [Offer] {
    (0..<60).map { offer($0, .koc, yuan: 1_000 + Int64($0) * 10) }
      + (0..<9).map { offer(100 + $0, .mid, yuan: 5_000 + Int64($0) * 100) }
      + [offer(201, .head, yuan: 80_000), offer(202, .head, yuan: 95_000)]
  }

  @Test func `a head that no budget share pays for is explained in money`() throws {
    let problem = Problem(offers: market, budget: Money(yuan: 100_000))
    let conflict = try conflict(problem)
    #expect(
      conflict.reasons.first?.sentence(name: name) { "\($0)" }
        == "the head band may spend ¥4,500.00–¥15,000.00, the cheapest head costs "
        + "¥88,000.00 = ¥80,000.00 + ¥8,000.00 fee")
  }

  @Test func `the smallest budget is the one at which the cheapest head fits its share`() throws {
    let shares = Shares(
      ByBand(
        koc: Share(basisPoints: 0), mid: Share(basisPoints: 0), head: Share(basisPoints: 10_000)),
      tolerance: Share(basisPoints: 0))
    let problem = Problem(offers: market, budget: Money(yuan: 50_000), mix: .spend(shares))
    #expect(
      try conflict(problem).remedies.contains(.budget(Money(yuan: 88_000), .smallest)))
  }

  @Test func `an empty band is named`() throws {
    let offers = market.filter { $0.band != .head }
    let problem = Problem(offers: offers, budget: Money(yuan: 50_000))
    let reasons = try conflict(problem).reasons
    // No budget helps, so none is blamed.
    #expect(reasons == [.nobody(.head), .together([.band(.head)], isSmallest: true)])
    #expect(
      reasons[0].sentence(name: name) { "\($0)" }
        == "the head band must be on the list and nobody is in it")
  }

  @Test func `a budget that the base can't use up is explained`() throws {
    let problem = Problem(offers: market, budget: Money(yuan: 600_000))
    let reasons = try conflict(problem).reasons
    let everyone = (0..<60).reduce(Int64(0)) { $0 + (1_000 + Int64($1) * 10) * 110 }
    #expect(
      reasons.contains(
        .bandTooSmall(
          .koc, least: Money(yuan: 351_000), most: Money(yuan: 450_000), creators: 60,
          cost: Money(fen: everyone))))
  }

  @Test func `counts that can't be paid are added up`() throws {
    let problem = Problem(
      offers: market, budget: Money(yuan: 90_000),
      mix: .counts(ByBand(koc: 3...9, mid: 0...2, head: 1...2)))
    let conflict = try conflict(problem)
    let cost = Money(yuan: 88_000 + 1_100 + 1_111 + 1_122)
    #expect(
      conflict.reasons == [
        .countsTooDear(
          ByBand(koc: 3, mid: 0, head: 1), cost: cost, budget: Money(yuan: 90_000)),
        .together([.band(.koc), .band(.head), .budget], isSmallest: true),
      ])
    #expect(conflict.remedies.first == .budget(cost, .smallest))
  }

  @Test func `someone who must be there and can't be is named`() throws {
    let problem = Problem(
      offers: market, budget: Money(yuan: 1_000), mix: .none,
      mustInclude: [201, 999])
    #expect(
      try conflict(problem).sentences(name: name) { "\($0)" }.prefix(2) == [
        "creator 201 must be on the list and costs ¥88,000.00 = ¥80,000.00 + ¥8,000.00 fee; "
          + "it may cost ¥1,000.00",
        "creator 999 must be on the list and has no offer",
      ])
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `what is said to work works, and what is said to clash clashes`(
    _ mode: RandomProblem.Mode
  ) {
    for seed in UInt64(3_000)..<3_100 {
      checkConflict(of: RandomProblem.make(mode, seed: seed), "\(mode) \(seed)")
      checkConflict(of: RandomProblem.crossing(mode, seed: seed), "\(mode) crossing \(seed)")
    }
  }

  private func checkConflict(of problem: Problem, _ name: Comment) {
    guard case .infeasible(let conflict) = problem.solve() else { return }
    for remedy in conflict.remedies {
      #expect(BruteForce(with(remedy, problem)).best != nil, "\(name) \(remedy)")
      for closer in closer(remedy) {
        let best = BruteForce(with(closer, problem)).best
        #expect(best == nil, "\(name) \(closer) works too")
      }
    }
    for reason in conflict.reasons { check(reason, problem, name) }
  }

  /// Smaller changes than a remedy that is said to be the smallest.
  private func closer(_ remedy: Remedy) -> [Remedy] {
    switch remedy {
    case .budget(let money, .smallest):
      ([1, 2, 7, money.fen / 3] as [Int64]).filter { $0 > 0 && $0 <= money.fen }
        .map { .budget(Money(fen: money.fen - $0), .works) }
    case .budget(let money, .lessFails): [.budget(money - Money(yuan: 1), .works)]
    case .budget(let money, .moreFails): [.budget(money + Money(yuan: 1), .works)]
    case .perAgency(let most): [.perAgency(most - 1)]
    case .category(var minimum):
      {
        minimum.share = Share(basisPoints: minimum.share.basisPoints + 100)
        return [.category(minimum)]
      }()
    case .budget, .tolerance, .minimumUse, .mix: []
    }
  }

  private func check(_ reason: Conflict.Reason, _ problem: Problem, _ name: Comment) {
    guard case .together(let constraints, true) = reason else { return }
    var alone = problem
    alone.mustInclude = problem.mustInclude.filter { constraints.contains(.include($0)) }
    if !constraints.contains(.minimumUse) { alone.minimumUse = Share(basisPoints: 0) }
    alone.mix = without(problem.mix, Band.allCases.filter { !constraints.contains(.band($0)) })
    if !constraints.contains(where: { if case .perAgency = $0 { true } else { false } }) {
      alone.maxPerAgency = nil
    }
    for (place, minimum) in problem.categoryMinimums.enumerated()
    where !constraints.contains(.category(minimum)) {
      alone.categoryMinimums[place].share = Share(basisPoints: 0)
    }
    if !constraints.contains(.budget) { alone.budget = .largest }
    #expect(BruteForce(alone).best == nil, name)
    for constraint in constraints where constraint != .budget {
      var fewer = alone
      switch constraint {
      case .include(let creator): fewer.mustInclude.remove(creator)
      case .minimumUse: fewer.minimumUse = Share(basisPoints: 0)
      case .band(let band): fewer.mix = without(alone.mix, [band])
      case .perAgency: fewer.maxPerAgency = nil
      case .category(let minimum):
        for place in fewer.categoryMinimums.indices where fewer.categoryMinimums[place] == minimum {
          fewer.categoryMinimums[place].share = Share(basisPoints: 0)
        }
      case .budget: break
      }
      #expect(BruteForce(fewer).best != nil, "\(name) without \(constraint)")
    }
  }

  private func without(_ mix: Mix, _ bands: [Band]) -> Mix {
    let open = { (shares: Shares) in
      bands.reduce(into: shares) { $0.tolerance[$1] = Share(basisPoints: 10_000) }
    }
    switch mix {
    case .spend(let shares): return .spend(open(shares))
    case .envelope(let shares): return .envelope(open(shares))
    case .heads(let shares, let rounding): return .heads(open(shares), rounding)
    case .counts(let limits):
      return .counts(bands.reduce(into: limits) { $0[$1] = 0...Int.max })
    case .none: return .none
    }
  }

  private func with(_ remedy: Remedy, _ problem: Problem) -> Problem {
    var changed = problem
    switch remedy {
    case .budget(let budget, _): changed.budget = budget
    case .minimumUse(let share): changed.minimumUse = share
    case .mix(let share):
      switch problem.mix {
      case .spend(var shares):
        shares.share = share
        changed.mix = .spend(shares)
      case .envelope(var shares):
        shares.share = share
        changed.mix = .envelope(shares)
      case .heads(var shares, let rounding):
        shares.share = share
        changed.mix = .heads(shares, rounding)
      case .counts, .none: break
      }
    case .perAgency(let most): changed.maxPerAgency = most
    case .category(let minimum):
      for place in changed.categoryMinimums.indices
      where changed.categoryMinimums[place].name == minimum.name {
        changed.categoryMinimums[place] = minimum
      }
    case .tolerance(let share):
      switch problem.mix {
      case .spend(let shares): changed.mix = .spend(Shares(shares.share, tolerance: share))
      case .envelope(let shares): changed.mix = .envelope(Shares(shares.share, tolerance: share))
      case .heads(let shares, let rounding):
        changed.mix = .heads(Shares(shares.share, tolerance: share), rounding)
      case .counts, .none: break
      }
    }
    return changed
  }
}
