public import Domain
import SQLite

extension ResultStore {
  /// What was said of a note over time, the oldest first.
  public func snapshots(of number: Int64) throws -> [NoteSnapshot] {
    try connection.all(
      """
      SELECT day, impressions, reads, interactions, likes, collects, comments, shares, follows,
        promoted_impressions, heated_impressions, natural_impressions, promoted_reads,
        heated_reads, natural_reads, completion_bp, followers, quote_fen, fee_fen, cost_fen,
        source, import_no
      FROM note_snapshot WHERE note_no = ? ORDER BY day, nth
      """, number
    ) { row in
      NoteSnapshot(
        day: row.day(0),
        figures: NoteFigures((1..<17).map { row.int64OrNil($0) }),
        quote: row.int64OrNil(17).map { Money(fen: $0) },
        fee: row.int64OrNil(18).map { Money(fen: $0) },
        cost: row.int64OrNil(19).map { Money(fen: $0) }, source: try row.text(20),
        importNumber: row.int64(21))
    }
  }

  /// What customers ordered, as it was said last; by day, channel, note, creator and campaign.
  public func conversions(campaign: String?) throws -> [Dated<Conversion>] {
    try connection.all(
      """
      SELECT day, channel, note_id, creator, campaign, order_count, revenue_fen, source
      FROM conversion_standing WHERE ?1 IS NULL OR campaign = ?1
      ORDER BY day, channel, note_id, creator, campaign
      """, campaign
    ) { row in try Self.conversion(row) }
  }

  static func conversion(_ row: borrowing Row) throws -> Dated<Conversion> {
    Dated(
      Conversion(
        channel: try row.text(1), noteID: try filled(row, 2), creator: try filled(row, 3),
        campaign: try filled(row, 4), orders: row.int64(5), revenue: Money(fen: row.int64(6))),
      day: row.day(0), source: try row.text(7))
  }

  /// How often keywords were searched, as it was said last; by day, keyword and campaign.
  public func searches(campaign: String?) throws -> [Dated<SearchCount>] {
    try connection.all(
      """
      SELECT day, keyword, campaign, searches, source FROM search_standing
      WHERE ?1 IS NULL OR campaign = ?1 ORDER BY day, keyword, campaign
      """, campaign
    ) { row in try Self.search(row) }
  }

  static func search(_ row: borrowing Row) throws -> Dated<SearchCount> {
    Dated(
      SearchCount(
        keyword: try row.text(1), campaign: try filled(row, 2), searches: row.int64(3)),
      day: row.day(0), source: try row.text(4))
  }

  private static func filled(_ row: borrowing Row, _ column: Int32) throws -> String? {
    let text = try row.text(column)
    return text.isEmpty ? nil : text
  }
}
