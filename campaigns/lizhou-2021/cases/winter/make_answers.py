#!/usr/bin/env python3
"""Writes the invented answers of this case, and adds up what is expected: answers/, refused/ and expected/*.csv.

It shares no code with the engine. Names, phones and figures are invented; only the units are real.
"""

import hashlib
import json
from pathlib import Path

CASE = Path(__file__).resolve().parent
UNITS = json.loads((CASE.parent.parent / "units.json").read_text(encoding="utf-8"))["units"][0]
TOWNSHIPS = {one["code"]: one for one in UNITS["units"][1:]}
JINDONG, BAICHAO, BAOLUN = "510802201", "510802200", "510802103"
COVER = {"reporter": "谯燚", "phone": "13900000019"}
LEADERS = ["党委副书记", "副乡长", "人大主席", "纪委书记", "武装部长"]


def draw(low, high, *about):
    digest = hashlib.sha256("|".join(about).encode()).digest()
    return low + int.from_bytes(digest[:4], "big") % (high - low + 1)


def villages(township):
    return [village["code"] for village in TOWNSHIPS[township]["units"]]


def contracts(township):
    rows = {}
    for n, village in enumerate(villages(township)):
        households = draw(20, 90, village, "households")
        rows[village] = {"lead": LEADERS[n % len(LEADERS)], "visitors": households // 15 + 1, "households": households}
    return rows


def employment(township):
    rows = {}
    for village in villages(township):
        surveyed = draw(15, 60, village, "surveyed")
        sure = surveyed - surveyed // 4
        change = surveyed // 8
        rows[village] = {
            "surveyed": surveyed,
            "recorded": surveyed - draw(0, 3, village, "unrecorded"),
            "after": {"sure": sure, "change": change, "none": surveyed - sure - change},
            "start": surveyed // 10,
        }
    return rows


def case(id_, unit, employer, kind, people, amount, leader, state, changed):
    return {"id": id_, "unit": unit, "employer": employer, "kind": kind, "people": people, "amount": amount,
            "leader": leader, "state": state, "changed": changed}


def issue(id_, unit, project, sent_to, text, wanted, due, state, changed):
    return {"id": id_, "unit": unit, "project": project, "sentTo": sent_to, "issue": text, "wanted": wanted, "due": due,
            "state": state, "changed": changed}


def school(id_, name, assigned, begun, state, changed):
    row = {"id": id_, "unit": JINDONG, "school": name, "content": "中式烹调", "place": "乡文化站", "people": 40, "assigned": assigned,
           "state": state, "changed": changed}
    return row | ({"begun": begun} if begun else {})


BUSINESS = {"what": "慰问困难农民工家庭", "place": "劳动大厦", "people": 36, "body": "区四大班子领导集中慰问36户困难农民工家庭，发放慰问品。"}
OPEN_1, OPEN_2 = (
    case("1", "hr", "甲建筑劳务公司", "政府投资项目", 23, 41.375, True, "open", "2021-11-09"),
    case("2", "hr", "乙餐饮公司", "其他", 6, 3.2486, False, "open", "2021-11-08"),
)

ANSWERS = {
    ("news", "2021-11-25", BAOLUN): {"news": {"cover": COVER, "rows": [{
        "id": "1", "unit": BAOLUN, "date": "2021-11-24", "headline": "宝轮镇启动走访慰问",
        "body": "宝轮镇召开动员会，各村班子成员带队入户走访，发放慰问信。", "pictures": ["p-1"]}]}},
    ("news", "2021-11-25", JINDONG): {"news": {"cover": COVER, "rows": []}},
    ("news", "2021-11-25", "health"): {"news": {"cover": COVER, "rows": [{
        "id": "1", "unit": "health", "date": "2021-11-23", "headline": "义诊下乡进村", "body": "到三堆镇开展免费义诊，服务农民工及家属。"}]}},
    ("majorVisits", "2021-12-20T1030", "civil"): {"major": {"cover": COVER, "row": BUSINESS}},
    ("stories", "2021-12-10T0900", "police"): {"major": {"cover": COVER, "row": {
        "what": "当日受理当日上传", "place": "政务服务大厅", "people": 12, "body": "身份证办理当日审核、当日打包上传，领证提前3天。"}}},
    ("majorArrears", "2021-12-01T0830", BAOLUN): {"major": {"cover": COVER, "row": {
        "what": "工地农民工集体讨薪", "place": "宝轮镇", "people": 18, "body": "已启动应急预案，动用工资保证金垫付，当日平息。"}}},
    ("employment", "2022-02-15", JINDONG): {"employment": {"cover": COVER, "rows": employment(JINDONG)}},
    ("employment", "2022-02-15", BAICHAO): {"employment": {"cover": COVER, "rows": employment(BAICHAO)}},
    ("gatherings", "2022-02-15", JINDONG): {"gatherings": {"row": {"meetings": 1, "galas": 0, "people": 45}}},
    ("gatherings", "2022-02-15", BAICHAO): {"gatherings": {"row": {"meetings": 0, "galas": 1, "people": 210}}},
    ("gatherings", "2022-02-15", BAOLUN): {"gatherings": {"row": {"meetings": 0, "galas": 0, "people": 0}}},
    ("classPlans", "2022-01-06", JINDONG): {"class-plans": {"cover": COVER, "rows": [
        school("a", "甲职业培训学校", "2022-01-02", None, "planned", "2022-01-02"),
        school("b", "乙职业培训学校", "2022-01-02", "2022-01-05", "running", "2022-01-05")]}},
    ("classPlans", "2022-01-27", JINDONG): {"class-plans": {"cover": COVER, "rows": [
        school("b", "乙职业培训学校", "2022-01-02", "2022-01-05", "done", "2022-01-25")]}},
    ("classNotBegun", "2022-02-03T0000", JINDONG): {"class-feedback": {"row": {
        "schools": "甲职业培训学校", "reason": "报名不足20人", "wish": "改由乙职业培训学校合并办班"}}},
    ("evaluation", "2022-04-10", "hr"): {"evaluation": {"row": {
        "agency": "丙评估事务所", "classes": 31, "passed": 30, "subsidy": 98.6, "result": "31个班次中30个合格，1个出勤不足，扣减补贴。"}}},
    ("wageLedger", "2021-11-10", "hr"): {
        "wage-cases": {"rows": [OPEN_1, OPEN_2]},
        "issues": {"rows": [issue("1", "hr", "丁安置房项目", "施工总承包企业", "没有开设工资专用账户", "开设专户、代发工资", "2021-11-30", "open", "2021-11-10")]}},
    ("wageLedger", "2021-11-10", BAOLUN): {
        "wage-cases": {"rows": [case("1", BAOLUN, "戊建材厂", "其他", 9, 5.4, False, "open", "2021-11-10")]}, "issues": {"rows": []}},
    ("wageLedger", "2021-11-17", "hr"): {
        "wage-cases": {"rows": [{**OPEN_1, "state": "paid", "changed": "2021-11-15"}]}, "issues": {"rows": []}},
    ("hotline", "2021-11-03", "hr"): {"hotline": {"row": {"calls": 41, "filed": 3, "closed": 2, "gaps": 0}}},
    ("travelSummary", "2022-03-01", "transport"): {"summary": {"row": {
        "times": 64, "volunteers": 120, "praised": 15, "body": "开通农民工购票绿色通道，志愿服务64场。"}}},
}
for township in (JINDONG, BAICHAO):
    ANSWERS["visitPlans", "2021-11-25", township] = {
        "visit-plan": {"row": {"title": "走访慰问实施方案", "date": "2021-11-22", "office": "党政办"}},
        "contracts": {"rows": contracts(township)}}

REFUSED = {
    "late": ANSWERS["news", "2021-11-25", BAOLUN],
    "tomorrow": ANSWERS["majorVisits", "2021-12-20T1030", "civil"],
    "department": ANSWERS["employment", "2022-02-15", JINDONG],
    "wrong": {
        "visit-plan": {"row": {"title": "走访慰问实施方案", "date": "2021-11-31", "office": "党政办"}},
        "contracts": {"rows": contracts(BAICHAO) | {villages(BAICHAO)[0]: {"lead": "副乡长", "visitors": 0, "households": 30}}}},
}


def write(file, forms):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"forms": forms}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def short(village):
    """泉坝村村民委员会 is printed 泉坝村."""
    for suffix in ("村民委员会", "居民委员会"):
        if village["name"].endswith(suffix):
            base = village["name"][: -len(suffix)]
            return base + "村" if suffix[0] == "村" and not base.endswith("村") else base
    return village["name"]


def line(unit, kind, title, values, coverage):
    return ",".join([unit, kind, title] + ["" if value is None else str(value) for value in values] + [str(one) for one in coverage])


def summed(rows, columns, texts):
    return [None if name in texts or not any(name in row for row in rows) else sum(row.get(name, 0) for row in rows) for name in columns]


def figures(file, columns, sheets, texts=(), by_village=True):
    """The figures of all units: sheets are rows by village of those that reported, or one row of each."""
    lines = [",".join(["unit", "kind", "title", *columns, "expected", "received", "blankRows"])]
    everything = [row for rows in sheets.values() for row in rows.values()]
    lines.append(line(UNITS["code"], "total", UNITS["total"], summed(everything, columns, texts), (len(TOWNSHIPS), len(sheets), 0)))
    for code, township in TOWNSHIPS.items():
        rows = sheets.get(code, {})
        coverage = (1, 1 if code in sheets else 0, 0)
        kind = "total" if by_village else "typed"
        lines.append(line(code, kind, township["name"], summed(list(rows.values()), columns, texts), coverage))
        for village in township["units"] if by_village else []:
            row = rows.get(village["code"], {})
            lines.append(line(village["code"], "typed", short(village), [row.get(name) for name in columns], coverage))
    (CASE / "expected" / file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def flat(row):
    after = {"after." + name: value for name, value in row["after"].items()}
    return {name: value for name, value in row.items() if name != "after"} | after


def main():
    for (duty, round_, unit), forms in ANSWERS.items():
        write(CASE / "answers" / duty / round_ / f"{unit}.json", forms)
    for name, forms in REFUSED.items():
        write(CASE / "refused" / f"{name}.json", forms)
    both = (JINDONG, BAICHAO)
    figures("contracts-2021-11-25.csv", ["lead", "visitors", "households"], {one: contracts(one) for one in both}, texts=["lead"])
    figures(
        "employment-2022-02-15.csv",
        ["returned", "surveyed", "recorded", "after.sure", "after.change", "after.none", "start"],
        {one: {village: flat(row) for village, row in employment(one).items()} for one in both})
    gathered = {unit: {unit: forms["gatherings"]["row"]} for (duty, _, unit), forms in ANSWERS.items() if duty == "gatherings"}
    figures("gatherings-2022-02-15.csv", ["meetings", "galas", "people"], gathered, by_village=False)


if __name__ == "__main__":
    main()
