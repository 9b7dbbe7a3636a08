-- What campaign reports need of the playbook, for books from before: as shipped, and a person's own stay. And
-- the indexes by which a campaign's own conversions and searches are found.

CREATE INDEX conversion_by_campaign ON conversion (campaign, note_id);
CREATE INDEX search_by_campaign ON search_count (campaign, keyword);

INSERT OR IGNORE INTO playbook (kind, key, step, lead_with, value_low, value_high, unit, why, source,
  as_of, note) VALUES
  ('channel', 'kol', 1, 'kol koc k 达人 博主 素人 笔记 种草 达人笔记 达人种草', NULL, NULL, NULL, 'K: customers who came by a creator''s note.', 'kolbook''s reporting default', '2026-11-23', NULL),
  ('channel', 'feed', 2, 'feed f 信息流 信息流广告 聚光信息流', NULL, NULL, NULL, 'F: customers who came by a feed ad.', 'kolbook''s reporting default', '2026-11-23', NULL),
  ('channel', 'search', 3, 'search s 搜索 搜索广告 聚光搜索', NULL, NULL, NULL, 'S: customers who came by a search ad.', 'kolbook''s reporting default', '2026-11-23', NULL),
  ('channel', 'splash', 4, 'splash 开屏 开屏广告', NULL, NULL, NULL, 'Customers who came by a splash ad.', 'kolbook''s reporting default', '2026-11-23', NULL),
  ('channel', 'shop', 5, 'shop store 店铺 商城 小红书店铺 自然成交', NULL, NULL, NULL, 'Customers who came to the shop by themselves.', 'kolbook''s reporting default', '2026-11-23', NULL),
  ('timing', 'search_base', 5, NULL, 14, 14, 'days', 'Searches are measured by the average day of so many days before a campaign.', 'kolbook''s reporting default', '2026-11-23', NULL);
