import Domain
import Store

extension OpenBook {
  /// Quartiles of quotes, engagement and cost per interaction of the book itself, beside the guide's ranges:
  /// by tier, the smallest first, in it all categories together before each by code, in the order of
  /// ``BookBenchmark/Measure``. Only where there is a value.
  ///
  /// - Parameter category: words that mean a category, or `all` for all together.
  /// - Throws: ``Failure`` of kind `usage` for a tier or category that there isn't.
  public func benchmarks(tier: String? = nil, category: String? = nil) throws -> [BookBenchmark] {
    try book.snapshot {
      let all = try allBenchmarks()
      let code = try category.map { word in word == "all" ? word : try categoryCode(word) }
      if let tier, !all.tiers.contains(where: { $0.code == tier }) {
        throw Failure(
          .usage, "there is no tier \(tier)",
          next: "one of: \(all.tiers.map(\.code).joined(separator: ", "))")
      }
      return all.list.filter { one in
        (tier == nil || one.tier.code == tier) && (code.map { $0 == one.category ?? "all" } ?? true)
      }
    }
  }

  private func allBenchmarks() throws -> (list: [BookBenchmark], tiers: [Tier]) {
    let rules = try AdviceGround.rules(book)
    var values = BenchmarkValues(
      tiers: try book.reference.tierTable(), categories: try book.reference.categories())
    try values.readCreators(book, on: today)
    try values.readNotes(book, notYounger: rules.low(.age))
    return (values.benchmarks(atLeast: rules.low(.quartileCount)), values.tiers.tiers)
  }
}

/// The values that quartiles are of.
private struct BenchmarkValues {
  private struct Group: Hashable {
    let tier: String
    let category: String?
    let measure: BookBenchmark.Measure
  }

  let tiers: TierTable
  let categories: [Category]
  private var values: [Group: [Int64]] = [:]
  private var categoriesOf: [CreatorKey: [String]] = [:]

  init(tiers: TierTable, categories: [Category]) {
    (self.tiers, self.categories) = (tiers, categories)
  }

  /// Quotes that hold and claimed rates. As many categories are asked for at once as a row has bits.
  mutating func readCreators(_ book: Book, on day: Day) throws {
    let codes = categories.map(\.code)
    for start in stride(from: 0, to: max(1, codes.count), by: 64) {
      let asked = Array(codes.dropFirst(start).prefix(64))
      let figures = try book.figures.figures(on: day, categories: asked)
      for row in figures.rows {
        let known = asked.indices.filter { row.categories & (1 << UInt64($0)) != 0 }
        let named = known.map { asked[$0] }
        if !named.isEmpty { categoriesOf[row.key, default: []] += named }
        guard row.followers >= 0 else { continue }
        let tier = tiers.tier(followers: row.followers)
        let groups = (start == 0 ? [nil] : []) + named.map(Optional.some)
        let found: [(BookBenchmark.Measure, Int64)] = [
          (.imageQuote, row.imageFen), (.videoQuote, row.videoFen),
          (.claimedEngagement, row.engagementBasisPoints),
        ]
        for (measure, value) in found where value >= 0 {
          for category in groups { add(value, tier, category, measure) }
        }
      }
    }
  }

  /// What notes show.
  mutating func readNotes(_ book: Book, notYounger age: Int64) throws {
    for note in try book.briefs() {
      guard let followers = note.followers, let days = note.age, Int64(days) >= age else {
        continue
      }
      let tier = tiers.tier(followers: followers)
      let named = book.results.creator(of: note).flatMap { categoriesOf[$0] } ?? []
      let found: [(BookBenchmark.Measure, NoteMeasure)] = [
        (.noteEngagement, .engagementOfFollowers), (.costPerInteraction, .costPerInteraction),
      ]
      for (measure, of) in found {
        guard let value = of.value(of: note) else { continue }
        for category in [nil] + named.map(Optional.some) { add(value, tier, category, measure) }
      }
    }
  }

  private mutating func add(
    _ value: Int64, _ tier: Tier, _ category: String?, _ measure: BookBenchmark.Measure
  ) {
    values[Group(tier: tier.code, category: category, measure: measure), default: []].append(value)
  }

  func benchmarks(atLeast fewest: Int64) -> [BookBenchmark] {
    var list: [BookBenchmark] = []
    for tier in tiers.tiers {
      for category in [nil] + categories.map(Optional.some) {
        for measure in BookBenchmark.Measure.allCases {
          let group = Group(tier: tier.code, category: category?.code, measure: measure)
          guard let found = values[group] else { continue }
          list.append(
            BookBenchmark(
              tier: tier, category: category?.code, measure: measure, count: found.count,
              quartiles: Quartiles(of: found, atLeast: fewest),
              guide: guide(measure, tier, category)))
        }
      }
    }
    return list
  }

  private func guide(_ measure: BookBenchmark.Measure, _ tier: Tier, _ category: Category?)
    -> ClosedRange<Int64>?
  {
    switch measure {
    case .imageQuote, .videoQuote:
      let range = QuoteBenchmark(tier: tier, categories: category.map { [$0] } ?? []).range
      return range.lowerBound.fen...range.upperBound.fen
    case .claimedEngagement, .noteEngagement: return tier.engagement
    case .costPerInteraction: return nil
    }
  }
}
