#!/usr/bin/env python3
"""Adds up the answers of the case two-months without the engine and writes expected/*.csv.

累计 adds the months so far; of a row that tells how many there are (STOCK) the latest month stands. 不适用 is no figure.
"""

import csv
import json
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASE = HERE / "two-months"
MONTHS = ["2022-01-30", "2022-02-28"]
STOCK = {"leaders", "guided", "stations", "teams"}
ROWS = ["talks", "listeners", "posts", "workers", "young", "cash", "goods", "factory", "culture", "away", "fairs", "firms",
        "online", "posted", "agreed", "courses", "trained", "leaders", "guided", "camps", "campers", "stations", "onDuty",
        "served", "teams", "mothers", "events", "wishes", "parcels", "students"]


def handed_in(unit, month):
    file = CASE / "answers" / "monthly" / month / f"{unit['id']}.json"
    if not file.exists():
        return None
    rows = json.loads(file.read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)["forms"]["counts"]["rows"]
    return {key: cells["now"] for key, cells in rows.items() if isinstance(cells["now"], Decimal)}


def figures(unit, until):
    months = [handed_in(unit, month) for month in MONTHS[: until + 1]]
    now, line = months[-1] or {}, {}
    for row in ROWS:
        past = [month[row] for month in months if month and row in month]
        line[row, "now"] = now.get(row)
        line[row, "total"] = (past[-1] if row in STOCK else sum(past)) if past else None
    return line, months[-1] is not None


def plain(value):
    return "" if value is None else f"{value.normalize():f}"


def write(until):
    province = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
    lines = [(unit, *figures(unit, until)) for unit in province["units"] if "code" in unit]
    cells = [(row, column) for row in ROWS for column in ("now", "total")]
    total = []
    for cell in cells:
        known = [line[cell] for _, line, _ in lines if line[cell] is not None]
        total.append(plain(sum(known)) if known else "")
    with open(CASE / "expected" / f"counts-{MONTHS[until]}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "kind", "title", *(f"{row}/{column}" for row, column in cells), "expected", "received", "blankRows"])
        writer.writerow([province["code"], "total", province["total"], *total, len(lines), sum(came for _, _, came in lines), 0])
        for unit, line, came in lines:
            writer.writerow([unit["id"], "typed", unit["short"], *(plain(line[cell]) for cell in cells), 1, int(came), 0])


if __name__ == "__main__":
    write(0)
    write(1)
