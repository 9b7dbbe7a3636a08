-- What a campaign's orders have moved on each day, kept as transfers are added: a list of all campaigns needs
-- no look at the ledger. Transfers are never changed or taken out, so that these sums only grow.

CREATE TABLE campaign_day (
  campaign TEXT NOT NULL,
  day INTEGER NOT NULL,
  committed_fen INTEGER NOT NULL,
  paid_fen INTEGER NOT NULL,
  completed_fen INTEGER NOT NULL,
  PRIMARY KEY (campaign, day)
) STRICT, WITHOUT ROWID;

INSERT INTO campaign_day
SELECT campaign, day, sum(amount_fen * ((debit = 1900) - (credit = 1900))),
  sum(amount_fen * ((debit IN (1110, 1120)) - (credit IN (1110, 1120)))),
  sum(amount_fen * ((debit IN (5000, 5100)) - (credit IN (5000, 5100))))
FROM orders JOIN journal USING (order_id) JOIN transfer USING (seq)
WHERE campaign IS NOT NULL GROUP BY campaign, day;

CREATE TRIGGER transfer_of_campaign AFTER INSERT ON transfer
WHEN NEW.debit IN (1110, 1120, 1900, 5000, 5100) OR NEW.credit IN (1110, 1120, 1900, 5000, 5100)
BEGIN
  INSERT INTO campaign_day
  SELECT campaign, day, NEW.amount_fen * ((NEW.debit = 1900) - (NEW.credit = 1900)),
    NEW.amount_fen * ((NEW.debit IN (1110, 1120)) - (NEW.credit IN (1110, 1120))),
    NEW.amount_fen * ((NEW.debit IN (5000, 5100)) - (NEW.credit IN (5000, 5100)))
  FROM journal JOIN orders USING (order_id) WHERE seq = NEW.seq AND campaign IS NOT NULL
  ON CONFLICT (campaign, day) DO UPDATE SET
    committed_fen = committed_fen + excluded.committed_fen,
    paid_fen = paid_fen + excluded.paid_fen, completed_fen = completed_fen + excluded.completed_fen;
END;

-- With the day an order was booked, so that how many a campaign had by a day is counted in the index.
DROP INDEX orders_by_campaign;
CREATE INDEX orders_by_campaign ON orders (campaign, booked_day) WHERE campaign IS NOT NULL;

-- Notes as they stand, again: what a report over all of them asks of each note is asked only where it matters,
-- the order's creator where no user id is known, and who shares an order's cost where somebody does.
DROP VIEW v_note;
DROP VIEW note_standing;
DROP VIEW note_of_order;
DROP VIEW ad_sums;

CREATE VIEW note_of_order AS
SELECT n.note_no, n.note_id, n.order_id,
  coalesce(u.merged_into, u.creator_no, (SELECT ifnull(merged_into, oc.creator_no)
    FROM creator AS oc WHERE oc.creator_no = o.creator_no)) AS creator_no,
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
  n.order_id IS NOT NULL AND n.note_id IS NOT NULL AND EXISTS (SELECT 1 FROM note AS m
    WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL AND m.note_no <> n.note_no) AS is_shared,
  (SELECT count(note_id) FROM note AS m WHERE m.order_id = n.order_id) AS places,
  (SELECT count(note_id) FROM note AS m WHERE m.order_id = n.order_id
    AND m.note_no <= n.note_no) AS place
FROM note AS n
  LEFT JOIN note_snapshot AS s ON s.note_no = n.note_no
    AND s.day = n.newest_day AND s.nth = n.newest_nth
  LEFT JOIN orders AS o ON o.order_id = n.order_id
  LEFT JOIN creator AS u ON u.user_id = n.user_id
WHERE n.note_id IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL);

CREATE VIEW note_standing AS
SELECT note_no, note_id, order_id, creator_no, user_id, nickname, campaign, title, link, format,
  published_day, booked_day, day, impressions, reads, interactions, likes, collects, comments, shares,
  follows, promoted_impressions, heated_impressions, natural_impressions, promoted_reads, heated_reads,
  natural_reads, completion_bp, followers,
  iif(is_shared, order_cost_fen * place / places - order_cost_fen * (place - 1) / places,
    order_cost_fen) AS cost_fen, cost_source, source
FROM note_of_order;

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
