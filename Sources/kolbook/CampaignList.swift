import ArgumentParser
import Domain
import UseCases

struct CampaignList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List campaigns with what they have cost, the newest first.",
    discussion: """
      EXAMPLES
        kolbook campaign list
        kolbook campaign list --as-of 2026-09-30

      Names that orders or notes have and no card come last.
      """)

  @Option(help: ArgumentHelp("Through this day; today if not said.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().campaigns(asOf: asOf), none: "no campaigns",
      next: "kolbook campaign add NAME --brand BRAND --objective awareness --stage launch "
        + "--budget 20万")
  }
}
