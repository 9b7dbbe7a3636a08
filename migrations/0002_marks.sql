-- What has been said of a kept list since it was decided: who stays on it, who is not to be on it again.
-- The list itself stays as it was; planning it anew makes a new one.

CREATE TABLE shortlist_mark (
  shortlist TEXT NOT NULL REFERENCES shortlist ON DELETE CASCADE,
  creator_id TEXT NOT NULL CHECK (creator_id <> ''),
  mark TEXT NOT NULL CHECK (mark IN ('locked', 'dropped')),
  PRIMARY KEY (shortlist, creator_id)
) STRICT, WITHOUT ROWID;
