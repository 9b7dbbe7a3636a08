import Domain
import SQLite

extension ChangeUndo {
  /// Refuses when an order, a shortlist, a closing or a later set builds on the set.
  ///
  /// Of the sets after it those count that stand: not undone, and no undoing of another one after it.
  func refuseObstacles() throws {
    let creators = set.creators
    let (low, high) = (creators.lowerBound, creators.upperBound)
    let order = try connection.first(
      Self.orders, set.number, low, high, as: { row in (try row.text(0), try row.text(1)) })
    if let order { throw ChangeObstacle.order(order.0, of: order.1) }
    let pick = try connection.first(
      Self.picks, set.number, low, high, as: { row in (try row.text(0), try row.text(1)) })
    if let pick { throw ChangeObstacle.shortlist(pick.0, of: pick.1) }
    let closed = try connection.first(
      Self.closed, set.number, set.at.utcSeconds,
      as: { row in (try row.text(0), try row.text(1)) })
    if let closed { throw ChangeObstacle.closed(order: closed.0, of: closed.1) }
    let later = try connection.first(
      Self.later, set.number, as: { row in (row.int64(0), try row.text(1)) })
    if let later, let blocker = try ChangeStore(connection: connection).set(later.0) {
      throw ChangeObstacle.later(blocker, of: later.1)
    }
  }

  /// Rows of other sets under a creator that is about to go.
  func refuseLeftovers() throws {
    let creators = set.creators
    let left = try connection.first(
      Self.leftovers, set.number, creators.lowerBound, creators.upperBound,
      as: { row in (row.int64OrNil(0), row.int64(1)) })
    guard let left else { return }
    if let number = left.0, let blocker = try ChangeStore(connection: connection).set(number) {
      throw ChangeObstacle.later(blocker, of: try nickname(left.1))
    }
    throw ChangeObstacle.changed(of: try nickname(left.1))
  }

  /// What is said of a creator's column that is not as the set left it: the newest later set that
  /// overwrote the creator, if one did.
  func obstacle(of creator: Int64) throws -> ChangeObstacle {
    let number = try connection.first(
      """
      SELECT max(change_no) FROM change_before
      WHERE change_no > ?1 AND change_no < ?2 AND kind = 'creator' AND creator_no = ?3 AND item = ''
      """, set.number, number, creator
    ) { row in row.int64OrNil(0) }
    guard case .some(.some(let number)) = number,
      let blocker = try ChangeStore(connection: connection).set(number)
    else { return .changed(of: try nickname(creator)) }
    return .later(blocker, of: try nickname(creator))
  }

  private func nickname(_ creator: Int64) throws -> String {
    try connection.first(
      """
      SELECT coalesce((SELECT nickname FROM creator WHERE creator_no = ?1),
        (SELECT was ->> 'nickname' FROM change_before WHERE kind = 'creator' AND creator_no = ?1
          AND item = '' AND change_no = ?2), '?')
      """, creator, number
    ) { row in try row.text(0) } ?? "?"
  }

  /// An order of a creator that the set ?1 added among ?2 … ?3, or brought back.
  private static let orders = """
    SELECT order_id, nickname FROM orders JOIN creator USING (creator_no)
    WHERE creator_no BETWEEN ?2 AND ?3 AND (change_no = ?1 OR creator_no IN (
      SELECT creator_no FROM change_before
      WHERE change_no = ?1 AND kind = 'creator' AND was IS NULL))
    ORDER BY order_id LIMIT 1
    """

  /// A saved shortlist with such a creator.
  private static let picks = """
    SELECT shortlist, creator.nickname FROM shortlist_pick JOIN creator USING (creator_id)
    WHERE creator_no BETWEEN ?2 AND ?3 AND (change_no = ?1 OR creator_no IN (
      SELECT creator_no FROM change_before
      WHERE change_no = ?1 AND kind = 'creator' AND was IS NULL))
    ORDER BY shortlist, position LIMIT 1
    """

  /// An order in closed books of a creator that the set ?1 of the time ?2 touched, closed after it.
  private static let closed = """
    SELECT order_id, nickname FROM orders AS o JOIN creator AS c USING (creator_no)
    WHERE EXISTS (SELECT 1 FROM journal
        WHERE order_id IS NULL AND type = 'close' AND recorded_utc >= ?2)
      AND booked_day <= (
        SELECT CAST(strftime('%s', value) AS INTEGER) / 86400 FROM journal_field
        WHERE name = 'through' AND seq = (SELECT max(seq) FROM journal WHERE order_id IS NULL))
      AND EXISTS (
        SELECT 1 FROM change_before WHERE change_no = ?1 AND creator_no = o.creator_no
        UNION ALL SELECT 1 FROM creator_category
        WHERE creator_no = o.creator_no AND change_no = ?1
        UNION ALL SELECT 1 FROM follower_fact
        WHERE creator_no = o.creator_no AND change_no = ?1
        UNION ALL SELECT 1 FROM engagement_fact
        WHERE creator_no = o.creator_no AND change_no = ?1
        UNION ALL SELECT 1 FROM quote WHERE creator_no = o.creator_no AND change_no = ?1)
    ORDER BY order_id LIMIT 1
    """

  /// The newest standing set after ?1 that took away or changed what ?1 added, has a picture of the same
  /// row, or added a label again that ?1 took away. Columns that ?1 overwrote are compared by value.
  private static let later = """
    WITH standing AS (
      SELECT change_no FROM change_set WHERE change_no > ?1 AND added IS NOT NULL
        AND undone_by IS NULL AND (undoes IS NULL OR undoes < ?1))
    SELECT e.change_no, coalesce(c.nickname, e.was ->> 'nickname', '?')
    FROM change_before AS e LEFT JOIN creator AS c USING (creator_no)
    WHERE e.change_no IN standing AND (e.was ->> 'change_no' IS ?1 OR EXISTS (
      SELECT 1 FROM change_before AS mine
      WHERE mine.change_no = ?1 AND mine.kind = e.kind AND mine.creator_no = e.creator_no
        AND mine.item = e.item
        AND (e.kind <> 'creator' OR mine.was IS NULL OR mine.became IS NULL)))
    UNION ALL
    SELECT l.change_no, c.nickname FROM change_before AS mine
    JOIN creator_category AS l ON l.creator_no = mine.creator_no AND l.category = mine.item
    JOIN creator AS c ON c.creator_no = mine.creator_no
    WHERE mine.change_no = ?1 AND mine.kind = 'category' AND mine.was IS NOT NULL
      AND l.change_no > ?1
    UNION ALL
    SELECT l.change_no, c.nickname FROM change_before AS mine
    JOIN creator_tag AS l ON l.creator_no = mine.creator_no AND l.tag = mine.item
    JOIN creator AS c ON c.creator_no = mine.creator_no
    WHERE mine.change_no = ?1 AND mine.kind = 'tag' AND mine.was IS NOT NULL
      AND l.change_no > ?1
    ORDER BY 1 DESC LIMIT 1
    """

  /// A row of any other set under a creator that the set ?1 added among ?2 … ?3, or brought back.
  private static let leftovers = """
    WITH going AS (
      SELECT creator_no FROM creator WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION SELECT creator_no FROM change_before
      WHERE change_no = ?1 AND kind = 'creator' AND was IS NULL)
    SELECT change_no, creator_no FROM (
      SELECT change_no, creator_no FROM creator_category WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM creator_tag WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM creator_contact WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM creator_note WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM follower_fact WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM engagement_fact WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM metric_fact WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM quote WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM rating WHERE creator_no IN going
      UNION ALL SELECT change_no, creator_no FROM creator
      WHERE merged_into IN going AND creator_no NOT IN going)
    LIMIT 1
    """
}
