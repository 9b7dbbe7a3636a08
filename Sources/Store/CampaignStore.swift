public import Domain
import SQLite

/// Campaigns, and what they have cost so far.
public struct CampaignStore {
  let connection: Connection

  /// Keeps a new campaign.
  ///
  /// - Throws: ``Failure`` of kind `cannotCreate` when the name is taken.
  public func add(_ campaign: Campaign) throws {
    guard try self.campaign(campaign.name) == nil else {
      throw Failure(
        .cannotCreate, "there is a campaign \(campaign.name) already",
        next: "choose another name, or: " + CommandText.line("campaign", "edit", campaign.name))
    }
    try connection.run(
      """
      INSERT INTO campaign (name, brand, product, category, objective, stage, first_day, last_day,
        budget_fen, note, created_utc, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      campaign.name, campaign.brand, campaign.product, campaign.category, campaign.objective,
      campaign.stage, campaign.firstDay, campaign.lastDay, campaign.budget.fen, campaign.note,
      campaign.created.utcSeconds, campaign.createdBy)
  }

  /// Puts a card in the place of the one with its name.
  public func update(_ campaign: Campaign) throws {
    try connection.run(
      """
      UPDATE campaign SET brand = ?2, product = ?3, category = ?4, objective = ?5, stage = ?6,
        first_day = ?7, last_day = ?8, budget_fen = ?9, note = ?10 WHERE name = ?1
      """,
      campaign.name, campaign.brand, campaign.product, campaign.category, campaign.objective,
      campaign.stage, campaign.firstDay, campaign.lastDay, campaign.budget.fen, campaign.note)
  }

  /// The campaign of a name, if it has a card.
  public func campaign(_ name: String) throws -> Campaign? {
    try connection.first("SELECT * FROM campaign WHERE name = ?", name) { row in
      try Self.read(row)
    }
  }

  /// All campaigns with a card: the newest first day first, those without days last, then by name.
  public func campaigns() throws -> [Campaign] {
    try connection.all("SELECT * FROM campaign ORDER BY first_day DESC NULLS LAST, name") { row in
      try Self.read(row)
    }
  }

  /// What each campaign that orders name has cost by the entries of all days through a Shanghai day; by name.
  ///
  /// An order is of the campaign that it names. If that is the name of a shortlist that is assigned to a
  /// campaign, and no campaign's own, it is of that one.
  public func money(through day: Day) throws -> [String: CampaignMoney] {
    let rows = try connection.all(
      """
      SELECT coalesce(c.name, s.campaign, o.campaign) AS own,
        sum(amount_fen * ((debit = 1900) - (credit = 1900))),
        sum(amount_fen * ((debit IN (1110, 1120)) - (credit IN (1110, 1120)))),
        sum(amount_fen * ((debit IN (5000, 5100)) - (credit IN (5000, 5100)))),
        count(DISTINCT o.order_id)
      FROM orders AS o LEFT JOIN campaign AS c ON c.name = o.campaign
        LEFT JOIN shortlist AS s ON s.name = o.campaign
        JOIN journal AS j ON j.order_id = o.order_id LEFT JOIN transfer USING (seq)
      WHERE o.campaign IS NOT NULL AND j.day <= ?
      GROUP BY own
      """, Int64(day.number)
    ) { row in
      var money = CampaignMoney()
      money.committed = Money(fen: row.int64(1))
      money.paid = Money(fen: row.int64(2))
      money.completed = Money(fen: row.int64(3))
      money.orders = row.int64(4)
      return (try row.text(0), money)
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// Which shortlists are assigned to each campaign: by name.
  public func shortlists() throws -> [String: [String]] {
    let rows = try connection.all(
      "SELECT campaign, name FROM shortlist WHERE campaign IS NOT NULL ORDER BY name"
    ) { row in (try row.text(0), try row.text(1)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Assigns a shortlist to a campaign; `nil` to none.
  public func assign(shortlist: String, to campaign: String?) throws {
    try connection.run(
      "UPDATE shortlist SET campaign = ?2 WHERE name = ?1", shortlist, campaign)
  }

  private static func read(_ row: borrowing Row) throws -> Campaign {
    var campaign = Campaign(
      name: try row.text(0), brand: try row.text(1), objective: try row.text(4),
      stage: try row.text(5), budget: Money(fen: row.int64(8)),
      created: Moment(utcSeconds: row.int64(10)), createdBy: try row.text(11))
    campaign.product = try row.textOrNil(2)
    campaign.category = try row.textOrNil(3)
    if let first = row.int64OrNil(6), let last = row.int64OrNil(7), first <= last {
      campaign.days = Day(number: Int32(first))...Day(number: Int32(last))
    }
    campaign.note = try row.textOrNil(9)
    return campaign
  }
}

extension Campaign {
  fileprivate var firstDay: Int64? { days.map { Int64($0.lowerBound.number) } }
  fileprivate var lastDay: Int64? { days.map { Int64($0.upperBound.number) } }
}
