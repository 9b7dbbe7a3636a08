import ArgumentParser
import Domain
import UseCases

struct RateAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add service fees to the schedule, from a day on; fees are added, never edited.",
    discussion: """
      EXAMPLES
        kolbook rate add --from 2026-07-01 --brand 8% --creator 12%
        kolbook rate add --from 2027-01-01 --brand 25% --mode boosted \\
          --source "contract 17"

      Orders keep the fees of their booking day. kolbook reference show fee_rate lists the schedule.
      """)

  @Option(help: ArgumentHelp("The first Shanghai day they hold.", valueName: "day")) var from: Day
  @Option(help: ArgumentHelp("What comes on top of the quote.", valueName: "percent"))
  var brand: Share?
  @Option(help: ArgumentHelp("What is taken out of the quote.", valueName: "percent"))
  var creator: Share?
  @Option(help: "For ordinary orders, or for boosted ones (优效模式).") var mode = FeeRate.Mode.standard
  @Option(help: ArgumentHelp("Where they are from; you, if not said.", valueName: "text"))
  var source: String?
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard brand != nil || creator != nil else {
      throw ValidationError("wanted --brand, --creator or both")
    }
  }

  func run() throws {
    let added = try options.open().addFeeRates(
      brand: brand, creator: creator, mode: mode, from: from, source: source)
    options.format == .table ? options.done(added.sentence) : options.write(added.listing)
  }
}
