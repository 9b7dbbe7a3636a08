import Domain
import SQLite

/// The change sets of a book, to be read.
extension ChangeStore {
  /// The newest sets, newest first.
  public func newest(_ limit: Int) throws -> [ChangeSet] {
    try connection.all(
      """
      SELECT change_no, at_utc, actor, command, can_undo, undoes, undone_by, added, updated,
        unchanged, creator_no
      FROM change_set ORDER BY change_no DESC LIMIT ?
      """, limit
    ) { row in try Self.set(row) }
  }

  /// The set of this number, if there is one.
  public func set(_ number: Int64) throws -> ChangeSet? {
    try connection.first(
      """
      SELECT change_no, at_utc, actor, command, can_undo, undoes, undone_by, added, updated,
        unchanged, creator_no
      FROM change_set WHERE change_no = ?
      """, number
    ) { row in try Self.set(row) }
  }

  /// The sets that did anything to a creator, newest first.
  public func sets(touching key: CreatorKey) throws -> [ChangeSet] {
    let numbers = try connection.all(
      """
      SELECT change_no FROM creator WHERE creator_no = ?1
      UNION SELECT change_no FROM creator_category WHERE creator_no = ?1
      UNION SELECT change_no FROM creator_tag WHERE creator_no = ?1
      UNION SELECT change_no FROM creator_contact WHERE creator_no = ?1
      UNION SELECT change_no FROM creator_note WHERE creator_no = ?1
      UNION SELECT change_no FROM follower_fact WHERE creator_no = ?1
      UNION SELECT change_no FROM engagement_fact WHERE creator_no = ?1
      UNION SELECT change_no FROM metric_fact WHERE creator_no = ?1
      UNION SELECT change_no FROM quote WHERE creator_no = ?1
      UNION SELECT change_no FROM rating WHERE creator_no = ?1
      UNION SELECT change_no FROM change_before WHERE creator_no = ?1
      ORDER BY change_no DESC
      """, key.number
    ) { row in row.int64OrNil(0) }
    return try numbers.compactMap { try $0.flatMap(set) }
  }

  private static func set(_ row: borrowing Row) throws -> ChangeSet {
    ChangeSet(
      number: row.int64(0), at: Moment(utcSeconds: row.int64(1)), actor: try row.text(2),
      command: try row.text(3), canUndo: row.int64(4) == 1, undoes: row.int64OrNil(5),
      undoneBy: row.int64OrNil(6), added: row.int64(7), updated: row.int64(8),
      unchanged: row.int64(9), creator: row.int64OrNil(10).map { CreatorKey(number: $0) })
  }

  /// What a set added, then what it changed or took away: by kind, then in the order of the creators.
  ///
  /// - Parameters:
  ///   - creator: whose; `nil` for all.
  ///   - limit: the most of either.
  public func items(of set: ChangeSet, creator: CreatorKey? = nil, limit: Int) throws
    -> [ChangeItem]
  {
    let creators = creator.map { $0.number...$0.number } ?? set.creators
    let added = try connection.all(
      Self.added, set.number, creators.lowerBound, creators.upperBound, limit
    ) { row in
      ChangeItem(
        kind: try row.text(0), creator: try row.text(1), nickname: try row.text(2),
        name: try row.text(3), was: nil,
        became: ChangeItem.Value(number: row.int64OrNil(4), text: try row.textOrNil(5)))
    }
    return added
      + (try connection.all(
        Self.changed, set.number, limit, creator?.number ?? 0, creator?.number ?? .max,
        as: Self.changed))
  }

  private static func changed(_ row: borrowing Row) throws -> ChangeItem {
    ChangeItem(
      kind: try row.text(0), creator: try row.text(1), nickname: try row.text(2),
      name: try row.text(3),
      was: row.int64(4) == 1
        ? ChangeItem.Value(number: row.int64OrNil(5), text: try row.textOrNil(6)) : nil,
      became: row.int64(7) == 1
        ? ChangeItem.Value(number: row.int64OrNil(8), text: try row.textOrNil(9)) : nil)
  }

  /// Rows that carry the number ?1, of the creators ?2 … ?3, at most ?4.
  private static let added = """
    SELECT kind, creator_id, nickname, name, number, text FROM (
      SELECT 'creator' AS kind, creator_no, '' AS name, NULL AS number, nickname AS text
      FROM creator WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'category', creator_no, category, NULL, category
      FROM creator_category WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'tag', creator_no, tag, NULL, tag
      FROM creator_tag WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'contact', creator_no, kind, NULL, value
      FROM creator_contact WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'note', creator_no, '', NULL, text
      FROM creator_note WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'followers', creator_no, '', followers, NULL
      FROM follower_fact WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'engagement', creator_no, base, rate_bp, NULL
      FROM engagement_fact WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'metric', creator_no, metric, value, NULL
      FROM metric_fact WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'quote', creator_no, format, price_fen, NULL
      FROM quote WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      UNION ALL SELECT 'rating', creator_no, rater, stars, verdict
      FROM rating WHERE creator_no BETWEEN ?2 AND ?3 AND change_no = ?1
      LIMIT ?4)
    JOIN creator USING (creator_no)
    """

  /// What the set ?1 keeps pictures of, at most ?2, of the creators ?3 … ?4: a creator's columns each
  /// alone, other rows whole.
  private static let changed = """
    SELECT kind, ifnull(c.creator_id, ''), coalesce(c.nickname, was ->> 'nickname',
        became ->> 'nickname', ''),
      name, had, had_number, had_text, has, has_number, has_text
    FROM (
      SELECT e.kind, e.creator_no, e.was, e.became, f.key AS name,
        f.value IS NOT NULL AS had,
        iif(f.type = 'integer' AND f.key <> 'merged_into', f.value, NULL) AS had_number,
        iif(f.key = 'merged_into', (SELECT creator_id FROM creator WHERE creator_no = f.value),
          iif(f.type = 'text', f.value, NULL)) AS had_text,
        n.value IS NOT NULL AS has,
        iif(n.type = 'integer' AND n.key <> 'merged_into', n.value, NULL) AS has_number,
        iif(n.key = 'merged_into', (SELECT creator_id FROM creator WHERE creator_no = n.value),
          iif(n.type = 'text', n.value, NULL)) AS has_text
      FROM change_before AS e, json_each(e.was) AS f, json_each(e.became) AS n
      WHERE e.change_no = ?1 AND e.kind = 'creator' AND e.creator_no BETWEEN ?3 AND ?4
        AND e.was IS NOT NULL AND e.became IS NOT NULL AND n.key = f.key AND n.value IS NOT f.value
      UNION ALL
      SELECT kind, creator_no, was, became,
        coalesce(row ->> 'format', row ->> 'base', row ->> 'metric', row ->> 'rater',
          row ->> 'category', row ->> 'tag', row ->> 'kind', ''),
        was IS NOT NULL,
        coalesce(was ->> 'price_fen', was ->> 'followers', was ->> 'rate_bp', was ->> 'stars',
          iif(kind = 'metric', was ->> 'value', NULL)),
        coalesce(was ->> 'nickname', was ->> 'text', was ->> 'verdict', was ->> 'category',
          was ->> 'tag', iif(kind = 'contact', was ->> 'value', NULL)),
        became IS NOT NULL,
        coalesce(became ->> 'price_fen', became ->> 'followers', became ->> 'rate_bp',
          became ->> 'stars', iif(kind = 'metric', became ->> 'value', NULL)),
        coalesce(became ->> 'nickname', became ->> 'text', became ->> 'verdict',
          became ->> 'category', became ->> 'tag',
          iif(kind = 'contact', became ->> 'value', NULL))
      FROM (SELECT *, coalesce(was, became) AS row FROM change_before WHERE change_no = ?1
        AND creator_no BETWEEN ?3 AND ?4 AND (kind <> 'creator' OR was IS NULL OR became IS NULL))
      LIMIT ?2)
    LEFT JOIN creator AS c USING (creator_no)
    """
}

extension ChangeSet {
  /// The creators it can be about, as a range of their keys.
  var creators: ClosedRange<Int64> {
    creator.map { $0.number...$0.number } ?? 0...Int64.max
  }
}
