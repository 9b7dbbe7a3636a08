import ArgumentParser
import Domain
import UseCases

struct ResultsBoost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boost",
    abstract: "Say which notes to put feed ads on, with the evidence, and what a budget would do.",
    discussion: """
      EXAMPLES
        kolbook results boost
        kolbook results boost --campaign spring --budget 5万
        kolbook results boost --campaign spring --format json

      A note stands out when it is read without ads much more than its creator's other notes
      (with fewer than 3 of them, the median on the card) and than the tier's notes in the
      book: the weaker of both comparisons counts. Those whose readers react less than usual,
      whose figures are too young, or of which natural reads are unknown are not ranked with
      them. A note with something unusual gets no money before somebody looked. Figures from
      which these words follow are rows boost and unusual of: kolbook reference show playbook
      """)

  @Option(help: ArgumentHelp("Only this campaign.", valueName: "name")) var campaign: String?
  @Option(help: ArgumentHelp("What to spend, split over the best notes.", valueName: "yuan"))
  var budget: Money?
  @Flag(help: "Show the other notes too.") var all = false
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: BookOptions

  private static let shown = [
    "rank", "note", "nickname", "tier", "advice", "natural_reads", "stands_out", "paid_reads",
    "ad_spend", "cpc", "budget",
  ]

  func validate() throws {
    if budget == .zero { throw ValidationError("--budget: wanted more than ¥0.00") }
  }

  func run() throws {
    let isTable = options.format == .table
    let advice = try options.open().boost(
      campaign: campaign, budget: budget, onlyBest: isTable && !all,
      limit: limits.most(options.format))
    switch options.format {
    case .json: Output.write(advice.json())
    case .csv, .tsv: options.write(advice.listing)
    case .table:
      AdviceText.write(advice.listing, Self.shown, name: ["rank"], why: "evidence", options)
      for remark in advice.remarks { Talk.say(remark) }
    }
    limits.sayRest(of: advice.listing, "note")
  }
}
