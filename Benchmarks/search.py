"""Searches a million creators by name beside LIKE: python3 Benchmarks/search.py .build/release/kolbook

Makes a book of creators with names by chance (seeded; characters as common as in running text), lets the first
search build the index, and then, of words of several frequencies:
- compares what the index has with what LIKE finds, each creator, decoding the postings by itself;
- times LIKE and the postings' query in one process, and `kolbook find` and `sqlite3` as whole processes.
"""

import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

COMMON = (
    "小大红书家的一吃美食日记生活穿搭护肤妆学爱花月鹿桃夏米阿可乐可甜圆星梦云水果宝妈旅行手帐厨房健身运动"
    "摄影猫狗书房店主姐妹同老师说话语安静好多喜欢天春秋冬白黑蓝绿青橙紫金银木林森山海风雨雪光年时间城市北上广"
)
RARE = [chr(code) for code in range(0x4E00, 0x4E00 + 3500)]
LATIN = ["luna", "kiki", "amy", "mia", "coco", "lily", "momo", "vivi", "anna", "leo"]


def name(chance):
    weights = [1 / (place + 3) for place in range(len(COMMON))]
    signs = chance.choices(COMMON, weights, k=chance.randint(2, 5))
    if chance.random() < 0.6:
        signs.insert(chance.randint(0, len(signs)), chance.choice(RARE))
    if chance.random() < 0.15:
        signs.append(chance.choice(LATIN))
    return "".join(signs)


def fill(kolbook, folder, count):
    chance = random.Random(20261123)
    with open(f"{folder}/list.csv", "w", encoding="utf-8") as out:
        out.write("creator_id,nickname,red_id,followers\n")
        for number in range(count):
            out.write(f"c{number},{name(chance)},{70000000 + number},{chance.randint(1, 500000)}\n")
    run = lambda *words: subprocess.run([kolbook, *words], cwd=folder, check=True, capture_output=True)
    run("init")
    run("import", "list.csv")


def used(words, folder, times):
    """Median CPU milliseconds of a whole process, and what it wrote."""
    spent = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(words, cwd=folder, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent) * 1000, done


def median(times, body):
    spent = []
    for _ in range(times):
        start = time.process_time()
        result = body()
        spent.append(time.process_time() - start)
    return statistics.median(spent) * 1000, result


def decoded(rows):
    numbers = set()
    for segment, blob in rows:
        number, distance, shift = segment << 17, 0, 0
        for byte in blob:
            distance |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                # Two bits say where in the name.
                number += distance >> 2
                numbers.add(number)
                distance = shift = 0
    return numbers


def token(words):
    second = ord(words[1]) if len(words) == 2 else 0
    return 1 << 60 | ord(words[0]) << 30 | second


def main():
    kolbook = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        fill(kolbook, folder, count)
        book = f"{folder}/kolbook.db"
        size = os.path.getsize(book)
        built, _ = used([kolbook, "find", "小红"], folder, 1)
        db = sqlite3.connect(book)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows, blobs = db.execute("SELECT count(*), sum(length(numbers)) FROM search_posting").fetchone()
        segments = [row[0] for row in db.execute("SELECT DISTINCT segment FROM search_posting")]
        print(f"index: {built / 1000:.1f} s CPU, {rows:,} tokens, postings {blobs / 1e6:.0f} MB,")
        print(f"  the book grew from {size / 1e6:.0f} MB to {os.path.getsize(book) / 1e6:.0f} MB")
        print("| words | found | LIKE | index | times | find, process | sqlite3 LIKE, process |")
        print("|---|---|---|---|---|---|---|")
        for words in ["小", "鹿", "丐", "小红", "桃月", "护肤", "房主"]:
            like = lambda: db.execute(
                "SELECT creator_no FROM creator WHERE nickname LIKE '%' || ? || '%'", (words,)
            ).fetchall()
            look = lambda: [
                row
                for segment in segments
                for row in db.execute(
                    "SELECT segment, numbers FROM search_posting WHERE segment = ? AND token = ?",
                    (segment, token(words)),
                )
            ]
            slow, found = median(3, like)
            fast, blobs = median(51, look)
            assert decoded(blobs) == {row[0] for row in found}, words
            ours, _ = used([kolbook, "find", words], folder, 5)
            sql = f"SELECT count(*) FROM creator WHERE nickname LIKE '%{words}%'"
            peer, _ = used(["sqlite3", book, sql], folder, 3)
            print(
                f"| {words} | {len(found):,} | {slow:.0f} ms | {fast:.3f} ms | {slow / fast:.0f} "
                f"| {ours:.0f} ms | {peer:.0f} ms |"
            )
        for words in ["xiaohong", "xh", "xhsj", "luna", "un"]:
            ours, _ = used([kolbook, "find", words], folder, 3)
            print(f"find {words}: {ours:.0f} ms")


if __name__ == "__main__":
    main()
