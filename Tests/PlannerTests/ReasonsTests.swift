import Domain
import Planner
import Testing

struct ReasonsTests {
  private static let fee = Share(basisPoints: 1_000)

  /// A small problem whose fee rate is known, and its best list.
  private func problem(_ mode: RandomProblem.Mode, _ seed: UInt64) -> (Problem, Plan)? {
    var problem =
      seed % 4 == 0
      ? RandomProblem.crossing(mode, seed: seed) : RandomProblem.make(mode, seed: seed)
    problem.offers = problem.offers.map { offer in
      Offer(
        creator: offer.creator, format: offer.format, band: offer.band,
        quote: Money(fen: offer.quote.fen % 4_000), brandFee: Self.fee, value: offer.value,
        agency: offer.agency, categories: offer.categories)
    }
    let all = problem.offers.reduce(Int64(0)) { $0 + $1.cost.fen }
    problem.budget = Money(fen: all * Int64(seed % 7 + 1) / 10)
    guard case .optimal(let best) = problem.solve() else { return nil }
    return (problem, best)
  }

  /// Whether the best of all lists with an offer at another quote is worth more than a value, by trying all.
  private func enters(_ offer: Offer, at fen: Int64, _ problem: Problem, above best: Int64) -> Bool
  {
    var changed = problem
    changed.offers.removeAll { $0.creator == offer.creator }
    changed.offers.append(
      Offer(
        creator: offer.creator, format: offer.format, band: offer.band, quote: Money(fen: fen),
        brandFee: Self.fee, value: offer.value, agency: offer.agency,
        categories: offer.categories))
    changed.mustInclude.insert(offer.creator)
    return BruteForce(changed).best.map { $0 > best } ?? false
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `an offer enters at its price and not at one fen more`(_ mode: RandomProblem.Mode) {
    var told = 0
    for seed in UInt64(70_000)..<70_090 {
      guard let (problem, best) = problem(mode, seed) else { continue }
      let taken = Set(best.picks.map(\.creator))
      for offer in problem.offers where !taken.contains(offer.creator) {
        let above = best.objective
        switch problem.entry(of: offer, above: above, brandFee: Self.fee) {
        case .at(let price):
          told += 1
          #expect(price < offer.quote, "\(mode) \(seed)")
          #expect(enters(offer, at: price.fen, problem, above: above), "\(mode) \(seed)")
          #expect(!enters(offer, at: price.fen + 1, problem, above: above), "\(mode) \(seed)")
        case .never:
          #expect(!enters(offer, at: 0, problem, above: above), "\(mode) \(seed)")
        case .unknown: Issue.record("\(mode) \(seed): not told")
        }
      }
    }
    #expect(told > 5)
  }

  @Test func `without a floor on spend it is the one price, found by trying every price`() {
    var told = 0
    for seed in UInt64(71_000)..<72_000 {
      guard let (problem, best) = problem(.counts, seed), problem.leastSpend == .zero,
        let offer = problem.offers.first(where: { offer in
          !best.picks.contains { $0.creator == offer.creator } && offer.quote.fen < 150
        })
      else { continue }
      told += 1
      let prices = (0...offer.quote.fen).filter {
        enters(offer, at: $0, problem, above: best.objective)
      }
      let expected = prices.last.map { Entry.at(Money(fen: $0)) } ?? .never
      #expect(problem.entry(of: offer, above: best.objective, brandFee: Self.fee) == expected)
      #expect(prices == Array(0..<Int64(prices.count)), "cheaper is never harder")
    }
    #expect(told > 20)
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `near-misses lose what trying all lists says, the nearest first`(_ mode: RandomProblem.Mode)
  {
    for seed in UInt64(72_000)..<72_100 {
      guard let (problem, best) = problem(mode, seed) else { continue }
      let near = problem.nearMisses(4, of: best, brandFee: Self.fee)
      for miss in near {
        #expect(!best.picks.contains { $0.creator == miss.offer.creator })
        var forced = problem
        forced.offers.removeAll { $0.creator == miss.offer.creator && $0 != miss.offer }
        forced.mustInclude.insert(miss.offer.creator)
        let loss = BruteForce(forced).best.map { best.objective - $0 }
        #expect(miss.loss == loss, "\(mode) \(seed)")
      }
      let losses = near.map { $0.loss ?? .max }
      #expect(losses == losses.sorted())
    }
  }

  @Test(arguments: RandomProblem.Mode.allCases)
  func `what a constraint costs is what trying all lists without it gains`(
    _ mode: RandomProblem.Mode
  ) {
    for seed in UInt64(73_000)..<73_040 {
      let problem =
        seed % 2 == 0
        ? RandomProblem.crossing(mode, seed: seed) : RandomProblem.make(mode, seed: seed)
      for constraint in problem.constraints {
        let without = problem.dropping([constraint])
        #expect(
          without.solve().plan?.objective == BruteForce(without).best,
          "\(mode) \(seed) \(constraint)")
        let lists = Set(EveryList.allowed(problem).map(Set.init))
        #expect(lists.isSubset(of: EveryList.allowed(without).map(Set.init)))
      }
    }
  }
}
