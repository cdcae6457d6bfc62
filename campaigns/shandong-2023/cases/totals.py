#!/usr/bin/env python3
"""Adds up the answers of the case spring without the engine and writes its expected/*.csv.

Of what happens, nothing is expected but what came. Choices are counted, in the order of the form; headlines follow each
other by unit, then by moment. 不适用 is no figure. 及时报过的 in the summary is what the events of the unit come to.
"""

import csv
import json
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASE = HERE / "spring"
PROVINCE = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
ACTION = json.loads((HERE.parent / "forms" / "action.json").read_text(encoding="utf-8"))["row"]["properties"]
SERVICES = ["care", "travel", "jobs", "health", "culture", "relief", "rights"]
LAST = "2023-02-27T1600"


def sheets(duty, unit, form):
    """What a unit handed in, round after round."""
    files = sorted((CASE / "answers" / duty).glob(f"*/{unit['id']}.json"))
    return [json.loads(file.read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)["forms"][form] for file in files]


def lines(cells_of, came_of, merge):
    """The province, its departments together, each of them, each city."""
    own, *cities = PROVINCE["units"]

    def typed(unit):
        return (unit["id"], "typed", unit.get("short", unit["name"]), cells_of(unit), *came_of(unit))

    def total(unit, title, parts):
        return (unit.get("id", unit.get("code")), "total", title, merge([p[3] for p in parts]), sum(p[4] for p in parts), sum(p[5] for p in parts))

    departments = [typed(unit) for unit in own["units"]]
    rest = [typed(unit) for unit in cities]
    top = total(own, own["name"], departments)
    return [total(PROVINCE, PROVINCE["total"], departments + rest), top, *departments, *rest]


def write(name, columns, rows):
    with open(CASE / "expected" / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "kind", "title", *columns, "expected", "received", "blankRows"])
        for unit, kind, title, cells, expected, received in rows:
            writer.writerow([unit, kind, title, *(plain(cells.get(column)) for column in columns), expected, received, 0])


def plain(value):
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list):
        return "；".join(value)
    if isinstance(value, dict):
        return "、".join(f"{choice}{count}" for choice, count in value.items())
    return ""


def sums(parts):
    total = {}
    for part in parts:
        for column, value in part.items():
            if isinstance(value, Decimal):
                total[column] = total.get(column, Decimal(0)) + value
    return total


def events(unit, form):
    came = len(sheets("progress", unit, form))
    return came, came


def action():
    choices = {"services": ACTION["services"]["items"]["enum"], "department": ACTION["department"]["enum"]}

    def counted(column, all_chosen):
        return {choice: all_chosen.count(choice) for choice in choices[column] if choice in all_chosen}

    def cells(unit):
        rows = [sheet["row"] for sheet in sheets("progress", unit, "action")]
        line = sums([{f"claims.{key}": value for key, value in row.get("claims", {}).items()} for row in rows])
        line["services"] = counted("services", [one for row in rows for one in row["services"]])
        line["department"] = counted("department", [row["department"] for row in rows if "department" in row])
        line["headline"] = [row["headline"] for row in rows]
        line["body"] = [row["body"] for row in rows]
        return line

    def merge(parts):
        line = sums(parts)
        for column in choices:
            line[column] = counted(column, [one for part in parts for choice, n in part[column].items() for one in [choice] * n])
        line["headline"] = [one for part in parts for one in part["headline"]]
        return line

    columns = ["services", "department", "headline", "claims.people", "claims.paid", "body", "pictures"]
    write(f"action-cumulative-{LAST}.csv", columns, lines(cells, lambda unit: events(unit, "action"), merge))


def reported(unit):
    line = {}
    for sheet in sheets("progress", unit, "figures"):
        flat = []
        for service, row in sheet["rows"].items():
            flat.append({f"{service}/events": row["events"], **{f"{service}/served.{key}": value for key, value in row["served"].items()}})
        line = sums([line, *flat])
    return line


def figures():
    columns = [f"{service}/{column}" for service in SERVICES for column in ("events", "served.all", "served.poor", "served.old")]
    write(f"figures-cumulative-{LAST}.csv", columns, lines(reported, lambda unit: events(unit, "figures"), sums))


def summary():
    columns = [f"{service}/{column}" for service in SERVICES for column in ("events.all", "events.reported", "served.all", "served.reported", "done")]

    def cells(unit):
        line, told = {}, reported(unit)
        for sheet in sheets("summary", unit, "summary"):
            for service, row in sheet["rows"].items():
                line[f"{service}/events.all"] = row["events"]["all"]
                line[f"{service}/served.all"] = row["served"]["all"]
                line[f"{service}/done"] = [row["done"]]
                line[f"{service}/events.reported"] = told.get(f"{service}/events")
                line[f"{service}/served.reported"] = told.get(f"{service}/served.all")
        return line

    def merge(parts):
        line = sums(parts)
        for service in SERVICES:
            line[f"{service}/done"] = [one for part in parts for one in part.get(f"{service}/done", [])]
        return line

    write("summary-2023-02-28.csv", columns, lines(cells, lambda unit: (1, len(sheets("summary", unit, "summary"))), merge))


if __name__ == "__main__":
    action()
    figures()
    summary()
