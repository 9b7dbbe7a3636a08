import ArgumentParser
import UseCases

struct ResultsConversions: ParsableCommand {
  enum Grouping: String, CaseIterable, ExpressibleByArgument {
    case channel, day, note, creator, campaign

    var grouping: ConversionGrouping { .init(rawValue: rawValue) ?? .channel }
  }

  static let configuration = CommandConfiguration(
    commandName: "conversions",
    abstract: "List what customers ordered, by channel, day, note, creator or campaign.",
    discussion: """
      EXAMPLES
        kolbook results conversions
        kolbook results conversions --campaign spring --by day
      """)

  @Option(help: ArgumentHelp("Only this campaign.", valueName: "name")) var campaign: String?
  @Option(help: "What to sum up by.") var by: Grouping = .channel
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().conversions(campaign: campaign, by: by.grouping), none: "no conversions",
      next: "kolbook results import FILE, with date, channel, orders and revenue")
  }
}
