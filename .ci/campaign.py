#!/usr/bin/env python3
"""Works out every figure of a campaign's report anew, from the files that went in.

openpyxl reads Pugongying's note batch and order report; orders, ads, conversions and searches are made here,
with headers as people have them. Nothing is taken from the book. The report as JSON must agree figure by
figure, and its CSV, workbook and page must say the same; the page must be well-formed.

usage: campaign.py KOLBOOK [FOLDER]     (FOLDER keeps the files; needs python3-openpyxl)
"""

import csv
import datetime
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from fractions import Fraction

import openpyxl

KOLBOOK = os.path.abspath(sys.argv[1])
SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Tests/InterchangeTests/samples")
NAME = "秋上新 🍁"
FIRST, LAST, TODAY = (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30), "2026-10-20T10:00:00+08:00")
BUDGET = 200_000_000
TIERS = [("nano", "koc", 0), ("micro", "koc", 10_000), ("mid", "mid", 100_000), ("top", "head", 500_000)]
checks = 0


def run(*words, code=0):
    done = subprocess.run([KOLBOOK, *words], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def same(found, wanted, what):
    global checks
    checks += 1
    assert found == wanted, f"{what}: found {found!r}, wanted {wanted!r}"


def half_up(value):
    """The nearest whole number, a tie toward more."""
    return (value + Fraction(1, 2)).__floor__()


def ratio(part, whole, scale=1):
    return None if part is None or not whole else half_up(Fraction(part * scale, whole))


def day_of(text):
    return datetime.date(*map(int, text.split("/")))


def tier_of(followers):
    return [tier for tier in TIERS if tier[2] <= followers][-1]


def fee(fen):
    return half_up(Fraction(fen, 10))


def read(file):
    sheet = openpyxl.load_workbook(os.path.join(SAMPLES, file)).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(place for place, row in enumerate(rows) if "订单id" in row)
    return [dict(zip(rows[start], row)) for row in rows[start + 1:] if row[0]]


class Note:
    """A note as the files tell of it."""

    def __init__(self, row, fees, chance):
        self.id, self.order = row["笔记id"], str(row["订单id"])
        self.user = row["博主主页链接"].rsplit("/", 1)[1]
        self.nickname, self.followers = row["博主昵称"], row["博主粉丝量"]
        self.published, self.format = day_of(row["笔记发布日期"]), row["笔记类型"]
        self.figures = {
            "impressions": row["曝光量"], "reads": row["阅读量"], "interactions": row["互动量"],
            "promoted_impressions": row["推广曝光量"], "heated_impressions": row["加热曝光量"],
            "promoted_reads": row["推广阅读量"], "heated_reads": row["加热阅读量"]}
        for kind in ("impressions", "reads"):
            paid = self.figures["promoted_" + kind] + self.figures["heated_" + kind]
            self.figures["organic_" + kind] = max(0, self.figures[kind] - paid)
        self.below_zero = any(
            self.figures["promoted_" + kind] + self.figures["heated_" + kind] > self.figures[kind]
            for kind in ("impressions", "reads"))
        # The batch cuts the fee to whole yuan; the order report has it to the fen.
        self.stated = round(row["博主报价"] * 100) + fees.get(self.order, round(row["服务费金额"] * 100))
        self.quote = round(row["博主报价"] * 100)
        self.rate = chance.randint(50, 1500)
        self.events, self.ads = [], []
        self.tier, self.band, _ = tier_of(self.followers)

    def book(self, kind, chance):
        """The events of its order, and what it has cost after each: day, committed, paid, completed."""
        day = self.published - datetime.timedelta(days=12)
        full = self.quote + fee(self.quote)
        self.events.append(("book", day, None, (full, 0, 0)))
        if kind == "cancelled":
            self.events.append(("cancel", day + datetime.timedelta(days=2), None, (0, 0, 0)))
        if kind in ("paid", "completed", "refunded"):
            self.events.append(("pay", day + datetime.timedelta(days=3), None, (0, full, 0)))
        if kind in ("completed", "refunded"):
            self.events.append(("complete", day + datetime.timedelta(days=20), None, (0, 0, full)))
        if kind == "refunded":
            back = chance.randint(1, self.quote)
            rest = self.quote - back
            self.events.append(
                ("refund", day + datetime.timedelta(days=25), back, (0, 0, rest + fee(rest))))

    def money(self, today):
        states = [state for _, day, _, state in self.events if day <= today]
        return states[-1] if states else (0, 0, 0)

    def cost(self, today):
        booked = [day for _, day, _, _ in self.events if day <= today]
        return sum(self.money(today)) if booked else self.stated

    def spent(self, today, form=None):
        own = [ad for ad in self.ads if ad[0] <= today and form in (None, ad[1])]
        return sum(ad[2] for ad in own) if own else None


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(rows)
    return path


def make(folder, chance):
    """The files that go in, and what they say."""
    fees = {str(row["订单id"]): round(row["服务费金额"] * 100) for row in read("pugongying_order_report_2026Q3.xlsx")
            if isinstance(row["服务费金额"], (int, float))}
    notes = [Note(row, fees, chance) for row in read("pugongying_note_batch_2026Q3.xlsx")]
    kinds = ["completed", "completed", "refunded", "paid", "booked", "cancelled", "completed"]
    for place, note in enumerate(notes[:60]):
        note.book(kinds[place % len(kinds)], chance)
    seen, people = set(), []
    for note in notes:
        if note.user not in seen:
            seen.add(note.user)
            people.append([f"https://www.xiaohongshu.com/user/profile/{note.user}", note.nickname,
                           note.followers, f"{note.rate / 100}%", "2026-06-01"])
    rates = {row[0].rsplit("/", 1)[1]: (round(float(row[3][:-1]) * 100), row[2]) for row in people}
    for note in notes:
        rate, followers = rates[note.user]
        note.expected = half_up(Fraction(rate * followers, 10_000))
    events = sorted(
        ((day, place, note.order, kind, amount, note)
         for place, note in enumerate(notes) for kind, day, amount, _ in note.events),
        key=lambda event: event[:2])
    write(f"{folder}/events.csv", ["at", "event", "order", "creator", "quote", "amount", "campaign", "format"],
          [[day, kind, order, f"https://www.xiaohongshu.com/user/profile/{note.user}",
            yuan(note.quote) if kind == "book" else "", "" if amount is None else yuan(amount),
            NAME if kind == "book" else "", "image"]
           for day, _, order, kind, amount, note in events])
    write(f"{folder}/people.csv", ["profile_url", "nickname", "followers", "engagement_rate", "seen_on"], people)
    for note in notes[::6]:
        for offset in range(0, 20, 2):
            for form in ("信息流", "搜索") + (("开屏",) if offset == 4 else ()):
                spend, clicks = chance.randint(1_000, 90_000), chance.randint(0, 300)
                note.ads.append((note.published + datetime.timedelta(days=offset),
                                 {"信息流": "feed", "搜索": "search", "开屏": "splash"}[form], spend,
                                 chance.randint(1_000, 90_000), clicks, chance.randint(0, 90), form))
    write(f"{folder}/聚光.csv", ["日期", "笔记id", "广告位", "消费", "展现量", "点击量", "互动量"],
          [[ad[0], note.id, ad[6], yuan(ad[2]), ad[3], ad[4], ad[5]] for note in notes for ad in note.ads])
    sales, counts = [], []
    words = {"达人": "kol", "KOC": "kol", "信息流": "feed", "搜索": "search", "店铺": "shop"}
    for offset in range(0, 90):
        day = FIRST + datetime.timedelta(days=offset)
        for word in words:
            if chance.random() < 0.5:
                sales.append((day, word, chance.choice(notes).id if chance.random() < 0.4 else "",
                              chance.randint(0, 20), chance.randint(0, 500_000)))
    write(f"{folder}/成交.csv", ["日期", "渠道", "笔记id", "达人", "订单数", "成交金额"],
          [[day.strftime("%Y/%m/%d"), word, note, "", orders, yuan(revenue)]
           for day, word, note, orders, revenue in sales])
    for offset in range(-20, 90):
        if chance.random() < 0.9:
            counts.append((FIRST + datetime.timedelta(days=offset), chance.randint(50, 90) * (1 + max(0, offset) // 10)))
    write(f"{folder}/搜索.csv", ["日期", "搜索词", "搜索量"], [[day, "样例品牌", count] for day, count in counts])
    return notes, [(day, words[word], orders, revenue) for day, word, _, orders, revenue in sales], counts


def metrics(notes, today):
    """Sums and quotients of some notes."""
    known = [note for note in notes if note.asof <= today]
    found = {"notes": len(notes), "with_cost": len(notes), "cost_fen": sum(n.cost(today) for n in notes)}
    for key in notes[0].figures:
        found[key] = sum(note.figures[key] for note in known) if known else None
    ads = [note for note in notes if note.spent(today) is not None]
    found["with_ads"] = len(ads)
    found["ad_spend_fen"] = sum(note.spent(today) for note in ads) if ads else None
    count = lambda own, place: sum(ad[place] for note in own for ad in note.ads if ad[0] <= today)
    found["ad_clicks"] = count(ads, 4) if ads else None
    cost = lambda own: sum(note.cost(today) for note in own)
    total = lambda own: sum(note.cost(today) + (note.spent(today) or 0) for note in own)
    figure = lambda key: sum(note.figures[key] for note in known)
    found["cpm_fen"] = ratio(cost(known), figure("impressions"), 1_000)
    found["organic_cpm_fen"] = ratio(cost(known), figure("organic_impressions"), 1_000)
    found["cost_per_read_fen"] = ratio(cost(known), figure("reads"))
    found["organic_cost_per_read_fen"] = ratio(cost(known), figure("organic_reads"))
    found["cpe_fen"] = ratio(cost(known), figure("interactions"))
    found["ad_cpm_fen"] = ratio(found["ad_spend_fen"], count(ads, 3), 1_000)
    found["cpc_fen"] = ratio(found["ad_spend_fen"], count(ads, 4))
    found["ad_cpe_fen"] = ratio(found["ad_spend_fen"], count(ads, 5))
    found["total_cpm_fen"] = ratio(total(known), figure("impressions"), 1_000)
    found["total_cpe_fen"] = ratio(total(known), figure("interactions"))
    found["read_rate_bp"] = ratio(figure("reads"), figure("impressions"), 10_000)
    found["engagement_of_reads_bp"] = ratio(figure("interactions"), figure("reads"), 10_000)
    found["engagement_of_followers_bp"] = ratio(
        figure("interactions"), sum(note.followers for note in known), 10_000)
    found["expected_interactions"] = sum(note.expected for note in notes)
    found["with_expected"] = len(notes)
    found["delivered_interactions_bp"] = ratio(
        figure("interactions"), sum(note.expected for note in known), 10_000)
    found["delivered_reads_bp"] = None
    return found


def check_groups(report, notes, today):
    for part, key, group in (
            ("tiers", "tier", lambda note: note.tier), ("bands", "band", lambda note: note.band),
            ("creators", "nickname", lambda note: note.user), ("notes", "note", lambda note: note.id)):
        groups = defaultdict(list)
        for note in notes:
            groups[group(note)].append(note)
        same(len(report[part]), len(groups), part)
        for row in report[part]:
            name = row["creator_id"] if part == "creators" else row[key]
            for figure, wanted in metrics(groups[name], today).items():
                same(row[figure], wanted, f"{part} {name}: {figure}")


def check_money(report, notes, standing, today):
    booked = [note for note in notes if note.events and note.events[0][1] <= today]
    states = [note.money(today) for note in booked]
    ads = sum(note.spent(today) or 0 for note in notes)
    parts = [sum(state[place] for state in states) for place in range(3)] + [ads]
    parts += [BUDGET - sum(parts), BUDGET]
    same([row["amount_fen"] for row in report["budget"]], parts, "budget")
    live = [note for note in booked if sum(note.money(today))]
    for row in report["pyramid"]:
        for step in ("booked", "delivered"):
            done = [note for note in live if step == "booked" or note in standing
                    or any(kind == "complete" and day <= today for kind, day, *_ in note.events)]
            own = [note for note in done if row["band"] in ("all", note.band)]
            cost = sum(sum(note.money(today)) for note in own)
            all_cost = sum(sum(note.money(today)) for note in done)
            wanted = (len({note.user for note in own}), cost, ratio(cost, all_cost, 10_000))
            same(tuple(row[f"{step}_{key}"] for key in ("people", "cost_fen", "share_bp")), wanted,
                 f"pyramid {row['band']} {step}")
    weeks = defaultdict(lambda: defaultdict(int))
    week = lambda day: (day - FIRST).days // 7 + 1
    for note in notes:
        before = 0
        for _, day, _, state in note.events:
            if day <= today:
                weeks[week(day)]["creators"] += sum(state) - before
                before = sum(state)
        if note not in booked and note in standing:
            weeks[week(min(note.published, today))]["creators"] += note.stated
        for day, form, spend, *_ in note.ads:
            if day <= today:
                weeks[week(day)]["other" if form == "splash" else form] += spend
    so_far = 0
    same([row["week"] for row in report["spend"]], list(range(min(weeks), max(weeks) + 1)), "weeks")
    for row in report["spend"]:
        own = weeks[row["week"]]
        so_far += sum(own.values())
        for key in ("creators", "feed", "search", "other"):
            same(row[f"{key}_fen"], own[key], f"week {row['week']}: {key}")
        same((row["sum_fen"], row["so_far_fen"]), (sum(own.values()), so_far), f"week {row['week']}")
        same(row["from"], str(FIRST + datetime.timedelta(days=7 * (row["week"] - 1))), "a week's first day")


def check_return(report, notes, standing, sales, today):
    booked = [note for note in notes if note.events and note.events[0][1] <= today]
    spend = {"kol": sum(note.cost(today) for note in set(booked) | set(standing))}
    for form in ("feed", "search", "splash"):
        if any(note.spent(today, form) is not None for note in notes):
            spend[form] = sum(note.spent(today, form) or 0 for note in notes)
    income = defaultdict(lambda: [0, 0])
    for day, channel, orders, revenue in sales:
        if day <= today:
            income[channel][0] += orders
            income[channel][1] += revenue
    income["all"] = [sum(own[place] for own in income.values()) for place in (0, 1)]
    spend["all"] = sum(spend.values())
    same({row["channel"] for row in report["return"]}, set(spend) | set(income), "channels")
    for row in report["return"]:
        paid, (orders, revenue) = spend.get(row["channel"]), income.get(row["channel"], (None, None))
        wanted = {
            "spend_fen": paid, "orders": orders, "revenue_fen": revenue,
            "spend_share_bp": ratio(paid, spend["all"], 10_000),
            "revenue_share_bp": ratio(revenue, income["all"][1], 10_000),
            "roi_bp": None if None in (paid, revenue) else ratio(revenue - paid, paid, 10_000),
            "cac_fen": None if orders is None else ratio(paid, orders),
            "letter": {"kol": "K", "feed": "F", "search": "S"}.get(row["channel"])}
        for key, value in wanted.items():
            same(row[key], value, f"return {row['channel']}: {key}")


def check_searches(report, counts, today):
    counts = [(day, count) for day, count in counts if day <= today]
    base = [count for day, count in counts if FIRST - datetime.timedelta(days=14) <= day < FIRST]
    usual = Fraction(sum(base), len(base))
    weeks = defaultdict(list)
    for day, count in counts:
        weeks[str((day - FIRST).days // 7 + 1)].append(count)
    same([row["week"] for row in report["searches"]], sorted(weeks, key=int) + ["base"], "search weeks")
    for row in report["searches"]:
        own = base if row["week"] == "base" else weeks[row["week"]]
        mean = Fraction(sum(own), len(own))
        same((row["days"], row["searches"]), (len(own), sum(own)), f"searches {row['week']}")
        same(round(row["per_day"] * 100), half_up(mean * 100), f"searches a day {row['week']}")
        if row["week"] != "base":
            same(row["lift_bp"], half_up((mean / usual - 1) * 10_000), f"lift {row['week']}")


def check_traffic(report, notes, today):
    own = [note for note in notes if note.asof <= today]
    for kind, share in (("impressions", "impression_share_bp"), ("reads", "read_share_bp")):
        whole = sum(note.figures[f"{sort}_{kind}"] for note in own for sort in ("organic", "promoted", "heated"))
        for row in report["traffic"]:
            if row["traffic"] == "all":
                same(row[kind], sum(note.figures[kind] for note in own) if own else None, f"traffic {kind}")
            else:
                part = sum(note.figures[f"{row['traffic']}_{kind}"] for note in own)
                same((row[kind], row[share]), (part, ratio(part, whole, 10_000)), f"traffic {row['traffic']}")


def check_advice(report, notes, today):
    """What is advised, of norms worked out anew: medians of notes of the tier and format, else of the tier."""
    known = [note for note in notes if note.asof <= today]
    old = [note for note in known if (note.asof - note.published).days >= 3]

    def norm(note, value, fewest, pool):
        for alike in (lambda other: other.format == note.format, lambda other: True):
            values = sorted(value(other) for other in pool if alike(other) and value(other) is not None)
            if len(values) >= fewest and (found := half_up(Fraction(
                    values[(len(values) - 1) // 2] + values[len(values) // 2], 2))) > 0:
                return found, len(values)
        return None, None

    tier = lambda note: [other for other in old if other.tier == note.tier]
    reads = lambda note: note.figures["organic_reads"]
    same(sorted(row["note"] for row in report["boost"]), sorted(note.id for note in known), "notes to boost")
    by_id = {note.id: note for note in known}
    scores = []
    for row in report["boost"]:
        note = by_id[row["note"]]
        own = norm(note, reads, 3, [other for other in old if other.user == note.user and other is not note])
        usual = norm(note, reads, 5, tier(note))
        same((row["tier_norm"], row["tier_notes"]), usual, f"{note.id}: the tier's norm")
        same((row["own_norm"], row["own_notes"]), own, f"{note.id}: the creator's norm")
        same(row["natural_reads"], reads(note), f"{note.id}: natural reads")
        most = max([value for value in (own[0], usual[0]) if value], default=None)
        stands_out = most is not None and 10 * reads(note) >= 12 * most
        if note in old and most is not None:
            same(row["advice"] in ("boost", "look first", "few react"), stands_out, f"{note.id}: advice")
        if row["advice"] == "boost":
            scores.append(Fraction(reads(note), most))
    same(scores, sorted(scores, reverse=True), "the order of notes to boost")
    same({row["creator_id"] for row in report["rebook"]}, {note.user for note in known}, "whom to book again")
    for row in report["rebook"]:
        own = [note for note in old if note.user == row["creator_id"]]
        cost, interactions = sum(note.cost(today) for note in own), sum(note.figures["interactions"] for note in own)
        same((row["notes"], row["cost_fen"], row["interactions"]),
             (len(own), cost, interactions) if own else (0, None, None), f"{row['nickname']}: notes and cost")
        price = lambda note: ratio(note.cost(today), note.figures["interactions"])
        usual = sum(note.figures["interactions"] * (norm(note, price, 5, tier(note))[0] or 0) for note in own
                    if norm(note, price, 5, tier(note))[0])
        paid = sum(note.cost(today) for note in own if norm(note, price, 5, tier(note))[0])
        same(row["against_tier_bp"], ratio(paid, usual, 10_000), f"{row['nickname']}: cost against the tier's")
        expected = sum(note.expected for note in own)
        same(row["delivered_interactions_bp"], ratio(interactions, expected, 10_000), f"{row['nickname']}: delivered")


def check_findings(report, notes, today):
    found = defaultdict(set)
    for row in report["findings"]:
        found[row["finding"]] = set(row["about"])
        same(row["count"] or 0, len(row["about"]), "how often a finding is made")
    booked = {note.id for note in notes if note.events and note.events[0][1] <= today}
    same(found["natural_below_zero"], {n.id for n in notes if n.below_zero and n.asof <= today}, "below zero")
    same(found["missing_results"], {note.id for note in notes if note.asof > today}, "missing results")
    same(found["order_not_in_books"], {note.id for note in notes} - booked, "orders not in the books")
    same(found["other_ads"], {"splash"}, "other ads")


def check_forms(folder, words, report):
    """The other forms say what the JSON says, and the same twice over."""
    for ending in ("csv", "xlsx", "html", "json"):
        run(*words, "-o", f"{folder}/report.{ending}", "--force")
        run(*words, "-o", f"{folder}/again.{ending}", "--force")
        bytes_of = lambda name: open(f"{folder}/{name}.{ending}", "rb").read()
        same(bytes_of("report"), bytes_of("again"), f"the same {ending} twice")
    same(json.load(open(f"{folder}/report.json")), report, "the JSON file")
    book = openpyxl.load_workbook(f"{folder}/report.xlsx")
    same(book.sheetnames, list(report), "sheets")
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv"))))
    for part in list(report)[1:]:
        own = [row for row in rows if row["part"] == part]
        same(len(own), len(report[part]), f"CSV {part}")
        sheet = [list(row) for row in book[part].iter_rows(min_row=5, values_only=True)]
        same(len(sheet), len(report[part]), f"sheet {part}")
        for wanted, line, cells in zip(report[part], own, sheet):
            for (key, value), cell in zip(wanted.items(), cells):
                if key.endswith("_fen") and value is not None:
                    same(line[key[:-4]], ("-" if value < 0 else "") + yuan(abs(value)), f"CSV {part} {key}")
                    same(round(cell * 100), value, f"sheet {part} {key}")
                elif key.endswith("_bp") and value is not None:
                    same(round(cell * 10_000), value, f"sheet {part} {key}")
                elif isinstance(value, int):
                    same((line[key], cell), (str(value), value), f"{part} {key}")
                elif value is None:
                    same((line[key.removesuffix("_fen").removesuffix("_bp")], cell), ("", None), f"{part} {key}")
    check_page(f"{folder}/report.html", report)


def check_page(path, report):
    text = open(path, encoding="utf-8").read()
    root = ElementTree.fromstring(text.replace("<!DOCTYPE html>", "", 1))
    tag = lambda name: "{http://www.w3.org/1999/xhtml}" + name
    same("".join(root.find(f".//{tag('h1')}").itertext()), NAME, "the page's title")
    same({element.tag for element in root.iter()} & {tag("script"), tag("link"), tag("img")}, set(), "nothing else")
    tables = {}
    for section in root.iter(tag("section")):
        title = "".join(section.find(tag("h2")).itertext()).split(" ")[0]
        body = section.find(f"{tag('div')}/{tag('table')}/{tag('tbody')}")
        tables[title] = [["".join(cell.itertext()) for cell in row] for row in (body if body is not None else [])]
        assert section.find(f".//{tag('p')}") is not None or title in ("By", "Findings"), title
    money = lambda fen: "–" if fen is None else f"{'-' if fen < 0 else ''}¥{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
    for row, cells in zip(report["return"], tables["Return"], strict=True):
        same((cells[0], cells[2], cells[5], cells[8]),
             (row["channel"], *(money(row[key]) for key in ("spend_fen", "revenue_fen", "cac_fen"))), "page return")
    for row, cells in zip(report["budget"], tables["Budget"], strict=True):
        same(cells[1], money(row["amount_fen"]), "page budget")
    charts = [element for element in root.iter(tag("figure"))]
    same(len(charts) >= (8 if report["notes"][0]["reads"] else 4), True, "charts")


def check(folder):
    os.environ.update(KOLBOOK_BOOK=f"{folder}/book.db", KOLBOOK_NOW=TODAY, USER="lin")
    chance = random.Random(6)
    notes, sales, counts = make(folder, chance)
    for note in notes:
        note.asof = datetime.date(2026, 10, 8)
    run("init")
    run("import", f"{folder}/people.csv")
    run("campaign", "add", NAME, "--brand", "样例品牌", "--product", "样例精华", "--category", "护肤",
        "--objective", "conversion", "--stage", "launch", "--from", str(FIRST), "--to", str(LAST),
        "--budget", yuan(BUDGET))
    run("order", "import", f"{folder}/events.csv")
    run("results", "import", "--campaign", NAME, f"{SAMPLES}/pugongying_order_report_2026Q3.xlsx",
        f"{SAMPLES}/pugongying_note_batch_2026Q3.xlsx", f"{folder}/聚光.csv", f"{folder}/成交.csv",
        f"{folder}/搜索.csv")
    for day in (datetime.date(2026, 10, 20), datetime.date(2026, 8, 31)):
        words = ("campaign", "report", NAME, "--as-of", str(day))
        report = json.loads(run(*words, "--format", "json"))
        standing = [note for note in notes if note.published <= day]
        check_money(report, notes, standing, day)
        check_groups(report, standing, day)
        check_traffic(report, standing, day)
        check_return(report, notes, standing, sales, day)
        check_searches(report, counts, day)
        check_advice(report, standing, day)
        check_findings(report, standing, day)
        check_forms(folder, words, report)


if len(sys.argv) > 2:
    os.makedirs(sys.argv[2], exist_ok=True)
    check(sys.argv[2])
else:
    with tempfile.TemporaryDirectory() as temporary:
        check(temporary)
print(f"{checks} figures of a campaign's report are as worked out from the files")
