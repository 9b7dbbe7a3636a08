-- The book. Money in fen, rates in basis points (1 bp = 0.01 %), days as days since 1970-01-01 in
-- Asia/Shanghai, moments as UTC seconds. Ids of people and orders are text. What changes over time is
-- a dated row, never overwritten; its newest row on or before a day is the value in force that day.

CREATE TABLE book (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  book_id BLOB NOT NULL CHECK (length(book_id) = 16),
  created_utc INTEGER NOT NULL,
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1))
) STRICT;

-- The migrations this book has been through, each with the text that ran: an edited old migration is
-- noticed by comparing the text itself, which no checksum can do better.
CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sql TEXT NOT NULL
) STRICT;

-- Reference data, filled from seed/ and replaceable by the user's own rows.

CREATE TABLE tier (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  name TEXT NOT NULL,
  chinese_name TEXT NOT NULL,
  band TEXT NOT NULL CHECK (band IN ('koc', 'mid', 'head')),
  min_followers INTEGER NOT NULL UNIQUE CHECK (min_followers >= 0),
  usual_fee_low_fen INTEGER NOT NULL CHECK (usual_fee_low_fen >= 0),
  usual_fee_high_fen INTEGER NOT NULL CHECK (usual_fee_high_fen >= usual_fee_low_fen),
  engagement_low_bp INTEGER CHECK (engagement_low_bp >= 0),
  engagement_high_bp INTEGER CHECK (engagement_high_bp >= engagement_low_bp),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  name TEXT NOT NULL,
  chinese_name TEXT NOT NULL,
  premium_low_bp INTEGER NOT NULL CHECK (premium_low_bp >= 0),
  premium_high_bp INTEGER NOT NULL CHECK (premium_high_bp >= premium_low_bp),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT
) STRICT, WITHOUT ROWID;

-- The spellings of a category that lists use; compared in lower case.
CREATE TABLE category_word (
  word TEXT PRIMARY KEY CHECK (word <> ''),
  category TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE fee_rate (
  side TEXT NOT NULL CHECK (side IN ('brand', 'creator')),
  mode TEXT NOT NULL CHECK (mode IN ('standard', 'boosted')),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  rate_bp INTEGER NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT,
  PRIMARY KEY (side, mode, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE ad_benchmark (
  format TEXT NOT NULL CHECK (format <> ''),
  chinese_name TEXT NOT NULL,
  metric TEXT NOT NULL CHECK (metric <> ''),
  low_fen INTEGER NOT NULL CHECK (low_fen >= 0),
  high_fen INTEGER CHECK (high_fen >= low_fen),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT,
  PRIMARY KEY (format, metric)
) STRICT, WITHOUT ROWID;

CREATE TABLE playbook (
  kind TEXT NOT NULL CHECK (kind <> ''),
  key TEXT NOT NULL CHECK (key <> ''),
  step INTEGER NOT NULL CHECK (step > 0),
  lead_with TEXT,
  value_low INTEGER,
  value_high INTEGER CHECK (value_high >= value_low),
  unit TEXT,
  why TEXT NOT NULL CHECK (why <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT,
  PRIMARY KEY (kind, key, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fee_rate_kept BEFORE UPDATE ON fee_rate
BEGIN SELECT RAISE(ABORT, 'fee rates are added, never edited'); END;

-- Creators. creator_no is the short key inside the file; creator_id is the name people use.

CREATE TABLE creator (
  creator_no INTEGER PRIMARY KEY,
  creator_id TEXT NOT NULL UNIQUE CHECK (creator_id <> ''),
  nickname TEXT NOT NULL CHECK (nickname <> ''),
  user_id TEXT UNIQUE CHECK (user_id <> ''),
  red_id TEXT UNIQUE CHECK (red_id <> ''),
  profile_url TEXT,
  city TEXT,
  gender TEXT,
  agency TEXT CHECK (agency <> ''),
  health_level TEXT,
  added_utc INTEGER NOT NULL,
  blocked_day INTEGER,
  blocked_reason TEXT,
  conflict_until_day INTEGER,
  conflict_reason TEXT,
  CHECK ((blocked_day IS NULL) = (blocked_reason IS NULL)),
  CHECK ((conflict_until_day IS NULL) = (conflict_reason IS NULL))
) STRICT;
CREATE INDEX creator_by_nickname ON creator (nickname);
CREATE INDEX creator_by_agency ON creator (agency) WHERE agency IS NOT NULL;

CREATE TABLE creator_category (
  creator_no INTEGER NOT NULL REFERENCES creator,
  category TEXT NOT NULL CHECK (category <> ''),
  PRIMARY KEY (creator_no, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE creator_tag (
  creator_no INTEGER NOT NULL REFERENCES creator,
  tag TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (creator_no, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE creator_contact (
  creator_no INTEGER NOT NULL REFERENCES creator,
  kind TEXT NOT NULL CHECK (kind <> ''),
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (creator_no, kind, value)
) STRICT, WITHOUT ROWID;

-- nth tells apart the rows of one day, in the order they came.

CREATE TABLE creator_note (
  creator_no INTEGER NOT NULL REFERENCES creator,
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  source TEXT NOT NULL,
  PRIMARY KEY (creator_no, day, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE follower_fact (
  creator_no INTEGER NOT NULL REFERENCES creator,
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  followers INTEGER NOT NULL CHECK (followers >= 0),
  source TEXT NOT NULL,
  PRIMARY KEY (creator_no, day, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE engagement_fact (
  creator_no INTEGER NOT NULL REFERENCES creator,
  base TEXT NOT NULL CHECK (base IN ('followers', 'reads')),
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  rate_bp INTEGER NOT NULL CHECK (rate_bp >= 0),
  source TEXT NOT NULL,
  PRIMARY KEY (creator_no, base, day, nth)
) STRICT, WITHOUT ROWID;

-- Medians per note, apart by scene, window and traffic: 'reads.everyday.30d', 'interactions.sponsored.30d', …
CREATE TABLE metric_fact (
  creator_no INTEGER NOT NULL REFERENCES creator,
  metric TEXT NOT NULL CHECK (metric <> ''),
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  source TEXT NOT NULL,
  PRIMARY KEY (creator_no, metric, day, nth)
) STRICT, WITHOUT ROWID;

-- price_fen is net of the brand-side fee; NULL says that the creator no longer offers the format.
CREATE TABLE quote (
  creator_no INTEGER NOT NULL REFERENCES creator,
  format TEXT NOT NULL CHECK (format IN ('image', 'video')),
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  price_fen INTEGER CHECK (price_fen BETWEEN 1 AND 10000000000000),
  valid_until_day INTEGER CHECK (valid_until_day >= day),
  source TEXT NOT NULL,
  PRIMARY KEY (creator_no, format, day, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
  creator_no INTEGER NOT NULL REFERENCES creator,
  rater TEXT NOT NULL CHECK (rater <> ''),
  day INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  stars INTEGER CHECK (stars BETWEEN 1 AND 5),
  verdict TEXT CHECK (verdict IN ('ok', 'price', 'hold', 'no')),
  ceiling_fen INTEGER CHECK (ceiling_fen IS NULL OR (ceiling_fen > 0 AND verdict IS 'price')),
  comment TEXT NOT NULL,
  PRIMARY KEY (creator_no, rater, day, nth),
  CHECK (stars IS NOT NULL OR verdict IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
  import_id INTEGER PRIMARY KEY,
  at_utc INTEGER NOT NULL,
  actor TEXT NOT NULL,
  files TEXT NOT NULL,
  layout TEXT NOT NULL,
  encoding TEXT NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

-- Shortlists, kept as they were decided: nothing here follows later changes of the book.

CREATE TABLE shortlist (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  created_utc INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  request TEXT NOT NULL,
  rules TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('optimal', 'bounded')),
  objective INTEGER NOT NULL,
  bound INTEGER NOT NULL CHECK (bound >= objective),
  budget_fen INTEGER NOT NULL CHECK (budget_fen >= 0),
  spend_fen INTEGER NOT NULL CHECK (spend_fen BETWEEN 0 AND budget_fen)
) STRICT, WITHOUT ROWID;

CREATE TABLE shortlist_pick (
  shortlist TEXT NOT NULL REFERENCES shortlist ON DELETE CASCADE,
  position INTEGER NOT NULL,
  creator_id TEXT NOT NULL,
  nickname TEXT NOT NULL,
  profile_url TEXT,
  format TEXT NOT NULL CHECK (format IN ('image', 'video')),
  tier TEXT NOT NULL,
  band TEXT NOT NULL CHECK (band IN ('koc', 'mid', 'head')),
  followers INTEGER NOT NULL,
  engagement_bp INTEGER,
  rating_sum INTEGER NOT NULL,
  rating_count INTEGER NOT NULL,
  rating_low INTEGER,
  rating_high INTEGER,
  quote_fen INTEGER NOT NULL CHECK (quote_fen >= 0),
  fee_fen INTEGER NOT NULL CHECK (fee_fen >= 0),
  value INTEGER NOT NULL,
  quoted_day INTEGER,
  agency TEXT,
  categories TEXT NOT NULL,
  PRIMARY KEY (shortlist, position),
  UNIQUE (shortlist, creator_id)
) STRICT, WITHOUT ROWID;

-- Orders and the fee books. The journal is the truth: entries, their fields and their transfers are only
-- ever added. journal.hash is the place of a chain over the entries.

CREATE TABLE account (
  account_no INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  books TEXT NOT NULL CHECK (books IN ('brand', 'payout'))
) STRICT;
INSERT INTO account (account_no, name, books) VALUES
  (1000, 'Bank', 'brand'),
  (1110, 'Escrow, quote', 'brand'),
  (1120, 'Escrow, brand fee', 'brand'),
  (1900, 'Commitment', 'brand'),
  (2900, 'Commitment offset', 'brand'),
  (5000, 'Creator quote cost', 'brand'),
  (5100, 'Brand service fee cost', 'brand'),
  (7000, 'Payout gross', 'payout'),
  (7050, 'Pending creator net', 'payout'),
  (7060, 'Pending creator fee', 'payout'),
  (7100, 'Creator or MCN net', 'payout'),
  (7200, 'Creator service fee', 'payout');

-- Where each order stands, kept from the journal so that an event finds it in one seek. order_id is the
-- Pugongying number, or the book's own name for an order that has none.
CREATE TABLE orders (
  order_id TEXT PRIMARY KEY CHECK (order_id <> ''),
  has_number INTEGER NOT NULL CHECK (has_number IN (0, 1)),
  creator_no INTEGER NOT NULL REFERENCES creator,
  format TEXT CHECK (format IN ('image', 'video')),
  mode TEXT NOT NULL CHECK (mode IN ('standard', 'boosted')),
  channel TEXT NOT NULL CHECK (channel IN ('pugongying', 'direct')),
  mcn TEXT CHECK (mcn <> ''),
  campaign TEXT CHECK (campaign <> ''),
  booked_day INTEGER NOT NULL,
  paid_day INTEGER,
  status TEXT NOT NULL CHECK (status IN ('booked', 'paid', 'completed', 'cancelled')),
  brand_bp INTEGER NOT NULL CHECK (brand_bp BETWEEN 0 AND 10000),
  creator_bp INTEGER NOT NULL CHECK (creator_bp BETWEEN 0 AND 10000),
  quote_fen INTEGER NOT NULL CHECK (quote_fen BETWEEN 1 AND 10000000000000),
  refunds_fen INTEGER NOT NULL CHECK (refunds_fen BETWEEN 0 AND quote_fen),
  kept_brand_fee_fen INTEGER NOT NULL CHECK (kept_brand_fee_fen >= 0),
  kept_creator_fee_fen INTEGER NOT NULL CHECK (kept_creator_fee_fen >= 0),
  adjusted_quote_fen INTEGER NOT NULL,
  adjusted_brand_fee_fen INTEGER NOT NULL,
  adjusted_creator_fee_fen INTEGER NOT NULL,
  CHECK (status NOT IN ('paid', 'completed') OR paid_day IS NOT NULL),
  CHECK (status <> 'booked' OR paid_day IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_creator ON orders (creator_no);
CREATE VIEW order_with_creator AS
SELECT order_id, has_number, creator_id, format, mode, channel, mcn, campaign, booked_day, paid_day,
  status, brand_bp, creator_bp, quote_fen, refunds_fen, kept_brand_fee_fen, kept_creator_fee_fen,
  adjusted_quote_fen, adjusted_brand_fee_fen, adjusted_creator_fee_fen, nickname
FROM orders JOIN creator USING (creator_no);

-- key is the caller's name of an event: the same event told twice is recorded once.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at_utc INTEGER NOT NULL CHECK (at_utc >= 0),
  day INTEGER NOT NULL CHECK (day = (at_utc + 28800) / 86400),
  recorded_utc INTEGER NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type <> ''),
  order_id TEXT REFERENCES orders,
  reason TEXT NOT NULL,
  key TEXT UNIQUE CHECK (key <> ''),
  corrects_seq INTEGER REFERENCES journal CHECK (corrects_seq < seq),
  hash BLOB CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_by_order ON journal (order_id, seq);

CREATE TABLE journal_field (
  seq INTEGER NOT NULL REFERENCES journal,
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL,
  PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer (
  seq INTEGER NOT NULL REFERENCES journal,
  line INTEGER NOT NULL CHECK (line > 0),
  debit INTEGER NOT NULL REFERENCES account,
  credit INTEGER NOT NULL REFERENCES account,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (seq, line),
  CHECK (debit <> credit)
) STRICT, WITHOUT ROWID;

-- A replacing insert deletes without asking the delete triggers, so inserts are looked at too: an entry
-- is the next one, and only the newest entry gets fields and transfers, each once.

CREATE TRIGGER journal_added BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
  OR EXISTS (SELECT 1 FROM journal WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'journal entries are numbered without gaps, and each key is used once'); END;
CREATE TRIGGER journal_kept BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END;
CREATE TRIGGER journal_undeleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END;

CREATE TRIGGER journal_field_added BEFORE INSERT ON journal_field
WHEN NEW.seq <> (SELECT max(seq) FROM journal)
  OR EXISTS (SELECT 1 FROM journal_field WHERE seq = NEW.seq AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'fields are added once, with their entry'); END;
CREATE TRIGGER journal_field_kept BEFORE UPDATE ON journal_field
BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END;
CREATE TRIGGER journal_field_undeleted BEFORE DELETE ON journal_field
BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END;

CREATE TRIGGER transfer_added BEFORE INSERT ON transfer
WHEN NEW.seq <> (SELECT max(seq) FROM journal)
  OR EXISTS (SELECT 1 FROM transfer WHERE seq = NEW.seq AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'transfers are added once, with their entry'); END;
CREATE TRIGGER transfer_kept BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'transfers are never changed'); END;
CREATE TRIGGER transfer_undeleted BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'transfers are never deleted'); END;

CREATE TRIGGER account_kept BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'the chart of accounts is fixed'); END;
CREATE TRIGGER account_undeleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'the chart of accounts is fixed'); END;

-- What other tools read: days as dates, money in yuan as exact decimal text, rates in percent.

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
);

CREATE VIEW v_followers AS
SELECT creator_id, nickname, date(day * 86400, 'unixepoch') AS day, followers, source
FROM follower_fact JOIN creator USING (creator_no);

CREATE VIEW v_engagement AS
SELECT creator_id, nickname, date(day * 86400, 'unixepoch') AS day, rate_bp / 100.0 AS rate_percent,
  base, source
FROM engagement_fact JOIN creator USING (creator_no);

CREATE VIEW v_quote AS
SELECT creator_id, nickname, format, iif(price_fen IS NULL, NULL, printf('%d.%02d', price_fen / 100, price_fen % 100)) AS price_yuan,
  date(day * 86400, 'unixepoch') AS quoted_on,
  date(valid_until_day * 86400, 'unixepoch') AS valid_until, source
FROM quote JOIN creator USING (creator_no);

CREATE VIEW v_rating AS
SELECT creator_id, nickname, rater, date(day * 86400, 'unixepoch') AS day, stars, verdict,
  iif(ceiling_fen IS NULL, NULL, printf('%d.%02d', ceiling_fen / 100, ceiling_fen % 100)) AS ceiling_yuan, comment
FROM rating JOIN creator USING (creator_no);

CREATE VIEW v_shortlist_pick AS
SELECT shortlist, position, creator_id, nickname, format, tier, band, followers,
  engagement_bp / 100.0 AS engagement_percent,
  printf('%d.%02d', quote_fen / 100, quote_fen % 100) AS quote_yuan,
  printf('%d.%02d', fee_fen / 100, fee_fen % 100) AS fee_yuan,
  printf('%d.%02d', (quote_fen + fee_fen) / 100, (quote_fen + fee_fen) % 100) AS cost_yuan,
  value, agency
FROM shortlist_pick;

CREATE VIEW v_order AS
SELECT order_id, creator_id, nickname, mcn, campaign, format, mode, channel, status,
  date(booked_day * 86400, 'unixepoch') AS booked_on,
  date(paid_day * 86400, 'unixepoch') AS paid_on,
  printf('%d.%02d', quote_fen / 100, quote_fen % 100) AS quote_yuan,
  printf('%d.%02d', refunds_fen / 100, refunds_fen % 100) AS refunds_yuan,
  brand_bp / 100.0 AS brand_fee_percent,
  creator_bp / 100.0 AS creator_fee_percent
FROM order_with_creator;

CREATE VIEW v_transfer AS
SELECT seq, line, date(day * 86400, 'unixepoch') AS day, type, order_id, actor, reason, debit, credit,
  printf('%d.%02d', amount_fen / 100, amount_fen % 100) AS amount_yuan
FROM transfer JOIN journal USING (seq);
