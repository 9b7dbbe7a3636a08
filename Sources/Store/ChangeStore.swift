import Domain
import SQLite

/// Change sets: what one command changed about creators.
///
/// The stores put the set's number on every row that they add, and keep what they overwrite or take away
/// as it was, so a set costs what it changes and no more.
public struct ChangeStore {
  let connection: Connection

  /// Opens a set and gives its number: one more than the newest.
  func begin(_ command: String, by actor: String, at moment: Moment) throws -> Int64 {
    try connection.run(
      "INSERT INTO change_set (at_utc, actor, command, can_undo) VALUES (?, ?, ?, 1)",
      moment.utcSeconds, actor, command)
    return connection.lastInsertedRowID
  }

  /// Closes a set; one that changed nothing is taken away.
  func finish(_ number: Int64, _ scope: ChangeScope) throws {
    try keepWhatBecame(number)
    switch scope {
    case .creator(let key, let isNew):
      guard try isNew || hasChanged(key, in: number) else { return try discard(number) }
      try connection.run(
        """
        UPDATE change_set SET creator_no = ?, added = ?, updated = ?, unchanged = 0
        WHERE change_no = ?
        """, key.number, isNew ? 1 : 0, isNew ? 0 : 1, number)
    case .creators(let updated):
      try connection.run(
        "UPDATE change_set SET added = 0, updated = ?, unchanged = 0 WHERE change_no = ?",
        updated, number)
    case .lists(let lists):
      guard lists.added + lists.updated > 0 else { return try discard(number) }
      try connection.run(
        """
        UPDATE change_set SET files = ?, layout = ?, encoding = ?, added = ?, updated = ?,
          unchanged = ? WHERE change_no = ?
        """, lists.files, lists.layout, lists.encoding, lists.added, lists.updated,
        lists.unchanged, number)
    }
  }

  /// Closes a set that took another one back.
  func finish(_ number: Int64, undoing set: ChangeSet) throws {
    try keepWhatBecame(number)
    try connection.run(
      """
      UPDATE change_set SET creator_no = ?, undoes = ?, added = 0, updated = 0, unchanged = 0
      WHERE change_no = ?
      """, set.creator?.number, set.number, number)
    // Taking an undoing back lets what it undid stand again, and so on down the chain.
    try connection.run(
      """
      WITH RECURSIVE chain (place, change_no, after) AS (
        SELECT 0, ?1, ?2
        UNION ALL SELECT place + 1, undoes, change_no FROM chain JOIN change_set USING (change_no)
        WHERE undoes IS NOT NULL)
      UPDATE change_set SET undone_by = iif(place % 2 = 0, after, NULL)
      FROM chain WHERE chain.change_no = change_set.change_no
      """, set.number, number)
  }

  /// Keeps who a creator is, before it is overwritten; once a set, and not what the set itself added.
  ///
  /// - Precondition: `change` is an open set: nothing is overwritten outside of one.
  func keepCreator(_ key: CreatorKey, in change: Int64?) throws {
    precondition(change != nil, "a creator is overwritten outside of a change set")
    try connection.run(Self.keepCreators, change, key.number, key.number, Int64?.none)
  }

  /// Keeps the creators ?2 … ?3 as they are under the set ?1: all, or those that the set ?4 added, and
  /// with them whoever it overwrote.
  static let keepCreators = """
    INSERT INTO change_before (change_no, kind, creator_no, item, was)
    SELECT ?1, 'creator', creator_no, '', json_object('creator_id', creator_id,
      'nickname', nickname, 'user_id', user_id, 'red_id', red_id, 'profile_url', profile_url,
      'city', city, 'gender', gender, 'agency', agency, 'health_level', health_level,
      'added_utc', added_utc, 'blocked_day', blocked_day, 'blocked_reason', blocked_reason,
      'conflict_until_day', conflict_until_day, 'conflict_reason', conflict_reason,
      'merged_into', merged_into, 'change_no', change_no)
    FROM creator
    WHERE (creator_no BETWEEN ?2 AND ?3 AND (?4 IS NULL OR change_no = ?4) OR creator_no IN (
        SELECT creator_no FROM change_before WHERE change_no = ?4 AND kind = 'creator'))
      AND change_no IS NOT ?1
    ON CONFLICT (change_no, kind, creator_no, item) DO NOTHING
    """

  /// Keeps that a creator is in a category, before it is taken out.
  func keepCategory(_ category: String, of key: CreatorKey, in change: Int64?) throws {
    precondition(change != nil, "a category is taken away outside of a change set")
    try connection.run(
      """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'category', creator_no, category,
        json_object('category', category, 'change_no', change_no)
      FROM creator_category WHERE creator_no = ?2 AND category = ?3 AND change_no IS NOT ?1
      """, change, key.number, category)
  }

  /// Keeps that a creator has a tag, before it is taken off.
  func keepTag(_ tag: String, of key: CreatorKey, in change: Int64?) throws {
    precondition(change != nil, "a tag is taken away outside of a change set")
    try connection.run(
      """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'tag', creator_no, tag, json_object('tag', tag, 'change_no', change_no)
      FROM creator_tag WHERE creator_no = ?2 AND tag = ?3 AND change_no IS NOT ?1
      """, change, key.number, tag)
  }

  /// Keeps what became of the creators that a set overwrote; those that are as they were are dropped.
  private func keepWhatBecame(_ number: Int64) throws {
    try connection.run(
      """
      UPDATE change_before SET became = (SELECT json_object('creator_id', creator_id,
        'nickname', nickname, 'user_id', user_id, 'red_id', red_id, 'profile_url', profile_url,
        'city', city, 'gender', gender, 'agency', agency, 'health_level', health_level,
        'added_utc', added_utc, 'blocked_day', blocked_day, 'blocked_reason', blocked_reason,
        'conflict_until_day', conflict_until_day, 'conflict_reason', conflict_reason,
        'merged_into', merged_into, 'change_no', change_no)
        FROM creator WHERE creator.creator_no = change_before.creator_no)
      WHERE change_no = ? AND kind = 'creator'
      """, number)
    try connection.run("DELETE FROM change_before WHERE change_no = ? AND was IS became", number)
  }

  private func discard(_ number: Int64) throws {
    try connection.run("DELETE FROM change_before WHERE change_no = ?", number)
    try connection.run("DELETE FROM change_set WHERE change_no = ?", number)
  }

  /// Whether a set did anything to a creator; each look ends within the creator's own rows.
  private func hasChanged(_ key: CreatorKey, in number: Int64) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM change_before WHERE change_no = ?1
      UNION ALL SELECT 1 FROM creator_category WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM creator_tag WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM creator_contact WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM creator_note WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM follower_fact WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM engagement_fact WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM metric_fact WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM quote WHERE creator_no = ?2 AND change_no = ?1
      UNION ALL SELECT 1 FROM rating WHERE creator_no = ?2 AND change_no = ?1
      LIMIT 1
      """, number, key.number
    ) { _ in true } ?? false
  }
}
