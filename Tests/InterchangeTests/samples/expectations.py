"""Writes expected.json, expected_statements.json and expected_results.json: what each sample says, read by Python's own csv, json, zipfile and decimal.

Run in this folder after a sample has changed: python3 expectations.py
"""
import csv
import glob
import io
import json
import re
import xml.etree.ElementTree
import zipfile
from decimal import ROUND_HALF_UP, Context, Decimal


def half_up(numerator, denominator):
    ratio = Decimal(numerator) * 10000 / Decimal(denominator)
    return int(ratio.quantize(Decimal(1), ROUND_HALF_UP))


def rows(name, encoding):
    text = open(name, encoding=encoding, newline="").read()
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader)
    line = reader.line_num + 1
    for cells in reader:
        yield line, dict(zip(header, cells))
        line = reader.line_num + 1


def nothing(text):
    return text.strip() in ("", "-", "--", "null")


def wan(text):
    units = {"万": 10000, "w": 10000, "k": 1000}
    number = Decimal(text.rstrip("万wk")) * units.get(text[-1], 1)
    assert number == number.to_integral_value()
    return int(number)


def fen(text):
    return int(Decimal(text.replace("¥", "").replace(",", "")) * 100)


def yuan(amount):
    return f"¥{amount // 100:,}.{amount % 100:02}"


def user_id(link):
    found = re.search(r"/([0-9a-f]{24})$", link)
    return found.group(1) if found else None


def qiangua():
    for line, row in rows("qiangua_creators_gb18030.csv", "gb18030"):
        followers = wan(row["粉丝数"])
        yield {
            "line": line, "user_id": user_id(row["小红书主页"]), "red_id": row["小红书号"],
            "url": row["小红书主页"], "nickname": row["博主昵称"], "followers": followers,
            "engagement": [half_up(int(row["平均互动"]), followers), "followers"],
            "quotes": [[kind, fen(row["实时报价-" + head])]
                       for kind, head in (("image", "图文"), ("video", "视频"))
                       if not nothing(row["实时报价-" + head])],
            "metrics": {"likes_collects.total": wan(row["赞藏总数"])},
            "categories": [row["达人类型"]],
        }


def xinhong():
    for line, row in rows("xinhong_koc_sheet.csv", "utf-8"):
        record = {
            "line": line, "user_id": row["user_id"], "url": row["URL"], "nickname": row["Name"],
            "followers": int(row["fans count"]), "gender": row["Sex"].strip(),
            "metrics": {"likes_collects.total": wan(row["liked n collected"])},
        }
        price = fen(row["图文报价(RMB)"])
        if row["图文报价有对号"] == "1":
            record["quotes"] = [["image", price or None]]
        elif price:
            record.setdefault("notes", []).append(["图文报价(RMB)", yuan(price), "estimated price"])
        if row["红人健康等级"]:
            record["health"] = row["红人健康等级"]
        tags = [tag.strip() for tag in re.split(r"[,\n]", row["tags(text)"]) if tag.strip()]
        if tags:
            record["tags"] = tags
        if row[""]:
            record.setdefault("notes", []).insert(0, ["", row[""], "remark"])
        yield record


VERDICTS = {"ok": ["ok", None, ""], "nok": ["no", None, ""], "看价格": ["price", None, ""],
            "保留": ["hold", None, ""],
            "1000以内可以考虑": ["price", 100000, "1000以内可以考虑"]}


def mcn():
    for line, row in rows("mcn_candidates.csv", "utf-8-sig"):
        record = {
            "line": line, "user_id": user_id(row["小红书链接"]), "url": row["小红书链接"],
            "nickname": row["达人昵称"], "followers": int(Decimal(row["粉丝数（w）"]) * 10000),
            "metrics": {"likes_collects_comments.total": int(Decimal(row["赞藏评（w）"]) * 10000)},
            "categories": list(dict.fromkeys([row["方向"], row["达人创作方向"]])),
        }
        notes = [[head, row[head], "off-platform price"]
                 for head in ("图文非报备", "视频非报备") if not nothing(row[head])]
        notes += [[head, row[head], "remark"] for head in ("是否选中", "备注") if row[head]]
        reviews = [[rater] + VERDICTS[row[rater + "反馈"]]
                   for rater in ("审核一", "审核二") if row[rater + "反馈"]]
        if notes:
            record["notes"] = notes
        if reviews:
            record["reviews"] = reviews
        yield record


def pugongying():
    for name in sorted(glob.glob("pugongying_kol_info/*.json")):
        profile = json.load(open(name, encoding="utf-8"), parse_float=Decimal)["result"]["data"]
        record = {
            "file": name, "user_id": profile["userId"], "red_id": profile["redId"],
            "nickname": profile["name"], "followers": profile["fansNum"],
            "gender": profile["gender"],
            "metrics": {"likes_collects.total": profile["likeCollectCountInfo"]},
        }
        for key, metric in (("clickMidNum", "reads.all"), ("interMidNum", "interactions.all"),
                            ("mEngagementNum", "engagements.all")):
            if profile[key]:
                record["metrics"][metric] = profile[key]
        if profile["clickMidNum"] and profile["interMidNum"]:
            rate = half_up(profile["interMidNum"], profile["clickMidNum"])
            record["engagement"] = [rate, "reads"]
        quotes = [[kind, int(profile[key] * 100) or None]
                  for kind, key in (("image", "picturePrice"), ("video", "videoPrice"))
                  if profile[key] is not None]
        words = [word for tag in profile["contentTags"] or []
                 for word in [tag["taxonomy1Tag"], *tag["taxonomy2Tags"]]]
        extra = {
            "quotes": quotes, "city": profile["location"],
            "agency": (profile["noteSign"] or {}).get("name"),
            "health": {2: "优秀"}.get(profile["currentLevel"]),
            "categories": ["\n".join(words)] if words else [], "tags": profile["featureTags"],
        }
        record.update({key: value for key, value in extra.items() if value})
        yield record


def sheet(name, header):
    """The rows below a header row of a workbook of inline strings, by column letter."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    part = zipfile.ZipFile(name).read("xl/worksheets/sheet1.xml")
    for row in xml.etree.ElementTree.fromstring(part).iter(space + "row"):
        if int(row.get("r")) > header:
            cells = {re.match("[A-Z]+", cell.get("r"))[0]: "".join(cell.itertext())
                     for cell in row}
            yield int(row.get("r")), cells


def shown(text):
    """A number as Excel shows it: with 15 digits."""
    return Context(prec=15).create_decimal(text)


MEDIANS = {"Y": "impressions.everyday", "Z": "reads.everyday", "AA": "interactions.everyday",
           "AB": "impressions.sponsored", "AC": "reads.sponsored", "AD": "interactions.sponsored",
           "AG": "impressions.sponsored.90d", "AH": "reads.sponsored.90d",
           "AI": "interactions.sponsored.90d"}


def pugongying_export():
    for line, row in sheet("pugongying_creators_3_header_rows.xlsx", 3):
        metrics = {metric: int(row[column]) for column, metric in MEDIANS.items()
                   if int(row[column])}
        metrics["likes_collects.total"] = int(shown(row["G"]) * 10000)
        record = {
            "line": line, "user_id": row["A"], "red_id": row["B"], "nickname": row["C"],
            "gender": row["D"], "followers": int(shown(row["F"]) * 10000), "metrics": metrics,
            "categories": [row["I"]], "city": row["J"], "health": row["M"],
            "engagement": [half_up(metrics["interactions.everyday"], metrics["reads.everyday"]),
                           "reads"],
            "quotes": [[kind, int(shown(row[column]) * 100)]
                       for kind, column in (("image", "O"), ("video", "P"))
                       if not nothing(row[column])],
        }
        for kind, bare, gross in (("image", "O", "Q"), ("video", "P", "R")):
            assert nothing(row[bare]) or shown(row[gross]) == shown(row[bare]) * Decimal("1.1"), kind
        if not nothing(row["E"]):
            record["agency"] = row["E"]
        if not record["quotes"]:
            del record["quotes"]
        yield record


def pugongying_notes():
    for line, row in sheet("pugongying_note_batch_2026Q3.xlsx", 3):
        yield {"line": line, "user_id": user_id(row["C"]), "url": row["C"], "nickname": row["B"],
               "followers": int(row["D"]), "metrics": {}, "categories": [row["L"]]}


def day(text):
    return None if nothing(text) else text.replace("/", "-")


def statement(name, header, order, quote, fee, mode, campaign, created, done, link, nick, note,
              published):
    for line, row in sheet(name, header):
        cell = lambda column: row.get(column, "") if column else ""
        assert cell(mode) in ("是", "否")
        yield {
            "line": line, "order": cell(order), "quote": int(shown(cell(quote)) * 100),
            "fee": int(shown(cell(fee)) * 100), "boosted": cell(mode) == "是",
            "campaign": cell(campaign), "created": day(cell(created)), "done": day(cell(done)),
            "user_id": user_id(cell(link)), "nickname": cell(nick) or None,
            "note": cell(note) or None, "published": day(cell(published)),
        }


def orders():
    return statement("pugongying_order_report_2026Q3.xlsx", 1, "F", "J", "K", "L", "G", "P", "Q",
                     None, None, None, None)


def notes():
    return statement("pugongying_note_batch_2026Q3.xlsx", 3, "M", "Q", "R", "S", "N", None, None,
                     "C", "B", "K", "I")


RESULTS = ["impressions", "reads", "interactions", "likes", "collects", "comments", "shares", "follows",
           "natural_impressions", "natural_reads", "promoted_impressions", "promoted_reads",
           "heated_impressions", "heated_reads"]


def results():
    """The figures of each note in its batch, with the prices that Pugongying's order report works out."""
    prices = {row["F"]: row for _, row in sheet("pugongying_order_report_2026Q3.xlsx", 1)}
    columns = ["U", "V", "X", "Z", "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AH", "AI", "AJ"]
    for line, row in sheet("pugongying_note_batch_2026Q3.xlsx", 3):
        report = prices[row["M"]]
        order = ["S", "T", "Y", "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AI", "AJ", "AK", "AL"]
        assert [row[column] for column in columns] == [report[column] for column in order]
        yield {
            "line": line, "note": row["K"], "order": row["M"], "title": row["F"], "link": row["G"],
            "format": {"图文": "image", "视频": "video"}[row["H"]], "published": day(row["I"]),
            "user_id": user_id(row["C"]), "followers": int(row["D"]),
            "campaign": row["N"], "quote": int(shown(row["Q"]) * 100),
            "cut_fee": int(shown(row["R"]) * 100), "fee": int(shown(report["K"]) * 100),
            "read_price": int((shown(report["AM"]) * 100).to_integral_value(ROUND_HALF_UP)),
            "interaction_price": int((shown(report["AN"]) * 100).to_integral_value(ROUND_HALF_UP)),
            **{name: int(row[column]) for name, column in zip(RESULTS, columns)},
        }


with open("expected_results.json", "w", encoding="utf-8") as file:
    json.dump(list(results()), file, ensure_ascii=False, indent=0, sort_keys=True)

with open("expected_statements.json", "w", encoding="utf-8") as file:
    json.dump({"orders": list(orders()), "notes": list(notes())}, file, ensure_ascii=False,
              indent=0, sort_keys=True)

with open("expected.json", "w", encoding="utf-8") as file:
    samples = {"qiangua": qiangua, "xinhong": xinhong, "mcn": mcn, "pugongying": pugongying,
               "pugongying-export": pugongying_export, "pugongying-notes": pugongying_notes}
    json.dump({name: list(read()) for name, read in samples.items()}, file, ensure_ascii=False,
              indent=0, sort_keys=True)
