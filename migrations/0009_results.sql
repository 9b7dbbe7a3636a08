-- What came of notes: dated snapshots as they were read, never overwritten. Days are Shanghai's, money in
-- fen. A snapshot counts from the note's publication through its day; the newest is the current one.

CREATE TABLE result_import (
  import_no INTEGER PRIMARY KEY AUTOINCREMENT,
  at_utc INTEGER NOT NULL,
  actor TEXT NOT NULL,
  file TEXT NOT NULL CHECK (file <> ''),
  layout TEXT NOT NULL CHECK (layout <> ''),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  added INTEGER NOT NULL CHECK (added >= 0)
) STRICT;

-- Without a note_id a row stands for all notes of its order, of which only an order report tells; it is
-- left out as soon as a note of the order is known. The creator is whoever has the user id, else the
-- order's. campaign is what an import said; the order's own goes before it. newest_day and newest_nth
-- point to the newest snapshot, kept by triggers: a report over all notes finds each in one seek.
CREATE TABLE note (
  note_no INTEGER PRIMARY KEY,
  note_id TEXT UNIQUE CHECK (note_id <> ''),
  order_id TEXT CHECK (order_id <> ''),
  user_id TEXT,
  nickname TEXT,
  title TEXT,
  link TEXT,
  format TEXT CHECK (format IN ('image', 'video')),
  published_day INTEGER,
  campaign TEXT CHECK (campaign <> ''),
  note_count INTEGER CHECK (note_count >= 0),
  newest_day INTEGER,
  newest_nth INTEGER,
  CHECK (note_id IS NOT NULL OR order_id IS NOT NULL)
) STRICT;
CREATE INDEX note_by_order ON note (order_id, note_id) WHERE order_id IS NOT NULL;
CREATE UNIQUE INDEX note_of_order_alone ON note (order_id) WHERE note_id IS NULL;
CREATE INDEX note_by_user ON note (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX note_by_campaign ON note (campaign) WHERE campaign IS NOT NULL;

-- Promoted is 推广, heated 加热; natural is what the file itself states. cost_fen is what the brand paid
-- where the file says that instead of quote and fee. nth tells apart what was said of one day; what a source
-- doesn't say is as it was said before of that day.
CREATE TABLE note_snapshot (
  note_no INTEGER NOT NULL REFERENCES note,
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  impressions INTEGER CHECK (impressions >= 0),
  reads INTEGER CHECK (reads >= 0),
  interactions INTEGER CHECK (interactions >= 0),
  likes INTEGER CHECK (likes >= 0),
  collects INTEGER CHECK (collects >= 0),
  comments INTEGER CHECK (comments >= 0),
  shares INTEGER CHECK (shares >= 0),
  follows INTEGER CHECK (follows >= 0),
  promoted_impressions INTEGER CHECK (promoted_impressions >= 0),
  heated_impressions INTEGER CHECK (heated_impressions >= 0),
  natural_impressions INTEGER CHECK (natural_impressions >= 0),
  promoted_reads INTEGER CHECK (promoted_reads >= 0),
  heated_reads INTEGER CHECK (heated_reads >= 0),
  natural_reads INTEGER CHECK (natural_reads >= 0),
  completion_bp INTEGER CHECK (completion_bp >= 0),
  followers INTEGER CHECK (followers >= 0),
  quote_fen INTEGER CHECK (quote_fen >= 0),
  fee_fen INTEGER CHECK (fee_fen >= 0),
  cost_fen INTEGER CHECK (cost_fen >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  import_no INTEGER NOT NULL REFERENCES result_import,
  PRIMARY KEY (note_no, day, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_snapshot_by_import ON note_snapshot (import_no);

-- What ads on a note cost and did. span 'total' counts from the beginning through the day, 'day' that day
-- alone; what stands is the newest total and the days behind it. format 'all' where the file has no other.
CREATE TABLE ad_snapshot (
  note_no INTEGER NOT NULL REFERENCES note,
  format TEXT NOT NULL CHECK (format <> ''),
  span TEXT NOT NULL CHECK (span IN ('day', 'total')),
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  spend_fen INTEGER NOT NULL CHECK (spend_fen >= 0),
  impressions INTEGER CHECK (impressions >= 0),
  clicks INTEGER CHECK (clicks >= 0),
  interactions INTEGER CHECK (interactions >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  import_no INTEGER NOT NULL REFERENCES result_import,
  PRIMARY KEY (note_no, format, span, day, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX ad_snapshot_by_import ON ad_snapshot (import_no);

-- Orders of customers and what they brought in, and searches for the brand. '' where a row names none.
CREATE TABLE conversion (
  day INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel <> ''),
  note_id TEXT NOT NULL,
  creator TEXT NOT NULL,
  campaign TEXT NOT NULL,
  nth INTEGER NOT NULL,
  order_count INTEGER NOT NULL CHECK (order_count >= 0),
  revenue_fen INTEGER NOT NULL CHECK (revenue_fen >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  import_no INTEGER NOT NULL REFERENCES result_import,
  PRIMARY KEY (day, channel, note_id, creator, campaign, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_count (
  day INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  campaign TEXT NOT NULL,
  nth INTEGER NOT NULL,
  searches INTEGER NOT NULL CHECK (searches >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  import_no INTEGER NOT NULL REFERENCES result_import,
  PRIMARY KEY (day, keyword, campaign, nth)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER note_snapshot_added AFTER INSERT ON note_snapshot
BEGIN
  UPDATE note SET newest_day = NEW.day, newest_nth = NEW.nth WHERE note_no = NEW.note_no
    AND (newest_day IS NULL OR (newest_day, newest_nth) < (NEW.day, NEW.nth));
END;
CREATE TRIGGER note_snapshot_forgotten AFTER DELETE ON note_snapshot
BEGIN
  UPDATE note SET (newest_day, newest_nth) = (SELECT day, nth FROM note_snapshot
    WHERE note_no = OLD.note_no ORDER BY day DESC, nth DESC LIMIT 1) WHERE note_no = OLD.note_no;
END;

CREATE TRIGGER note_snapshot_kept BEFORE UPDATE ON note_snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots stay as they were read'); END;
CREATE TRIGGER ad_snapshot_kept BEFORE UPDATE ON ad_snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots stay as they were read'); END;
CREATE TRIGGER conversion_kept BEFORE UPDATE ON conversion
BEGIN SELECT RAISE(ABORT, 'conversions stay as they were read'); END;
CREATE TRIGGER search_count_kept BEFORE UPDATE ON search_count
BEGIN SELECT RAISE(ABORT, 'searches stay as they were read'); END;

-- What of ads stands of each note and format: the newest total and the days behind it.
CREATE VIEW ad_standing AS
SELECT note_no, format, spend_fen, impressions, clicks, interactions, day
FROM ad_snapshot AS a
WHERE nth = (SELECT max(nth) FROM ad_snapshot AS b WHERE b.note_no = a.note_no
    AND b.format = a.format AND b.span = a.span AND b.day = a.day)
  AND ifnull((SELECT max(day) FROM ad_snapshot AS b WHERE b.note_no = a.note_no
    AND b.format = a.format AND b.span = 'total'), -1000000000) <= iif(span = 'total', day, day - 1);

-- The same summed up, each count with the spend on the ads of which it is known.
CREATE VIEW ad_sums AS
SELECT note_no, sum(spend_fen) AS spend_fen, sum(impressions) AS impressions,
  sum(spend_fen) FILTER (WHERE impressions IS NOT NULL) AS impressions_spend_fen,
  sum(clicks) AS clicks, sum(spend_fen) FILTER (WHERE clicks IS NOT NULL) AS clicks_spend_fen,
  sum(interactions) AS interactions,
  sum(spend_fen) FILTER (WHERE interactions IS NOT NULL) AS interactions_spend_fen
FROM ad_standing GROUP BY note_no;

-- Each note as it stands: its newest snapshot, whose it is, and what its order cost. The quote and fee of an
-- order in the books go before what a file states. place and places: which of the order's notes it is, and
-- of how many.
CREATE VIEW note_of_order AS
SELECT n.note_no, n.note_id, n.order_id,
  coalesce(u.merged_into, u.creator_no, oc.merged_into, oc.creator_no) AS creator_no,
  n.user_id, n.nickname, ifnull(o.campaign, n.campaign) AS campaign, n.title, n.link,
  ifnull(n.format, o.format) AS format, n.published_day, o.booked_day, s.day, s.impressions, s.reads,
  s.interactions, s.likes, s.collects, s.comments, s.shares, s.follows, s.promoted_impressions,
  s.heated_impressions, s.natural_impressions, s.promoted_reads, s.heated_reads, s.natural_reads,
  s.completion_bp, ifnull(s.followers, (SELECT t.followers FROM note_snapshot AS t
    WHERE t.note_no = n.note_no AND t.followers IS NOT NULL ORDER BY t.day DESC, t.nth DESC LIMIT 1))
    AS followers,
  CASE WHEN o.order_id IS NULL THEN ifnull(s.cost_fen, s.quote_fen + s.fee_fen)
    WHEN o.status = 'cancelled' AND o.paid_day IS NULL THEN 0
    ELSE o.quote_fen - o.refunds_fen + o.adjusted_quote_fen
      + ((o.quote_fen - o.refunds_fen) * o.brand_bp + 5000) / 10000
      + o.kept_brand_fee_fen + o.adjusted_brand_fee_fen
  END AS order_cost_fen,
  iif(o.order_id IS NULL, s.source, 'books') AS cost_source, s.source,
  iif(n.order_id IS NULL OR n.note_id IS NULL, 1, (SELECT count(note_id) FROM note AS m
    WHERE m.order_id = n.order_id)) AS places,
  iif(n.order_id IS NULL OR n.note_id IS NULL, 1, (SELECT count(note_id) FROM note AS m
    WHERE m.order_id = n.order_id AND m.note_no <= n.note_no)) AS place
FROM note AS n
  LEFT JOIN note_snapshot AS s ON s.note_no = n.note_no
    AND s.day = n.newest_day AND s.nth = n.newest_nth
  LEFT JOIN orders AS o ON o.order_id = n.order_id
  LEFT JOIN creator AS u ON u.user_id = n.user_id
  LEFT JOIN creator AS oc ON oc.creator_no = o.creator_no
WHERE n.note_id IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL);

-- The same with each note's part of its order's cost; the parts sum up to the cost exactly.
CREATE VIEW note_standing AS
SELECT note_no, note_id, order_id, creator_no, user_id, nickname, campaign, title, link, format,
  published_day, booked_day, day, impressions, reads, interactions, likes, collects, comments, shares,
  follows, promoted_impressions, heated_impressions, natural_impressions, promoted_reads, heated_reads,
  natural_reads, completion_bp, followers,
  iif(places = 1, order_cost_fen, order_cost_fen * place / places
    - order_cost_fen * (place - 1) / places) AS cost_fen, cost_source, source
FROM note_of_order;

-- What other tools read. cost is the brand's: quote and service fee, split where an order has more notes.

CREATE VIEW v_note AS
SELECT note_id, order_id, campaign, creator_id, ifnull(c.nickname, n.nickname) AS nickname, title, link,
  format, date(published_day * 86400, 'unixepoch') AS published_on,
  date(day * 86400, 'unixepoch') AS as_of, impressions, reads, interactions, likes, collects, comments,
  shares, follows, promoted_impressions, heated_impressions,
  iif(ifnull(promoted_impressions, heated_impressions) IS NULL, natural_impressions,
    max(0, impressions - ifnull(promoted_impressions, 0) - ifnull(heated_impressions, 0)))
    AS organic_impressions,
  promoted_reads, heated_reads,
  iif(ifnull(promoted_reads, heated_reads) IS NULL, natural_reads,
    max(0, reads - ifnull(promoted_reads, 0) - ifnull(heated_reads, 0))) AS organic_reads,
  completion_bp / 100.0 AS completion_percent, followers,
  iif(cost_fen IS NULL, NULL, printf('%d.%02d', cost_fen / 100, cost_fen % 100)) AS cost_yuan,
  cost_source, source
FROM note_standing AS n LEFT JOIN creator AS c USING (creator_no);

CREATE VIEW v_note_snapshot AS
SELECT note_id, order_id, date(day * 86400, 'unixepoch') AS day, impressions, reads, interactions, likes,
  collects, comments, shares, follows, promoted_impressions, heated_impressions, natural_impressions,
  promoted_reads, heated_reads, natural_reads, completion_bp / 100.0 AS completion_percent, followers,
  iif(quote_fen IS NULL, NULL, printf('%d.%02d', quote_fen / 100, quote_fen % 100)) AS quote_yuan,
  iif(fee_fen IS NULL, NULL, printf('%d.%02d', fee_fen / 100, fee_fen % 100)) AS fee_yuan,
  iif(cost_fen IS NULL, NULL, printf('%d.%02d', cost_fen / 100, cost_fen % 100)) AS cost_yuan,
  source, import_no
FROM note_snapshot JOIN note USING (note_no);

CREATE VIEW v_ad AS
SELECT note_id, a.format, printf('%d.%02d', sum(spend_fen) / 100, sum(spend_fen) % 100) AS spend_yuan,
  sum(impressions) AS impressions, sum(clicks) AS clicks, sum(interactions) AS interactions,
  date(max(day) * 86400, 'unixepoch') AS as_of
FROM ad_standing AS a JOIN note USING (note_no) GROUP BY note_no, a.format;

-- What was said last of each day.
CREATE VIEW conversion_standing AS
SELECT day, channel, note_id, creator, campaign, order_count, revenue_fen, source
FROM conversion AS c WHERE nth = (SELECT max(nth) FROM conversion AS d WHERE d.day = c.day
  AND d.channel = c.channel AND d.note_id = c.note_id AND d.creator = c.creator
  AND d.campaign = c.campaign);

CREATE VIEW v_conversion AS
SELECT date(day * 86400, 'unixepoch') AS day, channel, nullif(note_id, '') AS note_id,
  nullif(creator, '') AS creator, nullif(campaign, '') AS campaign, order_count AS orders,
  printf('%d.%02d', revenue_fen / 100, revenue_fen % 100) AS revenue_yuan, source
FROM conversion_standing;

CREATE VIEW search_standing AS
SELECT day, keyword, campaign, searches, source
FROM search_count AS c WHERE nth = (SELECT max(nth) FROM search_count AS d WHERE d.day = c.day
  AND d.keyword = c.keyword AND d.campaign = c.campaign);

CREATE VIEW v_search AS
SELECT date(day * 86400, 'unixepoch') AS day, nullif(keyword, '') AS keyword,
  nullif(campaign, '') AS campaign, searches, source
FROM search_standing;
