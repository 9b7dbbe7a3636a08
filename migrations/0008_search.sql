-- Finding creators by parts of their names. All of this is derived from creator: it may be emptied at any
-- time, and is filled again by the next search that needs it.

-- Which creators have a token: two Chinese signs, three Latin letters, how two signs are read, and so on.
-- A segment is 131,072 creators; numbers are their distances from one to the next within it.
CREATE TABLE search_posting (
  segment INTEGER NOT NULL,
  token INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY (segment, token)
) STRICT, WITHOUT ROWID;

-- Creators up to upto_no are in the postings as they were; those that changed since are listed, and searches
-- look at them one by one, as at those above upto_no. version is of the rules that made the tokens.
CREATE TABLE search_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL,
  upto_no INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (one, version, upto_no) VALUES (1, 0, 0);

CREATE TABLE search_changed (creator_no INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER search_renamed AFTER UPDATE OF creator_id, nickname, red_id, merged_into ON creator
WHEN (OLD.nickname <> NEW.nickname OR OLD.red_id IS NOT NEW.red_id
    OR OLD.merged_into IS NOT NEW.merged_into OR OLD.creator_id <> NEW.creator_id)
  AND OLD.creator_no <= (SELECT upto_no FROM search_state)
BEGIN INSERT OR IGNORE INTO search_changed VALUES (OLD.creator_no); END;

CREATE TRIGGER search_removed AFTER DELETE ON creator
WHEN OLD.creator_no <= (SELECT upto_no FROM search_state)
BEGIN INSERT OR IGNORE INTO search_changed VALUES (OLD.creator_no); END;

CREATE INDEX creator_tag_by_tag ON creator_tag (tag);
