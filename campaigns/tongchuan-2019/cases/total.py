#!/usr/bin/env python3
"""Adds up the answers of the cases first-quarter and year-end without the engine and writes their expected/*.csv.

Knows the forms only by the tables below. Nothing is rounded; a rate is of the sums, never a sum of rates. Of the ledger
only what leading units typed is added up, and who leads is read here from the printed 〔责任单位：…〕.
"""

import csv
import json
from decimal import Decimal, getcontext
from pathlib import Path

from responsible import DEPARTMENTS, LEDGER_ROWS, NAMES_OF, TOWNS, TOWNSHIPS, VILLAGES, id_of, roles

CASES = Path(__file__).resolve().parent
QUARTERS = ["2020-04-10", "2020-07-10", "2020-10-10", "2021-01-10"]
STATUSES = ["未启动", "推进中", "已完成"]
getcontext().prec = 34  # as many digits as a rate is kept with


def sheet(case, duty, round_, unit):
    file = CASES / case / "answers" / duty / round_ / f"{unit}.json"
    if not file.exists():
        return None
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)["forms"][duty]


def shown(value):
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value


def village_name(name):
    return name.removesuffix("居民委员会") if name.endswith("居民委员会") else name.removesuffix("民委员会")


def write(case, name, head, lines):
    with open(CASES / case / "expected" / name, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["unit", "kind", "title", *head, "expected", "received", "blankRows"])
        writer.writerows(lines)


def ledger_columns(has_count):
    return ["status", *(["done"] if has_count else []), "progress", "problems", "next"]


def ledger():
    round_ = QUARTERS[0]
    sheets = {unit: sheet("first-quarter", "ledger", round_, unit) for unit in DEPARTMENTS + TOWNSHIPS}
    head = [f"{key}/{column}" for key, _, has_count in LEDGER_ROWS for column in ledger_columns(has_count)]

    def line(unit, kind, title, members):
        cells = []
        for key, _, has_count in LEDGER_ROWS:
            rows = [sheets[one]["rows"][key] for one in members if sheets[one] and roles(key, one) == "lead"]
            counts = [row["done"] for row in rows if "done" in row]
            done = sum(counts) if counts else None
            tally = [(one, sum(row["status"] == one for row in rows)) for one in STATUSES]
            status = "、".join(f"{one}{count}" for one, count in tally if count)
            words = {column: "；".join(row[column] for row in rows if column in row) for column in ("progress", "problems", "next")}
            cells += [status, *([done] if has_count else []), *words.values()]
        received = sum(sheets[one] is not None for one in members)
        return [unit, kind, title, *map(shown, cells), len(members), received, 0]

    lines = [line("511702", "total", "全区", DEPARTMENTS + TOWNSHIPS), line("own", "total", "区本级", DEPARTMENTS)]
    lines += [line(unit, "typed", NAMES_OF[unit], [unit]) for unit in DEPARTMENTS + TOWNSHIPS]
    write("first-quarter", "ledger-2020-04-10.csv", head, lines)


# path, how it is added; a rate is two paths
PLAIN = {
    "realname": ["registered", "updated", "employed.all", "employed.outside", "employed.province", "employed.local"],
    "health": ["inspections"]
    + [part for stage in ("before", "during", "leaving") for part in (f"{stage}.due", f"{stage}.examined", (f"{stage}.rate", f"{stage}.examined", f"{stage}.due"))]
    + ["incidents"],
    "visits": ["returned", "visited", "families", "spent"],
}


def value(row, path):
    for key in path.split("."):
        row = row.get(key) if row else None
    return row if isinstance(row, Decimal) else None


def plain(case, duty, rounds, name):
    columns = PLAIN[duty]
    sent = {(unit, round_): sheet(case, duty, round_, unit) for unit in TOWNSHIPS for round_ in rounds}

    def line(unit, kind, title, reporters, places):
        rows = [(sent[reporter, round_] or {}).get("rows", {}).get(place) for reporter in reporters for round_ in rounds for place in places[reporter]]
        sums = {}
        for path in (one for one in columns if isinstance(one, str)):
            numbers = [number for number in (value(row, path) for row in rows) if number is not None]
            sums[path] = sum(numbers) if numbers else None
        cells = []
        for one in columns:
            if isinstance(one, str):
                cells.append(sums[one])
            else:
                part, whole = sums[one[1]], sums[one[2]]
                cells.append(part / whole * 100 if whole else None)
        asked = [sent[reporter, round_] for reporter in reporters for round_ in rounds]
        return [unit, kind, title, *map(shown, cells), len(asked), sum(one is not None for one in asked), 0]

    own = {unit: VILLAGES.get(unit, [unit]) if duty == "visits" else [unit] for unit in TOWNSHIPS}
    lines = [line("511702", "total", "全区", TOWNSHIPS, own)]
    for town in TOWNS:
        unit = id_of(town)
        is_total = own[unit] != [unit]
        lines.append(line(unit, "total" if is_total else "typed", town["name"], [unit], own))
        if is_total:
            lines += [line(village["code"], "typed", village_name(village["name"]), [unit], {unit: [village["code"]]}) for village in town["units"]]
    write(case, name, [one if isinstance(one, str) else one[0] for one in columns], lines)


if __name__ == "__main__":
    ledger()
    plain("first-quarter", "realname", QUARTERS[:1], "realname-2020-04-10.csv")
    plain("first-quarter", "health", QUARTERS[:1], "health-2020-04-10.csv")
    plain("first-quarter", "visits", QUARTERS[:1], "visits-2020-04-10.csv")
    plain("year-end", "health", QUARTERS, "health-cumulative-2021-01-10.csv")
