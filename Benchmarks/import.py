#!/usr/bin/env python3
"""Times a list of a million creators into an empty book, beside sqlite3 and DuckDB, in one run.

usage: import.py KOLBOOK READTIME [ROWS]    (release builds; the python3 that runs this needs duckdb)

The list has kolbook's own columns: made-up creators with Chinese names, the same for the same number of
rows. Each program ends with the same rows in the same tables under the same keys:

- kolbook imports it: every cell checked, one change set, nothing kept when anything is wrong;
- the sqlite3 shell imports the file into a temporary table and inserts from there into the tables of an
  empty book, with a page cache as large as kolbook's, and checks nothing but what the tables check;
- DuckDB reads it with read_csv and inserts into the same tables with primary keys and unique ids.

READTIME (Benchmarks/Sources/readtime) only reads and checks; beside it DuckDB reads every column on one
thread. Seconds are of the processor; each program runs in a process of its own.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

KOLBOOK, READTIME = (os.path.abspath(path) for path in sys.argv[1:3])
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
COLUMNS = ("creator_id,nickname,followers,engagement_rate,image_fee,video_fee,category,agency,"
           "city").split(",")
HAN = "甜莓小鱼阿白林夏糖豆奶茶月亮星河山野青木南风知秋一二三七言初见晚晴可可"
WORDS = ["美妆", "护肤", "穿搭", "美食", "母婴", "家居", "旅行", "健身", "数码", "宠物"]
CITIES = ["上海", "北京", "广州", "深圳", "杭州", "成都", "武汉", "西安", "长沙", "重庆"]


def make(path):
    some = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(COLUMNS) + "\n")
        for number in range(ROWS):
            name = "".join(some.choice(HAN) for _ in range(some.randrange(2, 7)))
            if number % 1_000 == 0:
                name = f'"{name} ""{number}"""'
            elif number % 50 == 0:
                name = f'"{name}, {number}"'
            elif number % 20 == 1:
                name += "🍑"
            elif number % 3 == 0:
                name += str(number)
            words = some.choice(WORDS)
            if number % 20 == 0:
                words = f'"{words};{some.choice(WORDS)}"'
            price = some.randrange(100, 90_000)
            video = price * 3 // 2 if some.random() < 0.7 else ""
            agency = f"机构{some.randrange(500)}" if some.random() < 0.4 else ""
            file.write(
                f"{some.getrandbits(96):024x},{name},{int(10 ** some.uniform(3, 6.5))},"
                f"{some.randrange(10, 1500) / 100:.2f}%,{price},{video},{words},{agency},"
                f"{some.choice(CITIES)}\n")


RATE = "CAST(round(CAST(rtrim(engagement_rate, '%') AS DOUBLE) * 100) AS BIGINT)"
SQLITE = f"""
.bail on
PRAGMA cache_size = -16384;
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
CREATE TEMP TABLE list ({", ".join(column + " TEXT" for column in COLUMNS)});
BEGIN;
.import --csv --skip 1 --schema temp list.csv list
INSERT INTO change_set (at_utc, actor, command, can_undo, added, updated, unchanged)
  VALUES (0, 'mei', 'import list.csv', 1, {ROWS}, 0, 0);
INSERT INTO creator (creator_no, creator_id, nickname, user_id, city, agency, added_utc, change_no)
  SELECT rowid, creator_id, nickname, creator_id, nullif(city, ''), nullif(agency, ''), 0, 1
  FROM list ORDER BY rowid;
INSERT INTO follower_fact (creator_no, day, nth, followers, source, change_no)
  SELECT rowid, 20000, 0, CAST(followers AS INTEGER), 'list', 1 FROM list ORDER BY rowid;
INSERT INTO engagement_fact (creator_no, base, day, nth, rate_bp, source, change_no)
  SELECT rowid, 'followers', 20000, 0, {RATE.replace("DOUBLE", "REAL").replace("BIGINT", "INTEGER")},
  'list', 1 FROM list ORDER BY rowid;
INSERT INTO quote (creator_no, format, day, nth, price_fen, source, change_no)
  SELECT rowid, 'image', 20000, 0, CAST(image_fee AS INTEGER) * 100, 'list', 1 FROM list
  WHERE image_fee <> ''
  UNION ALL SELECT rowid, 'video', 20000, 0, CAST(video_fee AS INTEGER) * 100, 'list', 1 FROM list
  WHERE video_fee <> '' ORDER BY 1, 2;
INSERT OR IGNORE INTO creator_category (creator_no, category, change_no)
  SELECT rowid, iif(instr(category, ';'), substr(category, 1, instr(category, ';') - 1), category), 1
  FROM list
  UNION ALL SELECT rowid, substr(category, instr(category, ';') + 1), 1 FROM list
  WHERE category LIKE '%;%' ORDER BY 1;
COMMIT;
"""

DUCK = f"""
import duckdb
book = duckdb.connect("other.duckdb")
book.execute("BEGIN")
for table in (
  "creator (creator_no INTEGER PRIMARY KEY, creator_id VARCHAR NOT NULL UNIQUE, "
  "nickname VARCHAR NOT NULL, user_id VARCHAR UNIQUE, city VARCHAR, agency VARCHAR, change_no INTEGER)",
  "follower_fact (creator_no INTEGER, day INTEGER, nth INTEGER, followers BIGINT, source VARCHAR, "
  "change_no INTEGER, PRIMARY KEY (creator_no, day, nth))",
  "engagement_fact (creator_no INTEGER, base VARCHAR, day INTEGER, nth INTEGER, rate_bp BIGINT, "
  "source VARCHAR, change_no INTEGER, PRIMARY KEY (creator_no, base, day, nth))",
  "quote (creator_no INTEGER, format VARCHAR, day INTEGER, nth INTEGER, price_fen BIGINT, "
  "source VARCHAR, change_no INTEGER, PRIMARY KEY (creator_no, format, day, nth))",
  "creator_category (creator_no INTEGER, category VARCHAR, change_no INTEGER, "
  "PRIMARY KEY (creator_no, category))"): book.execute("CREATE TABLE " + table)
for step in (
  "CREATE TEMP TABLE list AS SELECT row_number() OVER () AS no, * FROM read_csv('list.csv')",
  "INSERT INTO creator SELECT no, creator_id, nickname, creator_id, city, agency, 1 FROM list",
  "INSERT INTO follower_fact SELECT no, 20000, 0, followers, 'list', 1 FROM list",
  "INSERT INTO engagement_fact SELECT no, 'followers', 20000, 0, {RATE}, 'list', 1 FROM list",
  "INSERT INTO quote SELECT no, 'image', 20000, 0, image_fee * 100, 'list', 1 FROM list "
  "WHERE image_fee IS NOT NULL",
  "INSERT INTO quote SELECT no, 'video', 20000, 0, video_fee * 100, 'list', 1 FROM list "
  "WHERE video_fee IS NOT NULL",
  "INSERT INTO creator_category SELECT DISTINCT no, unnest(string_split(category, ';')), 1 FROM list"):
    book.execute(step)
book.execute("COMMIT")
assert book.execute("SELECT count(*) FROM creator").fetchone() == ({ROWS},)
"""

DUCK_READS = f"""
import duckdb, time
book = duckdb.connect(); book.execute("SET threads = 1")
for _ in range(5):
    start = time.process_time()
    book.execute("SELECT sum(followers), sum(image_fee), sum(video_fee), "
                 "{', '.join(f'max({column})' for column in COLUMNS)} "
                 "FROM read_csv('list.csv')").fetchall()
    print(time.process_time() - start)
"""


def run(words, text=None):
    """The processor seconds, seconds and peak mebibytes of a program."""
    start = time.monotonic()
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    child.stdin.write((text or "").encode())
    child.stdin.close()
    _, status, used = os.wait4(child.pid, 0)
    assert status == 0, f"{words}: {status}"
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss // 1024


def tell(what, measured):
    print(f"| {what} | {measured[0]:.1f} s | {measured[1]:.1f} s | {measured[2]} MiB |", flush=True)


def median(text):
    return sorted(float(line) for line in text.splitlines()[:5])[2]


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.environ.update(KOLBOOK_BOOK="book.db", KOLBOOK_USER="mei")
    make("list.csv")
    subprocess.run([KOLBOOK, "init"], check=True, capture_output=True)
    shutil.copy("book.db", "other.db")
    print(f"| {ROWS:,} creators, {os.path.getsize('list.csv') // 1_000_000} MB "
          "| processor | time | peak memory |\n|---|---|---|---|")
    tell("`kolbook import list.csv --dry-run`", run([KOLBOOK, "import", "list.csv", "--dry-run"]))
    tell("`kolbook import list.csv`, empty book", run([KOLBOOK, "import", "list.csv"]))
    tell("the same again: nothing changes", run([KOLBOOK, "import", "list.csv"]))
    tell("sqlite3 `.import`, the same tables", run(["sqlite3", "other.db"], SQLITE))
    tell("DuckDB, the same keys", run([sys.executable, "-c", DUCK]))
    ours = subprocess.run([READTIME, "list.csv", "5"], check=True, capture_output=True, text=True)
    theirs = subprocess.run([sys.executable, "-c", DUCK_READS], check=True, capture_output=True,
                            text=True)
    print(f"\nReading and checking alone, one thread, median of 5: {median(ours.stdout):.2f} s; "
          f"DuckDB's reader: {median(theirs.stdout):.2f} s. {ours.stdout.splitlines()[-1]}.")
    for table in ["creator", "follower_fact", "engagement_fact", "quote", "creator_category"]:
        counts = [subprocess.run(["sqlite3", book, f"SELECT count(*) FROM {table}"], check=True,
                                 capture_output=True, text=True).stdout.strip()
                  for book in ("book.db", "other.db")]
        assert counts[0] == counts[1], f"{table}: {counts}"
