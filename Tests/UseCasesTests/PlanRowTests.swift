import Domain
import Testing

@testable import Store
@testable import UseCases

/// No figure of the guide is a constant of the program: a plan changes when any row does.
struct PlanRowTests {
  private let fixture: PlanFixture
  private let before: [CampaignPlan]

  private static let plans = Result {
    let fixture = try PlanFixture.shared.get()
    return try fixture.requests.map { try CampaignPlan($0, fixture.reference) }
  }

  init() throws {
    fixture = try PlanFixture.shared.get()
    before = try Self.plans.get()
  }

  /// Whether some plan is another one by other reference data; of a row about one stage or objective, only
  /// those of that one are looked at.
  private func changes(_ reference: PlanReference, about key: String = "") throws -> Bool {
    let own = before.filter { plan in
      key == plan.request.objective || key.hasPrefix(plan.request.stage)
    }
    return try (own.isEmpty ? before : own).contains {
      try CampaignPlan($0.request, reference) != $0
    }
  }

  @Test func `a plan changes when a row of the playbook does`() throws {
    let rows = fixture.reference.playbook.rows
    // What is advised and reported of results has rules of its own, which plans don't know.
    let others: Set = ["boost", "rebook", "unusual", "benchmark", "channel"]
    let ours = rows.indices.filter {
      !others.contains(rows[$0].kind) && rows[$0].key != "search_base"
    }
    #expect(ours.count == 107)
    for (place, row) in ours.map({ ($0, rows[$0]) }) {
      // Names of objectives and stages find a plan; the sentence is what it shows.
      let figures = row.low != nil || row.high != nil
      var changed = rows
      changed[place] =
        figures
        ? row.with(low: row.low.map(Self.other), high: row.high.map(Self.other))
        : row.with(why: "Otherwise.")
      #expect(try changes(fixture.reference(playbook: changed), about: row.key), "\(row.rule)")
    }
  }

  @Test func `a plan changes when the levers of a rule do`() throws {
    let rows = fixture.reference.playbook.rows
    for (place, row) in rows.enumerated()
    where ["objective", "stage", "stage_avoid", "phase", "ad_split"].contains(row.kind) {
      for lever in row.levers {
        var changed = rows
        changed[place] = row.with(levers: row.levers.filter { $0 != lever })
        // A lever that one phase names is its own wherever it stands; nano and micro are one band.
        let isHeldElsewhere = row.kind == "phase" || lever == "nano" || lever == "micro"
        let has = try changes(fixture.reference(playbook: changed), about: row.key)
        #expect(has || isHeldElsewhere, "\(row.rule) without \(lever)")
      }
    }
  }

  @Test func `a plan changes when what an ad costs does`() throws {
    let rows = fixture.reference.benchmarks
    #expect(rows.count == 11)
    for (place, row) in rows.enumerated() {
      var changed = rows
      changed[place] = AdBenchmark(
        format: row.format, chineseName: row.chineseName, metric: row.metric,
        low: Money(fen: row.low.fen / 2), high: Money(fen: row.high.fen), source: row.rule.source,
        asOf: row.rule.asOf)
      #expect(try changes(fixture.reference(benchmarks: changed)), "\(row.rule), lower end")
      guard row.high > row.low else { continue }
      changed[place] = AdBenchmark(
        format: row.format, chineseName: row.chineseName, metric: row.metric, low: row.low,
        high: Money(fen: row.high.fen * 2), source: row.rule.source, asOf: row.rule.asOf)
      #expect(try changes(fixture.reference(benchmarks: changed)), "\(row.rule), upper end")
    }
  }

  @Test func `a plan and the judgement of a quote change when what a tier costs does`() throws {
    let tiers = fixture.reference.tiers.tiers
    for (place, tier) in tiers.enumerated() {
      for range in [
        Money(fen: tier.usualFee.lowerBound.fen / 2)...tier.usualFee.upperBound,
        tier.usualFee.lowerBound...Money(fen: tier.usualFee.upperBound.fen * 2),
      ] {
        var changed = tiers
        changed[place] = Tier(
          code: tier.code, name: tier.name, chineseName: tier.chineseName, band: tier.band,
          minFollowers: tier.minFollowers, usualFee: range, engagement: tier.engagement)
        let table = try #require(TierTable(changed))
        #expect(try changes(fixture.reference(tiers: table)), "\(tier.code) at \(range)")
        let judge = { (tier: Tier) in
          let benchmark = QuoteBenchmark(tier: tier, categories: [])
          return [range.lowerBound, tiers[place].usualFee.lowerBound, range.upperBound]
            .map(benchmark.judge)
        }
        #expect(judge(tier) != judge(changed[place]), "\(tier.code)")
      }
    }
  }

  @Test func `a plan changes when the engagement of a tier or its followers do`() throws {
    let tiers = fixture.reference.tiers.tiers
    for (place, tier) in tiers.enumerated() {
      let (low, high) = (tier.engagement?.lowerBound ?? 100, tier.engagement?.upperBound ?? 400)
      // A tier without a range of its own lies between those beside it; one that it is given counts.
      let others: [(ClosedRange<Int64>?, Int64)] = [
        (low / 2...high, 0), (low...high * 2, 0), (tier.engagement, tier.minFollowers / 10),
      ]
      for (rate, fewest) in others where fewest > 0 || rate != tier.engagement {
        var changed = tiers
        changed[place] = Tier(
          code: tier.code, name: tier.name, chineseName: tier.chineseName, band: tier.band,
          minFollowers: tier.minFollowers + fewest, usualFee: tier.usualFee, engagement: rate)
        let table = try #require(TierTable(changed))
        #expect(try changes(fixture.reference(tiers: table)), "\(tier.code)")
      }
    }
  }

  @Test func `a note's interactions are the guide's rates times the followers of its tier`() throws
  {
    let plan = try CampaignPlan(
      fixture.request(Money(yuan: 20_000_000), "awareness", "launch"), fixture.reference)
    // 5-15 % of up to 9,999; 1-3 % of 500,000 and more; between them from the lower to the higher end.
    let wanted: [String: (least: Int64, most: Int64?)] = [
      "nano": (0, 1_499), "micro": (100, 14_999), "mid": (1_000, 74_999), "top": (5_000, nil),
    ]
    #expect(plan.creators.notes.count == wanted.count)
    for notes in plan.creators.notes {
      let own = try #require(notes.interactions)
      #expect(own.least == wanted[notes.tier.code]?.least)
      #expect(own.most == wanted[notes.tier.code]?.most)
    }
  }

  @Test func `the judgement of a quote changes when a category's premium does`() throws {
    let book = try TemporaryBook().open().book
    let micro = try #require(fixture.reference.tiers.tiers.first { $0.code == "micro" })
    for category in try book.reference.categories() {
      let dearer = Category(
        code: category.code, name: category.name, chineseName: category.chineseName,
        premiumBasisPoints: category.premiumBasisPoints.lowerBound
          + 100...category.premiumBasisPoints.upperBound + 100)
      let quote = QuoteBenchmark(tier: micro, categories: [category]).range.upperBound
      let more = Money(fen: quote.fen + 1)
      #expect(QuoteBenchmark(tier: micro, categories: [category]).judge(more) == .above)
      #expect(QuoteBenchmark(tier: micro, categories: [dearer]).judge(more) == .within)
      var request = fixture.request(Money(yuan: 200_000), "awareness", "launch")
      request.category = category
      let notes = try CampaignPlan(request, fixture.reference).creators.notes
      request.category = dearer
      #expect(try CampaignPlan(request, fixture.reference).creators.notes != notes)
    }
  }

  @Test func `a plan changes when the brand's service fee does`() throws {
    let fee = fixture.reference.brandFee
    let dearer = FeeRate(
      side: fee.side, mode: fee.mode, from: fee.from, share: Share(basisPoints: 1_500),
      source: fee.source)
    #expect(try changes(fixture.reference(brandFee: dearer)))
  }

  @Test func `what an order comes to changes when a service fee of its side and mode does`() throws
  {
    for side in FeeRate.Side.allCases {
      for mode in FeeRate.Mode.allCases {
        let fixture = try OrderFixture()
        var draft = OrderDraft(
          number: "1", creator: "鹿小厨房", quote: Money(yuan: 1_000), format: .image)
        draft.mode = mode
        let first = try fixture.book.bookOrder(draft, fixture.note("2026-11-20"))
        try fixture.book.book.reference.replace(
          .feeRate,
          with: [[side.rawValue, mode.rawValue, "2026-11-21", "500", "me", "2026-11-21", nil]])
        draft.number = "2"
        let second = try fixture.book.bookOrder(draft, fixture.note("2026-11-22"))
        #expect(
          (first.brandTotal, first.creatorNet) != (second.brandTotal, second.creatorNet),
          "\(side) \(mode)")
      }
    }
  }

  /// Another figure: half of it, or something in place of nothing.
  private static func other(_ figure: Int64) -> Int64 { figure > 1 ? figure / 2 : figure + 1_000 }
}

extension PlaybookRow {
  fileprivate func with(low: Int64?, high: Int64?) -> PlaybookRow {
    let top = low.flatMap { low in high.map { max(low, $0) } } ?? high
    return PlaybookRow(
      kind: kind, key: key, step: step, levers: levers, low: low, high: top, unit: unit, why: why,
      source: rule.source, asOf: rule.asOf)
  }

  fileprivate func with(why: String) -> PlaybookRow {
    PlaybookRow(
      kind: kind, key: key, step: step, levers: levers, low: low, high: high, unit: unit, why: why,
      source: rule.source, asOf: rule.asOf)
  }

  fileprivate func with(levers: [String]) -> PlaybookRow {
    PlaybookRow(
      kind: kind, key: key, step: step, levers: levers, low: low, high: high, unit: unit, why: why,
      source: rule.source, asOf: rule.asOf)
  }
}
