#!/usr/bin/env python3
"""Adds up the answers of the cases services, training and arrears without the engine and writes their expected/*.csv.

Knows the forms only by the tables below. Walks units.json from the top; nothing is rounded. A number is added: over the
entries of a unit, along rounds (flow) or taken from the latest round (stock), and up the tree. Words stand where they
were typed, in tables with one row a unit and for one round only; entries have none of their own in a sum. Named counts
of the same name are added, names in the order first seen: a township's own before its villages, earlier rounds first.
"""

import csv
import json
import re
from decimal import Decimal
from pathlib import Path

CASES = Path(__file__).resolve().parent
DISTRICT = json.loads((CASES.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
DEPARTMENTS = [d["id"] for d in DISTRICT["units"][0]["units"]]
ALL_DEPARTMENTS = [d for d in DEPARTMENTS if d != "wageOffice"]
MEMBERS = {"hr", "housing", "transport", "police", "procuratorate", "court"}

# case, duty, form, departments with a row, columns (path, how it is added)
TABLES = {
    "recruitment": ("services", "services", set(ALL_DEPARTMENTS), [
        ("period.from", "words"), ("period.to", "words"), ("place", "words"), ("theme", "words"),
        ("sessions", "flow"), ("entered", "flow"), ("intended", "flow"), ("remark", "words")]),
    "certificates": ("services", "services", set(ALL_DEPARTMENTS), [
        ("period.from", "words"), ("period.to", "words"), ("place", "words"), ("people", "flow"), ("office", "words"),
        ("kinds.idCard", "flow"), ("kinds.exit", "flow"), ("kinds.other", "named")]),
    "travel": ("services", "services", set(ALL_DEPARTMENTS), [
        ("date", "words"), ("place", "words"), ("service", "words"), ("served", "flow"), ("spent", "flow")]),
    "training": ("training", "training", {"hr"}, [
        ("period.from", "words"), ("period.to", "words"), ("willing", "stock"), ("classes", "flow"),
        ("trained", "flow"), ("employed", "flow"), ("started", "flow"), ("remark", "words")]),
    "arrears": ("arrears", "arrears", MEMBERS, [
        ("date", "words"), ("employer", "words"), ("defender", "words"), ("manner", "words"),
        ("served", "flow"), ("paid", "flow")]),
}
SHEETS = [
    ("recruitment", ["2021-11-11"], "recruitment-2021-11-11.csv"),
    ("recruitment", ["2021-11-11", "2021-11-18"], "recruitment-cumulative-2021-11-18.csv"),
    ("certificates", ["2021-11-11"], "certificates-2021-11-11.csv"),
    ("certificates", ["2021-11-11", "2021-11-18"], "certificates-cumulative-2021-11-18.csv"),
    ("travel", ["2021-11-11"], "travel-2021-11-11.csv"),
    ("travel", ["2021-11-11", "2021-11-18"], "travel-cumulative-2021-11-18.csv"),
    ("training", ["2022-01-13"], "training-2022-01-13.csv"),
    ("training", ["2022-01-06", "2022-01-13"], "training-cumulative-2022-01-13.csv"),
    ("arrears", ["2021-11-17"], "arrears-2021-11-17.csv"),
    ("arrears", ["2021-11-10", "2021-11-17"], "arrears-cumulative-2021-11-17.csv"),
]


class Table:
    """One form over some rounds."""

    def __init__(self, form, rounds, duty=None):
        self.case, declared, self.departments, self.columns = TABLES[form]
        self.form, self.rounds, self.duty = form, rounds, duty or declared
        self.is_list = form != "training"
        self.sent = {}

    def rows(self, reporter, round_):
        """By unit the rows handed in, or nothing where nothing came."""
        file = CASES / self.case / "answers" / self.duty / round_ / f"{reporter}.json"
        if not file.exists():
            return None
        sheet = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
        rows = sheet["forms"][self.form]["rows"]
        if not self.is_list:
            return {unit: [row] for unit, row in rows.items()}
        by_unit = {}
        for entry in rows:
            by_unit.setdefault(entry.get("unit", reporter), []).append(entry)
        return by_unit

    def typed(self, unit, kind, title, reporter):
        line = Line(unit, kind, title, self.columns)
        per_round = []
        for round_ in self.rounds:
            line.reports.add((reporter, round_))
            rows = self.rows(reporter, round_)
            if rows is None:
                continue
            line.received.add((reporter, round_))
            per_round.append(rows.get(unit, []))
            line.blank_rows += not self.is_list and unit not in rows
        for i, (path, how) in enumerate(self.columns):
            values = [[v for v in (cell(row, path) for row in rows) if v is not None] for rows in per_round]
            flat = [value for one in values for value in one]
            if how == "flow":
                line.cells[i] = sum(flat) if flat else None
            elif how == "stock":
                line.cells[i] = next((sum(one) for one in reversed(values) if one), None)
            elif how == "named":
                line.cells[i] = merged(flat)
            elif not self.is_list and len(self.rounds) == 1:
                line.cells[i] = flat[0] if flat else None
        return line

    def total(self, unit, title, parts):
        line = Line(unit, "total", title, self.columns)
        for i, (_, how) in enumerate(self.columns):
            values = [part.cells[i] for part in parts if part.cells[i] is not None]
            if how in ("flow", "stock"):
                line.cells[i] = sum(values) if values else None
            elif how == "named":
                line.cells[i] = merged(values)
        line.reports = set().union(*(part.reports for part in parts))
        line.received = set().union(*(part.received for part in parts))
        line.blank_rows = sum(part.blank_rows for part in parts)
        return line

    def lines(self):
        own, *townships = DISTRICT["units"]
        departments = [self.typed(u["id"], "typed", short(u), u["id"]) for u in own["units"] if u["id"] in self.departments]
        own_total = self.total(own["id"], own["name"], departments)
        below, parts = [own_total, *departments], [own_total]
        for township in townships:
            reporter = township["code"]
            typed = [self.typed(reporter, "own", short(township) + "本级", reporter)]
            typed += [self.typed(v["code"], "typed", short(v), reporter) for v in township["units"]]
            parts.append(self.total(reporter, short(township), typed))
            below += [parts[-1], *typed]
        return [self.total(DISTRICT["code"], DISTRICT["total"], parts), *below]


def merged(lists):
    """Named counts: those of the same name added."""
    counts = {}
    for named in lists:
        for one in named:
            counts[one["name"]] = counts.get(one["name"], 0) + one["count"]
    return [{"name": name, "count": count} for name, count in counts.items()] or None


def cell(row, path):
    for step in path.split("."):
        row = row.get(step, {})
    return None if row == {} else row


def short(unit):
    if "short" in unit:
        return unit["short"]
    name = re.sub("居民委员会$", "", unit["name"])
    return re.sub("村?村民委员会$", "村", name)


class Line:
    """One row of the table: its figures, and what they rest on."""

    def __init__(self, unit, kind, title, columns):
        self.unit, self.kind, self.title = unit, kind, title
        self.cells = [None] * len(columns)
        self.reports, self.received, self.blank_rows = set(), set(), 0

    def fields(self):
        return [self.unit, self.kind, self.title, *map(printed, self.cells),
                len(self.reports), len(self.received), self.blank_rows]


def printed(value):
    if isinstance(value, list):
        return "、".join(f"{one['name']}{one['count']}" for one in value)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value or ""


def write(case, name, header, lines):
    path = CASES / case / "expected" / name
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def table(form, rounds, name, duty=None):
    one = Table(form, rounds, duty)
    header = ["unit", "kind", "title", *(path for path, _ in one.columns), "expected", "received", "blankRows"]
    write(one.case, name, header, (line.fields() for line in one.lines()))


def main():
    for form, rounds, name in SHEETS:
        table(form, rounds, name)
    table("training", ["2021-12-30"], "survey-2021-12-30.csv", "trainingSurvey")


if __name__ == "__main__":
    main()
