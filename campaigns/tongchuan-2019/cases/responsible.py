"""Units, tasks and who answers for them, as the scripts of these cases read them: without the engine."""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
DISTRICT = json.loads((FOLDER / "units.json").read_text(encoding="utf-8"))["units"][0]
CAMPAIGN = json.loads((FOLDER / "campaign.json").read_text(encoding="utf-8"))
OWN, TOWNS = DISTRICT["units"][0], DISTRICT["units"][1:]


def id_of(unit):
    return unit.get("id") or unit["code"]


DEPARTMENTS = [id_of(unit) for unit in OWN["units"]]
TOWNSHIPS = [id_of(unit) for unit in TOWNS]
VILLAGES = {id_of(town): [village["code"] for village in town["units"]] for town in TOWNS if "units" in town}
NAMES_OF = {id_of(unit): unit["name"] for unit in OWN["units"] + TOWNS}
IDS = {name: id_of(unit) for unit in OWN["units"] for name in [unit["name"], *unit.get("aka", [])]}


def units(names):
    found = set()
    for name in re.split("[、，]", names):
        found |= set(TOWNSHIPS) if name == "各乡镇街委" else {IDS[name]}
    return found


def parties(printed):
    """Who leads and who assists: 分号前为牵头单位."""
    names = printed.removeprefix("〔责任单位：").removesuffix("〕").replace("。分号前为牵头单位，下同", "")
    lead, assist = names.split("；")
    return units(lead), units(assist)


PARTIES = {}
LEDGER_ROWS = []  # key, the key of the task it is a part of, whether the ledger asks for a number
for section in CAMPAIGN["measures"].values():
    for key, task in section["measures"].items():
        for row, above, one in [(key, None, task)] + [(part, key, one) for part, one in task.get("measures", {}).items()]:
            PARTIES[row] = parties(task["responsible"])
            target = one.get("target", {})
            LEDGER_ROWS.append((row, above, bool({"least", "most"} & target.keys()) and "figure" not in target))


def roles(key, unit):
    lead, assist = PARTIES[key]
    return "lead" if unit in lead else "assist" if unit in assist else None
