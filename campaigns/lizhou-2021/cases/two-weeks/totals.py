#!/usr/bin/env python3
"""Adds up the answers of this case without the engine and writes expected/*.csv.

Knows the form only by the table below. Walks units.json from the top; nothing is rounded.
Along rounds each row is taken first (stock: the latest round in which the row was reported; flow: added, texts joined,
earlier round first); then rows are taken up the tree in tree order, a unit's own row before its children.
A row that was typed and stands for one round is written as typed; texts are split, made distinct and joined only where
something is put together: in totals and over several rounds.
"""

import csv
import json
import re
from decimal import Decimal
from pathlib import Path

CASE = Path(__file__).resolve().parent
CAMPAIGN = CASE.parent.parent
NO_FIGURES = {"wageOffice"}  # 区级各部门 leaves it out
COLUMNS = [
    ("workers.outside", "number", "stock"),
    ("workers.inside", "number", "stock"),
    ("returned", "number", "stock"),
    ("visited.returned", "number", "flow"),
    ("visited.away", "number", "flow"),
    ("manner", "text", "flow"),
    ("spent.goods.what", "text", "flow"),
    ("spent.goods.value", "number", "flow"),
    ("spent.cash", "number", "flow"),
]
SHEETS = [
    (["2021-11-25"], "visits-2021-11-25.csv"),
    (["2021-12-02"], "visits-2021-12-02.csv"),
    (["2021-11-25", "2021-12-02"], "visits-cumulative-2021-12-02.csv"),
]


def submission(reporter, round_):
    """The rows one reporter handed in, or nothing."""
    file = CASE / "answers" / "visits" / round_ / f"{reporter}.json"
    if not file.exists():
        return None
    sheet = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    return sheet["forms"]["visits"]["rows"]


def cell(row, path):
    for step in path.split("."):
        row = row.get(step, {})
    return None if row == {} else row


def items(texts):
    """What was listed, each once, in the order first seen."""
    found = [item.strip() for text in texts for item in re.split("[、，；,;]", text)]
    return "、".join(dict.fromkeys(item for item in found if item))


def add(values, kind):
    values = [value for value in values if value is not None]
    if not values:
        return None
    return sum(values) if kind == "number" else items(values)


def short(unit):
    if "short" in unit:
        return unit["short"]
    name = re.sub("居民委员会$", "", unit["name"])
    return re.sub("村?村民委员会$", "村", name)


class Line:
    """One row of the table: its figures, and what they rest on."""

    def __init__(self, unit, kind, title):
        self.unit, self.kind, self.title = unit.get("id") or unit["code"], kind, title
        self.cells = [None] * len(COLUMNS)
        self.reports = set()  # (reporter, round) the row should rest on
        self.received = set()
        self.blank_rows = 0

    def typed(self, reporter, rounds):
        reported = []
        for round_ in rounds:
            self.reports.add((reporter, round_))
            rows = submission(reporter, round_)
            if rows is None:
                continue
            self.received.add((reporter, round_))
            if self.unit in rows:
                reported.append(rows[self.unit])
            else:
                self.blank_rows += 1
        for i, (path, kind, over_time) in enumerate(COLUMNS):
            if len(rounds) == 1 or over_time == "stock":
                self.cells[i] = cell(reported[-1], path) if reported else None
            else:
                self.cells[i] = add([cell(row, path) for row in reported], kind)
        return self

    def total(self, parts):
        for i, (_, kind, _) in enumerate(COLUMNS):
            self.cells[i] = add([part.cells[i] for part in parts], kind)
        self.reports = set().union(*(part.reports for part in parts))
        self.received = set().union(*(part.received for part in parts))
        self.blank_rows = sum(part.blank_rows for part in parts)
        return self

    def fields(self):
        figures = [f"{c.normalize():f}" if isinstance(c, Decimal) else c or "" for c in self.cells]
        return [self.unit, self.kind, self.title, *figures, len(self.reports), len(self.received), self.blank_rows]


def lines(district, rounds):
    own, *townships = district["units"]
    departments = [
        Line(unit, "typed", short(unit)).typed(unit["id"], rounds)
        for unit in own["units"]
        if unit["id"] not in NO_FIGURES
    ]
    own_total = Line(own, "total", short(own)).total(departments)
    below, parts = [own_total, *departments], [own_total]
    for township in townships:
        reporter = township["code"]
        typed = [Line(township, "own", short(township) + "本级").typed(reporter, rounds)]
        typed += [Line(village, "typed", short(village)).typed(reporter, rounds) for village in township["units"]]
        total = Line(township, "total", short(township)).total(typed)
        below += [total, *typed]
        parts.append(total)
    return [Line(district, "total", district["total"]).total(parts), *below]


def main():
    district = json.loads((CAMPAIGN / "units.json").read_text(encoding="utf-8"))["units"][0]
    header = ["unit", "kind", "title", *(path for path, _, _ in COLUMNS), "expected", "received", "blankRows"]
    (CASE / "expected").mkdir(exist_ok=True)
    for rounds, name in SHEETS:
        with open(CASE / "expected" / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(line.fields() for line in lines(district, rounds))


if __name__ == "__main__":
    main()
