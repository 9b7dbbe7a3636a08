import ArgumentParser
import Domain
import UseCases

/// How many rows of a long list are shown.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most rows; if not said 100 in a table, else all.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, !(1...1_000_000).contains(limit) {
      throw ValidationError("--limit: wanted 1 to 1,000,000, found \(limit)")
    }
  }

  /// The most rows in a format; `nil` for all.
  func most(_ format: BookOptions.Format) -> Int? { limit ?? (format == .table ? 100 : nil) }

  /// Says how many rows there are of something, if not all are shown.
  func sayRest(of list: Listing, _ thing: String) {
    guard list.rows.count < list.all else { return }
    Talk.say(
      "\(Grouped.text(Int64(list.rows.count))) of \(Counted.text(Int64(list.all), thing)); "
        + "see more with --limit")
  }
}
