#!/usr/bin/env python3
"""Writes a made-up market of offers as CSV: the same seed and size give the same bytes.

Fitted on public figures (small samples): ln price = 0.76 ln followers + N(0, 0.9) yuan for an image
note, 85 % of prices rounded to tens or hundreds; a video is about 1.2 times an image and absent for
15 %; ln engagement rate = 0.19 - 0.37 ln followers + N(0, 0.94), at most 30 %; followers log-normal
within tiers of 60 % nano, 30 % micro, 8 % mid, 2 % top; 7 % are paid in product only (a fee of 0);
40 % have an MCN, of which a few are large; half are rated.

    generate.py OFFERS SEED [--correlated] [--creators] > offers.csv

With --correlated, engagement is made from the price, so that every offer is worth about its cost:
the hard case for any solver. With --creators, the number is one of creators,
for a book: their ratings are whole stars.
"""

import argparse
import math
import random
import sys

TIERS = [
    (0.60, 300, 10_000),
    (0.90, 10_000, 100_000),
    (0.98, 100_000, 500_000),
    (1.0, 500_000, 8_000_000),
]
CATEGORIES = ["beauty", "skincare", "fashion", "food", "parenting", "home", "fitness", "travel"]
STARS = ["1", "2", "3", "3.5", "4", "4.5", "5"]
COLUMNS = "creator_id,nickname,followers,engagement_rate,fee_fen,category,agency,rating,format"


def followers(draw):
    """A count from the tier's log-normal, drawn again until it lies within the tier."""
    place = draw.random()
    low, high = next((low, high) for part, low, high in TIERS if place < part)
    middle, width = (math.log(low) + math.log(high)) / 2, (math.log(high) - math.log(low)) / 4
    while True:
        count = int(math.exp(draw.gauss(middle, width)))
        if low <= count < high:
            return count


def image_fee(draw, count):
    """What an image note costs, in whole yuan."""
    price = math.exp(0.76 * math.log(count) + draw.gauss(0, 0.9))
    if draw.random() >= 0.85:
        return max(1, round(price))
    step = 10 if price < 1_000 or draw.random() < 0.5 else 100
    return max(step, round(price / step) * step)


def creator(draw, number, correlated, stars):
    """The offers of one creator, as rows without the id."""
    count = followers(draw)
    fee = 0 if draw.random() < 0.07 else image_fee(draw, count)
    rate = min(
        3_000, max(1, round(10_000 * math.exp(0.19 - 0.37 * math.log(count) + draw.gauss(0, 0.94))))
    )
    if correlated:
        rate = max(1, min(1_000_000, (fee + 100) * 10_000 // count))
    agency = f"MCN {int(draw.paretovariate(0.7)) % 400}" if draw.random() < 0.4 else ""
    rating = "" if draw.random() < 0.5 else draw.choice(stars)
    first = draw.choice(CATEGORIES)
    second = draw.choice(CATEGORIES)
    category = first if second == first or draw.random() < 0.7 else f"{first};{second}"
    formats = [("image", fee)]
    if fee > 0 and draw.random() < 0.85:
        formats.append(
            ("video", max(1, round(fee * math.exp(draw.gauss(math.log(1.2), 0.25)) / 10) * 10))
        )
    for form, price in formats:
        percent = f"{rate // 100}.{rate % 100:02d}%"
        yield f"note {number},{count},{percent},{price * 100},{category},{agency},{rating},{form}"


def offers(size, seed, correlated=False, of_creators=False):
    """Yields `size` lines behind the header, or those of `size` creators."""
    draw = random.Random(seed)
    # A book keeps what each rater gave, which is a whole number.
    stars = ["1", "2", "3", "4", "5"] if of_creators else STARS
    made = number = 0
    while True:
        identity = f"{draw.getrandbits(96):024x}"
        for row in creator(draw, number, correlated, stars):
            if not of_creators and made == size:
                return
            yield f"{identity},{row}"
            made += 1
        number += 1
        if of_creators and number == size:
            return


def main():
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("size", type=int, help="how many offers")
    words.add_argument("seed", type=int, help="any whole number")
    words.add_argument("--correlated", action="store_true", help="values that follow the prices")
    words.add_argument("--creators", action="store_true", help="the size counts creators")
    asked = words.parse_args()
    sys.stdout.write(COLUMNS + "\n")
    sys.stdout.writelines(
        line + "\n" for line in offers(asked.size, asked.seed, asked.correlated, asked.creators)
    )


if __name__ == "__main__":
    main()
