import ArgumentParser
import Domain
import UseCases

struct CampaignPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a campaign's budget: creators, ads, content, in time, with what to expect.",
    discussion: """
      EXAMPLES
        kolbook campaign plan --budget 20万 --objective launch --stage enters \\
          --category 美妆
        kolbook campaign plan 618
        kolbook campaign plan 618 --budget 300万 --sources
        kolbook campaign plan 618 --shortlist 618-creators

      With a name it plans that campaign, options in place of what is kept. Every share, minimum \
      and price is a row of the reference data: --sources names them, and kolbook reference \
      import replaces them. The parts sum to the budget to the fen; expected counts are rounded \
      down.
      """)

  @Argument(help: "A kept campaign.") var name: String?
  @Option(help: ArgumentHelp("All that may be spent: 2000000 or 200万.", valueName: "yuan"))
  var budget: Money?
  @OptionGroup var plan: CampaignOptions
  @Flag(help: "Say which rule each figure comes from, and who says so.") var sources = false
  @Option(
    help: ArgumentHelp(
      "Choose the creators for their part, and keep the list under this name.", valueName: "name"))
  var shortlist: String?
  @Option(help: ArgumentHelp("How long to search for it at the most.", valueName: "seconds"))
  var timeLimit: UInt32 = 10
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    var draft = plan.draft
    draft.budget = budget
    let planned = try book.planCampaign(name, draft)
    switch options.format {
    case .table: Output.write(CampaignPlanText(planned, withSources: sources).text)
    case .json: Output.write(planned.json())
    case .csv, .tsv: options.write(planned.figures)
    }
    guard let shortlist else {
      let save = name.map { "\($0)-creators" } ?? "NAME"
      if let next = planned.shortlistCommand(saveAs: save) { options.done("next: \(next)") }
      return
    }
    try choose(shortlist, for: planned, in: book)
  }

  /// Chooses creators for their part of the budget.
  private func choose(_ words: String, for planned: PlannedCampaign, in book: OpenBook) throws {
    let save = Key.normalised(words)
    guard !save.isEmpty else { throw ValidationError("--shortlist: the name is empty") }
    guard let request = planned.shortlistRequest else {
      throw Failure(.failed, "no creator can be paid from this budget, so there is no shortlist")
    }
    Interrupt.listen()
    let clock = SearchClock(limit: timeLimit)
    let outcome = try book.plan(request, saveAs: save, campaign: planned.name) { clock.isOver() }
    Progress.end()
    guard let list = outcome.list else { throw ShortlistOutput.end(of: outcome) }
    options.done(
      "kept as \(save): \(Counted.text(list.picks.count, "creator")), \(list.spend) of "
        + "\(list.budget)")
    options.done("next: " + CommandText.line("shortlist", "show", save))
  }
}
