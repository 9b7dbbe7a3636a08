/// The reference data that a plan stands on.
public struct PlanReference: Sendable {
  /// Rules of thumb.
  public let playbook: Playbook
  /// What ads cost, by format and metric.
  public let benchmarks: [AdBenchmark]
  /// What creators cost.
  public let tiers: TierTable
  /// What Pugongying adds to a quote.
  public let brandFee: FeeRate
  /// Where the rows of tiers and categories come from, by `tier nano`, `category beauty`.
  public let rules: [String: PlanRule]
  /// The ad formats that a plan may use: those that some objective's split names, in its order.
  let formats: [String]

  /// The tables in force.
  public init(
    playbook: Playbook, benchmarks: [AdBenchmark], tiers: TierTable, brandFee: FeeRate,
    rules: [PlanRule]
  ) {
    (self.playbook, self.benchmarks, self.tiers) = (playbook, benchmarks, tiers)
    self.brandFee = brandFee
    formats = playbook.rows("ad_split").flatMap(\.levers).reduce(into: []) { list, format in
      if !list.contains(format) { list.append(format) }
    }
    self.rules = Dictionary(rules.map { ($0.description, $0) }) { first, _ in first }
  }

  /// What a format costs.
  func benchmark(_ format: String, _ metric: AdBenchmark.Metric) -> AdBenchmark? {
    benchmarks.first { $0.format == format && $0.metric == metric }
  }

  /// The bands that some levers name, be it by a tier.
  func bands(in levers: [String]) -> Set<Band> {
    Set(
      levers.compactMap { lever in
        Band(rawValue: lever) ?? tiers.tiers.first { $0.code == lever }?.band
      })
  }

  /// What one note of a tier costs the brand: fee, premium, service fee, each end rounded half up to a fen.
  func cost(of tier: Tier, _ category: Category?) -> ClosedRange<Money> {
    let quote = QuoteBenchmark(tier: tier, categories: category.map { [$0] } ?? []).range
    let pay = { (quote: Money) in quote + brandFee.share.of(quote) }
    return pay(quote.lowerBound)...pay(quote.upperBound)
  }

  /// What the cheapest usual note of a band costs the brand, and whose it is.
  func cheapest(in band: Band, _ category: Category?) -> (cost: Money, tier: Tier)? {
    tiers.tiers.filter { $0.band == band }
      .map { (cost: cost(of: $0, category).lowerBound, tier: $0) }
      .min { $0.cost < $1.cost }
  }

  /// What one note of a band usually costs the brand, from its cheapest tier to its dearest.
  func usualCost(of band: Band, _ category: Category?) -> ClosedRange<Money> {
    let costs = tiers.tiers.filter { $0.band == band }.map { cost(of: $0, category) }
    let low = costs.map(\.lowerBound).min() ?? .zero
    return low...(costs.map(\.upperBound).max() ?? low)
  }

  /// The rules that what a tier costs comes from.
  func rules(of tier: Tier, _ category: Category?) -> [PlanRule] {
    let fee = PlanRule(
      table: "fee_rate", key: "brand/\(brandFee.mode.rawValue)/\(brandFee.from)",
      source: brandFee.source, asOf: "\(brandFee.from)")
    let keys = ["tier \(tier.code)"] + (category.map { ["category \($0.code)"] } ?? [])
    return keys.compactMap { rules[$0] } + [rules["fee_rate \(fee.key)"] ?? fee]
  }
}
