// The rows with a day; see ChangedRows.

extension ChangedRows {
  static let followers = ChangedRows(
    kind: "followers",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'followers', creator_no, day || ' ' || nth, json_object('day', day, 'nth', nth,
        'followers', followers, 'source', source, 'change_no', change_no)
      FROM follower_fact WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM follower_fact WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM follower_fact WHERE (creator_no, day, nth) IN
        (SELECT creator_no, became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'followers' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO follower_fact (creator_no, day, nth, followers, source, change_no)
      SELECT creator_no, was ->> 'day', was ->> 'nth', was ->> 'followers', was ->> 'source',
        was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'followers' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO follower_fact (creator_no, day, nth, followers, source, change_no)
      SELECT ?2, day, row_number() OVER (PARTITION BY day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM follower_fact AS k WHERE k.creator_no = ?2
          AND k.day = o.day)
          - count(*) OVER (PARTITION BY day), 0),
        followers, source, ?1
      FROM follower_fact AS o WHERE creator_no = ?3
      """)

  static let engagement = ChangedRows(
    kind: "engagement",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'engagement', creator_no, base || ' ' || day || ' ' || nth, json_object('base',
        base, 'day', day, 'nth', nth, 'rate_bp', rate_bp, 'source', source, 'change_no',
        change_no)
      FROM engagement_fact WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM engagement_fact WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM engagement_fact WHERE (creator_no, base, day, nth) IN
        (SELECT creator_no, became ->> 'base', became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'engagement' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO engagement_fact (creator_no, base, day, nth, rate_bp, source,
        change_no)
      SELECT creator_no, was ->> 'base', was ->> 'day', was ->> 'nth', was ->> 'rate_bp', was
        ->> 'source', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'engagement' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO engagement_fact (creator_no, base, day, nth, rate_bp, source, change_no)
      SELECT ?2, base, day, row_number() OVER (PARTITION BY base, day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM engagement_fact AS k WHERE k.creator_no = ?2
          AND k.base = o.base AND k.day = o.day)
          - count(*) OVER (PARTITION BY base, day), 0),
        rate_bp, source, ?1
      FROM engagement_fact AS o WHERE creator_no = ?3
      """)

  static let metric = ChangedRows(
    kind: "metric",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'metric', creator_no, day || ' ' || nth || ' ' || metric, json_object('metric',
        metric, 'day', day, 'nth', nth, 'value', value, 'source', source, 'change_no',
        change_no)
      FROM metric_fact WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM metric_fact WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM metric_fact WHERE (creator_no, metric, day, nth) IN
        (SELECT creator_no, became ->> 'metric', became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'metric' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO metric_fact (creator_no, metric, day, nth, value, source, change_no)
      SELECT creator_no, was ->> 'metric', was ->> 'day', was ->> 'nth', was ->> 'value', was
        ->> 'source', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'metric' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO metric_fact (creator_no, metric, day, nth, value, source, change_no)
      SELECT ?2, metric, day, row_number() OVER (PARTITION BY metric, day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM metric_fact AS k WHERE k.creator_no = ?2
          AND k.metric = o.metric AND k.day = o.day)
          - count(*) OVER (PARTITION BY metric, day), 0),
        value, source, ?1
      FROM metric_fact AS o WHERE creator_no = ?3
      """)

  static let quote = ChangedRows(
    kind: "quote",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'quote', creator_no, format || ' ' || day || ' ' || nth, json_object('format',
        format, 'day', day, 'nth', nth, 'price_fen', price_fen, 'valid_until_day',
        valid_until_day, 'source', source, 'change_no', change_no)
      FROM quote WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM quote WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM quote WHERE (creator_no, format, day, nth) IN
        (SELECT creator_no, became ->> 'format', became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'quote' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO quote (creator_no, format, day, nth, price_fen, valid_until_day,
        source, change_no)
      SELECT creator_no, was ->> 'format', was ->> 'day', was ->> 'nth', was ->> 'price_fen',
        was ->> 'valid_until_day', was ->> 'source', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'quote' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO quote (creator_no, format, day, nth, price_fen, valid_until_day, source,
        change_no)
      SELECT ?2, format, day, row_number() OVER (PARTITION BY format, day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM quote AS k WHERE k.creator_no = ?2
          AND k.format = o.format AND k.day = o.day)
          - count(*) OVER (PARTITION BY format, day), 0),
        price_fen, valid_until_day, source, ?1
      FROM quote AS o WHERE creator_no = ?3
      """)

  static let rating = ChangedRows(
    kind: "rating",
    keep: """
      INSERT INTO change_before (change_no, kind, creator_no, item, was)
      SELECT ?1, 'rating', creator_no, day || ' ' || nth || ' ' || rater, json_object('rater',
        rater, 'day', day, 'nth', nth, 'stars', stars, 'verdict', verdict, 'ceiling_fen',
        ceiling_fen, 'comment', comment, 'change_no', change_no)
      FROM rating WHERE creator_no BETWEEN ?2 AND ?3
        AND (?4 IS NULL OR change_no = ?4) AND change_no IS NOT ?1
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET was = excluded.was
      """,
    remove: """
      DELETE FROM rating WHERE creator_no BETWEEN ?1 AND ?2
        AND (?3 IS NULL OR change_no = ?3)
      """,
    take: """
      DELETE FROM rating WHERE (creator_no, rater, day, nth) IN
        (SELECT creator_no, became ->> 'rater', became ->> 'day', became ->> 'nth'
          FROM change_before WHERE change_no = ?1 AND kind = 'rating' AND became IS NOT NULL)
      """,
    bring: """
      INSERT OR IGNORE INTO rating (creator_no, rater, day, nth, stars, verdict, ceiling_fen,
        comment, change_no)
      SELECT creator_no, was ->> 'rater', was ->> 'day', was ->> 'nth', was ->> 'stars', was ->>
        'verdict', was ->> 'ceiling_fen', was ->> 'comment', was ->> 'change_no'
      FROM change_before WHERE change_no = ?1 AND kind = 'rating' AND was IS NOT NULL
      ORDER BY creator_no
      """,
    move: """
      INSERT INTO rating (creator_no, rater, day, nth, stars, verdict, ceiling_fen, comment,
        change_no)
      SELECT ?2, rater, day, row_number() OVER (PARTITION BY rater, day ORDER BY nth) - 1
        + ifnull((SELECT min(k.nth) FROM rating AS k WHERE k.creator_no = ?2
          AND k.rater = o.rater AND k.day = o.day)
          - count(*) OVER (PARTITION BY rater, day), 0),
        stars, verdict, ceiling_fen, comment, ?1
      FROM rating AS o WHERE creator_no = ?3
      """)
}
