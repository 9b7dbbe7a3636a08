#!/usr/bin/env python3
"""Times workbooks of 100,000 creators out of a book and in again, beside openpyxl.

usage: workbooks.py KOLBOOK        (a release build; the python3 that runs this needs openpyxl)

openpyxl writes (write-only mode) and reads (read-only mode) the same cells, and does nothing else;
kolbook's times have the book in them: the queries, and every check of an import.
"""

import os
import random
import subprocess
import sys
import tempfile

KOLBOOK = os.path.abspath(sys.argv[1])
WRITE = """import csv, openpyxl
book = openpyxl.Workbook(write_only=True); sheet = book.create_sheet("creators")
for row in csv.reader(open("all.csv", encoding="utf-8-sig")): sheet.append(row)
book.save("other.xlsx")"""
READ = """import openpyxl
sheet = openpyxl.load_workbook("all.xlsx", read_only=True).worksheets[0]
assert sum(1 for row in sheet.iter_rows(values_only=True)) == 100_001"""


def make(path):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("creator_id,nickname,followers,engagement_rate,format,fee,category,agency,city,"
                   "tags,profile_url,rating:mei,verdict:mei,comment:mei\n")
        for number in range(100_000):
            user = f"{random.getrandbits(96):024x}"
            file.write(
                f"{user},昵称{number}号🍑,{random.randrange(1000, 900000)},"
                f"{random.randrange(1, 1500) / 100}%,image,{random.randrange(1000, 9000000) / 10:.1f},"
                f"美妆,机构{number % 500},城市{number % 30},标签{number % 90};新人,"
                f"https://www.xiaohongshu.com/user/profile/{user},{1 + number % 5},ok,评语 {number}\n")


def timed(what, *words):
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    assert status == 0, f"{words}: {status}"
    print(f"| {what} | {used.ru_utime + used.ru_stime:.1f} s | {used.ru_maxrss // 1024} MiB |")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.environ.update(KOLBOOK_BOOK="book.db", KOLBOOK_USER="mei")
    make("list.csv")
    for words in (["init"], ["import", "list.csv"], ["export", "creators", "-o", "all.csv"]):
        subprocess.run([KOLBOOK, *words], check=True, capture_output=True)
    print("| 100,000 creators, 27 columns | CPU | peak memory |\n|---|---|---|")
    timed("`kolbook export creators -o all.xlsx`", KOLBOOK, "export", "creators", "-o", "all.xlsx")
    timed("openpyxl writes the same cells", sys.executable, "-c", WRITE)
    timed("`kolbook import all.xlsx --dry-run`", KOLBOOK, "import", "all.xlsx", "--dry-run")
    timed("openpyxl reads the same cells", sys.executable, "-c", READ)
