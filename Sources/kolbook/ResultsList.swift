import ArgumentParser
import Domain
import UseCases

struct ResultsList: ParsableCommand {
  enum Grouping: String, CaseIterable, ExpressibleByArgument {
    case note, creator, tier, band, campaign

    var grouping: ResultGrouping { .init(rawValue: rawValue) ?? .note }
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List what notes reached and what that cost, by note, creator, tier, band or campaign.",
    discussion: """
      EXAMPLES
        kolbook results list
        kolbook results list --campaign spring
        kolbook results list --campaign spring --by tier
        kolbook results list --by creator --format csv
        kolbook results list --by note --limit 500

      ORDER
      Notes: the one published last first, then by id. Creators: the one with most interactions
      first, then by id. Tiers and bands: the smallest first. Campaigns: by name.

      METRICS, of sums and rounded half up to a fen; csv and json have all of them
      \(metrics)

      Cost is the order's in the books: quote and brand fee after refunds, shared by its
      notes; of other orders what the file states. Expected is the creator's median per
      note as it was known on the day of booking (publication where no order is known),
      of sponsored notes before everyday ones; else engagement × followers.
      """)

  private static let metrics = ResultMetric.allCases
    .map { "  \($0.rawValue): \($0.words)" }.joined(separator: "\n")

  @Option(help: ArgumentHelp("Only this campaign.", valueName: "name")) var campaign: String?
  @Option(help: "What to sum up by; campaigns, or the notes of one.") var by: Grouping?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: BookOptions

  private static let shown = [
    "note", "order", "creator_id", "creator", "nickname", "tier", "band", "campaign", "notes",
    "cost", "ad_spend", "impressions", "organic_impressions", "reads", "interactions", "cpm",
    "cost_per_read", "cpe", "cpc", "engagement_of_reads", "delivered_reads",
    "delivered_interactions", "flags",
  ]

  func run() throws {
    let grouping = by?.grouping ?? (campaign == nil ? .campaign : .note)
    let list = try options.open().results(
      campaign: campaign, by: grouping, limit: limits.most(options.format))
    let hidden = grouping == .note ? ["notes", "order", "creator_id", "campaign"] : []
    options.write(
      options.format == .table
        ? list.keeping(Self.shown.filter { !hidden.contains($0) }) : list)
    limits.sayRest(of: list, grouping.rawValue)
  }
}
