#!/usr/bin/env python3
"""Adds up the answers of the cases summary and routine without the engine and writes their expected/*.csv.

Rates are worked out again of the sums, 34 digits, half-up; all else is exact. 不适用 is no figure; a city that has not
reported is missing, with its counties.
"""

import csv
import json
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
REGION = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
CITIES = [unit for unit in REGION["units"] if "code" in unit]
QUOTIENT = Context(prec=34, rounding=ROUND_HALF_UP)


def form(case, duty, day, city, name):
    file = HERE / case / "answers" / duty / day / f"{city['id']}.json"
    if not file.exists():
        return None
    return json.loads(file.read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)["forms"][name]


def at(cells, path):
    for step in path.split("."):
        cells = cells.get(step, {}) if isinstance(cells, dict) else {}
    return cells if isinstance(cells, (Decimal, str)) and cells != "不适用" else None


def added(lines, columns):
    total = {}
    for column in columns:
        known = [line[column] for line in lines if isinstance(line.get(column), Decimal)]
        if known:
            total[column] = sum(known)
    return total


def percent(part, whole):
    if part is None or not whole:
        return None
    return Context(prec=60).multiply(QUOTIENT.divide(part, whole), Decimal(100))


def plain(value):
    if isinstance(value, Decimal):
        return f"{Context(prec=60).plus(value).normalize(Context(prec=60)):f}"
    return value or ""


def write(case, name, columns, lines):
    with open(HERE / case / "expected" / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "kind", "title", *columns, "expected", "received", "blankRows"])
        for unit, kind, title, cells, expected, received in lines:
            writer.writerow([unit, kind, title, *(plain(cells.get(column)) for column in columns), expected, received, 0])


def classes():
    columns = ["classes", "trained.all", "trained.poor", "target.counties", "target.met", "target.rate"]

    def rated(cells):
        if cells:
            cells["target.rate"] = percent(cells["target.met"], cells["target.counties"])
        return cells

    lines, cities = [], []
    for city in CITIES:
        sheet = form("summary", "summary", "2024-03-08", city, "classes")
        counties = []
        for county in city["units"]:
            cells = {}
            if sheet:
                cells = {column: at(sheet["rows"][county["code"]], column) for column in columns[:3]}
                cells["target.counties"] = Decimal(1)
                cells["target.met"] = Decimal(1 if cells["classes"] >= 1 else 0)
            counties.append((county["code"], "typed", county["name"], rated(cells), 1, int(bool(sheet))))
        total = rated(added([line[3] for line in counties], columns[:5]))
        cities.append(total)
        lines += [(city["id"], "total", city["short"], total, 1, int(bool(sheet))), *counties]
    top = rated(added(cities, columns[:5]))
    received = sum(1 for one in cities if one)
    write("summary", "classes-2024-03-08.csv", columns, [(REGION["code"], "total", REGION["total"], top, len(CITIES), received), *lines])


def overview():
    columns = ["people.returned", "people.left", "people.staying", "people.rate", "firms.asked", "firms.posts", "experience", "problems"]
    numbers = ["people.returned", "people.left", "firms.asked", "firms.posts"]

    def computed(cells):
        if "people.returned" in cells:
            cells["people.staying"] = cells["people.returned"] - cells["people.left"]
            cells["people.rate"] = percent(cells["people.left"], cells["people.returned"])
        return cells

    lines = []
    for city in CITIES:
        sheet = form("summary", "summary", "2024-03-08", city, "overview")
        cells = {column: at(sheet["row"], column) for column in columns} if sheet else {}
        lines.append((city["id"], "typed", city["short"], computed(cells), 1, int(bool(sheet))))
    top = computed(added([line[3] for line in lines], numbers))
    received = sum(line[5] for line in lines)
    write("summary", "overview-2024-03-08.csv", columns, [(REGION["code"], "total", REGION["total"], top, len(CITIES), received), *lines])


def services():
    keys = ["safety", "travel", "pointToPoint", "jobs", "startups", "skills", "rights", "law", "insurance", "culture", "health", "care"]
    columns = [f"{key}/{column}" for key in keys for column in ("events", "served.all", "served.poor", "done")]
    lines = []
    for city in CITIES:
        sheet = form("summary", "summary", "2024-03-08", city, "summary")
        cells = {column: at(sheet["rows"][column.split("/")[0]], column.split("/")[1]) for column in columns} if sheet else {}
        lines.append((city["id"], "typed", city["short"], cells, 1, int(bool(sheet))))
    top = added([line[3] for line in lines], [column for column in columns if not column.endswith("/done")])
    for column in columns:
        if column.endswith("/done"):
            top[column] = "；".join(line[3][column] for line in lines if line[3])
    received = sum(line[5] for line in lines)
    write("summary", "summary-2024-03-08.csv", columns, [(REGION["code"], "total", REGION["total"], top, len(CITIES), received), *lines])


def transport(case, duty, days, name):
    columns = ["bus.runs", "bus.riders", "train.runs", "train.riders", "all.riders", "all.poor", "firms", "accidents"]
    typed = [column for column in columns if column != "all.riders"]

    def computed(cells):
        riders = [cells[column] for column in ("bus.riders", "train.riders") if cells.get(column) is not None]
        if riders:
            cells["all.riders"] = sum(riders)
        return cells

    lines = []
    for city in CITIES:
        sheets = [sheet for day in days if (sheet := form(case, duty, day, city, "transport"))]
        cells = added([{column: at(sheet["row"], column) for column in typed} for sheet in sheets], typed)
        lines.append((city["id"], "typed", city["short"], computed(cells), len(days), len(sheets)))
    top = computed(added([line[3] for line in lines], typed))
    received = sum(line[5] for line in lines)
    write(case, name, columns, [(REGION["code"], "total", REGION["total"], top, len(CITIES) * len(days), received), *lines])


if __name__ == "__main__":
    classes()
    overview()
    services()
    transport("summary", "summary", ["2024-03-08"], "transport-2024-03-08.csv")
    transport("routine", "routine", ["2024-06-30"], "transport-2024-06-30.csv")
    transport("routine", "routine", ["2024-06-30", "2024-09-30"], "transport-cumulative-2024-09-30.csv")
