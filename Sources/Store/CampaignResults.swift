public import Domain
import SQLite

// What hangs on one campaign, through a day.
extension CampaignStore {
  /// The orders that name a campaign and were booked by a day, with what they have cost by then: the earliest
  /// booked first, then by name.
  public func orders(of name: String, through day: Day) throws -> [CampaignOrder] {
    var orders: [CampaignOrder] = []
    try connection.with(
      """
      SELECT order_id, ifnull(merged_into, creator_no), booked_day, day, max(type = 'complete'),
        sum(amount_fen * ((debit = 1900) - (credit = 1900))),
        sum(amount_fen * ((debit IN (1110, 1120)) - (credit IN (1110, 1120)))),
        sum(amount_fen * ((debit IN (5000, 5100)) - (credit IN (5000, 5100))))
      FROM orders JOIN creator USING (creator_no) JOIN journal USING (order_id)
        LEFT JOIN transfer USING (seq)
      WHERE campaign = ?1 AND booked_day <= ?2 AND day <= ?2
      GROUP BY order_id, day ORDER BY booked_day, order_id, day
      """
    ) { statement in
      try statement.bind(1, name)
      try statement.bind(2, Int64(day.number))
      while let row = try statement.next() {
        let order = try row.text(0)
        if orders.last?.name != order {
          orders.append(
            CampaignOrder(
              name: order, creator: CreatorKey(number: row.int64(1)),
              bookedOn: row.day(2)))
        }
        Self.take(row, into: &orders[orders.count - 1])
      }
    }
    return orders
  }

  private static func take(_ row: borrowing Row, into order: inout CampaignOrder) {
    let before = order.money.used
    order.isCompleted = order.isCompleted || row.int64(4) == 1
    order.money.committed += Money(fen: row.int64(5))
    order.money.paid += Money(fen: row.int64(6))
    order.money.completed += Money(fen: row.int64(7))
    let amount = order.money.used - before
    if amount != .zero {
      order.changes.append(.init(day: row.day(3), amount: amount))
    }
  }
}

extension ResultStore {
  /// What customers ordered by a note, where the file names no campaign; by day, channel and creator.
  public func conversions(ofNote id: String) throws -> [Dated<Conversion>] {
    try connection.all(
      """
      SELECT day, channel, note_id, creator, campaign, order_count, revenue_fen, source
      FROM conversion_standing WHERE campaign = '' AND note_id = ?
      ORDER BY day, channel, creator
      """, id
    ) { row in try Self.conversion(row) }
  }

  /// How many rows name neither campaign nor note, of the days from a first through a last one.
  public func ownerlessConversions(_ days: ClosedRange<Day>) throws -> Int64 {
    try connection.first(
      """
      SELECT count(*) FROM conversion_standing WHERE campaign = '' AND note_id = ''
      AND day BETWEEN ? AND ?
      """, Int64(days.lowerBound.number), Int64(days.upperBound.number)
    ) { row in row.int64(0) } ?? 0
  }

  /// How often a keyword was searched, where the file names no campaign; by day.
  public func searches(ofKeyword keyword: String) throws -> [Dated<SearchCount>] {
    try connection.all(
      """
      SELECT day, keyword, campaign, searches, source FROM search_standing
      WHERE campaign = '' AND keyword = ? ORDER BY day
      """, keyword
    ) { row in try Self.search(row) }
  }
}
