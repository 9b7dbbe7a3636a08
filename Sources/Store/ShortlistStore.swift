public import Domain
import SQLite

/// Shortlists as they were decided.
public struct ShortlistStore {
  let connection: Connection

  /// Keeps a list under its name.
  ///
  /// - Throws: ``Failure`` of kind `cannotCreate` when the name is taken.
  public func add(_ list: Shortlist) throws {
    guard try !contains(list.name) else {
      throw Failure(
        .cannotCreate, "there is a shortlist \(list.name) already",
        next: "choose another name, or: " + CommandText.line("shortlist", "delete", list.name))
    }
    try connection.run(
      """
      INSERT INTO shortlist (name, created_utc, created_by, request, rules, status, objective,
        bound, budget_fen, spend_fen, campaign) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      list.name, list.decided.utcSeconds, list.decidedBy, list.request, list.rules,
      list.status.rawValue, list.objective, list.bound, list.budget.fen, list.spend.fen,
      list.campaign)
    for (position, pick) in list.picks.enumerated() {
      try connection.run(
        """
        INSERT INTO shortlist_pick (shortlist, position, creator_id, nickname, profile_url, format,
          tier, band, followers, engagement_bp, rating_sum, rating_count, rating_low, rating_high,
          quote_fen, fee_fen, value, quoted_day, agency, categories)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        list.name, position + 1, pick.creator.text, pick.nickname, pick.profileURL,
        pick.format.rawValue, pick.tier, pick.band.rawValue, pick.followers,
        pick.engagement?.basisPoints, pick.rating.sum, pick.rating.raters,
        pick.rating.spread?.lowerBound,
        pick.rating.spread?.upperBound, pick.quote.fen, pick.fee.fen, pick.value,
        pick.quotedOn.map { Int64($0.number) },
        pick.agency, pick.categories.joined(separator: "\n"))
    }
    for (creator, mark) in list.marks { try set(mark, on: creator, in: list.name) }
  }

  /// Marks a creator on a list; a newer mark takes the place of the old one, `nil` takes it away.
  public func set(_ mark: ShortlistMark?, on creator: CreatorID, in name: String) throws {
    // A mark may be on the id of a creator that was merged into this one.
    try connection.run(
      """
      DELETE FROM shortlist_mark WHERE shortlist = ?1 AND (creator_id = ?2 OR creator_id IN (
        SELECT c.creator_id FROM creator AS c JOIN creator AS kept
          ON kept.creator_no = c.merged_into WHERE kept.creator_id = ?2))
      """, name, creator.text)
    guard let mark else { return }
    try connection.run(
      "INSERT INTO shortlist_mark (shortlist, creator_id, mark) VALUES (?, ?, ?)", name,
      creator.text, mark.rawValue)
  }

  /// Whether a name is taken.
  public func contains(_ name: String) throws -> Bool {
    try connection.first("SELECT 1 FROM shortlist WHERE name = ?", name) { _ in true } ?? false
  }

  /// Removes a list; whether it was there.
  @discardableResult
  public func remove(_ name: String) throws -> Bool {
    try connection.run("DELETE FROM shortlist WHERE name = ?", name) > 0
  }

  /// The names of all lists, newest first, then by name.
  public func names() throws -> [String] {
    try connection.all("SELECT name FROM shortlist ORDER BY created_utc DESC, name") { row in
      try row.text(0)
    }
  }

  /// The campaign that a list is assigned to.
  public func campaign(of name: String) throws -> String? {
    try connection.first("SELECT campaign FROM shortlist WHERE name = ?", name) { row in
      try row.textOrNil(0)
    } ?? nil
  }

  /// A list by its name.
  public func shortlist(_ name: String) throws -> Shortlist? {
    let picks = try picks(of: name)
    var list = try connection.first(
      """
      SELECT created_utc, created_by, request, rules, status, bound, budget_fen, campaign
      FROM shortlist WHERE name = ?
      """, name
    ) { row in
      var list = Shortlist(
        name: name, decided: Moment(utcSeconds: row.int64(0)), decidedBy: try row.text(1),
        request: try row.text(2), rules: try row.text(3),
        status: Shortlist.Status(rawValue: try row.text(4)) ?? .bounded, bound: row.int64(5),
        budget: Money(fen: row.int64(6)), picks: picks)
      list.campaign = try row.textOrNil(7)
      return list
    }
    list?.marks = try marks(of: name)
    return list
  }

  /// The first list by name that has two creators on it; what one of them was merged into counts.
  public func first(withBoth one: CreatorKey, _ other: CreatorKey) throws -> String? {
    try connection.first(
      """
      SELECT shortlist FROM shortlist_pick JOIN creator AS c USING (creator_id)
      WHERE ifnull(c.merged_into, c.creator_no) IN (?1, ?2)
      GROUP BY shortlist HAVING count(*) > 1 ORDER BY shortlist LIMIT 1
      """, one.number, other.number
    ) { row in try row.text(0) }
  }

  private func marks(of name: String) throws -> [CreatorID: ShortlistMark] {
    let marks = try connection.all(
      """
      SELECT ifnull(kept.creator_id, m.creator_id), mark FROM shortlist_mark AS m
      LEFT JOIN creator AS c USING (creator_id)
      LEFT JOIN creator AS kept ON kept.creator_no = c.merged_into
      WHERE shortlist = ?
      """, name
    ) { row in (CreatorID(try row.text(0)), ShortlistMark(rawValue: try row.text(1))) }
    return Dictionary(marks.compactMap { id, mark in mark.map { (id, $0) } }) { first, _ in first }
  }

  private func picks(of name: String) throws -> [ShortlistPick] {
    try connection.all(
      """
      SELECT ifnull(kept.creator_id, p.creator_id), p.nickname, format, tier, band, followers,
        engagement_bp, rating_sum, rating_count, rating_low, rating_high, quote_fen, fee_fen, value,
        quoted_day, p.agency, categories, p.profile_url
      FROM shortlist_pick AS p LEFT JOIN creator AS c USING (creator_id)
      LEFT JOIN creator AS kept ON kept.creator_no = c.merged_into
      WHERE shortlist = ? ORDER BY position
      """, name
    ) { row in
      ShortlistPick(
        creator: CreatorID(try row.text(0)), nickname: try row.text(1),
        profileURL: try row.textOrNil(17), format: NoteFormat(rawValue: try row.text(2)) ?? .image,
        tier: try row.text(3),
        band: Band(rawValue: try row.text(4)) ?? .koc, followers: row.int64(5),
        engagement: row.int64OrNil(6).map { EngagementRate(basisPoints: $0, base: .followers) },
        rating: RatingSummary(
          sum: row.int64(7), raters: row.int64(8), lowest: row.int64(9), highest: row.int64(10)),
        quote: Money(fen: row.int64(11)), fee: Money(fen: row.int64(12)), value: row.int64(13),
        quotedOn: row.dayOrNil(14), agency: try row.textOrNil(15),
        categories: try row.text(16).split(separator: "\n").map(String.init))
    }
  }
}
