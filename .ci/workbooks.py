#!/usr/bin/env python3
"""Checks the workbooks that kolbook writes with two programs that share no code with it.

openpyxl reads every cell back and compares it with the CSV and JSON exports; LibreOffice works every
formula out anew and must come to the values that kolbook wrote beside them; both save the files, and
importing what they saved must change nothing but what was edited.

usage: workbooks.py KOLBOOK [FOLDER]     (FOLDER keeps the files; needs python3-openpyxl and soffice)
"""

import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

KOLBOOK = os.path.abspath(sys.argv[1])
HARD = '''creator_id,nickname,followers,engagement_rate,format,fee,category,agency,tags,rating:王敏,verdict:王敏,comment:王敏
5f0123456789abcdef012345,=1+1,12345,5.2%,image,3000.05,美妆,=SUM(A1),双11;复投,5,price:1000,"=HYPERLINK(""x"")"
6123e45,+86 138,900,0.01%,image,0.01,美妆,*,,4,ok,-
652638315376245123456789,🍑 桃桃,120000,3%,video,88000.35,护肤,"<b>&amp;""MCN""",a b,5,,@所有人
007,مرحبا بكم,45000,1.5%,image,1200,美妆,,نانو,4,hold,שלום
kb-😀,👩‍👩‍👧 家,700,12.34%,image,350.5,护肤,?x,,5,no,ﬀ ﷽
'''
checks = 0


def run(*words, code=0):
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def same(found, wanted, what):
    global checks
    checks += 1
    assert found == wanted, f"{what}: found {found!r}, wanted {wanted!r}"


def soffice(path, folder, form):
    """The file as LibreOffice writes it anew."""
    os.makedirs(folder, exist_ok=True)
    home = os.path.abspath(os.path.join(folder, "profile"))
    run("soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", form,
        "--outdir", folder, path)
    name = os.path.splitext(os.path.basename(path))[0]
    return os.path.join(folder, f"{name}.{form.split(':')[0]}")


def unguarded(text):
    """kolbook puts an apostrophe before texts of a CSV file that Excel would run or change."""
    return text[1:] if text.startswith("'") else text


def text_of(cell):
    """What a CSV export says for a cell of the workbook."""
    if cell.value is None:
        return ""
    if cell.data_type == "s":
        return cell.value
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date().isoformat()
    number = Decimal(repr(cell.value) if isinstance(cell.value, float) else cell.value)
    if cell.number_format == "0.00%":
        return format((number * 100).normalize(), "f") + "%"
    return format(number.normalize(), "f") if number else "0"


def check_creators(path, rows):
    """Each cell is the CSV's, ids and words are text, and nothing is a formula."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    header = [cell.value for cell in sheet[1]]
    same(len(header) >= len(rows[0]), True, "columns")
    same((sheet.freeze_panes, bool(sheet.auto_filter.ref)), ("C2", True), "frozen header and filter")
    same(len(sheet.data_validations.dataValidation) >= 3, True, "validations")
    order = ["creator_id", "nickname"]
    order += [name for name in rows[0] if name not in order]
    same(sheet.max_row, len(rows) + 1, "rows")
    for number, row in enumerate(rows, 2):
        for name, cell in zip(order, sheet[number]):
            assert cell.data_type != "f", f"{path} {cell.coordinate} is a formula"
            wanted = unguarded(row[name])
            if name == "fee" and wanted:
                wanted = format(Decimal(wanted).normalize(), "f") if Decimal(wanted) else "0"
            same(text_of(cell), wanted, f"{path} {cell.coordinate} {name}")
            if name in ("creator_id", "user_id", "red_id", "nickname", "tags") and cell.value:
                same((cell.data_type, cell.number_format), ("s", "@"), cell.coordinate)
            if name == "profile_url" and cell.value:
                same(cell.hyperlink and cell.hyperlink.target, cell.value, cell.coordinate)


def fen(value):
    return int(round(Decimal(repr(value)) * 100)) if value is not None else None


def check_shortlist(path, shown, folder):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    table, pyramid, fees, notes = values.worksheets
    same(len(formulas.worksheets[1]._charts), 1, "charts")
    same((table.freeze_panes, table.auto_filter.ref[:2]), ("C4", "A3"), "header of the list")
    for number, pick in enumerate(shown["offers"], 4):
        row = [cell.value for cell in table[number]]
        same(row[0], pick["creator_id"], "creator_id")
        same(row[1], pick["nickname"], "nickname")
        same((fen(row[10]), fen(row[13]), fen(row[14])),
             (pick["quote_fen"], pick["fee_fen"], pick["cost_fen"]), f"money of {row[1]}")
        same((row[6], row[15]), (pick["followers"], pick["value"]), f"figures of {row[1]}")
    same(table.max_row, 3 + len(shown["offers"]), "rows")
    for number, band in enumerate(shown["bands"], 4):
        row = [cell.value for cell in pyramid[number]]
        same((row[1], fen(row[3]), fen(row[4]), fen(row[5])),
             (band["people"], band["quotes_fen"], band["fees_fen"], band["cost_fen"]), "band")
        same(fen(row[6] * 100), band["spend_share_bp"] or 0, "share of cost")
    same(fen(table["O2"].value), shown["spend_fen"], "the sum of the costs")
    words = " ".join(str(cell.value) for row in notes.rows for cell in row if cell.value)
    same(shown["name"] in words and "AllXHS" in words, True, "notes")
    recalculated(path, values, formulas, folder)


def recalculated(path, values, formulas, folder):
    """LibreOffice, given the formulas alone, comes to the values that stand beside them."""
    bare = os.path.join(folder, "bare.xlsx")
    formulas.save(bare)
    anew = openpyxl.load_workbook(soffice(bare, os.path.join(folder, "anew"), "xlsx"), data_only=True)
    count = 0
    for sheet, wanted, made in zip(formulas.worksheets, values.worksheets, anew.worksheets):
        for row in sheet.rows:
            for cell in row:
                if cell.data_type != "f":
                    continue
                own, other = wanted[cell.coordinate].value, made[cell.coordinate].value
                same(round(Decimal(repr(other)), 6), round(Decimal(repr(own)), 6),
                     f"{path} {sheet.title}!{cell.coordinate} {cell.value}")
                count += 1
    assert count > 20, f"{path}: only {count} formulas"


def edited(path, folder):
    """Fills the yellow cells of two rows in, as a brand manager would."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["M4"], sheet["S4"], sheet["T4"], sheet["U4"] = 4321.5, 2, "price:4000", "=太贵了 🙃"
    sheet["U4"].data_type = "s"
    sheet["S5"], sheet["T5"] = 5, "ok"
    out = os.path.join(folder, "edited.xlsx")
    book.save(out)
    return out


def tail(text):
    return text.strip().splitlines()[-1]


def unchanged(path, count, *words):
    """Importing a file would change nothing."""
    said = run(KOLBOOK, "import", path, "--dry-run", *words)
    same(f"0 added, 0 updated, {count} unchanged" in said, True, f"{path}: {said}")


def main(folder):
    os.chdir(folder)
    os.environ["KOLBOOK_BOOK"] = "kolbook.db"
    # Who exports gets columns to fill in; mei is a rater of the demo, so CSV has them too.
    os.environ["KOLBOOK_USER"] = "mei"
    run(KOLBOOK, "demo", "kolbook.db", "--force")
    with open("hard.csv", "w", encoding="utf-8") as file:
        file.write(HARD)
    run(KOLBOOK, "import", "hard.csv")
    run(KOLBOOK, "shortlist", "--budget", "30万", "--save", "spring", "--include", "007")
    run(KOLBOOK, "shortlist", "--budget", "5万", "--by", "heads", "--mix", "70/30/0", "--save", "heads")
    rows = list(csv.DictReader(run(KOLBOOK, "export", "creators").splitlines()))
    people = len({row["creator_id"] for row in rows})
    for language in ("en", "zh", "both"):
        name = f"all-{language}.xlsx"
        run(KOLBOOK, "export", "creators", "-o", name, "--headers", language, "--force")
        check_creators(name, rows)
        unchanged(name, people)
        for program in ("calc", "openpyxl"):
            other = f"{program}-{name}"
            if program == "calc":
                os.replace(soffice(name, "calc", "xlsx"), other)
            else:
                openpyxl.load_workbook(name).save(other)
            unchanged(other, people)
            for file in ("fresh.db", "fresh.db-wal", "fresh.db-shm"):
                if os.path.exists(file):
                    os.remove(file)
            run(KOLBOOK, "init", "--book", "fresh.db")
            run(KOLBOOK, "import", other, "--book", "fresh.db")
            run(KOLBOOK, "export", "creators", "-o", "again.xlsx", "--headers", language, "--force",
                "--book", "fresh.db")
            with open(name, "rb") as one, open("again.xlsx", "rb") as two:
                same(one.read() == two.read(), True, f"{other} and back: the bytes")
        for shortlist in ("spring", "heads"):
            shown = json.loads(run(KOLBOOK, "shortlist", "show", shortlist, "--format", "json"))
            path = f"{shortlist}-{language}.xlsx"
            run(KOLBOOK, "export", "shortlist", shortlist, "-o", path, "--headers", language, "--force")
            check_shortlist(path, shown, folder)
            picks = len({pick["creator_id"] for pick in shown["offers"]})
            unchanged(path, picks)
            unchanged(soffice(path, "calc", "xlsx"), picks)
    changed = edited("spring-both.xlsx", folder)
    calc = soffice(changed, "calc", "xlsx")
    for path in (changed, calc):
        said = run(KOLBOOK, "import", path, "--dry-run", "--as", "ling")
        same("0 added, 2 updated" in said, True, f"{path}: {said}")
    run(KOLBOOK, "import", calc, "--as", "ling")
    unchanged(changed, picks_of("spring"), "--as", "ling")
    first = json.loads(run(KOLBOOK, "shortlist", "show", "spring", "--format", "json"))["offers"][0]
    card = json.loads(run(KOLBOOK, "show", first["creator_id"], "--format", "json"))
    words = json.dumps(card, ensure_ascii=False)
    same(all(part in words for part in ("=太贵了 🙃", "432150", "ling")), True, f"the card: {words}")
    print(f"workbooks: {checks} values agree with openpyxl and LibreOffice")


def picks_of(name):
    shown = json.loads(run(KOLBOOK, "shortlist", "show", name, "--format", "json"))
    return len({pick["creator_id"] for pick in shown["offers"]})


if len(sys.argv) > 2:
    os.makedirs(sys.argv[2], exist_ok=True)
    main(os.path.abspath(sys.argv[2]))
else:
    with tempfile.TemporaryDirectory() as folder:
        main(folder)
