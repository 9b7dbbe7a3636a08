import Domain
import Foundation
import Testing

@testable import UseCases

/// Plans sum to the budget to the fen and keep every minimum, whatever the budget; the splits are worked out
/// again in decimal numbers.
struct CampaignPlanTests {
  private let fixture: PlanFixture

  init() throws { fixture = try PlanFixture.shared.get() }

  /// The four stages and six objectives at four budgets, and at seeded random ones up to 100 million yuan.
  private static let all = Result {
    let fixture = try PlanFixture.shared.get()
    var random = SplitMix(seed: 6)
    let others = (0..<150).map { _ in
      let magnitude = Int64.random(in: 2...9, using: &random)
      let limit = (0..<magnitude).reduce(Int64(10)) { product, _ in product * 10 }
      return fixture.request(
        Money(fen: Int64.random(in: 1...limit, using: &random)),
        PlanFixture.objectives.randomElement(using: &random) ?? "speed",
        PlanFixture.stages.randomElement(using: &random) ?? "launch")
    }
    return try (fixture.requests + others).map { try CampaignPlan($0, fixture.reference) }
  }

  /// Those of the stages, objectives and four budgets.
  private static let ordinary = Result { try all.get().prefix(96) }

  @Test func `every plan sums to its budget to the fen, by part, by lever and in time`() throws {
    for plan in try Self.all.get() {
      let request = plan.request
      let sum = { (amounts: [Money]) in amounts.reduce(.zero, +) }
      #expect(sum(plan.budget.parts.map(\.amount)) == request.budget)
      #expect(sum(plan.creators.parts.map(\.amount)) == plan.budget.amount(of: "creators"))
      #expect(sum(plan.ads.lines.map(\.amount)) == plan.budget.amount(of: "ads"))
      #expect(sum(plan.time.phases.map(\.amount)) == request.budget)
      for part in plan.creators.parts where part.amount > .zero {
        let phases = plan.time.phases(with: part.band.rawValue)
        let levers = phases.flatMap(\.levers).filter { $0.name == part.band.rawValue }
        #expect(sum(levers.map(\.amount)) == part.amount)
      }
      #expect(plan.creators.parts.allSatisfy { $0.amount >= .zero })
      let shares = plan.creators.parts.reduce(0) { $0 + $1.share.basisPoints }
      #expect(shares == (plan.budget.amount(of: "creators") > .zero ? 10_000 : 0))
    }
  }

  @Test func `no format and no band gets less than it takes`() throws {
    for plan in try Self.all.get() {
      let request = plan.request
      for line in plan.ads.lines {
        let minimum = line.format == "splash" ? Money(yuan: 100_000) : Money(yuan: 10_000)
        #expect(line.amount >= minimum, "\(request.budget) \(line.format)")
      }
      let premium: Int64 = request.category == nil ? 100 : 150
      for (band, yuan) in [(Band.head, Int64(80_000)), (.mid, 8_000)] {
        let amount = plan.creators.amount(of: band)
        #expect(amount == .zero || amount >= Money(fen: yuan * premium * 11 / 10))
      }
      #expect(request.stage != "uneven_sales" || plan.creators.amount(of: .mid) == .zero)
      #expect(request.stage != "small_test" || plan.creators.amount(of: .head) == .zero)
      #expect(
        !["enter_market", "small_test"].contains(request.stage)
          || plan.ads.amount(of: "splash") == .zero)
    }
  }

  @Test func `ads have 25 to 40 percent, or nothing where even 40 are below 10,000 yuan`() throws {
    for plan in try Self.all.get() {
      let request = plan.request
      let budget = Decimal(request.budget.fen)
      let ads = Decimal(plan.budget.amount(of: "ads").fen)
      if budget * 40 / 100 < 1_000_000 {
        #expect(ads == 0 && plan.ads.lines.isEmpty, "\(request.budget)")
        #expect(plan.advice.contains { $0.text.hasPrefix("Ads can't run") })
      } else {
        #expect(ads >= budget * 25 / 100 - 1 && ads <= budget * 40 / 100 + 1)
      }
    }
  }

  @Test func `the parts are the decimal ones, none a fen off`() throws {
    for plan in try Self.all.get() {
      let request = plan.request
      let rest = Decimal(request.budget.fen - plan.budget.amount(of: "ads").fen)
      for (part, percent) in [("creators", Decimal(80)), ("content", 12), ("management", 8)] {
        let exact = rest * percent / 100
        #expect(abs(Decimal(plan.budget.amount(of: part).fen) - exact) < 1)
      }
      guard case .usual = plan.budget.adsReason else { continue }
      let leads =
        (["conversion", "speed"].contains(request.objective) ? 1 : 0)
        + (request.stage == "uneven_sales" ? 1 : 0)
      let exact = Decimal(request.budget.fen) * [25, Decimal(string: "32.5") ?? 0, 40][leads] / 100
      #expect(abs(Decimal(plan.budget.amount(of: "ads").fen) - exact) * 2 <= 1)
    }
  }

  @Test func `expected counts are the decimal quotients, rounded down`() throws {
    let prices: [String: (cpm: [Decimal], cpc: [Decimal])] = [
      "feed": ([15, 40], [5, 15]), "search": ([], [8, 20]), "splash": ([80, 150], []),
    ]
    for plan in try Self.ordinary.get() {
      for line in plan.ads.lines {
        let yuan = Decimal(line.amount.fen) / 100
        let price = try #require(prices[line.format])
        let down = { (number: Decimal) -> Int64 in
          var (exact, whole) = (number, Decimal())
          NSDecimalRound(&whole, &exact, 0, .down)
          return NSDecimalNumber(decimal: whole).int64Value
        }
        let range = { (prices: [Decimal], count: Decimal) in
          prices.isEmpty ? nil : down(count / prices[1])...down(count / prices[0])
        }
        #expect(line.impressions == range(price.cpm, yuan * 1_000))
        #expect(line.clicks == range(price.cpc, yuan))
        // 50 % off the cheapest click, 30 % off the dearest.
        let boosted = line.format == "feed" ? [price.cpc[0] / 2, price.cpc[1] * 7 / 10] : []
        #expect(line.boostedClicks == range(boosted, yuan))
      }
    }
  }

  @Test func `what is said to be enough is enough`() throws {
    for plan in try Self.ordinary.get() {
      var other = plan.request
      if case .none(_, let from?) = plan.budget.adsReason {
        other.budget = from
        #expect(try !CampaignPlan(other, fixture.reference).ads.lines.isEmpty)
        other.budget = from - Money(fen: 1)
        #expect(try CampaignPlan(other, fixture.reference).ads.lines.isEmpty)
      }
      for (band, words) in [(Band.head, "No head"), (.mid, "No mid-tier")] {
        guard let text = plan.advice.first(where: { $0.text.hasPrefix(words) })?.text else {
          continue
        }
        let yuan = try #require(text.firstMatch(of: /from about ¥([0-9,]+)/)?.1)
        other.budget = try Money(yuanText: String(yuan))
        #expect(other.budget > plan.request.budget)
        #expect(try CampaignPlan(other, fixture.reference).creators.amount(of: band) > .zero)
      }
    }
  }

  @Test func `phases follow one another through all days of the campaign`() throws {
    for plan in try Self.all.get() {
      let (request, time) = (plan.request, plan.time)
      #expect(time.phases.first?.span.lowerBound == 1)
      #expect(time.phases.last?.span.upperBound == time.length)
      for (phase, next) in zip(time.phases, time.phases.dropFirst()) {
        #expect(next.span.lowerBound == phase.span.upperBound + 1)
      }
      #expect(time.phases.last?.days?.upperBound == request.days?.upperBound)
      #expect(time.phases.first?.days?.lowerBound == request.days?.lowerBound)
    }
  }

  @Test func `a campaign of few days still has all its money in them`() throws {
    for length in Int32(1)...6 {
      var request = fixture.request(Money(yuan: 200_001), "awareness", "launch")
      request.days = fixture.today...fixture.today.adding(days: length - 1)
      let plan = try CampaignPlan(request, fixture.reference)
      #expect(plan.time.phases.reduce(.zero) { $0 + $1.amount } == request.budget)
      #expect(plan.time.phases.allSatisfy { $0.span.upperBound <= Int64(length) })
    }
  }

  @Test func `a new brand tests feed ads with 10,000 to 20,000 yuan`() throws {
    for yuan in [Int64(40_000), 200_000, 2_000_000, 20_000_000] {
      let request = fixture.request(Money(yuan: yuan), "cost_efficiency", "enter_market")
      let plan = try CampaignPlan(request, fixture.reference)
      let test = try #require(plan.time.phases.first { $0.name == "test" })
      let feed = test.levers.first { $0.name == "feed" }?.amount ?? .zero
      #expect((Money(yuan: 10_000)...Money(yuan: 20_000)).contains(feed))
    }
  }

  @Test func `each figure has a rule, and each rule a source and a day`() throws {
    for plan in try Self.ordinary.get() {
      #expect(plan.budget.parts.allSatisfy { !$0.rules.isEmpty })
      #expect(plan.creators.parts.allSatisfy { !$0.rules.isEmpty })
      #expect(plan.creators.notes.allSatisfy { $0.rules.count >= 2 })
      #expect(plan.ads.lines.allSatisfy { !$0.rules.isEmpty })
      #expect(plan.time.phases.allSatisfy { !$0.rules.isEmpty })
      let sources = PlannedCampaign(name: nil, plan: plan).sources
      #expect(sources.rows.allSatisfy { $0[1].shown != "" && Day($0[2].shown) != nil })
    }
  }
}
