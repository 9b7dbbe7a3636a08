#!/usr/bin/env python3
"""Counts the instructions that the SQLite wrapper takes beside SQLite's C functions, by valgrind's callgrind.

usage: wrapper.py WRAPPERCOST        ends with 1 where the wrapper takes more than 1.05 times as many

Both sides store the same creators (three texts, two numbers) in the same table in memory, and read them again.
Counts don't depend on what else the machine does. What both do alike, making the creators and opening the
table, is counted in runs of its own and taken off.
"""

import os
import re
import subprocess
import sys

PROGRAM = os.path.abspath(sys.argv[1])
ROWS, SCANS, LIMIT = 20_000, 5, 1.05


def run(side, rows, scans):
    words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run([*words, PROGRAM, side, str(rows), str(scans)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1)), done.stdout


def cost(side):
    """Instructions of one row inserted, and of one row read; what the scans summed up."""
    stored, _ = run(side, ROWS, 0)
    scanned, said = run(side, ROWS, SCANS)
    return (stored - run(side, 0, 0)[0] - made) / ROWS, (scanned - stored) / ROWS / SCANS, said


made = run("none", ROWS, 0)[0] - run("none", 0, 0)[0]
raw, wrapper = cost("raw"), cost("wrapper")
assert raw[2] == wrapper[2], "the two read something else"
print("| a row | C, instructions | wrapper | ratio |\n|---|---|---|---|")
ratios = []
for what, ours, theirs in zip(("insert", "scan"), wrapper, raw):
    ratios.append(ours / theirs)
    print(f"| {what} | {theirs:,.0f} | {ours:,.0f} | {ratios[-1]:.3f} |")
sys.exit(max(ratios) > LIMIT)
