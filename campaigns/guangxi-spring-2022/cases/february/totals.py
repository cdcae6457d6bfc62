#!/usr/bin/env python3
"""Adds up the answers of this case without the engine and writes expected/*.csv.

A rate is worked out again for the total, never added: quotients have 34 digits, rounded half-up; the rest is exact.
"""

import csv
import json
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

CASE = Path(__file__).resolve().parent
CAMPAIGN = CASE.parent.parent
ROUND = "2022-02-28"
TYPED = ["trips.bus.runs", "trips.bus.riders", "trips.train.runs", "trips.train.riders", "fairs", "seekers", "agreed"]
COLUMNS = [*TYPED[:4], "trips.riders", *TYPED[4:], "agreedOf", "practice"]
QUOTIENT = Context(prec=34, rounding=ROUND_HALF_UP)
EXACT = Context(prec=60)


def computed(figures):
    if figures:
        figures["trips.riders"] = figures["trips.bus.riders"] + figures["trips.train.riders"]
        rate = QUOTIENT.divide(figures["agreed"], figures["seekers"])
        figures["agreedOf"] = EXACT.multiply(rate, Decimal(100))
    return figures


def typed(unit):
    """What one city handed in, by column; empty where it handed in nothing."""
    file = CASE / "answers" / "monthly" / ROUND / f"{unit['id']}.json"
    if not file.exists():
        return {}
    sheet = json.loads(file.read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)
    row = sheet["forms"]["monthly"]["row"]
    figures = {"practice": row.get("practice", "")}
    for path in TYPED:
        value = row
        for step in path.split("."):
            value = value[step]
        figures[path] = value
    return computed(figures)


def fields(figures):
    cells = [figures.get(path, "") for path in COLUMNS]
    return [f"{EXACT.plus(cell).normalize(EXACT):f}" if isinstance(cell, Decimal) else cell for cell in cells]


def main():
    region = json.loads((CAMPAIGN / "units.json").read_text(encoding="utf-8"))["units"][0]
    cities = [(unit, typed(unit)) for unit in region["units"]]
    received = [figures for _, figures in cities if figures]
    total = computed({path: sum(figures[path] for figures in received) for path in TYPED} if received else {})
    with open(CASE / "expected" / f"monthly-{ROUND}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "kind", "title", *COLUMNS, "expected", "received", "blankRows"])
        writer.writerow([region["code"], "total", region["total"], *fields(total), len(cities), len(received), 0])
        for unit, figures in cities:
            writer.writerow([unit["id"], "typed", unit["short"], *fields(figures), 1, 1 if figures else 0, 0])


if __name__ == "__main__":
    main()
