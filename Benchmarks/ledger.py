#!/usr/bin/env python3
"""Times the fee books of a million events: recording them, a quarter's audit, the proof that nobody changed them.

usage: ledger.py KOLBOOK [SHARE]      (a release build; SHARE 0.1 for a tenth of the events)

250,000 orders of four events, 100,000 of them booked in 2026Q3: once as one list of all events, and once as
a list a week, each recorded at its week's end, which is the book that is audited. Beside it, in the same run,
the standard library of Python does what can be done without knowing the rules: it writes the same rows, adds
the quarter up by SQL, and hashes every entry by LEDGER's encoding. The last two are witnesses too: sums and
the head must be kolbook's. With hledger (apt-get install hledger) a tenth of the journal is read by it, and
its balances must be those of the book's own rows.
"""

import datetime
import hashlib
import itertools
import json
import os
import pickle
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

QUARTERS = [("2025-10-01", 50_000), ("2026-01-01", 50_000), ("2026-04-01", 50_000),
            ("2026-07-01", 100_000)]
WEEK = 7 * 86_400
ENV = dict(os.environ, KOLBOOK_BOOK="book.db", KOLBOOK_USER="lin")


def events(share):
    """Rows of an events file, the earliest first."""
    random.seed(4)
    creators = [f"{random.getrandbits(96):024x}" for _ in range(5_000)]
    rows, number = [], 0
    for first, count in QUARTERS:
        start = int(datetime.datetime.fromisoformat(first + "T00:00:00+08:00").timestamp())
        for _ in range(int(count * share)):
            number += 1
            order = str(7_300_000_000_000_000_000 + number * 7_919)
            creator, quote = random.randrange(5_000), random.randrange(30_000, 900_000)
            third = random.choices(
                [("publish",), ("amend", quote + random.randrange(1, 5_000)),
                 ("refund", "", random.randrange(1, 20_000))], (80, 12, 8))[0]
            fourth = random.choices(
                [("complete",), ("cancel", "", random.randrange(10_000)),
                 ("adjust", "", random.randrange(1, 300), "brand_fee", "statement")], (94, 3, 3))[0]
            at = start + random.randrange(91 * 86_400)
            for place, (kind, *rest) in enumerate([("book", quote), ("pay",), third, fourth]):
                price, amount, side, reason = (rest + ["", "", "", ""])[:4]
                who = (creators[creator], f"MCN {creator % 40}") if kind == "book" else ("", "")
                rows.append((at, kind, order, *who, price, amount, side, reason, f"{order}-{place}"))
                at += random.randrange(3_600, 6 * 86_400)
    return sorted(rows)


def yuan(fen):
    return "" if fen == "" else f"{fen // 100}.{fen % 100:02d}"


def utc(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).isoformat()


def write(rows, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("at,event,order,creator,mcn,quote,amount,side,reason,key\n")
        for at, kind, order, creator, mcn, price, amount, side, reason, key in rows:
            file.write(f"{utc(at)},{kind},{order},{creator},{mcn},{yuan(price)},{yuan(amount)},"
                       f"{side},{reason},{key}\n")


def write_lists(share):
    """All events in one list, a tenth of them in another, and a list a week; gives the weeks' ends."""
    rows = events(share)
    write(rows, "events.csv")
    write(events(share / 10), "tenth.csv")
    ends = []
    for week, some in itertools.groupby(rows, lambda row: (row[0] - rows[0][0]) // WEEK):
        ends.append(rows[0][0] + (week + 1) * WEEK)
        write(list(some), f"week-{len(ends)}.csv")
    return len(rows), ends


def run(*words, codes=(0,), now=None):
    """A child's output with its user CPU, wall time and peak memory."""
    env = ENV if now is None else dict(ENV, KOLBOOK_NOW=utc(now))
    start = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)
    text = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    assert os.waitstatus_to_exitcode(status) in codes, f"{words}: {status}"
    return text.decode(), used.ru_utime, wall, used.ru_maxrss // 1024


def aside(work, *arguments):
    """The same of something that Python does: in a process of its own, because the memory of this one
    would count as its children's."""
    reading, writing = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(*arguments), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        result = pickle.load(pipe)
    _, status, used = os.wait4(child, 0)
    assert status == 0, work
    return result, used.ru_utime, time.monotonic() - start, used.ru_maxrss // 1024


def tell(what, cpu, wall, memory=None):
    print(f"| {what} | {cpu:.2f} s | {wall:.2f} s | {f'{memory} MiB' if memory else ''} |", flush=True)


def best(what, *words, times=5, codes=(0,)):
    text, *first = run(*words, codes=codes)
    runs = [first] + [run(*words, codes=codes)[1:] for _ in range(times - 1)]
    tell(what, *(pick(figures) for pick, figures in zip((min, min, max), zip(*runs))))
    return text


def journal(book):
    """Every entry with its fields and its transfers."""
    fields, transfers = {}, {}
    for seq, name, value in book.execute("SELECT seq, name, value FROM journal_field ORDER BY seq, name"):
        fields.setdefault(seq, []).append((name, value))
    for seq, line, *rest in book.execute("SELECT * FROM transfer ORDER BY seq, line"):
        transfers.setdefault(seq, []).append(rest)
    for row in book.execute("SELECT * FROM journal ORDER BY seq"):
        yield row, fields.get(row[0], []), transfers.get(row[0], [])


def head():
    """The chain's head by hashlib: LEDGER's encoding, and what it has no place for told as fields."""
    def text(value):
        value = value.encode()
        return struct.pack(">I", len(value)) + value

    book = sqlite3.connect("book.db")
    version = b"kolbook.journal.v1\0"
    digest = hashlib.sha256(
        version + b"genesis\0" + book.execute("SELECT book_id FROM book").fetchone()[0]).digest()
    for row, fields, transfers in journal(book):
        seq, at, _, recorded, actor, kind, order, reason, key, corrects, kept = row
        extra = [("key", key), ("corrects_seq", corrects),
                 ("recorded_utc", None if recorded == at else recorded)]
        fields = sorted(fields + [(name, str(value)) for name, value in extra if value is not None])
        parts = [digest, version, struct.pack(">Qq", seq, at), text(actor), text(kind),
                 text(order or ""), text(reason), struct.pack(">I", len(fields))]
        parts += [text(word) for field in fields for word in field]
        parts.append(struct.pack(">I", len(transfers)))
        parts += [struct.pack(">IIq", *transfer) for transfer in transfers]
        digest = hashlib.sha256(b"".join(parts)).digest()
        assert digest == kept, f"entry {seq}"
    return f"{seq}:{digest.hex()}"


def sums():
    """Quotes and fees charged in 2026Q3, and what is open at its end, by SQL."""
    first, last = (datetime.date.fromisoformat(day).toordinal() - 719_163
                   for day in ("2026-07-01", "2026-09-30"))
    rows = sqlite3.connect("book.db").execute(
        """
        SELECT account, sum(iif(day >= ?1, fen, 0)), sum(fen) FROM (
          SELECT day, debit AS account, amount_fen AS fen FROM transfer JOIN journal USING (seq)
          UNION ALL SELECT day, credit, -amount_fen FROM transfer JOIN journal USING (seq))
        WHERE day <= ?2 GROUP BY account
        """, (first, last)).fetchall()
    moved, held = ({row[0]: row[place] for row in rows} for place in (1, 2))
    return {"quote_fen": moved[1110] + moved[5000], "brand_fee_fen": moved[1120] + moved[5100],
            "creator_fee_fen": -moved[7060] - moved[7200], "open_commitment_fen": held[1900],
            "escrow_fen": held[1110] + held[1120]}


def copy():
    """The same rows into an empty book with its tables and triggers: no rules, no hashes, no orders."""
    source, book = sqlite3.connect("book.db"), sqlite3.connect("copy.db", isolation_level=None)
    book.executescript("PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; BEGIN")
    for row, fields, transfers in journal(source):
        book.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for field in fields:
            book.execute("INSERT INTO journal_field VALUES (?, ?, ?)", (row[0], *field))
        for line, transfer in enumerate(transfers, 1):
            book.execute("INSERT INTO transfer VALUES (?, ?, ?, ?, ?)", (row[0], line, *transfer))
    book.execute("COMMIT")


def hledger(kolbook):
    """A tenth of the book in hledger: the balances by its own arithmetic."""
    if not shutil.which("hledger"):
        print("hledger is not installed")
        return
    for words in (["init", "--book", "tenth.db"], ["order", "import", "tenth.csv", "--book", "tenth.db"],
                  ["ledger", "export", "--hledger", "-o", "tenth.journal", "--book", "tenth.db"]):
        run(kolbook, *words)
    text = best("hledger: balances of a tenth of the events", "hledger", "-f", "tenth.journal",
                "balance", "-O", "json", times=1)
    seen = {int(name.split(":")[1][:4]): amounts[0]["aquantity"]["decimalMantissa"]
            for name, _, _, amounts in json.loads(text)[0]}
    rows = sqlite3.connect("tenth.db").execute(
        """
        SELECT account, sum(fen) FROM (SELECT debit AS account, amount_fen AS fen FROM transfer
          UNION ALL SELECT credit, -amount_fen FROM transfer) GROUP BY account
        """)
    assert all(seen.get(account, 0) == fen for account, fen in rows), "hledger's balances"
    best("kolbook: verify a tenth", kolbook, "audit", "--verify", "--book", "tenth.db")


def single(kolbook):
    """One process a booking, each on the disk before it ends."""
    run(kolbook, "add", "some", "--id", "some")
    cpu = wall = 0
    for number in range(200):
        used = run(kolbook, "order", "book", f"single-{number}", "--creator", "some",
                   "--quote", "800")
        cpu, wall = cpu + used[1], wall + used[2]
    tell("200 single bookings, a process each", cpu, wall)
    sqlite3.connect("plain.db").executescript("PRAGMA journal_mode = WAL; CREATE TABLE t (a, b, c)")
    script = "PRAGMA synchronous = FULL; INSERT INTO t VALUES (1, 'single', 80000)"
    runs = [run("sqlite3", "plain.db", script) for _ in range(200)]
    tell("200 times `sqlite3` with one insert", sum(r[1] for r in runs), sum(r[2] for r in runs))


def main():
    kolbook = os.path.abspath(sys.argv[1])
    share = float(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        os.chdir(folder)
        count, ends = aside(write_lists, share)[0]
        for book in ("book.db", "copy.db", "list.db"):
            run(kolbook, "init", "--book", book)
        print(f"| {count:,} events | user CPU | wall | peak memory |\n|---|---|---|---|")
        tell("`kolbook order import events.csv`, one list",
             *run(kolbook, "order", "import", "events.csv", "--book", "list.db")[1:])
        weeks = [run(kolbook, "order", "import", f"week-{number}.csv", now=end)
                 for number, end in enumerate(ends, 1)]
        tell(f"the same, {len(weeks)} weekly lists", sum(week[1] for week in weeks),
             sum(week[2] for week in weeks), max(week[3] for week in weeks))
        tell("Python writes the rows of the journal", *aside(copy)[1:])
        found = best("`kolbook audit --verify`", kolbook, "audit", "--verify")
        ours, *used = aside(head)
        tell("Python hashes the entries", *used)
        assert f"head {ours}" in found, "another head"
        # The larger answer last: a child begins with the memory of this process.
        best("`kolbook audit 2026Q3`", kolbook, "audit", "2026Q3", codes=(0, 3))
        audit = json.loads(best("`kolbook audit 2026Q3 --format json`", kolbook, "audit", "2026Q3",
                                "--format", "json", codes=(0, 3)))
        mine, *used = aside(sums)
        tell("SQL sums of the same quarter", *used)
        assert all(audit[name] == fen for name, fen in mine.items()), (mine, audit["quote_fen"])
        single(kolbook)
        hledger(kolbook)
        print(f"\n{audit['orders']:,} orders in the quarter, {len(audit['findings']):,} findings")


main()
