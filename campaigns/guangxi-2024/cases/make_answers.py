#!/usr/bin/env python3
"""Writes the answers of the cases summary and routine: invented figures, the same on every run."""

import json
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
REGION = json.loads((HERE.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
CITIES = [unit for unit in REGION["units"] if "code" in unit]
LARGE = {"nanning": 4, "guilin": 3, "yulin": 4, "guigang": 4, "baise": 3, "hechi": 3, "beihai": 1, "fangchenggang": 1}
# Cities without a station from which a train or carriage can be chartered.
NO_TRAIN = {"beihai", "fangchenggang", "hezhou", "chongzuo"}
NAMES = ["韦小芳", "覃志强", "农堃", "黄㛃", "蒙喆", "潘建国", "莫丽萍", "陆燚"]
SERVICES = {
    "safety": "客运企业安全检查和农民工交通安全宣传，查处超员客车",
    "travel": "开通集中购票绿色通道，志愿者在汽车站、高铁站提供引导和行李搬运",
    "pointToPoint": "摸清返岗时间和去向，包车送到厂门口",
    "jobs": "“春风行动”专场招聘会、“直播带岗”，村里大喇叭播岗位",
    "startups": "送创业担保贷款政策进村，孵化基地免费指导",
    "skills": "按岗位开班，“培训+就业”",
    "rights": "根治欠薪冬季专项行动，速裁庭优先受理",
    "law": "12348热线和公共法律服务站接待农民工咨询",
    "insurance": "社保补贴“直补快办”，失业保险金及时发放",
    "culture": "文艺队下村慰问演出，图书馆、文化馆免费开放",
    "health": "返乡农民工健康监测，乡镇卫生院义诊，送健康包",
    "care": "走访慰问困难农民工、留守老人和儿童，留岗农民工一起过年",
}


def cover(city):
    number = CITIES.index(city)
    return {"reporter": NAMES[number % len(NAMES)], "phone": f"0771-5550{number:03d}"}


def transport(city, dice, weight):
    n = LARGE.get(city["id"], 2) * weight
    runs = dice.randint(8 * n, 22 * n)
    trains = dice.randint(0, n)
    no_train = city["id"] in NO_TRAIN
    riders = runs * dice.randint(31, 44)
    rail = trains * dice.randint(96, 540)
    return {
        "bus": {"runs": runs, "riders": riders},
        "train": {"runs": "不适用", "riders": "不适用"} if no_train else {"runs": trains, "riders": rail},
        "all": {"poor": (riders + (0 if no_train else rail)) * dice.randint(22, 48) // 100},
        "firms": dice.randint(6 * n, 15 * n),
        "accidents": 0,
    }


def services(city, dice):
    n = LARGE.get(city["id"], 2)
    rows = {}
    for key, text in SERVICES.items():
        served = dice.randint(900 * n, 7000 * n)
        rows[key] = {
            "events": dice.randint(4 * n, 30 * n),
            "served": {"all": served, "poor": served * dice.randint(8, 35) // 100},
            "done": f"{city['short']}：{text}",
        }
    return rows


def county_rows(city, dice):
    rows = {}
    for county in city["units"]:
        classes = dice.randint(1, 4)
        trained = classes * dice.randint(28, 50)
        rows[county["code"]] = {"classes": classes, "trained": {"all": trained, "poor": trained * dice.randint(20, 60) // 100}}
    return rows


def summary(city):
    dice = random.Random(f"summary {city['id']}")
    n = LARGE.get(city["id"], 2)
    returned = dice.randint(90_000 * n, 160_000 * n)
    overview = {
        "people": {"returned": returned, "left": returned * dice.randint(820, 965) // 1000},
        "firms": {"asked": dice.randint(120 * n, 300 * n), "posts": dice.randint(2500 * n, 6000 * n)},
        "experience": f"{city['short']}把需求摸到人、车票送到户、岗位对到厂。",
    }
    if city["id"] == "hechi":
        overview["problems"] = "山区村屯分散，集中乘车点少。\n建议按圩日定点发车。"
    classes = {"rows": county_rows(city, dice)}
    if city["id"] == "fangchenggang":
        # 港口区 held none: a zero, with the reason.
        classes["rows"]["450602"] = {"classes": 0, "trained": {"all": 0, "poor": 0}}
        classes["explanations"] = {"one-class-each": "港口区报名不足10人，并到防城区开班。"}
    return {
        "forms": {
            "summary": {"cover": cover(city), "rows": services(city, dice)},
            "overview": {"row": overview},
            "classes": classes,
            "transport": {"row": transport(city, dice, 3)},
        }
    }


def routine(city, quarter):
    if (city["id"], quarter) == ("beihai", 3):
        none = {"bus": {"runs": 0, "riders": 0}, "train": {"runs": "不适用", "riders": "不适用"}, "all": {"poor": 0}, "firms": 0, "accidents": 0}
        return {"forms": {"transport": {"row": none}}}
    return {"forms": {"transport": {"row": transport(city, random.Random(f"{quarter} {city['id']}"), 1)}}}


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
    by_id = {city["id"]: city for city in CITIES}
    for city in CITIES:
        if city["id"] != "laibin":  # handed in a second too late
            write(HERE / "summary" / "answers" / "summary" / "2024-03-08" / f"{city['id']}.json", summary(city))
        write(HERE / "routine" / "answers" / "routine" / "2024-06-30" / f"{city['id']}.json", routine(city, 2))
        if city["id"] != "hezhou":
            write(HERE / "routine" / "answers" / "routine" / "2024-09-30" / f"{city['id']}.json", routine(city, 3))
    refused = HERE / "summary" / "refused"
    write(refused / "late.json", summary(by_id["laibin"]))
    unexplained = summary(by_id["fangchenggang"])
    del unexplained["forms"]["classes"]["explanations"]
    unexplained["forms"]["classes"]["rows"]["450602"]["trained"] = {"all": 7, "poor": 8}
    people = unexplained["forms"]["overview"]["row"]["people"]
    people["left"] = people["returned"] + 1
    write(refused / "checks.json", unexplained)
    wrong = summary(by_id["beihai"])
    wrong["forms"]["classes"]["rows"]["450521"]["classes"] = 1.5
    wrong["forms"]["classes"]["rows"]["450602"] = {"classes": 1, "trained": {"all": 30, "poor": 3}}  # another city's county
    del wrong["forms"]["summary"]["rows"]["health"]["done"]
    wrong["forms"]["transport"]["row"]["bus"]["runs"] = "不适用"
    del wrong["forms"]["overview"]
    write(refused / "wrong.json", wrong)
    late = HERE / "routine" / "refused"
    write(late / "late.json", routine(by_id["hezhou"], 3))
    overloaded = routine(by_id["hezhou"], 3)
    row = overloaded["forms"]["transport"]["row"]
    row["bus"]["riders"] = row["bus"]["runs"] * 60 + 1
    row["all"]["poor"] = row["bus"]["riders"] + 1
    write(late / "checks.json", overloaded)


if __name__ == "__main__":
    main()
