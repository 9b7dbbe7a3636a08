public import Domain
import SQLite

/// What raters think of creators, over time.
public struct RatingStore {
  let connection: Connection
  let change: Int64?

  /// Records a rating unless the rater's newest one on or before that day says the same; whether it did.
  @discardableResult
  public func record(_ rating: Rating, of key: CreatorKey) throws -> Bool {
    try connection.run(
      """
      INSERT INTO rating (creator_no, rater, day, nth, stars, verdict, ceiling_fen, comment,
        change_no)
      SELECT ?1, ?2, ?3, (SELECT coalesce(max(nth), -1) + 1 FROM rating
        WHERE creator_no = ?1 AND rater = ?2 AND day = ?3), ?4, ?5, ?6, ?7, ?8
      WHERE (?4, ?5, ?6, ?7) IS NOT (SELECT stars, verdict, ceiling_fen, comment FROM rating
        WHERE creator_no = ?1 AND rater = ?2 AND day <= ?3 ORDER BY day DESC, nth DESC LIMIT 1)
      """, key.number, rating.rater, Int64(rating.day.number), rating.stars, rating.verdict?.code,
      rating.verdict?.ceiling?.fen, rating.comment, change) > 0
  }

  /// All ratings of a creator, newest first, then by rater.
  public func ratings(of key: CreatorKey) throws -> [Rating] {
    try connection.all(
      """
      SELECT rater, day, stars, verdict, ceiling_fen, comment FROM rating WHERE creator_no = ?
      ORDER BY day DESC, rater, nth DESC
      """, key.number
    ) { row in
      let ceiling = row.int64OrNil(4).map { Money(fen: $0) }
      return Rating(
        rater: try row.text(0), day: row.day(1), stars: row.int64OrNil(2),
        verdict: try row.textOrNil(3).flatMap { Verdict(code: $0, ceiling: ceiling) },
        comment: try row.text(5))
    }
  }
}
