/// The tables whose rows change sets add, take away and bring back, apart from `creator` itself.
///
/// Each statement is written out, because SQL is never put together from pieces. A set of `NULL` means
/// rows of any set.
struct ChangedRows {
  /// What `change_before.kind` calls the rows.
  let kind: String
  /// Keeps rows as they are, before they go: ?1 the set that keeps them, ?2 … ?3 creators, ?4 their set.
  let keep: String
  /// Removes the same rows: ?1 … ?2 creators, ?3 their set.
  let remove: String
  /// Removes the rows that the set ?1 brought back.
  let take: String
  /// Brings back the rows that the set ?1 took away, where there are none now.
  let bring: String
  /// Gives copies of the rows of the creator ?3 to the creator ?2 under the set ?1; on a day that both have
  /// rows of, those of ?2 stay the newer ones.
  let move: String
}

extension ChangedRows {
  /// All of them, in an order in which nothing depends on what comes after.
  static let all = [
    category, tag, contact, note, followers, engagement, metric, quote, rating,
  ]

  private static let category = ChangedRows(
    kind: "category",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'category', creator_no, category, json_object('category', category,
        'change_no', change_no)
      FROM creator_category WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM creator_category WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM creator_category WHERE (creator_no, category) IN
        (SELECT creator_no, became ->> 'category'
          FROM change_before WHERE change_no = ?1 AND kind = 'category' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO creator_category (creator_no, category, change_no)
      SELECT creator_no, was ->> 'category', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'category' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT OR IGNORE INTO creator_category (creator_no, category, change_no)
      SELECT ?2, category, ?1
      FROM creator_category WHERE creator_no = ?3
      """)

  private static let tag = ChangedRows(
    kind: "tag",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'tag', creator_no, tag, json_object('tag', tag, 'change_no', change_no)
      FROM creator_tag WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM creator_tag WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM creator_tag WHERE (creator_no, tag) IN
        (SELECT creator_no, became ->> 'tag'
          FROM change_before WHERE change_no = ?1 AND kind = 'tag' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO creator_tag (creator_no, tag, change_no)
      SELECT creator_no, was ->> 'tag', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'tag' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT OR IGNORE INTO creator_tag (creator_no, tag, change_no)
      SELECT ?2, tag, ?1
      FROM creator_tag WHERE creator_no = ?3
      """)

  private static let contact = ChangedRows(
    kind: "contact",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'contact', creator_no, json_array(kind, value), json_object('kind', kind,
        'value', value, 'change_no', change_no)
      FROM creator_contact WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM creator_contact WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM creator_contact WHERE (creator_no, kind, value) IN
        (SELECT creator_no, became ->> 'kind', became ->> 'value'
          FROM change_before WHERE change_no = ?1 AND kind = 'contact' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO creator_contact (creator_no, kind, value, change_no)
      SELECT creator_no, was ->> 'kind', was ->> 'value', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'contact' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT OR IGNORE INTO creator_contact (creator_no, kind, value, change_no)
      SELECT ?2, kind, value, ?1
      FROM creator_contact WHERE creator_no = ?3
      """)

  private static let note = ChangedRows(
    kind: "note",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'note', creator_no, day || ' ' || nth, json_object('day', day, 'nth', nth,
        'text', text, 'source', source, 'change_no', change_no)
      FROM creator_note WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM creator_note WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM creator_note WHERE (creator_no, day, nth) IN
        (SELECT creator_no, became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'note' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO creator_note (creator_no, day, nth, text, source, change_no)
      SELECT creator_no, was ->> 'day', was ->> 'nth', was ->> 'text', was ->> 'source', was ->>
        'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'note' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO creator_note (creator_no, day, nth, text, source, change_no)
      SELECT ?2, day, row_number() OVER (PARTITION BY day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM creator_note AS k WHERE k.creator_no = ?2
          AND k.day = o.day)
          - count(*) OVER (PARTITION BY day), 0),
        text, source, ?1
      FROM creator_note AS o WHERE creator_no = ?3
      """)
}
