import Domain
import Store

@testable import UseCases

extension OpenBook {
  /// What is said of results of a campaign, of which a card is kept unless there is one.
  func options(of campaign: String?) throws -> ResultsOptions {
    var options = ResultsOptions()
    options.campaign = campaign
    if let campaign, try book.campaigns.campaign(campaign) == nil {
      var draft = CampaignDraft()
      (draft.brand, draft.objective, draft.stage) = ("样例品牌", "awareness", "launch")
      draft.budget = Money(yuan: 100_000)
      _ = try addCampaign(campaign, draft)
    }
    return options
  }
}
