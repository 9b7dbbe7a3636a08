-- Searches order what they find by followers. A search that finds a quarter of a million creators can't look
-- up each, so the newest counts are kept side by side. Derived, as all of search is.

-- Eight bytes a creator of the segment, the lowest first; -1 for none.
CREATE TABLE search_followers (
  segment INTEGER PRIMARY KEY,
  counts BLOB NOT NULL
) STRICT;

-- Creators in there whose counts changed since, or will on a later day: they are looked up.
CREATE TABLE search_recount (creator_no INTEGER PRIMARY KEY) STRICT;

-- The day that the counts are of.
ALTER TABLE search_state ADD COLUMN counted_day INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER search_counted AFTER INSERT ON follower_fact
WHEN NEW.creator_no <= (SELECT upto_no FROM search_state)
BEGIN INSERT OR IGNORE INTO search_recount VALUES (NEW.creator_no); END;

CREATE TRIGGER search_counted_again AFTER UPDATE ON follower_fact
WHEN NEW.creator_no <= (SELECT upto_no FROM search_state)
  OR OLD.creator_no <= (SELECT upto_no FROM search_state)
BEGIN INSERT OR IGNORE INTO search_recount VALUES (OLD.creator_no), (NEW.creator_no); END;

CREATE TRIGGER search_uncounted AFTER DELETE ON follower_fact
WHEN OLD.creator_no <= (SELECT upto_no FROM search_state)
BEGIN INSERT OR IGNORE INTO search_recount VALUES (OLD.creator_no); END;
