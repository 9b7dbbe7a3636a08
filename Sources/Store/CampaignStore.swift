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

  /// What the orders that name a campaign have cost by the entries of all days through a Shanghai day, and how
  /// many there are.
  public func money(of name: String, through day: Day) throws -> CampaignMoney {
    try connection.first(
      """
      SELECT sum(committed_fen), sum(paid_fen), sum(completed_fen), (SELECT count(*) FROM orders
        WHERE campaign = ?1 AND booked_day <= ?2)
      FROM campaign_day WHERE campaign = ?1 AND day <= ?2
      """, name, Int64(day.number)
    ) { row in
      var money = CampaignMoney()
      money.committed = Money(fen: row.int64(0))
      money.paid = Money(fen: row.int64(1))
      money.completed = Money(fen: row.int64(2))
      money.orders = row.int64(3)
      return money
    } ?? CampaignMoney()
  }

  /// The names of campaigns that orders have, with a card or without; by name.
  public func namesInOrders(through day: Day) throws -> [String] {
    try connection.all(
      """
      SELECT DISTINCT campaign FROM orders WHERE campaign IS NOT NULL AND booked_day <= ?
      ORDER BY campaign
      """, Int64(day.number)
    ) { row in try row.text(0) }
  }

  /// The names of campaigns that notes have and neither a card nor an order; by name.
  public func namesInResults() throws -> [String] {
    try connection.all(
      """
      SELECT DISTINCT campaign FROM note WHERE campaign IS NOT NULL
        AND campaign NOT IN (SELECT name FROM campaign)
        AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.campaign = note.campaign)
      ORDER BY campaign
      """
    ) { row in try row.text(0) }
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
