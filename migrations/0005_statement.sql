-- Pugongying's own statements of a quarter, as they were read. Those that were given together carry one
-- number, given_no; of a quarter and a kind, the newest given stand beside the books in an audit.

CREATE TABLE statement (
  statement_no INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('orders', 'notes')),
  quarter TEXT NOT NULL CHECK (quarter <> ''),
  first_day INTEGER NOT NULL,
  file TEXT NOT NULL CHECK (file <> ''),
  sheet TEXT NOT NULL,
  as_of_day INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  kept_utc INTEGER NOT NULL,
  kept_by TEXT NOT NULL,
  given_no INTEGER NOT NULL CHECK (given_no > 0),
  UNIQUE (first_day, sha256, sheet)
) STRICT;

-- line_row is the row of the sheet or the line of the text; line_no is what the statement itself counts.
CREATE TABLE statement_line (
  statement_no INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  line_row INTEGER NOT NULL CHECK (line_row > 0),
  line_no INTEGER,
  order_id TEXT NOT NULL CHECK (order_id <> ''),
  quote_fen INTEGER NOT NULL,
  fee_fen INTEGER,
  mode TEXT NOT NULL CHECK (mode IN ('standard', 'boosted')),
  campaign TEXT,
  created_day INTEGER,
  completed_day INTEGER,
  published_day INTEGER,
  user_id TEXT,
  nickname TEXT,
  PRIMARY KEY (statement_no, line_row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER statement_line_kept BEFORE UPDATE ON statement_line
BEGIN SELECT RAISE(ABORT, 'lines of a statement stay as they were read'); END;

CREATE VIEW v_statement_line AS
SELECT statement_no, kind, quarter, file, line_row, order_id,
  printf('%d.%02d', quote_fen / 100, quote_fen % 100) AS quote_yuan,
  iif(fee_fen IS NULL, NULL, printf('%d.%02d', fee_fen / 100, fee_fen % 100)) AS fee_yuan,
  mode, campaign, date(created_day * 86400, 'unixepoch') AS created_on,
  date(completed_day * 86400, 'unixepoch') AS completed_on,
  date(published_day * 86400, 'unixepoch') AS published_on, user_id, nickname
FROM statement_line JOIN statement USING (statement_no);
