public import Domain
import SQLite

/// What changes over time and is counted: followers, engagement rates, medians.
///
/// Each `record` adds a dated row unless the newest row of the same source on or before that day says
/// the same, so that reading the same list twice changes nothing.
public struct FactStore {
  let connection: Connection
  let change: Int64?

  /// Records a follower count; whether it said something new.
  @discardableResult
  public func record(followers: Int64, of key: CreatorKey, on day: Day, source: String) throws
    -> Bool
  {
    try connection.run(
      """
      INSERT INTO follower_fact (creator_no, day, nth, followers, source, change_no)
      SELECT ?1, ?2, (SELECT coalesce(max(nth), -1) + 1 FROM follower_fact
        WHERE creator_no = ?1 AND day = ?2), ?3, ?4, ?5
      WHERE ?3 IS NOT (SELECT followers FROM follower_fact
        WHERE creator_no = ?1 AND day <= ?2 AND source = ?4 ORDER BY day DESC, nth DESC LIMIT 1)
      """, key.number, Int64(day.number), followers, source, change) > 0
  }

  /// Records an engagement rate; whether it said something new.
  @discardableResult
  public func record(engagement: EngagementRate, of key: CreatorKey, on day: Day, source: String)
    throws -> Bool
  {
    try connection.run(
      """
      INSERT INTO engagement_fact (creator_no, base, day, nth, rate_bp, source, change_no)
      SELECT ?1, ?5, ?2, (SELECT coalesce(max(nth), -1) + 1 FROM engagement_fact
        WHERE creator_no = ?1 AND base = ?5 AND day = ?2), ?3, ?4, ?6
      WHERE ?3 IS NOT (SELECT rate_bp FROM engagement_fact
        WHERE creator_no = ?1 AND base = ?5 AND day <= ?2 AND source = ?4
        ORDER BY day DESC, nth DESC LIMIT 1)
      """, key.number, Int64(day.number), engagement.basisPoints, source,
      engagement.base.rawValue, change) > 0
  }

  /// Records a median per note, such as `reads.everyday.30d`; whether it said something new.
  @discardableResult
  public func record(
    metric: String, value: Int64, of key: CreatorKey, on day: Day, source: String
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO metric_fact (creator_no, metric, day, nth, value, source, change_no)
      SELECT ?1, ?5, ?2, (SELECT coalesce(max(nth), -1) + 1 FROM metric_fact
        WHERE creator_no = ?1 AND metric = ?5 AND day = ?2), ?3, ?4, ?6
      WHERE ?3 IS NOT (SELECT value FROM metric_fact
        WHERE creator_no = ?1 AND metric = ?5 AND day <= ?2 AND source = ?4
        ORDER BY day DESC, nth DESC LIMIT 1)
      """, key.number, Int64(day.number), value, source, metric, change) > 0
  }

  /// Follower counts, newest first.
  public func followers(of key: CreatorKey) throws -> [Dated<Int64>] {
    try connection.all(
      """
      SELECT followers, day, source FROM follower_fact WHERE creator_no = ?
      ORDER BY day DESC, nth DESC
      """, key.number
    ) { row in
      Dated(row.int64(0), day: row.day(1), source: try row.text(2))
    }
  }

  /// Engagement rates, newest first, of one base after the other on the same day.
  public func engagements(of key: CreatorKey) throws -> [Dated<EngagementRate>] {
    try connection.all(
      """
      SELECT base, rate_bp, day, source FROM engagement_fact WHERE creator_no = ?
      ORDER BY day DESC, base, nth DESC
      """, key.number
    ) { row in
      let base = EngagementRate.Base(rawValue: try row.text(0)) ?? .followers
      return Dated(
        EngagementRate(basisPoints: row.int64(1), base: base),
        day: row.day(2), source: try row.text(3))
    }
  }

  /// The newest median of each kind, by name.
  public func metrics(of key: CreatorKey) throws -> [(name: String, median: Dated<Int64>)] {
    try connection.all(
      """
      SELECT metric, value, day, source FROM metric_fact AS m WHERE creator_no = ?
      AND (day, nth) = (SELECT day, nth FROM metric_fact
        WHERE creator_no = m.creator_no AND metric = m.metric ORDER BY day DESC, nth DESC LIMIT 1)
      ORDER BY metric
      """, key.number
    ) { row in
      let day = row.day(2)
      return (try row.text(0), Dated(row.int64(1), day: day, source: try row.text(3)))
    }
  }

  /// What a creator's notes may reach, over time.
  public func history(of key: CreatorKey) throws -> CreatorHistory {
    var history = CreatorHistory()
    history.followers = try connection.all(
      "SELECT day, followers FROM follower_fact WHERE creator_no = ? ORDER BY day, nth", key.number
    ) { row in Self.fact(row) }
    history.engagement = try connection.all(
      """
      SELECT day, rate_bp FROM engagement_fact WHERE creator_no = ? AND base = 'followers'
      ORDER BY day, nth
      """, key.number
    ) { row in Self.fact(row) }
    try connection.with(
      """
      SELECT day, value, metric FROM metric_fact WHERE creator_no = ? ORDER BY metric, day, nth
      """
    ) { statement in
      try statement.bind(1, key.number)
      while let row = try statement.next() {
        history.add(median: try row.text(2), Self.fact(row))
      }
    }
    return history
  }

  /// The same of all creators of whom something is known.
  public func histories() throws -> [CreatorKey: CreatorHistory] {
    var histories: [CreatorKey: CreatorHistory] = [:]
    func read(_ sql: String, _ add: (inout CreatorHistory, borrowing Row) throws -> Void) throws {
      try connection.with(sql) { statement in
        while let row = try statement.next() {
          try add(&histories[CreatorKey(number: row.int64(2)), default: .init()], row)
        }
      }
    }
    try read(
      """
      SELECT day, followers, creator_no FROM follower_fact ORDER BY creator_no, day, nth
      """
    ) { $0.followers.append(Self.fact($1)) }
    try read(
      """
      SELECT day, rate_bp, creator_no FROM engagement_fact WHERE base = 'followers'
      ORDER BY creator_no, base, day, nth
      """
    ) { $0.engagement.append(Self.fact($1)) }
    try read(
      """
      SELECT day, value, creator_no, metric FROM metric_fact
      ORDER BY creator_no, metric, day, nth
      """
    ) { $0.add(median: try $1.text(3), Self.fact($1)) }
    return histories
  }

  private static func fact(_ row: borrowing Row) -> CreatorHistory.Fact {
    CreatorHistory.Fact(day: row.day(0), value: row.int64(1))
  }
}
