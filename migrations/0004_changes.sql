-- Change sets: what one command changed about creators, so that it can be told and taken back. Orders and
-- the ledger are no part of it. Rows that a set added carry its number; what it overwrote or took away is
-- kept in change_before as it was. Rows without a number are older than this step, or came with an order.

-- A set is open while added is NULL, and only inside the transaction of its command. creator_no is the
-- one creator it is about, NULL for several.
CREATE TABLE change_set (
  change_no INTEGER PRIMARY KEY,
  at_utc INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL CHECK (command <> ''),
  files TEXT,
  layout TEXT,
  encoding TEXT,
  creator_no INTEGER,
  can_undo INTEGER NOT NULL CHECK (can_undo IN (0, 1)),
  undoes INTEGER CHECK (undoes < change_no),
  undone_by INTEGER CHECK (undone_by > change_no),
  added INTEGER CHECK (added >= 0),
  updated INTEGER CHECK (updated >= 0),
  unchanged INTEGER CHECK (unchanged >= 0),
  CHECK ((added IS NULL) = (updated IS NULL) AND (added IS NULL) = (unchanged IS NULL))
) STRICT;

-- Imports from before this step can be told, but what they changed was not kept.
INSERT INTO change_set (change_no, at_utc, actor, command, files, layout, encoding, can_undo, added,
  updated, unchanged)
SELECT import_id, at_utc, actor, 'import ' || replace(files, char(10), ' '), files, layout, encoding, 0,
  added, updated, unchanged
FROM import_run;
DROP TABLE import_run;

-- One row a row that a set overwrote (was and became), took away (became is NULL), or brought back when
-- it undid another set (was is NULL), as JSON objects of its columns; what a set itself added needs no
-- picture. item tells the rows of a kind and creator apart.
CREATE TABLE change_before (
  change_no INTEGER NOT NULL REFERENCES change_set,
  kind TEXT NOT NULL,
  creator_no INTEGER NOT NULL,
  item TEXT NOT NULL,
  was TEXT,
  became TEXT,
  PRIMARY KEY (change_no, kind, creator_no, item),
  CHECK (was IS NOT NULL OR became IS NOT NULL)
) STRICT, WITHOUT ROWID;

ALTER TABLE creator ADD COLUMN change_no INTEGER;
ALTER TABLE creator_category ADD COLUMN change_no INTEGER;
ALTER TABLE creator_tag ADD COLUMN change_no INTEGER;
ALTER TABLE creator_contact ADD COLUMN change_no INTEGER;
ALTER TABLE creator_note ADD COLUMN change_no INTEGER;
ALTER TABLE follower_fact ADD COLUMN change_no INTEGER;
ALTER TABLE engagement_fact ADD COLUMN change_no INTEGER;
ALTER TABLE metric_fact ADD COLUMN change_no INTEGER;
ALTER TABLE quote ADD COLUMN change_no INTEGER;
ALTER TABLE rating ADD COLUMN change_no INTEGER;

-- A creator who turned out to be another one stays as a pointer: its ids keep finding the one that is
-- kept, and orders keep the name that the journal has. It is in no list.
ALTER TABLE creator ADD COLUMN merged_into INTEGER CHECK (merged_into <> creator_no);
CREATE INDEX creator_by_merged_into ON creator (merged_into) WHERE merged_into IS NOT NULL;

-- What other tools read. kept_creator_id is whom the creator of the order is kept under today.

DROP VIEW v_order;
DROP VIEW order_with_creator;
CREATE VIEW order_with_creator AS
SELECT order_id, has_number, c.creator_id, format, mode, channel, mcn, campaign, booked_day, paid_day,
  status, brand_bp, creator_bp, quote_fen, refunds_fen, kept_brand_fee_fen, kept_creator_fee_fen,
  adjusted_quote_fen, adjusted_brand_fee_fen, adjusted_creator_fee_fen,
  ifnull(kept.nickname, c.nickname) AS nickname,
  ifnull(kept.creator_id, c.creator_id) AS kept_creator_id
FROM orders AS o JOIN creator AS c ON c.creator_no = o.creator_no
  LEFT JOIN creator AS kept ON kept.creator_no = c.merged_into;

CREATE VIEW v_order AS
SELECT order_id, kept_creator_id AS creator_id, nickname, mcn, campaign, format, mode, channel, status,
  date(booked_day * 86400, 'unixepoch') AS booked_on,
  date(paid_day * 86400, 'unixepoch') AS paid_on,
  printf('%d.%02d', quote_fen / 100, quote_fen % 100) AS quote_yuan,
  printf('%d.%02d', refunds_fen / 100, refunds_fen % 100) AS refunds_yuan,
  brand_bp / 100.0 AS brand_fee_percent,
  creator_bp / 100.0 AS creator_fee_percent
FROM order_with_creator;

DROP VIEW v_creator;
CREATE VIEW v_creator AS
SELECT creator_id, nickname, user_id, red_id,
  (SELECT code FROM tier WHERE min_followers <= followers ORDER BY min_followers DESC LIMIT 1) AS tier,
  followers, engagement_bp / 100.0 AS engagement_percent,
  iif(image_fen IS NULL, NULL, printf('%d.%02d', image_fen / 100, image_fen % 100)) AS image_quote_yuan,
  iif(video_fen IS NULL, NULL, printf('%d.%02d', video_fen / 100, video_fen % 100)) AS video_quote_yuan,
  agency, city, date(blocked_day * 86400, 'unixepoch') AS blocked_on,
  date(conflict_until_day * 86400, 'unixepoch') AS conflict_until
FROM (
  SELECT *,
    (SELECT followers FROM follower_fact AS f WHERE f.creator_no = c.creator_no AND f.day <= today
      ORDER BY day DESC, nth DESC LIMIT 1) AS followers,
    (SELECT rate_bp FROM engagement_fact AS e WHERE e.creator_no = c.creator_no
      AND base = 'followers' AND e.day <= today ORDER BY day DESC, nth DESC LIMIT 1) AS engagement_bp,
    (SELECT CASE WHEN ifnull(valid_until_day, today) >= today THEN price_fen END FROM quote AS q
      WHERE q.creator_no = c.creator_no AND format = 'image' AND q.day <= today
      ORDER BY day DESC, nth DESC LIMIT 1) AS image_fen,
    (SELECT CASE WHEN ifnull(valid_until_day, today) >= today THEN price_fen END FROM quote AS q
      WHERE q.creator_no = c.creator_no AND format = 'video' AND q.day <= today
      ORDER BY day DESC, nth DESC LIMIT 1) AS video_fen
  FROM creator AS c,
    (SELECT (CAST(strftime('%s', 'now') AS INTEGER) + 28800) / 86400 AS today)
  WHERE merged_into IS NULL
);

CREATE VIEW v_change AS
SELECT change_no, datetime(at_utc + 28800, 'unixepoch') AS at_shanghai, actor, command, added, updated,
  unchanged, undoes, undone_by
FROM change_set;
