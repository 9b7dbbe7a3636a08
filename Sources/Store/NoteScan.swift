import Domain
import SQLite

/// Notes as they stand: each with its newest snapshot by a day, whose it is, and what it costs as the book has it
/// now.
///
/// The rules are those of the views `note_of_order` and `note_standing`. Whose a note is, is not joined but
/// looked up once for each creator: a book's many notes are of few.
struct NoteScan {
  private let connection: Connection
  private let day: Int64
  private var creators: [String: Int64?] = [:]

  /// - Parameter day: the last day that figures are taken of; `nil` for the newest.
  init(_ connection: Connection, through day: Day?) {
    self.connection = connection
    self.day = day.map { Int64($0.number) } ?? .max
  }

  /// Goes through the notes of a span, in the order they came into the book.
  mutating func run(
    _ numbers: ClosedRange<Int64>,
    _ each: (borrowing Row, _ owner: (creator: Int64?, userID: String?)) throws -> Void
  ) throws {
    let (more, overflows) = numbers.upperBound.subtractingReportingOverflow(numbers.lowerBound)
    if !overflows { try readCreators(atMost: more) }
    try connection.with(Self.sql) { statement in
      try statement.bind(1, numbers.lowerBound)
      try statement.bind(2, numbers.upperBound)
      try statement.bind(3, day)
      while let row = try statement.next() { try each(row, try owner(row)) }
    }
  }

  /// Whoever has the user id, else the order's creator; and the user id as files give it.
  private mutating func owner(_ row: borrowing Row) throws -> (creator: Int64?, userID: String?) {
    let user = try row.textOrNil(29)
    if let user, let creator = try creator(ofUser: user) { return (creator, user) }
    guard let booked = row.int64OrNil(30) else { return (nil, user) }
    let kept = try connection.first(
      "SELECT ifnull(merged_into, creator_no) FROM creator WHERE creator_no = ?", booked
    ) { row in row.int64(0) }
    return (kept, user)
  }

  /// Reads whom all user ids are of, unless they are more than a number of notes.
  private mutating func readCreators(atMost most: Int64) throws {
    guard creators.isEmpty, most > 0,
      let newest = try connection.first("SELECT max(creator_no) FROM creator", as: { $0.int64(0) }),
      newest <= most
    else { return }
    try connection.with(
      "SELECT user_id, ifnull(merged_into, creator_no) FROM creator WHERE user_id IS NOT NULL"
    ) { statement in
      while let row = try statement.next() { creators[try row.text(0)] = row.int64(1) }
    }
  }

  private mutating func creator(ofUser id: String) throws -> Int64? {
    if let known = creators[id] { return known }
    let creator = try connection.first(
      "SELECT ifnull(merged_into, creator_no) FROM creator WHERE user_id = ?", id
    ) { row in row.int64(0) }
    creators[id] = .some(creator)
    return creator
  }

  private static let sql = """
    SELECT note_no, note_id, order_id, nickname, campaign, title, link, format, published_day,
      booked_day, day, impressions, reads, interactions, likes, collects, comments, shares, follows,
      promoted_impressions, heated_impressions, natural_impressions, promoted_reads, heated_reads,
      natural_reads, completion_bp, followers,
      iif(is_shared, cost_fen * place / places - cost_fen * (place - 1) / places, cost_fen),
      cost_source, user_id, creator_no
    FROM (
      SELECT n.note_no, n.note_id, n.order_id, n.user_id, o.creator_no, n.nickname,
        ifnull(o.campaign, n.campaign) AS campaign, n.title, n.link,
        ifnull(n.format, o.format) AS format, n.published_day, o.booked_day, s.day, s.impressions,
        s.reads, s.interactions, s.likes, s.collects, s.comments, s.shares, s.follows,
        s.promoted_impressions, s.heated_impressions, s.natural_impressions, s.promoted_reads,
        s.heated_reads, s.natural_reads, s.completion_bp,
        ifnull(s.followers, (SELECT t.followers FROM note_snapshot AS t
          WHERE t.note_no = n.note_no AND t.followers IS NOT NULL AND t.day <= ?3
          ORDER BY t.day DESC, t.nth DESC LIMIT 1)) AS followers,
        CASE WHEN o.order_id IS NULL THEN iif(n.newest_day <= ?3,
            ifnull(s.cost_fen, s.quote_fen + s.fee_fen),
            (SELECT ifnull(t.cost_fen, t.quote_fen + t.fee_fen) FROM note_snapshot AS t
              WHERE t.note_no = n.note_no AND t.day = n.newest_day AND t.nth = n.newest_nth))
          WHEN o.status = 'cancelled' AND o.paid_day IS NULL THEN 0
          ELSE o.quote_fen - o.refunds_fen + o.adjusted_quote_fen
            + ((o.quote_fen - o.refunds_fen) * o.brand_bp + 5000) / 10000
            + o.kept_brand_fee_fen + o.adjusted_brand_fee_fen
        END AS cost_fen,
        CASE WHEN o.order_id IS NULL THEN ifnull(s.source, (SELECT t.source
            FROM note_snapshot AS t WHERE t.note_no = n.note_no
            ORDER BY t.day DESC, t.nth DESC LIMIT 1))
          ELSE 'books'
        END AS cost_source,
        n.order_id IS NOT NULL AND n.note_id IS NOT NULL AND EXISTS (SELECT 1 FROM note AS m
          WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL AND m.note_no <> n.note_no)
          AS is_shared,
        (SELECT count(note_id) FROM note AS m WHERE m.order_id = n.order_id) AS places,
        (SELECT count(note_id) FROM note AS m WHERE m.order_id = n.order_id
          AND m.note_no <= n.note_no) AS place
      FROM note AS n
        LEFT JOIN note_snapshot AS s ON s.note_no = n.note_no
          AND s.day = iif(n.newest_day <= ?3, n.newest_day, (SELECT max(t.day)
            FROM note_snapshot AS t WHERE t.note_no = n.note_no AND t.day <= ?3))
          AND s.nth = iif(n.newest_day <= ?3, n.newest_nth, (SELECT t.nth
            FROM note_snapshot AS t WHERE t.note_no = n.note_no AND t.day <= ?3
            ORDER BY t.day DESC, t.nth DESC LIMIT 1))
        LEFT JOIN orders AS o ON o.order_id = n.order_id
      WHERE n.note_no BETWEEN ?1 AND ?2 AND (n.note_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL)))
    ORDER BY note_no
    """
}
