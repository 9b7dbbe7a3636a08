#!/usr/bin/env python3
"""Times the reports of a book with 1,000 campaigns and 1,000,000 snapshots of notes.

Everything is read in by the program itself: 10,000 creators, 100,000 orders with their payments, ten dated
snapshots of each order's note, ads by day on a tenth of the notes, conversions and searches of each day. Then
every report is run three times, a table's first hundred rows and each form of a campaign's report; the least user
time and the least wall time are shown. What writes all rows of a long list is run once, and counts apart.

usage: campaign.py KOLBOOK [FOLDER] [CAMPAIGNS]     (FOLDER keeps the book; KOLBOOK is a release build)
"""

import csv
import datetime
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

KOLBOOK = os.path.abspath(sys.argv[1])
CAMPAIGNS = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000
NOTES, SNAPSHOTS, CREATORS = 100, 10, 10 * CAMPAIGNS
FIRST = datetime.date(2025, 1, 1)
CODE = {"信息流": "feed", "搜索": "search"}


def run(*words):
    """What the program writes, its user CPU seconds and its wall seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, time.monotonic()
    done = subprocess.run([KOLBOOK, *words], capture_output=True)
    wall = time.monotonic() - start
    assert done.returncode == 0, f"{words}: {done.stderr.decode()[:2000]}"
    return done.stdout, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, wall


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(rows)
    return path


def creator(number):
    return f"{number:024x}"


def first_day(campaign):
    return FIRST + datetime.timedelta(days=campaign * 600 // CAMPAIGNS)


def make(folder):
    chance = random.Random(1)
    os.environ.update(KOLBOOK_BOOK=f"{folder}/book.db", KOLBOOK_NOW="2026-11-23T10:00:00+08:00", USER="lin")
    profile = "https://www.xiaohongshu.com/user/profile/"
    run("init")
    followers = [int(10 ** chance.uniform(3, 6)) for _ in range(CREATORS)]
    files = [("creators", write(f"{folder}/creators.csv",
              ["profile_url", "nickname", "followers", "engagement_rate", "seen_on"],
              ([profile + creator(place), f"creator {place}", count, "4%", "2024-12-01"]
               for place, count in enumerate(followers))), ["import"])]
    names = [f"campaign {place:04d}" for place in range(CAMPAIGNS)]
    notes = [(campaign, note, chance.randrange(CREATORS)) for campaign in range(CAMPAIGNS) for note in range(NOTES)]
    number = lambda campaign, note: f"{campaign:05d}{note:03d}"
    events = []
    for campaign, note, person in notes:
        day, quote = first_day(campaign) + datetime.timedelta(days=note % 20), chance.randint(300, 9_000)
        order = number(campaign, note)
        events.append((day, "book", order, profile + creator(person), quote, names[campaign]))
        events.append((day + datetime.timedelta(days=2), "pay", order, "", "", ""))
        events.append((day + datetime.timedelta(days=20), "complete", order, "", "", ""))
    events.sort(key=lambda event: event[0])
    files.append(("order events", write(
        f"{folder}/events.csv", ["at", "event", "order", "creator", "quote", "campaign"], events),
        ["order", "import"]))
    header = ["note_id", "order_id", "user_id", "day", "published_on", "impressions", "reads", "interactions",
              "promoted_impressions", "heated_impressions", "promoted_reads", "followers", "campaign"]
    for snapshot in range(SNAPSHOTS):
        rows = []
        for campaign, note, person in notes:
            day = first_day(campaign) + datetime.timedelta(days=note % 20 + 10)
            scale = (snapshot + 1) * chance.randint(100, 1_000)
            rows.append([f"n{number(campaign, note)}", number(campaign, note), creator(person),
                         day + datetime.timedelta(days=3 * (snapshot + 1)), day, scale * 30, scale * 3, scale // 4,
                         scale * 5, scale, scale // 2, followers[person], names[campaign]])
        files.append((f"snapshots {snapshot + 1}", write(f"{folder}/notes{snapshot}.csv", header, rows),
                      ["results", "import"]))
    files.append(("ads", write(
        f"{folder}/ads.csv", ["日期", "笔记id", "广告位", "消费", "展现量", "点击量"],
        ([first_day(campaign) + datetime.timedelta(days=note % 20 + 12 + offset), f"n{number(campaign, note)}",
          form, chance.randint(50, 900), chance.randint(1_000, 9_000), chance.randint(10, 99)]
         for campaign, note, _ in notes if note % 10 == 0 for offset in range(7) for form in CODE)),
        ["results", "import"]))
    days = lambda campaign, first, last: (
        first_day(campaign) + datetime.timedelta(days=offset) for offset in range(first, last))
    files.append(("conversions", write(
        f"{folder}/conversions.csv", ["日期", "渠道", "合作名称", "订单数", "成交金额"],
        ([day, channel, names[campaign], chance.randint(0, 20), chance.randint(0, 5_000)]
         for campaign in range(CAMPAIGNS) for day in days(campaign, 10, 40)
         for channel in ("达人", "信息流", "搜索", "店铺"))), ["results", "import"]))
    files.append(("searches", write(
        f"{folder}/searches.csv", ["日期", "搜索词", "合作名称", "搜索量"],
        ([day, "brand", names[campaign], chance.randint(50, 500)]
         for campaign in range(CAMPAIGNS) for day in days(campaign, -14, 46))), ["results", "import"]))
    for name in names:
        day = first_day(names.index(name))
        run("campaign", "add", name, "--brand", "brand", "--objective", "awareness", "--stage", "launch",
            "--from", str(day), "--to", str(day + datetime.timedelta(days=45)), "--budget", "100万")
    for what, path, words in files:
        _, user, wall = run(*words, path)
        print(f"  read in {what}: {user:.1f} s user, {wall:.1f} s wall", flush=True)


def measure(folder):
    os.environ.update(KOLBOOK_BOOK=f"{folder}/book.db", KOLBOOK_NOW="2026-11-23T10:00:00+08:00", USER="lin")
    name = f"campaign {CAMPAIGNS // 2:04d}"
    report = ["campaign", "report", name]
    page, sheet = f"{folder}/report.html", f"{folder}/report.xlsx"
    reports = [report, [*report, "--format", "json"], [*report, "--format", "csv"], [*report, "-o", page, "--force"],
               [*report, "-o", sheet, "--force"], [*report, "--as-of", "2025-12-01"],
               ["campaign", "show", name], ["campaign", "list"],
               ["results", "list", "--campaign", name], ["results", "list", "--campaign", name, "--by", "tier"]]
    reports += [["results", "list", "--by", by] for by in ("campaign", "tier", "band", "creator", "note")]
    reports += [["results", by, *scope] for by in ("boost", "rebook", "unusual")
                for scope in ([], ["--campaign", name])]
    reports += [["results", "list", "--campaign", name, "--by", by] for by in ("band", "creator", "campaign")]
    reports += [["results", "boost", "--budget", "20万"], ["benchmarks"], ["results", "searches"],
                ["results", "imports"], ["results", "conversions"], ["results", "conversions", "--campaign", name],
                ["results", "searches", "--campaign", name], ["results", "show", f"n{CAMPAIGNS // 2:05d}007"]]
    whole = [["results", "list", "--by", by, "--format", "csv"] for by in ("creator", "note")]
    whole += [["results", by, "--format", "csv"] for by in ("boost", "rebook", "unusual")]
    print(f"the slowest takes {max(timed(folder, words, 3) for words in reports):.2f} s; all rows of long lists:")
    for words in whole:
        timed(folder, words, 1)


def timed(folder, words, count):
    """Runs a report so many times, says how long it takes at least, and gives the wall seconds."""
    times = [run(*words) for _ in range(count)]
    user, wall = min(time[1] for time in times), min(time[2] for time in times)
    shown = " ".join(word.replace(folder, "…") for word in words)
    print(f"  {shown}: {user:.2f} s user, {wall:.2f} s wall, {len(times[0][0]):,} bytes", flush=True)
    return wall


def main(folder):
    if not os.path.exists(f"{folder}/book.db"):
        os.makedirs(folder, exist_ok=True)
        make(folder)
    print(f"a book of {os.path.getsize(folder + '/book.db') / 1e6:,.0f} MB with {CAMPAIGNS:,} campaigns")
    measure(folder)


if len(sys.argv) > 2:
    main(sys.argv[2])
else:
    with tempfile.TemporaryDirectory() as temporary:
        main(temporary)
