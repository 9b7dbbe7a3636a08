import ArgumentParser
import UseCases

struct ResultsRebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebook",
    abstract: "Say whom to book again and who under-delivers, with the reason.",
    discussion: """
      EXAMPLES
        kolbook results rebook
        kolbook results rebook --campaign spring
        kolbook results rebook --format csv

      First those to book again, then those to look at first (they delivered, and something in
      their figures is unusual), then the others; of each the cheapest against the tier first.
      Reads (natural ones where they are told apart) are held against those expected at booking,
      the cost against what as many interactions cost at the median of the tier's notes in the
      book. The bounds are rows rebook of: kolbook reference show playbook
      """)

  @Option(help: ArgumentHelp("Only notes of this campaign.", valueName: "name"))
  var campaign: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: BookOptions

  private static let shown = [
    "nickname", "tier", "advice", "notes", "cost", "cpe", "against_tier", "delivered_reads",
    "delivered_interactions", "unusual",
  ]

  func run() throws {
    let list = try options.open().rebooking(
      campaign: campaign, limit: limits.most(options.format))
    if options.format == .table {
      AdviceText.write(list, Self.shown, name: ["nickname", "creator_id"], why: "reason", options)
    } else {
      options.write(list)
    }
    limits.sayRest(of: list, "creator")
  }
}
