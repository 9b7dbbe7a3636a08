"""The rules that a request asks for, worked out from its words; and that a proof has just those."""

import math
from decimal import Decimal

BANDS = ("koc", "mid", "head")


class Refused(Exception):
    """Something in the file is not as it claims."""


def demand(holds, words):
    if not holds:
        raise Refused(words)


def basis_points(text):
    """`12.5%` as 1250."""
    points = Decimal(text.rstrip("%")) * 100
    demand(points == points.to_integral_value(), f"{text} is no whole number of basis points")
    return int(points)


def part(amount, share):
    """A part of an amount, rounded up."""
    return -(-amount * share // 10_000)


def rule(bound, cost=(0, 0, 0), count=(0, 0, 0)):
    """cost · spend + count · people <= bound, in lowest terms."""
    common = math.gcd(*cost, *count, bound) or 1
    return tuple(x // common for x in (*cost, *count, bound))


def only(band, number):
    return tuple(number if band == other else 0 for other in range(3))


def asked_rules(request, offers):
    """What the request asks of the money and of the people, by its own words: rules, and whether each can be broken."""
    budget, by = request["budget_fen"], request["by"]
    use = request["min_use"]
    least = part(budget, basis_points(use) if use else 9_000 if by == "spend" else 0)
    rules = [rule(budget, cost=(1, 1, 1))]
    floor = max(least, 1) if by == "spend" else least
    if floor > 0:
        rules.append(rule(-floor, cost=(-1, -1, -1)))
    tolerance = basis_points(request["tolerance"])
    for band, text in enumerate(request["mix"].split("/")):
        low = max(0, basis_points(text) - tolerance)
        high = min(10_000, basis_points(text) + tolerance)
        if by == "spend":
            rules.append(rule(0, cost=tuple(low - x for x in only(band, 10_000))))
            rules.append(rule(0, cost=tuple(x - high for x in only(band, 10_000))))
        elif by == "envelope":
            rules.append(rule(-low * budget, cost=only(band, -10_000)))
            rules.append(rule(high * budget, cost=only(band, 10_000)))
        elif by == "heads":
            slack = 0 if request["rounding"] == "strict" else 9_999
            rules.append(rule(slack, count=tuple(low - x for x in only(band, 10_000))))
            rules.append(rule(slack, count=tuple(x - high for x in only(band, 10_000))))
    for words in request["counts"] if by == "counts" else []:
        name, ends = words.split("=")
        low, high = (int(end) for end in ends.split("-"))
        rules.append(rule(-min(low, offers + 1), count=only(BANDS.index(name), -1)))
        rules.append(rule(min(high, offers), count=only(BANDS.index(name), 1)))
    return least, rules


def holds_anyway(rule, offers):
    """Whether no list at all can break a rule."""
    coefficients, bound = rule[:6], rule[6]
    if all(x <= 0 for x in coefficients):
        return bound >= 0
    return not any(rule[:3]) and sum(max(x, 0) for x in rule[3:6]) * offers <= bound


def check_rules(data):
    """The rules of the proof are those that the request asks for; none is missing, none is new."""
    proof = data["proof"]
    count = len(proof["offers"])
    least, asked = asked_rules(data["request"], count)
    demand(
        proof["budget_fen"] == data["request"]["budget_fen"] == data["budget_fen"], "budgets differ"
    )
    demand(proof["least_spend_fen"] == least, f"the least spend is {least}")
    given = []
    for row in proof["rules"]:
        demand(row["multiplier"] >= 0, "a multiplier is negative")
        own = rule(
            row["bound"], *(tuple(row[of][band] for band in BANDS) for of in ("cost", "count"))
        )
        demand(own in asked, f"the rule {own} was not asked for")
        given.append(own)
    for own in asked:
        demand(own in given or holds_anyway(own, count), f"the rule {own} is missing")
