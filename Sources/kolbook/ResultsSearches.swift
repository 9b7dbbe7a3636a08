import ArgumentParser
import UseCases

struct ResultsSearches: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "searches",
    abstract: "List how often keywords were searched, day by day.",
    discussion: """
      EXAMPLES
        kolbook results searches
        kolbook results searches --campaign spring --format csv
      """)

  @Option(help: ArgumentHelp("Only this campaign.", valueName: "name")) var campaign: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().searches(campaign: campaign), none: "no searches",
      next: "kolbook results import FILE, with date, searches, and keyword or campaign")
  }
}
