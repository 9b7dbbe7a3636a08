"""A file of offers as numbers, and the rules of PLANNER over them, worked out apart from kolbook."""

import csv
from fractions import Fraction

import numpy

BANDS = ("koc", "mid", "head")
SHARES = (7_000, 2_000, 1_000)
WEIGHTS = {1: 60, 2: 80, 3: 100, 4: 115, 5: 130}


def weight(stars):
    """What a rating is worth in percent: linear between whole stars, half up; 100 for none."""
    if not stars:
        return 100
    exact = Fraction(stars)
    low = min(4, int(exact))
    between = WEIGHTS[low] + (exact - low) * (WEIGHTS[low + 1] - WEIGHTS[low])
    return int(between + Fraction(1, 2))


class Market:
    """The offers of a file in its order."""

    def __init__(self, path):
        self.creators, self.bands, costs, values = [], [], [], []
        weights = {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                followers, fee = int(row["followers"]), int(row["fee_fen"])
                rate = int(row["engagement_rate"].replace(".", "").rstrip("%"))
                stars = row["rating"]
                percent = weights.setdefault(stars, weight(stars))
                self.creators.append(row["creator_id"])
                self.bands.append(0 if followers < 100_000 else 1 if followers < 500_000 else 2)
                costs.append(fee + (fee * 1_000 + 5_000) // 10_000)
                values.append((followers * rate * percent + 500_000) // 1_000_000)
        self.bands = numpy.asarray(self.bands)
        self.costs, self.values = numpy.asarray(costs, numpy.int64), numpy.asarray(
            values, numpy.int64
        )

    def model(self, budget, words):
        """Values, rows and pairs for a budget in fen and a case such as `spend`, `heads:5%`, `counts:…`."""
        mode, _, rest = words.partition(":")
        rows = [(self.costs, self.floor(budget, mode), budget)]
        tolerance = int(Fraction(rest.rstrip("%")) * 100) if rest and mode != "counts" else 500
        for band, share in enumerate(SHARES if mode in ("spend", "envelope", "heads") else ()):
            own = (self.bands == band).astype(numpy.int64)
            low, high = max(0, share - tolerance), min(10_000, share + tolerance)
            if mode == "spend":
                rows.append(((low - 10_000 * own) * self.costs, None, 0))
                rows.append(((10_000 * own - high) * self.costs, None, 0))
            elif mode == "envelope":
                rows.append((10_000 * own * self.costs, low * budget, high * budget))
            else:
                rows.append((low - 10_000 * own, None, 9_999))
                rows.append((10_000 * own - high, None, 9_999))
        for part in rest.split(",") if mode == "counts" else ():
            name, ends = part.split("=")
            low, high = (int(end) for end in ends.split("-"))
            rows.append(((self.bands == BANDS.index(name)).astype(numpy.int64), low, high))
        return self.values, rows, self.pairs()

    @staticmethod
    def floor(budget, mode):
        """At least 90 % of the budget where parts are parts of what is spent, and more than nothing."""
        return max(1, -(-budget * 9 // 10)) if mode == "spend" else None

    def pairs(self):
        places = {}
        for place, creator in enumerate(self.creators):
            places.setdefault(creator, []).append(place)
        return [own for own in places.values() if len(own) > 1]

    def value_of(self, chosen, model):
        """What a list is worth, or None when it breaks a rule: in whole numbers."""
        if len({self.creators[place] for place in chosen}) < len(chosen):
            return None
        for coefficients, low, high in model[1]:
            total = sum(int(coefficients[place]) for place in chosen)
            if (low is not None and total < low) or (high is not None and total > high):
                return None
        return sum(int(self.values[place]) for place in chosen)
