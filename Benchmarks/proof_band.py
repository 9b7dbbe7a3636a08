"""A band of creators, and what their best choices score at prices of a fen and of a head."""

import bisect

# Multipliers, prices and scores are whole numbers in parts of 2^50 to a unit of value.
UNIT = 1 << 50


def best_of(options, is_forced):
    """A creator's choices as (cost, value, people, sides), cheapest first; none is one unless forced.

    Values are in parts of UNIT here and below, less what rules that cross the bands charge; sides are
    what a choice adds to the left sides of those rules.
    """
    best = {}
    for cost, value, sides in options:
        best[cost, 1, sides] = max(value, best.get((cost, 1, sides), value))
    if not is_forced:
        best[0, 0, tuple(0 for _ in options[0][2])] = 0
    return sorted((cost, value, people, sides) for (cost, people, sides), value in best.items())


class Band:
    """The creators of one band, and what they score at prices of a fen and of a head."""

    def __init__(self, groups):
        self.groups = groups
        self.start, self.steps = self.climb()

    def climb(self):
        """The corners of the creators' choices for prices without a headcount price, dearest slope first."""
        start, steps = [0, 0, 0], []
        for choices in self.groups:
            corners = []
            for cost, value, people, _ in choices:
                if corners and corners[-1][0] == cost:
                    if value <= corners[-1][1]:
                        continue
                    corners.pop()
                while len(corners) > 1 and turns_up(corners[-2], corners[-1], (cost, value)):
                    corners.pop()
                corners.append((cost, value, people))
            start = [a + b for a, b in zip(start, corners[0])]
            for low, high in zip(corners, corners[1:]):
                gained = [b - a for a, b in zip(low, high)]
                # The step is worth taking at a whole price c just if c is below this whole number.
                steps.append((-(-gained[1] // gained[0]), *gained))
        steps.sort(key=lambda step: -step[0])
        totals = [tuple(start)]
        for _, cost, value, people in steps:
            last = totals[-1]
            totals.append((last[0] + cost, last[1] + value, last[2] + people))
        return totals, [-step[0] for step in steps]

    def best(self, cost_price, head_price):
        """The best score, and the (cost, value, people) that has it."""
        if head_price == 0:
            total = self.start[bisect.bisect_left(self.steps, -cost_price)]
        else:
            total = [0, 0, 0]
            for choices in self.groups:
                found = max(choices, key=lambda c: c[1] - c[0] * cost_price - c[2] * head_price)
                total = [a + b for a, b in zip(total, found)]
        cost, value, people = total
        return value - cost * cost_price - people * head_price, (cost, value, people)

    def losses(self, cost_price, head_price, most):
        """The best total, and of each creator the other choices that lose at most so much."""
        total, flips, sides = [0, 0, 0], [], None
        for choices in self.groups:
            scores = [c[1] - c[0] * cost_price - c[2] * head_price for c in choices]
            top = max(scores)
            base = choices[scores.index(top)]
            total = [a + b for a, b in zip(total, base)]
            sides = base[3] if sides is None else added(sides, base[3])
            own = [
                (top - score, *(b - a for a, b in zip(base[:3], choice)), changed(base, choice))
                for score, choice in zip(scores, choices)
                if choice is not base and top - score <= most
            ]
            if own:
                flips.append(sorted(own))
        return (*total, sides or ()), flips


def added(first, second):
    return tuple(a + b for a, b in zip(first, second)) if first else first


def changed(base, choice):
    return tuple(b - a for a, b in zip(base[3], choice[3]))


def turns_up(first, middle, last):
    """Whether the middle corner lies on or below the line from the first to the last."""
    return (middle[1] - first[1]) * (last[0] - first[0]) <= (last[1] - first[1]) * (
        middle[0] - first[0]
    )
