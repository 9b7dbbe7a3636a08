import ArgumentParser
import Domain
import UseCases

struct CampaignAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a campaign: what for, how long, how much.",
    discussion: """
      EXAMPLES
        kolbook campaign add 618 --brand 清和 --product 防晒霜 --category 护肤 \\
          --objective launch --stage enters --budget 200万 \\
          --from 2027-05-01 --to 2027-06-20

      Objectives and stages are rows of the playbook, by their keys or other names of theirs: \
      kolbook reference show playbook.
      """)

  @Argument(help: "Its name, which orders and shortlists call it by.") var name: String
  @OptionGroup var card: CampaignCardOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let campaign = try options.open().addCampaign(name, card.draft)
    options.done("kept \(campaign.name): \(campaign.budget), \(campaign.objective)")
    options.done("next: " + CommandText.line("campaign", "plan", campaign.name))
  }
}
