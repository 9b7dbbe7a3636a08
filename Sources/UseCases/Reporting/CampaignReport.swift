public import Domain
import Interchange
import Store

/// Whether a campaign was worth it: what it cost, what it reached, what it brought in.
///
/// The same book gives the same report of a day.
public struct CampaignReport: Sendable {
  /// The campaign and where its budget is.
  public let card: CampaignCard
  /// The figures that matter most, by name; `nil` where nothing is known.
  public let figures: [(name: String, value: String?)]
  /// The parts in their order.
  public let parts: [ReportPart]

  /// The report for machines.
  public func json() -> String {
    JSON.object(
      [.init("campaign", card.listing.objects.first ?? .null)]
        + parts.map { .init($0.key, $0.listing.value) }
    ).text()
  }

  /// All parts in one list, for CSV: the first column says which part a row is of.
  public var whole: Listing {
    .together([("campaign", card.listing)] + parts.map { ($0.key, $0.listing) })
  }
}

extension OpenBook {
  /// What became of a campaign through a day.
  ///
  /// - Throws: ``Failure`` when there is no card of it.
  public func campaignReport(_ name: String, asOf day: Day? = nil) throws -> CampaignReport {
    try book.snapshot {
      let campaign = try campaign(name)
      let facts = try campaignFacts(campaign, through: day ?? today)
      let card = try card(of: facts)
      // A plan needs rows of the playbook that a person may have taken out; a report doesn't.
      let planned =
        PlannedPyramid(facts.shortlists)
        ?? (try? planCampaign(campaign.name, CampaignDraft())).map { PlannedPyramid($0.plan) }
      return Self.report(card, facts, planned, try adviceParts(facts))
    }
  }

  /// A campaign and what has become of its budget.
  func card(of facts: CampaignFacts) throws -> CampaignCard {
    let playbook = try book.reference.playbook()
    let campaign = facts.campaign
    return CampaignCard(
      campaign: campaign, asOf: facts.asOf, money: facts.money,
      shortlists: facts.shortlists.map(\.name),
      objectiveName: playbook.name("objective", campaign.objective),
      stageName: playbook.name("stage", campaign.stage))
  }

  private static func report(
    _ card: CampaignCard, _ facts: CampaignFacts, _ planned: PlannedPyramid?,
    _ advice: [ReportPart]
  ) -> CampaignReport {
    let money = CampaignParts(facts: facts, planned: planned)
    let results = CampaignResultParts(facts: facts)
    let left = card.money.left(of: card.campaign.budget)
    let budget = ReportPart(
      "budget", "Budget 预算",
      remark:
        "Committed: booked and not paid. Paid: with the platform. Completed: spent, after refunds.",
      card.budget)
    let (sums, total) = (results.sums, money.campaignReturn.total)
    let fen = { (value: Int64?) in value.map { "\(Money(fen: $0))" } }
    return CampaignReport(
      card: card,
      figures: [
        ("Budget 预算", "\(card.campaign.budget)"), ("Left 剩余", "\(left)"),
        ("Notes 笔记", Grouped.text(sums.notes)), ("Notes cost 笔记成本", sums.cost.map { "\($0)" }),
        ("Impressions 曝光", sums.impressions.map(Grouped.text)),
        ("Interactions 互动", sums.interactions.map(Grouped.text)),
        ("CPM 千次曝光", fen(sums[.cpm])), ("CPE 互动单价", fen(sums[.cpe])),
        ("Revenue 成交", total.income.map { "\($0.revenue)" }),
        ("ROI 回报率", total.roi.map(Percent.text(basisPoints:))),
      ],
      parts: [budget, money.income, money.pyramid, money.spend] + results.sizes
        + [results.traffic, money.searches] + advice + results.each
        + [CampaignFindings(facts, left: left).part])
  }
}
