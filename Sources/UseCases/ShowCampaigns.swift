public import Domain
import Store

extension OpenBook {
  /// All campaigns with what they have cost by a day: the newest first, those without days last; then the
  /// names that orders or notes have and no card, by name.
  public func campaigns(asOf day: Day? = nil) throws -> Listing {
    let (cards, money) = try book.snapshot {
      (try book.campaigns.campaigns(), try campaignMoney(through: day ?? today))
    }
    let known = Set(cards.map(\.name))
    let others = money.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    return Listing(
      columns: [
        .init("name", "Name"), .init("brand", "Brand"), .init("objective", "Objective"),
        .init("stage", "Stage"), .init("from", "From"), .init("to", "To"),
        .init("orders", "Orders", .integer), .init("budget", "Budget", .money),
        .init("used", "Used", .money), .init("left", "Left", .money),
      ],
      rows: cards.map { card in
        let money = money[card.name] ?? CampaignMoney()
        return [
          .text(card.name), .text(card.brand), .text(card.objective), .text(card.stage),
          .optional(card.days?.lowerBound), .optional(card.days?.upperBound),
          .integer(money.orders), .money(card.budget), .money(money.used),
          .money(money.left(of: card.budget)),
        ]
      }
        + others.map { name, money in
          [.text(name), .none, .none, .none, .none, .none, .integer(money.orders), .none]
            + [.money(money.used), .none]
        })
  }

  /// What each campaign has cost by a day, ads included, by name; and each name that only orders or notes have.
  ///
  /// What hangs on the name of a shortlist that is assigned to a campaign, and no campaign's own, is of that one.
  private func campaignMoney(through day: Day) throws -> [String: CampaignMoney] {
    let cards = Set(try book.campaigns.campaigns().map(\.name))
    var homes: [String: String] = [:]
    for (campaign, lists) in try book.campaigns.shortlists() {
      for list in lists where !cards.contains(list) { homes[list] = campaign }
    }
    var all: [String: CampaignMoney] = [:]
    for name in try book.campaigns.namesInOrders(through: day) {
      all[homes[name] ?? name, default: CampaignMoney()]
        .add(try book.campaigns.money(of: name, through: day))
    }
    for name in try book.campaigns.namesInResults() where homes[name] == nil {
      all[name] = all[name] ?? CampaignMoney()
    }
    for (name, spend) in try book.results.adSpend(through: day) {
      let home = homes[name] ?? name
      guard cards.contains(home) || all[home] != nil else { continue }
      all[home, default: CampaignMoney()].ads += spend
    }
    return all
  }

  /// One campaign, with what has become of its budget by a day.
  public func campaignCard(_ name: String, asOf day: Day? = nil) throws -> CampaignCard {
    try book.snapshot {
      try card(of: campaignFacts(campaign(name), through: day ?? today))
    }
  }

  /// Assigns saved shortlists to a campaign, or takes them away from it.
  ///
  /// - Throws: ``Failure`` when there is no such campaign or list, or a list to take away is of another one;
  ///   then nothing has changed.
  public func assign(_ shortlists: [String], to name: String, undo: Bool = false) throws {
    try book.transaction {
      let campaign = try campaign(name)
      for words in shortlists {
        let list = try shortlist(words)
        if undo, list.campaign != campaign.name {
          throw Failure(
            .failed, "\(list.name) is not assigned to \(campaign.name)",
            next: "see what is with: " + CommandText.line("campaign", "show", campaign.name))
        }
        try book.campaigns.assign(shortlist: list.name, to: undo ? nil : campaign.name)
      }
    }
  }
}
