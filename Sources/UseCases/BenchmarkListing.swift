import Domain

extension BookBenchmark {
  /// Benchmarks for programs: whole fen or basis points, as the column `unit` says.
  public static func listing(of benchmarks: [BookBenchmark]) -> Listing {
    listing(benchmarks) { value, _ in .integer(value) }
  }

  /// Benchmarks for people: amounts and percent.
  public static func shown(_ benchmarks: [BookBenchmark]) -> Listing {
    listing(benchmarks) { value, measure in
      measure.isMoney ? .money(Money(fen: value)) : .basisPoints(value)
    }.without("unit")
  }

  private static func listing(
    _ benchmarks: [BookBenchmark], _ cell: (Int64, Measure) -> Cell
  ) -> Listing {
    let titles = ["lower", "median", "upper", "guide_low", "guide_high"]
    return Listing(
      columns: [
        .init("tier", "tier"), .init("category", "category"), .init("measure", "measure"),
        .init("unit", "unit"), .init("count", "of", .integer),
      ] + titles.map { .init($0, $0.replacing("_", with: " "), .integer) } + [
        .init("comparison", "comparison")
      ],
      rows: benchmarks.map { one in
        let quartiles = one.quartiles
        let values = [
          quartiles?.lower, quartiles?.median, quartiles?.upper, one.guide?.lowerBound,
          one.guide?.upperBound,
        ]
        let head: [Cell] = [
          .text(one.tier.code), .text(one.category ?? "all"), .text(one.measure.rawValue),
          .text(one.measure.isMoney ? "fen" : "bp"), .integer(Int64(one.count)),
        ]
        return head + values.map { $0.map { cell($0, one.measure) } ?? .none }
          + [.optional(one.comparison)]
      })
  }
}
