"""Looks for a list worth more than a bound; when there is none, the bound is proven.

Rules are triples (cost, count, bound): Σ over bands of cost[b] · spend + count[b] · people <= bound.
For multipliers y >= 0, a list x is worth L(y) - Σ losses - Σ y · slack, where a creator's loss is what
the choice scores below the best one. So of a band only choices that lose no more than L(y) - bound - 1
matter; they are few, and are tried band by band, top first, each with multipliers of its own.
"""

import bisect
import time

from proof_band import Band, added

STATES = 400_000


class OutOfTime(Exception):
    """The search took longer than it may, or grew too large."""


class Search:
    """A search over the bands, top first."""

    def __init__(self, groups, rules, sides, target, deadline):
        self.bands = [Band(own) for own in groups]
        self.rules = rules
        # The multiplier of each rule that crosses the bands, and what its left side may be.
        self.limits = sides
        self.target = target
        self.deadline = deadline
        self.looked = 0
        self.order = [2, 1, 0]
        # Prices that served the last band before; neighbours are alike.
        self.last = (0, 0)

    def better(self, multipliers):
        """The value of a list that reaches the target and keeps to the rules, or None."""
        return self.below(0, self.rules, 0, multipliers, tuple(most for _, most in self.limits))

    def below(self, level, rules, value, multipliers, room):
        """Tries the choices of the bands from a level on; the rules say what they have left."""
        if time.monotonic() > self.deadline:
            raise OutOfTime
        bands = self.order[level:]
        if not bands:
            unused = sum(own * left for (own, _), left in zip(self.limits, room))
            fits = all(rule[2] >= 0 for rule in rules) and all(left >= 0 for left in room)
            return value if fits and value - unused >= self.target else None
        kept = [
            place
            for place, rule in enumerate(rules)
            if any(rule[0][b] or rule[1][b] for b in bands)
        ]
        if any(rule[2] < 0 for place, rule in enumerate(rules) if place not in kept):
            return None
        own, start = [rules[place] for place in kept], [multipliers[place] for place in kept]
        windows = self.windows(bands, own)
        if len(bands) == 1:
            own, *starts = self.sides(bands[0], windows, self.prices(rules, multipliers, bands[0]))
            start = min(starts, key=lambda start: self.bound(own, start, bands)[0])
        goal = self.target - value
        total, found = self.improve(own, start, bands, goal)
        if len(bands) == 1:
            self.last = self.prices(own, found, bands[0])
        if total < goal:
            return None
        states = self.choices(bands, self.prices(own, found, bands[0]), windows, total - goal)
        following = multipliers if len(bands) == 1 else spread(found, kept, len(rules))
        for state, (gained, _) in sorted(states.items(), key=lambda item: item[1][1]):
            self.looked += 1
            cost, people, used = state
            rest = [
                (rule[0], rule[1], rule[2] - rule[0][bands[0]] * cost - rule[1][bands[0]] * people)
                for rule in rules
            ]
            better = self.below(
                level + 1, rest, value + gained, following, tuple(a - b for a, b in zip(room, used))
            )
            if better is not None:
                return better
        return None

    def prices(self, rules, multipliers, band):
        cost = sum(y * rule[0][band] for y, rule in zip(multipliers, rules))
        return cost, sum(y * rule[1][band] for y, rule in zip(multipliers, rules))

    def bound(self, rules, multipliers, bands=(2, 1, 0)):
        """L(y) of some bands, and what each rule has left at the choices that score best."""
        total = sum(y * rule[2] for y, rule in zip(multipliers, rules))
        slack = [rule[2] for rule in rules]
        for band in bands:
            score, (cost, _, people) = self.bands[band].best(*self.prices(rules, multipliers, band))
            total += score
            for place, rule in enumerate(rules):
                slack[place] -= rule[0][band] * cost + rule[1][band] * people
        return total, slack

    def improve(self, rules, multipliers, bands, goal):
        """Multipliers with a lower bound by Polyak's steps; stops below the goal."""
        units = self.units(rules, bands)
        best = (self.bound(rules, multipliers, bands)[0], multipliers)
        current, patience, aim = multipliers, 0, goal
        for _ in range(120):
            total, slack = self.bound(rules, current, bands)
            best, patience = ((total, current), 0) if total < best[0] else (best, patience + 1)
            if best[0] < goal or patience > 30:
                break
            if patience and patience % 8 == 0:
                # The goal may be out of reach: aim half way there, from the best so far.
                aim, current = (aim + best[0]) // 2, best[1]
                continue
            scaled = [s / unit for s, unit in zip(slack, units)]
            norm = sum(s * s for y, s in zip(current, scaled) if y > 0 or s < 0)
            if norm == 0:
                break
            step = float(total - aim) / norm
            current = [
                max(0, y - int(step * s / unit)) for y, s, unit in zip(current, scaled, units)
            ]
        return best

    def units(self, rules, bands):
        """What the left sides are large as, so that rules on money and on people are moved alike."""
        dear = [
            max(1, abs(rule[2]), max(abs(rule[0][b]) for b in bands))
            for rule in rules
            if any(rule[0])
        ]
        money = max(dear, default=1) / max((max(map(abs, rule[0])) for rule in rules), default=1)
        people = max(1, sum(len(self.bands[band].groups) for band in bands)) ** 0.5
        return [
            (
                max(map(abs, rule[0])) * max(1.0, money)
                if any(rule[0])
                else max(1, *map(abs, rule[1])) * people
            )
            for rule in rules
        ]

    def sides(self, band, windows, prices):
        """The windows of the last band as rules, and multipliers to begin with."""
        low, high, fewest, most = windows
        one, none = tuple(int(other == band) for other in range(3)), (0, 0, 0)
        less = tuple(-x for x in one)
        rules = [(less, none, -low), (none, less, -fewest)]
        rules += [] if high is None else [(one, none, high)]
        rules += [] if most is None else [(none, one, most)]
        starts = []
        for cost, people in ((self.price(band, low, high), 0), prices, self.last):
            start = [max(0, -cost), max(0, -people)]
            start += [] if high is None else [max(0, cost)]
            starts.append(start + ([] if most is None else [max(0, people)]))
        return rules, *starts

    def price(self, band, low, high):
        """The best price of a fen for a window of cost where people don't matter."""
        totals, falls = self.bands[band].start, self.bands[band].steps
        ends = [(high, bisect.bisect_right)] if high is not None else []
        for end, find in [*ends, (low, bisect.bisect_left)]:
            # The first step that the window has no room for, or the last that it needs.
            place = find(totals, end, key=lambda total: total[0]) - 1
            price = -falls[place] if 0 <= place < len(falls) else 0
            if (price > 0) == (find is bisect.bisect_right):
                return price
        return 0

    def choices(self, bands, prices, windows, spare):
        """What a band can come to for so much loss: (cost, people) with its largest value and the loss of that."""
        (cost, value, people, sides), flips = self.bands[bands[0]].losses(*prices, spare)
        sides = sides or tuple(0 for _ in self.limits)
        if len(bands) == 1:
            windows = pulled(windows, prices[0], spare)
        # Large moves first: the small ones that follow can then no longer bring a far state home.
        flips.sort(key=lambda own: -max(abs(flip[1]) for flip in own))
        reach = reaches(flips)
        states = {(cost, people, sides): (value, 0)}
        for place, own in enumerate(flips):
            grown = dict(states)
            for (cost, people, sides), (value, loss) in states.items():
                for more, d_cost, d_value, d_people, d_sides in own:
                    if loss + more > spare:
                        break
                    key = (cost + d_cost, people + d_people, added(sides, d_sides))
                    if key not in grown or grown[key][0] < value + d_value:
                        grown[key] = (value + d_value, loss + more)
            states = {
                key: own for key, own in grown.items() if within(key, windows, reach[place + 1])
            }
            if len(states) > STATES or time.monotonic() > self.deadline:
                raise OutOfTime
        return {key: own for key, own in states.items() if within(key, windows, (0, 0, 0, 0))}

    def windows(self, bands, rules):
        """What the first of some bands may cost and number for the rules to hold, whatever the others do."""
        band, others = bands[0], bands[1:]
        low, high, fewest, most = 0, None, 0, None
        for cost, count, right in rules:
            if any(cost[other] < 0 or count[other] < 0 for other in others):
                continue
            if cost[band] > 0:
                high = right // cost[band] if high is None else min(high, right // cost[band])
            elif cost[band] < 0:
                low = (
                    max(low, -(right // -cost[band]))
                    if not any(cost[other] for other in others)
                    else low
                )
            elif count[band] > 0:
                most = right // count[band] if most is None else min(most, right // count[band])
            elif count[band] < 0 and not any(count[other] for other in others):
                fewest = max(fewest, -(right // -count[band]))
        return low, high, fewest, most


def spread(multipliers, places, size):
    """The multipliers at their places, zeros elsewhere."""
    all_of_them = [0] * size
    for place, multiplier in zip(places, multipliers):
        all_of_them[place] = multiplier
    return all_of_them


def pulled(windows, price, spare):
    """A price makes staying away from one end of the window a loss of its own."""
    low, high, fewest, most = windows
    if price > 0 and high is not None:
        low = max(low, high - spare // price - 1)
    if price < 0:
        end = low + spare // -price + 1
        high = end if high is None else min(high, end)
    return low, high, fewest, most


def reaches(flips):
    """How far down and up the flips from each place on can move cost and people."""
    reach = [(0, 0, 0, 0)]
    for own in reversed(flips):
        down, up, fewer, more = reach[-1]
        costs, people = [flip[1] for flip in own], [flip[3] for flip in own]
        reach.append(
            (
                down + max(0, -min(costs)),
                up + max(0, *costs, 0),
                fewer + max(0, -min(people)),
                more + max(0, *people, 0),
            )
        )
    return reach[::-1]


def within(key, windows, reach):
    """Whether a state is in the windows, or can still come there."""
    (cost, people, _), (low, high, fewest, most), (down, up, fewer, more) = key, windows, reach
    return (
        cost + up >= low
        and (high is None or cost - down <= high)
        and people + more >= fewest
        and (most is None or people - fewer <= most)
    )
