-- What a dollar costs, what MCNs take, and the fapiao of orders. None of it is part of the ledger: it is shown
-- beside what the ledger says.

CREATE TABLE usd_rate (
  from_date TEXT PRIMARY KEY CHECK (from_date GLOB '????-??-??'),
  cny_per_usd TEXT NOT NULL CHECK (cny_per_usd <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE mcn_share (
  mcn TEXT NOT NULL CHECK (mcn <> ''),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
  note TEXT,
  PRIMARY KEY (mcn, from_date)
) STRICT, WITHOUT ROWID;

-- The newest row of an order counts; the older ones stay.
CREATE TABLE order_fapiao (
  order_id TEXT NOT NULL REFERENCES orders,
  nth INTEGER NOT NULL CHECK (nth > 0),
  fapiao_no TEXT CHECK (fapiao_no <> ''),
  fapiao_date TEXT CHECK (fapiao_date <> ''),
  tax_note TEXT CHECK (tax_note <> ''),
  noted_utc INTEGER NOT NULL,
  noted_by TEXT NOT NULL,
  PRIMARY KEY (order_id, nth)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_fapiao AS
SELECT order_id, fapiao_no, fapiao_date, tax_note,
  datetime(noted_utc + 28800, 'unixepoch') AS noted_at_shanghai, noted_by
FROM order_fapiao AS f
WHERE nth = (SELECT max(nth) FROM order_fapiao WHERE order_id = f.order_id);
