#!/usr/bin/env python3
"""Writes the answers of the case spring: invented events and figures, the same on every run."""

import json
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASE = HERE / "spring"
OWN, *CITIES = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]["units"]
DEPARTMENTS = OWN["units"]
NAMES = ["王喆", "李堃", "张燚", "刘㛃", "孙建国", "于小芳", "姜志远", "曲丽萍", "毕亚男"]
ALL = ["care", "travel", "jobs", "health", "culture", "relief", "rights"]
TITLES = dict(zip(ALL, ["关爱服务", "出行服务", "就业服务", "健康服务", "文化服务", "救助服务", "维权服务"]))
# Which services a department leads or assists with.
TASKS = {
    "hr": ["care", "jobs", "relief", "rights"], "police": ["travel"], "civil": ["relief"], "justice": ["rights"],
    "transport": ["travel"], "culture": ["culture"], "health": ["health"], "rural": ["jobs"], "unions": ["care", "rights"],
    "youth": ["care", "travel", "relief"], "rail": ["travel"],
}
# When, who, lead department in a city, headline, text, figures by service: events, people, poor, old; wages recovered: people, 万元.
EVENTS = [
    ("2023-01-05T0930", "jinan", "人力资源社会保障", "“春暖行动”走进零工市场", "在南关零工市场发放慰问信、慰问品，设热饮点。", {"care": (1, 420, 63, 88)}, None),
    ("2023-01-12T1400", "qingdao", "交通运输", "首趟返乡包车发车", "为返乡务工人员开行“点对点”包车，发车前做安全提示。", {"travel": (3, 138, "不适用", 21)}, None),
    ("2023-01-17T0930", "yantai", "工会", "工会职工服务中心年货大集", "留岗职工凭工会卡领年货。", {"care": (2, 960, "不适用", "不适用")}, None),
    ("2023-01-17T0930", "linyi", "交通运输", "临沂北站志愿服务点开岗", "为大龄务工人员搬行李、教购票。", {"travel": (1, 2300, 310, 640), "health": (1, 2300, 310, 640)}, None),
    ("2023-01-22T2000", "culture", None, "全国“村晚”示范展示", "六个村的“村晚”线上直播，返乡务工人员登台。", {"culture": (6, 5200, "不适用", "不适用")}, None),
    ("2023-01-28T1000", "transport", None, "节后返岗“点对点”专车", "统筹十六市运力，优先保障集中外出。", {"travel": (42, 1811, 402, 77)}, None),
    ("2023-02-03T0900", "heze", "人力资源社会保障", "正月十三赶“就业大集”", "大集设招聘区，摸排技能培训意愿。", {"jobs": (5, 3800, 560, 410)}, None),
    ("2023-02-08T1530", "weifang", "人力资源社会保障", "“快立快调”追回工资", "工地欠薪三日内立案调解，当场兑付。", {"rights": (1, 47, 6, 9)}, (47, 68.35)),
    ("2023-02-14T1100", "youth", None, "“童心港湾”开学第一课", "为留守儿童送文具，视频连线在外父母。", {"relief": (12, 610, 95, 0)}, None),
    ("2023-02-20T1000", "jinan", "司法行政", "公益法律服务进工地", "现场解答劳动合同和工资争议。", {"rights": (2, 156, 11, 30)}, (12, 9.275)),
    ("2023-02-27T1600", "liaocheng", "人力资源社会保障", "没有赶上返岗的再送一程", "送岗位到户，包车送到厂。", {"jobs": (1, 85, 85, 12), "travel": (1, 85, 85, 12)}, None),
]


def report(event):
    moment, unit, department, headline, text, figures, claims = event
    row = {"services": [TITLES[service] for service in figures], "headline": headline, "body": text}
    if department:
        row["department"] = department
    if claims:
        row["claims"] = {"people": claims[0], "paid": claims[1]}
    rows = {
        service: {"events": events, "served": {"all": everybody, "poor": poor, "old": old}}
        for service, (events, everybody, poor, old) in figures.items()
    }
    return {"forms": {"action": {"row": row}, "figures": {"rows": rows}}}


def reported(unit):
    """What a unit has told of in time: events and people by service."""
    sums = {service: [0, 0] for service in ALL}
    for _, who, _, _, _, figures, _ in EVENTS:
        if who == unit:
            for service, (events, everybody, _, _) in figures.items():
                sums[service][0] += events
                sums[service][1] += everybody
    return sums


def summary(unit):
    dice = random.Random(f"summary {unit['id']}")
    is_city = unit in CITIES
    rows = {}
    for service in ALL if is_city else TASKS[unit["id"]]:
        events, people = reported(unit["id"])[service]
        rows[service] = {
            "events": {"all": events + dice.randint(2, 40)},
            "served": {"all": people + dice.randint(500, 30000)},
            "done": f"{unit.get('short', unit['name'])}开展{TITLES[service]}" + dice.choice(["，送到村和工地", "，部门联动", "，线上线下结合"]),
        }
    if unit["id"] == "binzhou":
        rows["culture"] = {"events": {"all": 0}, "served": {"all": 0}, "done": "因疫情防控没有举办"}
    number = (DEPARTMENTS + CITIES).index(unit)
    cover = {"reporter": NAMES[number % len(NAMES)], "phone": f"0531-5550{number:04d}"}
    return {"forms": {"summary": {"cover": cover, "rows": rows}}}


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
    for event in EVENTS:
        write(CASE / "answers" / "progress" / event[0] / f"{event[1]}.json", report(event))
    by_id = {unit["id"]: unit for unit in DEPARTMENTS + CITIES}
    for unit in by_id.values():
        if unit["id"] != "rizhao":  # handed in a second too late
            write(CASE / "answers" / "summary" / "2023-02-28" / f"{unit['id']}.json", summary(unit))
    refused = CASE / "refused"
    write(refused / "late.json", summary(by_id["rizhao"]))
    less = summary(by_id["rizhao"])
    less["forms"]["summary"]["rows"]["travel"]["done"] = ""
    less["forms"]["summary"]["rows"]["jobs"]["served"]["all"] = "若干"
    del less["forms"]["summary"]["cover"]["reporter"]
    write(refused / "wrong-summary.json", less)
    foreign = summary(by_id["police"])
    foreign["forms"]["summary"]["rows"]["rights"] = {"events": {"all": 1}, "served": {"all": 5}, "done": "普法"}
    write(refused / "other-task.json", foreign)
    write(refused / "event.json", report(EVENTS[1]))
    wrong = report(EVENTS[7])
    row = wrong["forms"]["action"]["row"]
    row["claims"] = {"people": 0, "paid": 68.35}
    wrong["forms"]["figures"]["rows"]["rights"]["served"]["poor"] = 48
    write(refused / "checks.json", wrong)
    wrong = report(EVENTS[7])
    row = wrong["forms"]["action"]["row"]
    row["services"] = ["讨薪服务"]
    del row["headline"]
    row["claims"]["paid"] = 68.3512345
    write(refused / "wrong.json", wrong)


if __name__ == "__main__":
    main()
