#!/usr/bin/env python3
"""Looks at kolbook's pages in a real browser: a campaign's report, a shortlist and an audit.

Headless Chromium takes a picture of each as a screen shows it, and prints it on A4. A picture must not be
blank, every character of the page must have a glyph, nothing may stick out of the paper's width. Pictures and
PDFs are kept for people to look at. Without Chromium it says so and ends with 0.

usage: screenshots.py KOLBOOK [FOLDER]     (FOLDER keeps the pictures: .build/screenshots if not said)
"""

import base64
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
KOLBOOK = os.path.abspath(sys.argv[1])
FOLDER = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, ".build/screenshots"))
SAMPLES = os.path.join(ROOT, "Tests/InterchangeTests/samples")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NAME, WIDTH = "秋上新 🍁", 1_280
# Answers in the page's own text, which --dump-dom writes. A canvas of a page from a file may be read only
# where the picture is inside the page.
CHECK = """<!DOCTYPE html><meta charset="utf-8"><body><script>
const characters = %s, font = %s;
const canvas = document.createElement("canvas"), pen = canvas.getContext("2d", {willReadFrequently: true});
function drawn(text) {
  canvas.width = canvas.height = 40;
  pen.font = "24px " + font;
  pen.fillText(text, 4, 30);
  return Array.from(pen.getImageData(0, 0, 40, 40).data).join();
}
const missing = new Set(["\\u{10FFFE}", "\\u{F8FE}", "\\u{E123}"].map(drawn));
const answer = {missing: characters.filter(one => missing.has(drawn(one)) || drawn(one) === drawn(" "))};
const picture = new Image();
picture.onload = () => {
  [canvas.width, canvas.height] = [picture.width, picture.height];
  pen.drawImage(picture, 0, 0);
  const bytes = pen.getImageData(0, 0, picture.width, picture.height).data, colors = new Set();
  let ink = 0;
  for (let place = 0; place < bytes.length; place += 4) {
    const color = bytes[place] << 16 | bytes[place + 1] << 8 | bytes[place + 2];
    if (color !== 0xffffff) { ink += 1; colors.add(color); }
  }
  Object.assign(answer, {ink: ink * 4 / bytes.length, colors: colors.size});
  document.body.textContent = JSON.stringify(answer);
};
picture.src = "data:image/png;base64,%s";
</script></body>"""
# In the page itself: how far its content sticks out to the right, at the width of A4 less its margins.
WIDE = """<script>addEventListener("load", () => {
  const right = [...document.querySelectorAll("body *")].map(one => one.getBoundingClientRect().right);
  document.documentElement.setAttribute("data-right", Math.ceil(Math.max(...right)));
});</script></body>"""


def kolbook(*words, codes=(0,)):
    done = subprocess.run([KOLBOOK, *words], capture_output=True, text=True)
    assert done.returncode in codes, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"


def make(folder):
    """The pages, of the fictional book and of the samples."""
    os.environ.update(KOLBOOK_BOOK=f"{folder}/demo.db", KOLBOOK_NOW="2026-11-23T10:00:00+08:00", USER="lin")
    page = lambda name: os.path.join(folder, f"{name}.html")
    kolbook("demo", f"{folder}/demo.db")
    kolbook("shortlist", "--budget", "30万", "--save", NAME)
    kolbook("export", "shortlist", NAME, "-o", page("shortlist"))
    kolbook("audit", "2026Q3", "-o", page("audit"), codes=(0, 3))
    kolbook("campaign", "add", NAME, "--brand", "样例品牌", "--product", "样例精华", "--category", "护肤",
            "--objective", "awareness", "--stage", "launch", "--from", "2026-07-01", "--to", "2026-09-30",
            "--budget", "50万")
    kolbook("results", "import", "--campaign", NAME, f"{SAMPLES}/pugongying_order_report_2026Q3.xlsx",
            f"{SAMPLES}/pugongying_note_batch_2026Q3.xlsx")
    kolbook("campaign", "report", NAME, "-o", page("campaign"))
    return ["campaign", "shortlist", "audit"]


class Browser:
    def __init__(self, program, home):
        self.words = [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                      f"--user-data-dir={home}"]

    def run(self, path, *words):
        done = subprocess.run([*self.words, *words, f"file://{path}"], capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout


def look(browser, folder, name):
    """Takes the pictures of a page; what is wrong with it."""
    path, wrong = f"{folder}/{name}.html", []
    text = open(path, encoding="utf-8").read()
    picture = os.path.join(FOLDER, f"{name}.png")
    browser.run(path, f"--window-size={WIDTH},2400", f"--screenshot={picture}")
    browser.run(path, "--no-pdf-header-footer", f"--print-to-pdf={os.path.join(FOLDER, name + '.pdf')}")
    said = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", text, flags=re.S))
    characters = sorted({one for one in said if unicodedata.category(one)[0] in "LNPS"})
    font = re.search(r"font: [^ ]+ ([^;]+);", text).group(1)
    check = f"{folder}/check.html"
    with open(check, "w", encoding="utf-8") as file:
        bytes_of = base64.b64encode(open(picture, "rb").read()).decode()
        file.write(CHECK % (json.dumps(characters), json.dumps(" ".join(font.split())), bytes_of))
    found = re.search(r"<body>(\{.*?\})</body>", browser.run(check, "--virtual-time-budget=20000", "--dump-dom"))
    assert found, f"{name}: the check gave no answer"
    answer = json.loads(html.unescape(found.group(1)))
    if answer["missing"]:
        wrong.append(f"no glyph for {''.join(answer['missing'])}")
    if not 0.01 < answer["ink"] < 0.6 or answer["colors"] < 20:
        wrong.append(f"it looks blank: {answer['ink']:.2%} of it is ink, of {answer['colors']} colors")
    with open(check, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", WIDE).replace("@media print", "@media all"))
    # A4 is 210 mm wide, its margins are 12 mm: 703 pixels.
    dom = browser.run(check, "--window-size=703,1000", "--virtual-time-budget=5000", "--dump-dom")
    right = int(re.search(r'data-right="(-?\d+)"', dom).group(1))
    if right > 703:
        wrong.append(f"it sticks out of A4 by {right - 703} pixels")
    print(f"  {name}: {len(characters)} characters have a glyph, {answer['ink']:.1%} ink, {right} of 703 pixels wide"
          if not wrong else f"  {name}: {'; '.join(wrong)}")
    return wrong


def main():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        print(f"skipped: none of {', '.join(BROWSERS)} is installed, so no browser has looked at the pages")
        return 0
    os.makedirs(FOLDER, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        names = make(folder)
        browser = Browser(program, f"{folder}/browser")
        wrong = [one for name in names for one in look(browser, folder, name)]
    print(f"pictures and prints are in {FOLDER}")
    return 1 if wrong else 0


sys.exit(main())
