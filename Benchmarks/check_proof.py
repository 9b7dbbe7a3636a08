#!/usr/bin/env python3
"""Checks a shortlist from its JSON alone: `kolbook shortlist ... --format json --proof | check_proof.py`.

Nothing here is shared with kolbook, and all arithmetic that a verdict rests on is in whole numbers.
It recomputes the rules from the request, the totals from the picks, and the bound from the multipliers;
where that bound is above the claim, it searches for a better list by its own enumeration.

Exit codes: 0 all that is claimed is confirmed; 1 refused; 3 the list keeps to the rules, but only a
larger bound could be confirmed in the time given; 4 there is no list, so there is nothing to check.
"""

import argparse
import json
import sys
import time
from collections import Counter
from decimal import Decimal

from proof_band import UNIT, best_of
from proof_rules import BANDS, Refused, basis_points, check_rules, demand
from proof_search import OutOfTime, Search


def half_up(one, whole):
    return (one * 20_000 + whole) // (whole * 2) if whole > 0 else None


def market(proof):
    """The offers by id and format; each creator is in one band, each cost is the quote and the fee."""
    demand(
        proof["offer_columns"][:6]
        == ["creator_id", "format", "band", "quote_fen", "cost_fen", "value"],
        "columns",
    )
    offers, bands = {}, {}
    for creator, form, band, quote, cost, value, agency, categories in proof["offers"]:
        demand((creator, form) not in offers, f"{creator} has two {form} offers")
        demand(bands.setdefault(creator, band) == band, f"{creator} is in two bands")
        demand(quote >= 0 and value >= 0, f"{creator} has a negative figure")
        demand(
            cost == quote + (quote * proof["brand_fee_bp"] + 5_000) // 10_000,
            f"{creator}: cost {cost}",
        )
        offers[creator, form] = (BANDS.index(band), quote, cost, value, agency, categories)
    return offers


def check_picks(data, offers):
    """The picks are offers, one a creator, and add up to what is said; they keep to every rule."""
    request, proof, picks = data["request"], data["proof"], data["offers"]
    chosen = [pick["creator_id"] for pick in picks]
    demand(len(set(chosen)) == len(chosen), "a creator is on the list twice")
    for pick in picks:
        name = pick["creator_id"]
        known = offers.get((name, pick["format"]))
        demand(known is not None, f"{name} has no such offer")
        own = (BANDS.index(pick["band"]), pick["quote_fen"], pick["cost_fen"], pick["value"])
        demand(
            own == known[:4] and pick["fee_fen"] == known[2] - known[1], f"{name} has other figures"
        )
        demand(pick["format"] in request["formats"], f"{name}: format")
        demand(known[1] <= (request["max_fee_fen"] or known[1]), f"{name} is too dear")
    demand(set(proof["must_include"]) <= set(chosen), "somebody who must be on the list is not")
    demand(not set(request["exclude"]) & set(chosen), "somebody excluded is on the list")
    taken = [offers[pick["creator_id"], pick["format"]] for pick in picks]
    check_totals(data, taken)
    for row in proof["rules"]:
        left = sum(row["cost"][BANDS[o[0]]] * o[2] + row["count"][BANDS[o[0]]] for o in taken)
        demand(left <= row["bound"], f"the list breaks the rule {row}")
    check_sides(data, taken)


def check_totals(data, taken):
    demand(
        data["objective"] == sum(o[3] for o in taken), "the objective is not the sum of the values"
    )
    demand(data["spend_fen"] == sum(o[2] for o in taken), "the spend is not the sum of the costs")
    demand(data["left_fen"] == data["budget_fen"] - data["spend_fen"], "what is left")
    demand(
        data["gap"] == data["bound"] - data["objective"] >= 0, "the gap is not bound less objective"
    )
    demand((data["gap"] == 0) == (data["status"] == "optimal"), "the status does not fit the gap")
    demand(Counter(row["band"] for row in data["bands"]) == Counter(BANDS), "the bands")
    for row in data["bands"]:
        own = [o for o in taken if BANDS[o[0]] == row["band"]]
        quotes, costs = sum(o[1] for o in own), sum(o[2] for o in own)
        found = [row[key] for key in ("people", "quotes_fen", "fees_fen", "cost_fen", "value")]
        demand(
            found == [len(own), quotes, costs - quotes, costs, sum(o[3] for o in own)],
            f"band {row['band']}",
        )
        shares = [half_up(costs, data["spend_fen"]), half_up(len(own), len(taken))]
        demand(
            shares == [row["spend_share_bp"], row["people_share_bp"]], f"shares of {row['band']}"
        )


def check_sides(data, taken):
    """Limits that cross the bands: so many of one MCN, so much of a category."""
    request, proof = data["request"], data["proof"]
    most, least = proof["max_per_mcn"], proof["category_minimums"]
    demand(most == request.get("max_per_mcn"), "the limit per MCN differs")
    members = Counter(o[4] for o in taken if o[4] > 0)
    demand(most is None or all(count <= most for count in members.values()), "too many of one MCN")
    wishes = request.get("category_min") or []
    demand(len(wishes) == len(least), "the number of category minimums differs")
    for place, (wish, own) in enumerate(zip(wishes, least)):
        words, is_spend = wish["asked"].rpartition("=")[2], wish["asked"].endswith(" of spend")
        asked = (basis_points(words.split()[0]), "spend" if is_spend else "count")
        demand(asked == (own["share_bp"], own["of"]), f"the minimum of {own['category']} differs")
        for pick, offer in zip(data["offers"], taken):
            has = wish["code"] in pick["categories"]
            demand(has == bool(offer[5] >> place & 1), f"{pick['creator_id']}: categories")
        weight = [o[2] if is_spend else 1 for o in taken]
        part = sum(x for x, o in zip(weight, taken) if o[5] >> place & 1)
        demand(part * 10_000 >= asked[0] * sum(weight), f"too little of {own['category']}")


def side_rules(proof):
    """The rules that cross the bands and pull, as (multiplier, bound), and what an offer adds to their left sides."""
    agencies = [row["agency"] for row in proof["mcn_multipliers"]]
    least = [own for own in proof["category_minimums"]]
    sides = [(row["multiplier"], proof["max_per_mcn"]) for row in proof["mcn_multipliers"]]
    sides += [(own["multiplier"], 0) for own in least]
    demand(all(multiplier >= 0 for multiplier, _ in sides), "a multiplier is negative")
    demand(not agencies or proof["max_per_mcn"] is not None, "multipliers without a limit")
    demand(len(set(agencies)) == len(agencies) and 0 not in agencies, "the agencies")

    def adds(offer):
        parts = [int(offer[4] == agency) for agency in agencies]
        for place, own in enumerate(least):
            part = own["share_bp"] - (10_000 if offer[5] >> place & 1 else 0)
            parts.append(part * (offer[2] if own["of"] == "spend" else 1))
        return tuple(parts)

    return sides, adds


def creators(data, offers, sides, adds):
    """What can be chosen of each band, by creator; an offer that no list can hold is left out."""
    request, forced = data["request"], set(data["proof"]["must_include"])
    most = [request["budget_fen"]] * 3
    if request["by"] in ("spend", "envelope"):
        for band, text in enumerate(request["mix"].split("/")):
            high = min(10_000, basis_points(text) + basis_points(request["tolerance"]))
            most[band] = request["budget_fen"] * high // 10_000
    groups = {}
    for (creator, _), offer in offers.items():
        band, _, cost, value, _, _ = offer
        if cost <= most[band]:
            parts = adds(offer)
            charged = sum(own * part for (own, _), part in zip(sides, parts))
            choice = (cost, value * UNIT - charged, parts)
            groups.setdefault((band, creator), []).append(choice)
    return [
        [
            best_of(options, creator in forced)
            for (own, creator), options in groups.items()
            if own == band
        ]
        for band in range(3)
    ]


def check_bound(data, offers, seconds):
    """Confirms the bound; the words that say how."""
    rules = [
        (tuple(r["cost"][b] for b in BANDS), tuple(r["count"][b] for b in BANDS), r["bound"])
        for r in data["proof"]["rules"]
    ]
    sides, adds = side_rules(data["proof"])
    constant = sum(multiplier * most for multiplier, most in sides)
    target = (data["bound"] + 1) * UNIT - constant
    deadline = time.monotonic() + seconds
    search = Search(creators(data, offers, sides, adds), rules, sides, target, deadline)
    multipliers = [r["multiplier"] for r in data["proof"]["rules"]]
    root, _ = search.bound(rules, multipliers)
    whole = (root + constant) // UNIT
    if root < target:
        return f"the multipliers prove that no list is worth more than {data['bound']}"
    try:
        better = search.better(multipliers)
    except OutOfTime:
        return None, whole
    if better is not None:
        # Limits per MCN without a multiplier were not looked at: what was found may break them.
        may_break = data["proof"]["max_per_mcn"] is not None or data["proof"]["category_minimums"]
        demand(may_break, f"a list worth {better // UNIT} exists, the bound says {data['bound']}")
        return None, whole
    return (
        f"the multipliers prove {whole}, and {search.looked} part lists were looked through: "
        f"none is worth more than {data['bound']}"
    )


def check(text, seconds):
    """The exit code and the words for a file's text."""
    try:
        data = json.loads(text, parse_float=Decimal)
        if data["status"] not in ("optimal", "bounded"):
            return 4, f"{data['status']}: there is no list to check"
        demand(
            data["proof"] is not None,
            "there is no proof in it (kolbook shortlist ... --format json --proof)",
        )
        check_rules(data)
        offers = market(data["proof"])
        demand(data["offers_considered"] == len(offers), "the number of offers differs")
        check_picks(data, offers)
        found = check_bound(data, offers, seconds)
    except Refused as problem:
        return 1, f"refused: {problem}"
    except (KeyError, TypeError, ValueError, ArithmeticError, IndexError) as problem:
        return 1, f"refused: the file can't be read ({type(problem).__name__}: {problem})"
    list_words = f"{len(data['offers'])} creators worth {data['objective']} keep to every rule"
    if isinstance(found, tuple):
        return 3, f"{list_words}; confirmed is only that no list is worth more than {found[1]}"
    return 0, f"{list_words}; {found}"


def main():
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("file", nargs="?", default="-", help="the JSON; - is standard input")
    words.add_argument(
        "--seconds", type=float, default=60, help="how long to look for a better list (60)"
    )
    asked = words.parse_args()
    text = sys.stdin.read() if asked.file == "-" else open(asked.file, encoding="utf-8").read()
    code, sentence = check(text, asked.seconds)
    print(sentence)
    return code


if __name__ == "__main__":
    sys.exit(main())
