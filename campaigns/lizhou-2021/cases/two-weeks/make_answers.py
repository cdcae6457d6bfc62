#!/usr/bin/env python3
"""Writes the invented answers of this case: answers/ and refused/. Same input, same files.

Every choice is drawn from a hash of unit, round and what is drawn, so adding a column or a unit changes nothing else.
Names, phones and figures are invented; only the units are real.
"""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

CASE = Path(__file__).resolve().parent
CAMPAIGN = CASE.parent.parent
ROUNDS = ["2021-11-25", "2021-12-02"]
NOT_A_REPORTER = {"wageOffice"}
UNREPORTED_ROW = ("2021-12-02", "510802105209")  # 三堆镇五郎村
UNREPORTED_SHEET = ("2021-12-02", "park")  # 区工发区管委会
REFUSED_TOWNSHIP = "510802201"  # 金洞乡

# Over the villages of the first round, goods.value adds up to this exactly, and to the other after rounding each to 2 decimals.
EXACT, ROUNDED_FIRST = Decimal("23.9108"), Decimal("24.04")

NAMES = ["谯燚", "张喆", "李堃", "王㛃", "何翀", "昝丽华", "蒲晓东", "母琳", "杨旻", "苟志强", "冯玥", "赵昕", "罗珺", "刘祎", "陈禹彤", "唐煜", "鲜晓蓉", "魏骁"]

# Words are few, so that the distinct words of the whole district still make a readable cell. 发放慰问品 is added where
# goods were given.
VILLAGE_MANNERS = ["入户走访", "入户走访", "入户走访、发放慰问信", "入户走访、政策宣讲", "座谈会", "电话慰问", "电话慰问、入户走访", "发放慰问信"]
TOWNSHIP_MANNERS = ["座谈会、悬挂标语", "悬挂标语", "座谈会、发放慰问信", "悬挂标语、政策宣讲"]
# What a person really typed: other separators, an item said twice, names with rare characters.
TYPED_OTHERWISE = {
    ("2021-11-25", "510802001016"): "入户走访，发放慰问品；政策宣讲",
    ("2021-11-25", "510802003013"): "入户走访,发放慰问品",
    ("2021-11-25", "510802201203"): "发放慰问品；电话慰问",
    ("2021-12-02", "510802103229"): "入户走访、发放慰问品、入户走访",
    ("2021-12-02", "510802202216"): "看望谯燚和王㛃家庭，发放慰问品",
}
GOODS = ["大米、食用油", "大米、面条、食用油", "棉被、大米", "牛奶、大米", "春联", "口罩", "棉被", "面条、牛奶"]

DEPARTMENT_MANNERS = {
    "org": "入户走访",
    "publicity": "政策宣讲、发放慰问信",
    "women": "入户走访、政策宣讲",
    "education": "入户走访、电话慰问",
    "civil": "入户走访",
    "health": "义诊",
    "unitedFront": "义写春联",
    "culture": "文艺演出",
    "commerce": "座谈会",
    "park": "座谈会",
    "agriculture": "入户走访",
    "forestry": "入户走访",
    "sanitation": "入户走访",
    "housing": "座谈会、政策宣讲",
    "justice": "法律咨询",
    "youth": "入户走访",
    "media": "政策宣讲",
    "hr": "发放慰问信、政策宣讲",
    "transport": "发放慰问信",
}
EXPLANATIONS = {"township": "本级走访的返乡农民工在各村统计", "department": "本部门走访的返乡农民工在各村统计"}


def draw(low, high, *about):
    """A whole number from low to high, both included, that depends on nothing but what it is about."""
    digest = hashlib.sha256("|".join(about).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def choose(options, *about):
    return options[draw(0, len(options) - 1, *about)]


def wan(yuan_cents):
    """万元 from 分."""
    return Decimal(yuan_cents).scaleb(-6)


def nothing_done(row):
    row["visited"] = {"returned": 0, "away": 0}
    row["spent"] = {"goods": {"value": Decimal(0)}, "cash": Decimal(0)}
    return row


def with_goods(manner, goods):
    return f"{manner}、发放慰问品" if goods["value"] else manner


def village_row(unit, round_, goods_value):
    workers = draw(50, 600, unit, "workers")
    outside = workers * draw(45, 75, unit, "outside") // 100
    inside = workers - outside
    returned = max(2, workers * draw(6, 22, unit, "returned") // 100)
    if round_ == ROUNDS[1]:
        returned = min(workers, returned + draw(1, 2 + workers // 12, unit, "returned since"))
        inside += draw(0, 3, unit, "inside since")
    row = {"workers": {"outside": outside, "inside": inside}, "returned": returned}
    if goods_value is None:
        return nothing_done(row)
    row["visited"] = {
        "returned": draw(1, max(1, returned * 2 // 5), unit, round_, "visited returned"),
        "away": draw(0, 14, unit, round_, "visited away"),
    }
    goods = {"what": choose(GOODS, unit, round_, "goods"), "value": goods_value} if goods_value else {"value": Decimal(0)}
    manner = with_goods(choose(VILLAGE_MANNERS, unit, round_, "manner"), goods)
    row["manner"] = TYPED_OTHERWISE.get((round_, unit), manner)
    if draw(0, 9, unit, round_, "cash kind") == 0:
        cash = wan(draw(90_000, 400_000, unit, round_, "cash in fen"))
    else:
        cash = wan(20_000 * draw(0, 12, unit, round_, "cash"))
    row["spent"] = {"goods": goods, "cash": cash}
    return row


def own_row(unit, round_, manner, most_visited):
    row = {"workers": {"outside": 0, "inside": 0}, "returned": 0}
    if manner is None:
        return nothing_done(row)
    any_returned = draw(0, 2, unit, round_, "any returned") > 0
    row["visited"] = {
        "returned": draw(1, most_visited, unit, round_, "visited returned") if any_returned else 0,
        "away": draw(0, most_visited // 2, unit, round_, "visited away"),
    }
    if draw(0, 2, unit, round_, "any goods"):
        goods = {"what": choose(GOODS, unit, round_, "goods"), "value": wan(draw(200_000, 3_200_000, unit, round_, "goods"))}
    else:
        goods = {"value": Decimal(0)}
    row["manner"] = with_goods(manner, goods)
    row["spent"] = {"goods": goods, "cash": wan(100_000 * draw(0, 10, unit, round_, "cash"))}
    return row


def visited_in(unit, round_):
    return draw(0, 11, unit, round_, "visited at all") > 0


def first_round_goods(villages):
    """Whole yuan per village, so that the exact sum and the sum of rounded amounts are the two numbers wanted.

    An amount is 100 a + b hundredths of its last printed digit; rounding half-up adds 1 where b >= 50. With u such
    villages the a must add up to rounded - u and the b to exact - 100 (rounded - u).
    """
    active = [v for v in villages if visited_in(v, ROUNDS[0])]
    amounts = {v: draw(300, 2400, v, ROUNDS[0], "goods value") for v in active}
    a = {v: n // 100 for v, n in amounts.items()}
    b = {v: n % 100 for v, n in amounts.items()}
    up = sum(1 for n in b.values() if n >= 50)
    exact, rounded = int(EXACT * 10_000), int(ROUNDED_FIRST * 100)
    settle(a, rounded - up, lambda n: (2, 40))
    settle(b, exact - 100 * (rounded - up), lambda n: (50, 99) if n >= 50 else (0, 49))
    values = {v: wan((100 * a[v] + b[v]) * 100) for v in active}
    assert sum(values.values()) == EXACT
    assert sum(((n * 100 + Decimal("0.5")) // 1 for n in values.values())) / 100 == ROUNDED_FIRST
    return values


def settle(numbers, total, bounds):
    """Moves the numbers by one, each in turn and within its bounds, until they add up to the total."""
    missing = total - sum(numbers.values())
    step = 1 if missing > 0 else -1
    while missing:
        before = missing
        for key, number in numbers.items():
            low, high = bounds(number)
            if missing and low <= number + step <= high:
                numbers[key] = number + step
                missing -= step
        assert missing != before, "no room left"


def later_goods(village, round_):
    if not visited_in(village, round_):
        return None
    if draw(0, 7, village, round_, "any goods") == 0:
        return Decimal(0)
    return wan(10 * draw(2_000, 26_000, village, round_, "goods value"))


def sheet(reporter, number, round_, rows, explanation):
    name, phone = NAMES[number % len(NAMES)], str(13900000001 + number)
    form = {"cover": {"reporter": name, "phone": phone}}
    if rows[reporter]["visited"]["returned"] > rows[reporter]["returned"]:
        form["explanations"] = {"visited-at-most-returned": explanation}
    form["rows"] = rows
    return form


def text(value):
    """One line of JSON; decimals as they are."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(k)}: {text(v)}" for k, v in value.items()) + " }"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return json.dumps(value, ensure_ascii=False)


def write(path, form):
    lines = [f'      "{key}": {text(form[key])}' for key in form if key != "rows"]
    rows = ",\n".join(f'        "{unit}": {text(row)}' for unit, row in form["rows"].items())
    lines.append(f'      "rows": {{\n{rows}\n      }}')
    body = ",\n".join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{\n  "forms": {{\n    "visits": {{\n{body}\n    }}\n  }}\n}}\n', encoding="utf-8", newline="\n")


def main():
    district = json.loads((CAMPAIGN / "units.json").read_text(encoding="utf-8"))["units"][0]
    departments = [d["id"] for d in district["units"][0]["units"] if d["id"] not in NOT_A_REPORTER]
    townships = {t["code"]: [v["code"] for v in t["units"]] for t in district["units"][1:]}
    goods = {ROUNDS[0]: first_round_goods([v for villages in townships.values() for v in villages])}
    goods[ROUNDS[1]] = {v: later_goods(v, ROUNDS[1]) for villages in townships.values() for v in villages}

    for round_ in ROUNDS:
        folder = CASE / "answers" / "visits" / round_
        for number, (township, villages) in enumerate(townships.items()):
            manner = choose(TOWNSHIP_MANNERS, township, round_, "manner") if draw(0, 5, township, round_, "own") else None
            rows = {township: own_row(township, round_, manner, 30)}
            rows |= {v: village_row(v, round_, goods[round_].get(v)) for v in villages}
            complete = sheet(township, number, round_, rows, EXPLANATIONS["township"])
            if township == REFUSED_TOWNSHIP and round_ == ROUNDS[1]:
                write(CASE / "refused" / "late.json", complete)
                write(CASE / "refused" / "wrong.json", with_mistakes(complete, villages))
            rows = {unit: row for unit, row in rows.items() if (round_, unit) != UNREPORTED_ROW}
            write(folder / f"{township}.json", {**complete, "rows": rows})
        for number, department in enumerate(departments, start=len(townships)):
            if (round_, department) == UNREPORTED_SHEET:
                continue
            rows = {department: own_row(department, round_, DEPARTMENT_MANNERS.get(department), 45)}
            write(folder / f"{department}.json", sheet(department, number, round_, rows, EXPLANATIONS["department"]))


def with_mistakes(complete, villages):
    """Three mistakes in three villages: more returned than there are, a text for a number, a column nobody asked for."""
    rows = dict(complete["rows"])
    first, second, third = villages[1], villages[2], villages[3]
    workers = rows[first]["workers"]
    rows[first] = {**rows[first], "returned": workers["outside"] + workers["inside"] + 1}
    rows[second] = {**rows[second], "workers": {**rows[second]["workers"], "inside": "八十多"}}
    rows[third] = {**rows[third], "visitedHouseholds": 12}
    return {**complete, "rows": rows}


if __name__ == "__main__":
    main()
