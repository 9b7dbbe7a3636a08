import ArgumentParser
import Domain
import UseCases

struct CampaignEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what is kept of a campaign; what you don't say stays.",
    discussion: """
      EXAMPLES
        kolbook campaign edit 618 --budget 250万
        kolbook campaign edit 618 --from 2027-05-10 --note "samples come late"
      """)

  @Argument(help: "Its name, which stays: orders call it by that.") var name: String
  @OptionGroup var card: CampaignCardOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let campaign = try options.open().editCampaign(name, card.draft)
    options.done("changed \(campaign.name)")
  }
}
