-- Campaigns: what a brand spends its budget on, and what everything else hangs on by its name. An order may
-- name a campaign that has no card here. Objective and stage are keys of the playbook in force.

CREATE TABLE campaign (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  brand TEXT NOT NULL CHECK (brand <> ''),
  product TEXT CHECK (product <> ''),
  category TEXT CHECK (category <> ''),
  objective TEXT NOT NULL CHECK (objective <> ''),
  stage TEXT NOT NULL CHECK (stage <> ''),
  first_day INTEGER,
  last_day INTEGER CHECK (last_day >= first_day),
  budget_fen INTEGER NOT NULL CHECK (budget_fen BETWEEN 1 AND 10000000000000),
  note TEXT CHECK (note <> ''),
  created_utc INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  CHECK ((first_day IS NULL) = (last_day IS NULL))
) STRICT, WITHOUT ROWID;

ALTER TABLE shortlist ADD COLUMN campaign TEXT REFERENCES campaign;
CREATE INDEX shortlist_by_campaign ON shortlist (campaign) WHERE campaign IS NOT NULL;
CREATE INDEX orders_by_campaign ON orders (campaign) WHERE campaign IS NOT NULL;

CREATE VIEW v_campaign AS
SELECT name, brand, product, category, objective, stage,
  date(first_day * 86400, 'unixepoch') AS first_on, date(last_day * 86400, 'unixepoch') AS last_on,
  printf('%d.%02d', budget_fen / 100, budget_fen % 100) AS budget_yuan, note
FROM campaign;
