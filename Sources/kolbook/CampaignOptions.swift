import ArgumentParser
import Domain
import UseCases

/// What a person types of a campaign, for keeping and planning.
struct CampaignOptions: ParsableArguments {
  @Option(help: "What it is to reach: awareness, conversion, search_presence, …")
  var objective: String?
  @Option(help: "Where the brand stands: enter_market, launch, uneven_sales, small_test.")
  var stage: String?
  @Option(help: "The category of the product, such as 美妆; \"\" for none.") var category: String?
  @Option(help: ArgumentHelp("Its first day.", valueName: "day")) var from: Day?
  @Option(help: ArgumentHelp("Its last day.", valueName: "day")) var to: Day?

  var draft: CampaignDraft {
    var draft = CampaignDraft()
    draft.objective = objective
    draft.stage = stage
    draft.category = category
    draft.from = from
    draft.to = to
    return draft
  }
}

/// What else is kept of a campaign.
struct CampaignCardOptions: ParsableArguments {
  @Option(help: "Whose campaign it is.") var brand: String?
  @Option(help: "What is to be sold; \"\" for nothing in particular.") var product: String?
  @OptionGroup var plan: CampaignOptions
  @Option(help: ArgumentHelp("All that may be spent: 2000000 or 200万.", valueName: "yuan"))
  var budget: Money?
  @Option(help: "A note; \"\" takes it away.") var note: String?

  var draft: CampaignDraft {
    var draft = plan.draft
    draft.brand = brand
    draft.product = product
    draft.budget = budget
    draft.note = note
    return draft
  }
}
