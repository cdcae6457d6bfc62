#!/usr/bin/env python3
"""Writes the answers of the case two-months: invented figures, the same on every run."""

import json
import random
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
UNITS = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]["units"]
COMMITTEES = [unit for unit in UNITS if "code" in unit]
# Those with a league branch outside the province.
AWAY = {"chengdu", "luzhou", "mianyang", "guangyuan", "suining", "neijiang", "nanchong", "yibin", "guangan", "dazhou", "bazhong", "ziyang"}
NAMES = ["陈喆", "罗堃", "谯燚", "何㛃", "吉克阿依", "泽仁卓玛", "王亚男", "李志远", "刘小芳", "唐瑞", "曾琳", "邓宇航"]
PLACES = {"01": ["车站", "工业园区", "乡镇集市"], "02": ["返乡农民工座谈会", "社区院坝会"]}


def size(unit):
    """How large a city is beside the others, roughly by its migrants."""
    return {"chengdu": 9, "nanchong": 8, "dazhou": 8, "guangan": 6, "bazhong": 6, "yibin": 6, "mianyang": 5, "luzhou": 5,
            "panzhihua": 1, "aba": 1, "ganzi": 1}.get(unit["id"], 3)


def money(value):
    return float(Decimal(value) / 10000)


def counts(unit, month, dice):
    n = size(unit)
    near = 1 if month == 1 else Decimal("0.6")
    away = unit["id"] in AWAY

    def some(low, high):
        return int(dice.randint(low * n, high * n) * near)

    talks = some(2, 5)
    posted = some(300, 900)
    fairs = some(1, 3)
    leaders = 4 * n + dice.randint(0, 6)
    courses = some(0, 2)
    camps = some(0, 1)
    rows = {
        "talks": talks, "listeners": talks * dice.randint(35, 60), "posts": some(10, 30),
        "workers": some(80, 200), "young": some(60, 160), "cash": money(some(5000, 12000) * 1), "goods": money(some(6000, 15000) * 1 + dice.randint(0, 99)),
        "factory": some(0, 3), "culture": some(1, 4), "away": (dice.randint(0, 3) if away else "不适用"),
        "fairs": fairs, "firms": dice.randint(0, fairs), "online": some(0, 2), "posted": posted, "agreed": posted * dice.randint(12, 28) // 100,
        "courses": courses, "trained": courses * dice.randint(28, 45),
        "leaders": leaders, "guided": leaders * dice.randint(6, 10), "camps": camps, "campers": camps * dice.randint(30, 50),
        "stations": 2 * n + dice.randint(0, 3), "onDuty": some(40, 90), "served": some(900, 2600), "teams": (dice.randint(1, 4) if away else "不适用"),
        "mothers": some(120, 300), "events": some(2, 6), "wishes": some(30, 80), "parcels": some(40, 110), "students": some(20, 70),
    }
    return {key: {"now": value} for key, value in rows.items()}


def progress(unit, month, rows, dice):
    place = unit["short"].split("团")[0]
    def of(key):
        return rows[key]["now"]
    done = {
        "policy": f"{place}两级讲师团走进{dice.choice(PLACES['01'])}、{dice.choice(PLACES['02'])}宣讲六中全会精神和“十六条”“二十二条”{of('talks')}场。",
        "visits": f"走访慰问青年农民工{of('workers')}人次、困难家庭青少年和留守儿童{of('young')}人次。",
        "jobs": f"线下专场招聘会{of('fairs')}场，线上{of('online')}场，提供岗位{of('posted')}个。",
        "startups": f"{of('leaders')}名致富带头人联系指导创业青年{of('guided')}人。",
        "volunteers": f"设“爱心驿站”{of('stations')}个，志愿者上岗{of('onDuty')}人次。",
        "children": f"“童伴妈妈”走访{of('mothers')}人次，圆“微心愿”{of('wishes')}个。",
    }
    sheet = {key: {"done": text} for key, text in done.items()}
    if unit["id"] == "dazhou" and month == 1:
        sheet["volunteers"]["practice"] = "与铁路达州站共建“爱心驿站”，设川籍农民工返乡专用通道。\n返乡列车到站时广播本地岗位。"
    if unit["id"] == "liangshan":
        sheet["policy"]["practice"] = "双语讲师团用彝语宣讲。"
    return sheet


def nothing(month):
    """A month in which nothing was held: zeros, and why."""
    keys = [key for key in counts(COMMITTEES[1], month, random.Random(1))]
    rows = {key: {"now": 0} for key in keys}
    rows["away"] = rows["teams"] = {"now": "不适用"}
    rows["leaders"], rows["guided"], rows["stations"] = {"now": 6}, {"now": 48}, {"now": 1}
    why = "因疫情防控暂停，下月补办。"
    return rows, {key: {"done": why} for key in ["policy", "visits", "jobs", "startups", "volunteers", "children"]}


def sheet(unit, month):
    dice = random.Random(f"{unit['id']} {month}")
    rows, words = nothing(month) if (unit["id"], month) == ("aba", 2) else (counts(unit, month, dice), None)
    words = words or progress(unit, month, rows, dice)
    number = COMMITTEES.index(unit)
    cover = {"reporter": NAMES[number % len(NAMES)], "phone": f"028-5550{number:04d}"}
    return {"forms": {"progress": {"cover": cover, "rows": words}, "counts": {"rows": rows}}}


def shown(value, depth=0):
    """JSON with a row on a line."""
    inside = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict) or len(inside) + 2 * depth <= 130:
        return inside
    step = "  " * (depth + 1)
    return "{\n" + ",\n".join(f"{step}{json.dumps(key)}: {shown(one, depth + 1)}" for key, one in value.items()) + "\n" + "  " * depth + "}"


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(shown(value) + "\n", encoding="utf-8")


def main():
    case = HERE / "two-months"
    for day, month in (("2022-01-30", 1), ("2022-02-28", 2)):
        for unit in COMMITTEES:
            if (unit["id"], month) == ("ganzi", 2):
                continue  # handed in a second too late: refused/late.json
            write(case / "answers" / "monthly" / day / f"{unit['id']}.json", sheet(unit, month))
    by_id = {unit["id"]: unit for unit in COMMITTEES}
    write(case / "refused" / "late.json", sheet(by_id["ganzi"], 2))
    wrong = sheet(by_id["zigong"], 2)
    rows = wrong["forms"]["counts"]["rows"]
    rows["cash"] = {"now": "2万"}
    rows["wishes"] = {"now": -1}
    rows["talks"] = {}
    rows["culture"] = {"now": "不适用"}
    del wrong["forms"]["progress"]["rows"]["children"]["done"]
    write(case / "refused" / "wrong.json", wrong)
    broken = sheet(by_id["zigong"], 2)
    rows = broken["forms"]["counts"]["rows"]
    rows["talks"] = {"now": 0}
    rows["firms"] = {"now": rows["fairs"]["now"] + 1}
    rows["agreed"] = {"now": rows["posted"]["now"] + 1}
    write(case / "refused" / "checks.json", broken)
    office = sheet(by_id["chengdu"], 2)
    write(case / "refused" / "office.json", office)


if __name__ == "__main__":
    main()
