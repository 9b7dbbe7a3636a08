#!/usr/bin/env python3
"""Fuzzes the readers of other people's files with libFuzzer and the address sanitizer.

usage: fuzz.py FUZZREADERS SECONDS [FOLDER]      ends with 1 at the first input that traps or takes over 5 s

The corpus begins with the samples and the odd files of the tests, each for the readers that may meet it, and the
parts of the sample workbooks. FOLDER keeps it between runs, and the input that failed, if one did.
"""

import os
import re
import subprocess
import sys
import tempfile
import zipfile

PROGRAM, SECONDS = os.path.abspath(sys.argv[1]), sys.argv[2]
TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "InterchangeTests")
LIST, STATEMENT, OFFERS, LAYOUTS, SHEET, STRINGS, STYLES, STATED_SHEET = (bytes([n]) for n in range(8))
ESCAPES = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}


def unescaped(text):
    """The bytes that a text of odd/files.tsv stands for."""
    def piece(found):
        kind = found.group(1)
        return (bytes([int(kind[1:], 16)]) if kind[0] == "x" else ESCAPES[kind]).decode("latin-1")
    parts = re.sub(r"\\(x[0-9A-Fa-f]{2}|.)", piece, text.encode().decode("latin-1"))
    return parts.encode("latin-1")


def seeds():
    for folder, _, names in os.walk(os.path.join(TESTS, "samples")):
        for name in names:
            path = os.path.join(folder, name)
            data = open(path, "rb").read()
            if name.endswith(".xlsx"):
                for part in zipfile.ZipFile(path).namelist():
                    inside = zipfile.ZipFile(path).read(part)[:20_000]
                    if "worksheets/sheet" in part:
                        yield SHEET + inside
                        yield STATED_SHEET + inside
                    elif part.endswith("sharedStrings.xml"):
                        yield STRINGS + inside
                    elif part.endswith("styles.xml"):
                        yield STYLES + inside
            else:
                yield LIST + data[:8_000]
    lines = open(os.path.join(TESTS, "odd", "files.tsv"), encoding="utf-8").read().split("\n")[1:-1]
    for line in lines:
        # What is only large teaches the fuzzer nothing.
        text = re.sub("⟦[0-9]+\\*([^⟧]*)⟧", r"\1", line.split("\t")[1])
        for way in (LIST, STATEMENT, OFFERS, LAYOUTS):
            yield way + unescaped(text)


def fuzz(folder):
    corpus = os.path.join(folder, "corpus")
    os.makedirs(corpus, exist_ok=True)
    for number, seed in enumerate(seeds()):
        with open(os.path.join(corpus, f"seed-{number}"), "wb") as file:
            file.write(seed)
    words = [f"-max_total_time={SECONDS}", "-timeout=5", "-rss_limit_mb=2048", "-max_len=20000",
             "-print_final_stats=1", f"-artifact_prefix={folder}/"]
    # The sanitizer can't tell what Swift's runtime keeps to the end from what was lost.
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")
    done = subprocess.run([PROGRAM, *words, corpus], env=env, stderr=subprocess.PIPE, text=True, errors="replace")
    wanted = ("DONE", "stat::", "SUMMARY", "Test unit", "Fatal", "precondition")
    print("\n".join(line for line in done.stderr.split("\n") if any(word in line for word in wanted)))
    return done.returncode


if len(sys.argv) > 3:
    sys.exit(fuzz(os.path.abspath(sys.argv[3])) != 0)
with tempfile.TemporaryDirectory() as folder:
    sys.exit(fuzz(folder) != 0)
