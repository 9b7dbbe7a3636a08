import ArgumentParser
import Domain
import UseCases

struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Show what quotes, engagement and interactions come to here, beside the guide.",
    discussion: """
      EXAMPLES
        kolbook benchmarks
        kolbook benchmarks --tier micro --category skincare
        kolbook benchmarks --format csv

      Quartiles as Excel's QUARTILE.INC, rounded half up; none of fewer than 8 values. Quotes are
      the prices that hold, engagement is of followers: what lists claim, and what notes show.
      The guide's range is the tier's, quotes with the category's premium; where the median is
      outside, it is said, as far where the whole middle half is. csv and json count in the unit
      of their row: fen or basis points.
      """)

  @Option(help: ArgumentHelp("Only this tier.", valueName: "code")) var tier: String?
  @Option(help: ArgumentHelp("Only this category, or all for all together.", valueName: "code"))
  var category: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    let found = try options.open().benchmarks(tier: tier, category: category)
    guard options.format == .table else {
      return options.write(BookBenchmark.listing(of: found))
    }
    let known = found.filter { $0.quartiles != nil }
    options.write(BookBenchmark.shown(known))
    let apart = known.count { $0.disagrees }
    let few = found.count - known.count
    Talk.say(
      "\(Counted.text(apart, "median")) outside the guide's range"
        + (few > 0 ? "; \(Grouped.text(Int64(few))) rows of too few values are not shown" : ""))
  }
}
