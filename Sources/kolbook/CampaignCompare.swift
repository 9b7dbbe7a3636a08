import ArgumentParser
import Domain
import UseCases

struct CampaignCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Plan several budgets, objectives or stages side by side.",
    discussion: """
      EXAMPLES
        kolbook campaign compare 618 --budget 20万 --budget 200万
        kolbook campaign compare --budget 50万 --objective conversion \\
          --stage known --stage launch

      Each budget, objective and stage that you name is planned with each of the others, at most \
      a dozen plans. Notes are counted from all of the dearest tier to all of the cheapest; \
      clicks are those of ads on creators' notes where there are such.
      """)

  @Argument(help: "A kept campaign, for what you don't say.") var name: String?
  @Option(help: ArgumentHelp("A budget; repeatable.", valueName: "yuan")) var budget: [Money] = []
  @Option(help: "An objective; repeatable.") var objective: [String] = []
  @Option(help: "A stage; repeatable.") var stage: [String] = []
  @Option(help: "The category of the product, such as 美妆.") var category: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    var draft = CampaignDraft()
    draft.category = category
    let comparison = try options.open().compareCampaigns(
      name, draft, budgets: budget, objectives: objective, stages: stage)
    options.format == .json
      ? Output.write(comparison.json()) : options.write(comparison.listing)
  }
}
