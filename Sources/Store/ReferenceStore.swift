public import Domain
import SQLite

/// The reference data in force: tiers, categories, fee rates, benchmarks, playbook.
public struct ReferenceStore {
  let connection: Connection

  /// Puts rows into a table, in place of those there; a table that only grows keeps its own.
  ///
  /// - Parameter rows: cells in the order of the table's columns; `nil` for an empty one.
  /// - Throws: ``Failure`` of kind `badInput` naming the row (the first is 1) that breaks a rule.
  public func replace(_ table: ReferenceTable, with rows: [[String?]]) throws {
    if let deletion = table.deletion { try connection.run(deletion) }
    try connection.with(table.insertion) { statement in
      for (index, row) in rows.enumerated() {
        for (column, cell) in row.enumerated() { try statement.bind(Int32(column + 1), cell) }
        do {
          _ = try statement.step()
        } catch let problem as SQLiteError where problem.primaryCode == ResultCode.constraint {
          throw Failure(
            .badInput, "\(table.rawValue): row \(index + 1) breaks a rule: \(problem.message)",
            next: "see the rows in force with: kolbook reference show \(table.rawValue)")
        }
        statement.reset()
      }
    }
  }

  /// The rows of a table, in its own order, as text.
  public func rows(of table: ReferenceTable) throws -> [[String?]] {
    try connection.all(table.selection) { row in
      var cells: [String?] = []
      for column in 0..<row.count { cells.append(try row.textOrNil(column)) }
      return cells
    }
  }

  /// The tier table in force.
  public func tierTable() throws -> TierTable {
    let tiers = try connection.all(
      """
      SELECT code, name, chinese_name, band, min_followers, usual_fee_low_fen, usual_fee_high_fen,
        engagement_low_bp, engagement_high_bp
      FROM tier ORDER BY min_followers
      """
    ) { row in
      let (low, high) = (row.int64OrNil(7), row.int64OrNil(8))
      return Tier(
        code: try row.text(0), name: try row.text(1), chineseName: try row.text(2),
        band: Band(rawValue: try row.text(3)) ?? .koc, minFollowers: row.int64(4),
        usualFee: Money(fen: row.int64(5))...Money(fen: row.int64(6)),
        engagement: low.flatMap { low in high.map { low...$0 } })
    }
    guard let table = TierTable(tiers) else {
      throw Failure(
        .failed, "the tier table has no tier from 0 followers",
        next: "import one with: kolbook reference import tier FILE.csv")
    }
    return table
  }

  /// The categories, by code.
  public func categories() throws -> [Category] {
    try connection.all(
      """
      SELECT code, name, chinese_name, premium_low_bp, premium_high_bp FROM category ORDER BY code
      """
    ) { row in
      Category(
        code: try row.text(0), name: try row.text(1), chineseName: try row.text(2),
        premiumBasisPoints: row.int64(3)...row.int64(4))
    }
  }

  /// The category that each spelling means; spellings in lower case.
  public func categoryWords() throws -> [String: String] {
    let pairs = try connection.all(
      """
      SELECT lower(word), category FROM category_word
      UNION ALL SELECT lower(code), code FROM category
      UNION ALL SELECT lower(name), code FROM category
      UNION ALL SELECT chinese_name, code FROM category
      """
    ) { row in (try row.text(0), try row.text(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// What a dollar costs, the oldest rate first.
  public func dollarRates() throws -> [DollarRate] {
    try connection.all("SELECT from_date, cny_per_usd FROM usd_rate ORDER BY from_date") { row in
      guard let from = Day(try row.text(0)),
        let rate = try? DollarRate(from: from, text: try row.text(1))
      else { throw Failure(.failed, "the table usd_rate has a row that can't be read") }
      return rate
    }
  }

  /// What MCNs take of what their creators get.
  public func mcnShares() throws -> MCNShares {
    MCNShares(
      try connection.all("SELECT mcn, from_date, share_bp FROM mcn_share") { row in
        guard let from = Day(try row.text(1)) else {
          throw Failure(.failed, "the table mcn_share has a row that can't be read")
        }
        return .init(mcn: try row.text(0), from: from, share: Share(basisPoints: row.int64(2)))
      })
  }

  /// The service-fee schedule.
  public func feeSchedule() throws -> FeeSchedule {
    let rates = try connection.all(
      "SELECT side, mode, from_date, rate_bp, source FROM fee_rate ORDER BY side, mode, from_date"
    ) { row -> FeeRate in
      guard let side = FeeRate.Side(rawValue: try row.text(0)),
        let mode = FeeRate.Mode(rawValue: try row.text(1)), let from = Day(try row.text(2))
      else { throw Failure(.failed, "the fee schedule has a row that can't be read") }
      return FeeRate(
        side: side, mode: mode, from: from, share: Share(basisPoints: row.int64(3)),
        source: try row.text(4))
    }
    return FeeSchedule(rates)
  }
}
