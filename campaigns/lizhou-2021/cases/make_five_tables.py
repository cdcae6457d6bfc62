#!/usr/bin/env python3
"""Writes the invented answers of the cases services, training and arrears: answers/ and refused/. Same input, same files.

Entries stand below as they are reported; a unit that is not named reports that it has none. Training figures are drawn
from a hash of unit, round and what is drawn. Names, phones, firms and figures are invented; only the units are real.
"""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

CASES = Path(__file__).resolve().parent
DISTRICT = json.loads((CASES.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
DEPARTMENTS = [d["id"] for d in DISTRICT["units"][0]["units"] if d["id"] != "wageOffice"]
TOWNSHIPS = {t["code"]: [v["code"] for v in t["units"]] for t in DISTRICT["units"][1:]}
MEMBERS = ["housing", "hr", "transport", "police", "procuratorate", "court"]  # 区根治欠薪领导小组各成员单位
REPORTERS = [*TOWNSHIPS, *DEPARTMENTS]
NAMES = ["谯燚", "张喆", "李堃", "王㛃", "何翀", "昝丽华", "蒲晓东", "母琳", "杨旻", "苟志强", "冯玥", "赵昕"]
BAOLUN, RONGSHAN, JINDONG, SANDUI, BAICHAO, SHANGXI = (
    "510802103", "510802100", "510802201", "510802105", "510802200", "510802006")

# round, unit, from, to, place, theme, sessions, entered, intended, remark
RECRUITMENT = [
    ("2021-11-11", "hr", "11-09", "11-09", "劳动大厦", "农民工就业专场招聘会", 1, 436, 87, None),
    ("2021-11-11", "park", "11-08", "11-10", "工业集中发展区", "园区企业用工专场", 2, 215, 46, None),
    ("2021-11-11", BAOLUN, "11-10", "11-10", "宝轮镇便民服务中心", "返乡农民工专场招聘会", 1, 168, 31, "网上同步直播"),
    ("2021-11-11", "510802103004", "11-09", "11-09", "云峰社区广场", "送岗小分队进村", 1, 35, 4, None),
    ("2021-11-11", "510802103012", "11-08", "11-09", "紫兰社区活动室", "送岗小分队进村", 2, 42, 6, None),
    ("2021-11-11", "510802100201", "11-08", "11-08", "泉坝村村委会", "送岗小分队进村", 1, 27, 3, None),
    ("2021-11-11", "510802100201", "11-11", "11-11", "泉坝村村委会", "川渝劳务协作定向输送", 1, 40, 0, "达成意向的下周统计"),
    ("2021-11-11", "510802201203", "11-10", "11-10", "水磨村文化广场", "送岗小分队进村", 1, 18, 2, None),
    ("2021-11-18", "hr", "11-16", "11-16", "劳动大厦", "东西部劳务协作专场招聘会", 1, 389, 92, None),
    ("2021-11-18", "women", "11-17", "11-17", "劳动大厦", "妇女就业专场", 1, 143, 27, None),
    ("2021-11-18", SANDUI, "11-13", "11-14", "三堆镇农贸市场", "赶场天招聘", 2, 205, 38, None),
    ("2021-11-18", "510802105201", "11-15", "11-15", "高桥村村委会", "送岗小分队进村", 1, 31, 5, None),
    ("2021-11-18", BAOLUN, "11-18", "11-18", "宝轮镇便民服务中心", "返乡农民工专场招聘会", 1, 154, 29, None),
]

# round, unit, from, to, place, people, office, 身份证, 出国（境）证, 其他证照
CERTIFICATES = [
    ("2021-11-11", "police", "11-08", "11-11", "政务服务大厅公安窗口", 126, "区公安分局", 98, 17, "居住证11 户口簿6"),
    ("2021-11-11", "approval", "11-08", "11-11", "政务服务大厅", 43, "区行政审批局", 0, 0, "营业执照31 食品经营许可证8 道路运输证4"),
    ("2021-11-11", RONGSHAN, "11-09", "11-10", "荣山镇便民服务中心", 25, "荣山派出所", 22, 0, "居住证3"),
    ("2021-11-11", "510802100201", "11-11", "11-11", "泉坝村上门办理", 5, "荣山派出所", 5, 0, ""),
    ("2021-11-11", BAOLUN, "11-08", "11-11", "宝轮镇便民服务中心", 30, "宝轮派出所", 19, 2, "居住证4"),
    ("2021-11-18", "police", "11-12", "11-18", "政务服务大厅公安窗口", 151, "区公安分局", 119, 21, "户口簿9 居住证14"),
    ("2021-11-18", "approval", "11-12", "11-18", "政务服务大厅", 37, "区行政审批局", 0, 0, "营业执照29 道路运输证8"),
    ("2021-11-18", BAOLUN, "11-15", "11-18", "宝轮镇便民服务中心", 21, "宝轮派出所", 18, 1, "居住证2"),
]
MORE_PEOPLE = {("2021-11-11", BAOLUN): "5人的证件下周受理，先登记"}

# round, unit, day, place, service, person-times, 万元
TRAVEL = [
    ("2021-11-11", "transport", "11-08", "南河汽车站", "农民工购票绿色通道", 1250, "1.2"),
    ("2021-11-11", "transport", "11-10", "上西火车站", "公铁对接、免费热水和防疫物资", 862, "0.354"),
    ("2021-11-11", BAOLUN, "11-09", "宝轮客运站", "接站引导", 56, "0.08"),
    ("2021-11-11", "510802103004", "11-10", "云峰社区", "老幼病残接送", 9, "0.0275"),
    ("2021-11-18", "transport", "11-15", "南河汽车站", "车辆检修咨询", 318, "0.6"),
    ("2021-11-18", "510802103004", "11-17", "云峰社区", "老幼病残接送", 12, "0.0325"),
]
OWN_SERVICES = {BAOLUN, RONGSHAN}  # all other townships: 全区统一组织, they have none of their own

# round, unit, day, employer, defender, manner, people, 万元
ARREARS = [
    ("2021-11-10", "hr", "2021-11-10", "甲建筑劳务公司", "区劳动监察大队", "联合执法、约谈", 12, "18.6"),
    ("2021-11-17", "hr", "2021-11-12", "甲建筑劳务公司", "区劳动监察大队", "责令限期支付", 23, "41.375"),
    ("2021-11-17", "hr", "2021-11-16", "乙餐饮公司", "区劳动监察大队", "调解", 6, "3.2486"),
    ("2021-11-17", "housing", "2021-11-15", "丙安置房项目部", "区住建局", "动用工资保证金", 17, "29.04"),
    ("2021-11-17", "court", "2021-11-17", "丁装饰公司", "区法院", "执行", 4, "5.5"),
    ("2021-11-17", "510802005", "2021-11-16", "戊培训学校", "南河街道劳动保障所", "调解", 5, "2.15"),
    ("2021-11-17", "510802005003", "2021-11-13", "己火锅店", "南河街道劳动保障所", "调解", 2, "0.6"),
    ("2022-02-02", "hr", "2022-01-28", "庚园林公司", "区劳动监察大队", "动用应急周转金", 31, "62.5"),
]


def cover(reporter, **more):
    number = REPORTERS.index(reporter)
    return {"reporter": NAMES[number % len(NAMES)], "phone": str(13900000001 + number), **more}


def within(reporter, unit):
    return unit == reporter or unit in TOWNSHIPS.get(reporter, [])


def rows(table, round_, reporter, cells):
    """The entries of a reporter, each with an id of its own; a unit is named where it is not the reporter."""
    entries = []
    for line in table:
        if line[0] != round_ or not within(reporter, line[1]):
            continue
        unit = {} if line[1] == reporter else {"unit": line[1]}
        entries.append({"id": str(len(entries) + 1), **unit, **cells(*line[2:])})
    return entries


def recruitment(first, last, place, theme, sessions, entered, intended, remark):
    row = {"period": span(first, last), "place": place, "theme": theme}
    row |= {"sessions": sessions, "entered": entered, "intended": intended}
    return row | ({"remark": remark} if remark else {})


def certificates(first, last, place, people, office, id_card, exit_, other):
    kinds = {"idCard": id_card, "exit": exit_}
    if other:
        named = [(text.rstrip("0123456789"), text) for text in other.split()]
        kinds["other"] = [{"name": name, "count": int(text[len(name):])} for name, text in named]
    return {"period": span(first, last), "place": place, "people": people, "office": office, "kinds": kinds}


def travel(day, place, service, served, spent):
    return {"date": f"2021-{day}", "place": place, "service": service, "served": served, "spent": Decimal(spent)}


def arrears(day, employer, defender, manner, served, paid):
    return {"date": day, "employer": employer, "defender": defender, "manner": manner,
            "served": served, "paid": Decimal(paid)}


def span(first, last):
    return {"from": f"2021-{first}", "to": f"2021-{last}"}


def services(reporter, round_):
    papers = {"cover": cover(reporter), "rows": rows(CERTIFICATES, round_, reporter, certificates)}
    if (round_, reporter) in MORE_PEOPLE:
        papers["explanations"] = {"a-certificate-each": MORE_PEOPLE[round_, reporter]}
    none_own = {"noneOwn": reporter not in OWN_SERVICES} if reporter in TOWNSHIPS else {}
    return {
        "recruitment": {"cover": cover(reporter), "rows": rows(RECRUITMENT, round_, reporter, recruitment)},
        "certificates": papers,
        "travel": {"cover": cover(reporter, **none_own), "rows": rows(TRAVEL, round_, reporter, travel)},
    }


def draw(low, high, *about):
    """A whole number from low to high, both included, that depends on nothing but what it is about."""
    digest = hashlib.sha256("|".join(about).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def trained(unit, round_):
    willing = draw(0, 38, unit, "willing")
    row = {"willing": willing, "classes": 0, "trained": 0, "employed": 0, "started": 0}
    if round_ == "2021-12-30" or willing < 16 or draw(0, 2, unit, round_, "class") > 0:
        return row
    row |= {"classes": 1, "trained": draw(8, 16, unit, round_, "trained")}
    row["employed"] = draw(0, row["trained"] // 2, unit, round_, "employed")
    row["started"] = draw(0, 2, unit, round_, "started")
    day = draw(0, 1, unit, round_, "day")
    first = {"2022-01-06": 4, "2022-01-13": 10}[round_] + day
    period = {"from": f"2022-01-{first:02}", "to": f"2022-01-{first + 2:02}"}
    return {"period": period, **row, "remark": ["家政服务", "电工", "中式烹调", "养老护理"][draw(0, 3, unit, round_, "kind")]}


def own(round_, remark=None):
    row = {"willing": 0, "classes": 0, "trained": 0, "employed": 0, "started": 0}
    if remark:
        row |= {"period": {"from": "2022-01-10", "to": "2022-01-13"}, "classes": 2, "trained": 86, "employed": 21}
        row["remark"] = remark
    return row


def training(reporter, round_):
    if reporter == "hr":
        table = {"hr": own(round_, "创业培训" if round_ == "2022-01-13" else None)}
    else:
        table = {reporter: own(round_)} | {village: trained(village, round_) for village in TOWNSHIPS[reporter]}
    return {"training": {"cover": cover(reporter), "rows": table}}


def progress(done, *texts):
    table = {key: {"progress": text} for key, text in zip(["survey", "plan", "run", "assess"], texts)}
    table["plan"]["trained"] = done
    return {"training-progress": {"rows": table}}


def text(value):
    """One line of JSON; decimals as they are."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(k)}: {text(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(text, value)) + "]"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return json.dumps(value, ensure_ascii=False)


def lines(value, indent, depth):
    """Open to a depth, below it a line for each."""
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return text(value)
    inner = indent + "  "
    is_list = isinstance(value, list)
    parts = value if is_list else [(json.dumps(key), one) for key, one in value.items()]
    body = [inner + (lines(p, inner, depth - 1) if is_list else f"{p[0]}: {lines(p[1], inner, depth - 1)}") for p in parts]
    return ("[" if is_list else "{") + "\n" + ",\n".join(body) + "\n" + indent + ("]" if is_list else "}")


def write(path, forms):
    def form(sheet):
        body = [f'      "{key}": {lines(sheet[key], "      ", 1 if key == "rows" else 0)}' for key in sheet]
        return "{\n" + ",\n".join(body) + "\n    }"

    path.parent.mkdir(parents=True, exist_ok=True)
    body = ",\n".join(f'    "{key}": {form(sheet)}' for key, sheet in forms.items())
    path.write_text(f'{{\n  "forms": {{\n{body}\n  }}\n}}\n', encoding="utf-8", newline="\n")


def main():
    case = CASES / "services"
    for round_ in ["2021-11-11", "2021-11-18"]:
        for reporter in REPORTERS:
            if round_ == "2021-11-18" and reporter in (BAICHAO, "forestry"):
                continue
            write(case / "answers" / "services" / round_ / f"{reporter}.json", services(reporter, round_))
    late = services(BAOLUN, "2021-11-18")
    write(case / "refused" / "late.json", late)
    write(case / "refused" / "wrong.json", wrong_services())
    write(case / "refused" / "none-own.json", none_own_and_services())
    department = services("transport", "2021-11-18")
    department["travel"]["cover"]["noneOwn"] = True
    write(case / "refused" / "department.json", department)

    case = CASES / "training"
    for duty, round_ in [("trainingSurvey", "2021-12-30"), ("training", "2022-01-06"), ("training", "2022-01-13")]:
        for reporter in [*TOWNSHIPS, "hr"]:
            if round_ == "2022-01-13" and reporter == BAICHAO:
                continue
            write(case / "answers" / duty / round_ / f"{reporter}.json", training(reporter, round_))
    for round_, done in [("2022-01-06", FIRST_WEEK), ("2022-01-13", FIRST_WEEK + SECOND_WEEK)]:
        path = case / "answers" / "trainingProgress" / round_ / "hr.json"
        write(path, progress(done, "调查完成，台账已建", "与培训学校逐班落实", "开班全程监管", "未到考核时间"))
    write(case / "refused" / "late.json", training(JINDONG, "2021-12-30"))
    write(case / "refused" / "wrong.json", wrong_training())

    case = CASES / "arrears"
    for round_ in ["2021-11-10", "2021-11-17", "2022-02-02"]:
        for reporter in [*TOWNSHIPS, *MEMBERS]:
            if (round_ == "2021-11-17" and reporter == SHANGXI) or (round_ == "2022-02-02" and reporter != "hr"):
                continue
            sheet = {"cover": cover(reporter), "rows": rows(ARREARS, round_, reporter, arrears)}
            write(case / "answers" / "arrears" / round_ / f"{reporter}.json", {"arrears": sheet})
    zero = {"arrears": {"cover": cover(SHANGXI), "rows": []}}
    write(case / "refused" / "late.json", zero)
    write(case / "refused" / "wrong.json", wrong_arrears())


FIRST_WEEK, SECOND_WEEK = (
    sum(row["trained"] for t in [*TOWNSHIPS, "hr"] if (round_, t) != ("2022-01-13", BAICHAO)
        for row in training(t, round_)["training"]["rows"].values())
    for round_ in ("2022-01-06", "2022-01-13"))


def wrong_services():
    """No session at all; more willing to start than came; ended before it began; another township's village; one id
    twice; an office left out."""
    sheet = services(BAOLUN, "2021-11-11")
    first, second, third = sheet["recruitment"]["rows"]
    first["sessions"] = 0
    second["intended"] = second["entered"] + 1
    third["period"] = span("11-09", "11-08")
    sheet["recruitment"]["rows"].append({**second, "id": "4", "unit": "510802105201", "intended": 0})
    paper = sheet["certificates"]["rows"][0]
    sheet["certificates"]["rows"].append({**paper})
    del paper["office"]
    return sheet


def none_own_and_services():
    """All was organised by the district, and still there are services."""
    sheet = services(BAOLUN, "2021-11-11")
    sheet["travel"]["cover"]["noneOwn"] = True
    return sheet


def wrong_training():
    """People without a class; more found work than were trained, unexplained; words for a number; an unknown column."""
    sheet = training(JINDONG, "2022-01-06")
    villages = TOWNSHIPS[JINDONG]
    table = sheet["training"]["rows"]
    table[villages[0]] |= {"classes": 0, "trained": 5, "employed": 0, "started": 0}
    table[villages[1]] |= {"classes": 1, "trained": 5, "employed": 6, "started": 0}
    table[villages[2]] |= {"trained": "十来人"}
    table[villages[3]] |= {"certificates": 3}
    return sheet


def wrong_arrears():
    """Wages paid to nobody; no such day; an entry of a unit that is not there; too many decimals."""
    entry = arrears("2021-11-16", "某公司", "区劳动监察大队", "调解", 3, "1.5")
    entries = [
        {"id": "1", **entry, "served": 0},
        {"id": "2", **entry, "date": "2021-11-31"},
        {"id": "3", "unit": "civil", **entry},
        {"id": "4", **entry, "paid": Decimal("1.1234567")},
    ]
    return {"arrears": {"cover": cover("hr"), "rows": entries}}


if __name__ == "__main__":
    main()
