public import Domain
import Interchange

/// A campaign and what has become of its budget by a day.
public struct CampaignCard: Sendable {
  /// What is kept of it.
  public let campaign: Campaign
  /// The last day that counts.
  public let asOf: Day
  /// What it has cost by then.
  public let money: CampaignMoney
  /// The shortlists that are assigned to it, by name.
  public let shortlists: [String]
  /// What its objective is called.
  public let objectiveName: String
  /// What its stage is called.
  public let stageName: String

  /// Where the budget is, with each part of it.
  public var budget: Listing {
    let part = { (amount: Money) -> Cell in
      guard amount >= .zero else { return .none }
      return Percent.basisPoints(amount.fen, of: campaign.budget.fen).map(Cell.basisPoints) ?? .none
    }
    let rows: [(String, Money)] = [
      ("committed", money.committed), ("paid", money.paid), ("completed", money.completed),
      ("ads", money.ads), ("left", money.left(of: campaign.budget)),
    ]
    return Listing(
      columns: [
        .init("state", "budget"), .init("amount", "amount", .money),
        .init("share", "share", .basisPoints),
      ],
      rows: (rows + [("budget", campaign.budget)]).map { [.text($0), .money($1), part($1)] })
  }

  /// The card as one row.
  public var listing: Listing {
    Listing(
      columns: [
        .init("name", "Name"), .init("brand", "Brand"), .init("product", "Product"),
        .init("category", "Category"), .init("objective", "Objective"), .init("stage", "Stage"),
        .init("from", "From"), .init("to", "To"), .init("note", "Note"),
        .init("shortlists", "Shortlists", .list), .init("as_of", "As of"),
        .init("orders", "Orders", .integer), .init("budget", "Budget", .money),
        .init("committed", "Committed", .money), .init("paid", "Paid", .money),
        .init("completed", "Completed", .money), .init("ads", "Ads", .money),
        .init("left", "Left", .money),
      ],
      rows: [
        [
          .text(campaign.name), .text(campaign.brand), .optional(campaign.product),
          .optional(campaign.category), .text(campaign.objective), .text(campaign.stage),
          .optional(campaign.days?.lowerBound), .optional(campaign.days?.upperBound),
          .optional(campaign.note), .list(shortlists), .text("\(asOf)"), .integer(money.orders),
          .money(campaign.budget), .money(money.committed), .money(money.paid),
          .money(money.completed), .money(money.ads), .money(money.left(of: campaign.budget)),
        ]
      ])
  }
}
