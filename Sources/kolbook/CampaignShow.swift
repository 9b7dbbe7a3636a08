import ArgumentParser
import Domain
import UseCases

struct CampaignShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a campaign and what has become of its budget by a day.",
    discussion: """
      EXAMPLES
        kolbook campaign show 618
        kolbook campaign show 618 --as-of 2027-05-31 --format json

      Committed is booked and not paid, paid is with the platform, completed is spent for good; \
      all with service fees, refunds taken off.
      """)

  @Argument(help: "Its name.") var name: String
  @Option(help: ArgumentHelp("Through this day; today if not said.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var options: BookOptions

  func run() throws {
    let card = try options.open().campaignCard(name, asOf: asOf)
    guard options.format == .table else { return options.write(card.listing) }
    Output.write(Self.text(of: card))
  }

  private static func text(of card: CampaignCard) -> String {
    let campaign = card.campaign
    let lines: [(String, String?)] = [
      ("brand", campaign.brand), ("product", campaign.product), ("category", campaign.category),
      ("objective", card.objectiveName), ("stage", card.stageName),
      ("days", campaign.days.map { "\($0.lowerBound) to \($0.upperBound)" }),
      ("note", campaign.note),
      ("shortlists", card.shortlists.isEmpty ? nil : card.shortlists.joined(separator: ", ")),
      ("orders", "\(card.money.orders)"), ("as of", "\(card.asOf)"),
    ]
    let head = lines.compactMap { title, value in
      value.map { title + String(repeating: " ", count: 12 - title.count) + $0 }
    }
    return
      ([campaign.name] + head + ["", TableText.text(of: card.budget)]).joined(separator: "\n")
  }
}
