-- The chain over the journal: every entry carries the hash of itself and of the one before it. The
-- program gives the entries of an older book theirs when it runs this step.

CREATE TRIGGER journal_hashed BEFORE INSERT ON journal
WHEN NEW.hash IS NULL
BEGIN SELECT RAISE(ABORT, 'journal entries carry their hash'); END;

-- Closing the books: the newest lock, an entry without an order, names the last day that takes no entries.
CREATE TRIGGER journal_locked BEFORE INSERT ON journal
WHEN NEW.order_id IS NOT NULL AND NEW.day <= (
  SELECT CAST(strftime('%s', value) AS INTEGER) / 86400 FROM journal_field
  WHERE name = 'through' AND seq = (SELECT max(seq) FROM journal WHERE order_id IS NULL))
BEGIN SELECT RAISE(ABORT, 'the books are closed on that day'); END;

CREATE TRIGGER book_kept BEFORE UPDATE ON book
BEGIN SELECT RAISE(ABORT, 'a book keeps its id'); END;
CREATE TRIGGER book_undeleted BEFORE DELETE ON book
BEGIN SELECT RAISE(ABORT, 'a book keeps its id'); END;
