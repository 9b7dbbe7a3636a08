-- What A-list celebrities ask, for books from before: as shipped, and a person's own row stays.

INSERT OR IGNORE INTO playbook (kind, key, step, lead_with, value_low, value_high, unit, why, source,
  as_of, note) VALUES
  ('effect', 'a_list', 9, 'top', 50000000, NULL, 'fen', 'A-list celebrities ask more than 500000 yuan a note.', '[X] Xiaohongshu Ads vs KOL Marketing: Which Delivers Better ROI? (AllXHS)', '2026-11-23', 'No upper end is given.');
