#!/usr/bin/env python3
"""Writes the invented answers of the cases first-quarter and year-end: answers/ and refused/. Same input, same files.

Every choice is drawn from a hash of unit, round and what is drawn, so adding a row or a unit changes nothing else.
Texts, names, phones and figures are invented; only the units and the tasks are real. Who leads and who assists is read
here from the printed 〔责任单位：…〕, not by the engine.
"""

import hashlib
import json
import shutil
from pathlib import Path

from responsible import LEDGER_ROWS, TOWNSHIPS, VILLAGES, DEPARTMENTS, NAMES_OF, roles

CASES = Path(__file__).resolve().parent
QUARTERS = ["2020-04-10", "2020-07-10", "2020-10-10", "2021-01-10"]
YEAR = "2021-01-20"

PEOPLE = ["谯燚", "张喆", "李堃", "王㛃", "何翀", "昝丽华", "蒲晓东", "母琳", "杨旻", "苟志强", "冯玥", "赵昕", "罗珺", "刘祎"]

# What was done in the quarter, by task; {a} and {b} are drawn.
DONE = {
    "m1": "更新实名制信息{a}条，推送用工信息{b}次", "m2": "春节后举办现场招聘，{a}家企业进场", "m3": "援助就业困难农民工{a}人，公益性岗位安置{b}人",
    "m4": "与{b}个劳务输入地对接岗位，送出{a}人", "m5": "“巴山妹子”家政品牌接单{a}单", "m6": "摸底培训意愿{a}人，报名{b}人", "m7": "受理鉴定申请{a}人",
    "m8": "动员报名“工匠杯”{b}人", "m9": "登记集中出行需求{a}人", "m10": "便民服务点{b}处，服务{a}人次", "m11": "办理证照{a}件，邮寄{b}件",
    "m12": "受理公租房申请{a}户", "m13": "随迁子女登记{a}人，年满即可就近入学", "m14": "检查企业{b}家，发放宣传资料{a}份", "m15": "返乡体检{a}人",
    "m16": "“农民工之家”开放{b}处，到访{a}人次", "m17": "文艺下乡{b}场，观众{a}人次", "m18": "篮球友谊赛{b}场", "m19": "起草大赛办法，征求意见{b}条",
    "m20": "社保卡制发{a}张", "m21": "异地就医备案{a}人次", "m22": "排查在建工程{b}处，督促补签合同{a}份", "m23": "跨区维权联系{b}件", "m24": "仲裁立案{b}件，当庭调解为主",
    "m25": "法律咨询{a}人次，援助{b}件", "m26": "推送返乡创业政策{a}条次，走访{b}家", "m27": "发放惠农政策单{a}份", "m28": "申报示范园区{b}处，实地看点", "m29": "探望留守儿童{a}人",
    "m30": "妇女技能班{b}期，{a}人参加", "m31": "走访留守老人{a}人", "m32": "走访慰问农民工家庭{a}户", "m33": "志愿者{b}人，服务{a}人次", "m34": "张贴标语{b}幅，推送信息{a}条",
    "m35": "摸排优秀农民工{b}人", "m36": "列入入党积极分子{b}人", "m37": "明确分管领导和经办{b}人", "m38": "自查一次，列问题{b}条", "m39": "预算已报，{b}项",
}
PROBLEMS = ["经费还没有到位", "返乡人员流动快，底数不准", "基层人手少", "与外地部门对接不畅"]
NEXT = ["下季度继续推进", "四月底前补齐台账", "对接企业，加开一场", "入户核实后再报"]

# What leading units count against targets; everybody else counts 0.
COUNTS = {
    ("hr", "m2fairs"): 3, ("migrant", "m2fairs"): 1, ("hr", "m2remote"): 1, ("hr", "m3families"): 0, ("hr", "m20cards"): 98.6, ("hr", "m22arrears"): 2,
    ("migrant", "m6brand"): 1, ("commerce", "m6online"): 1,
    # Assisting units: seen on their sheets, not added up.
    ("511702103", "m2fairs"): 1, ("youth", "m2remote"): 1,
}
NOTHING_BEGUN = {"arts", "artHouse"}  # whose one task has not begun: a zero report
UNREPORTED = {("ledger", "bank"), ("ledger", "511702208"), ("realname", "511702114"), ("health", "511702208")}
UNVISITED = VILLAGES["511702105"][3]  # 返乡的人没有走到
NO_RETURNERS = {"511702001001", "511702003004"}


def drawn(low, high, *what):
    digest = hashlib.sha256("|".join(map(str, what)).encode()).digest()
    return low + int.from_bytes(digest[:6], "big") % (high - low + 1)


def one_of(choices, *what):
    return choices[drawn(0, len(choices) - 1, *what)]


def cover(unit, round_):
    return {"reporter": one_of(PEOPLE, unit, "name"), "phone": "139" + str(drawn(10**7, 10**8 - 1, unit, "phone"))}


def write(file, form, sheet):
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"forms": {form: sheet}}, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")


def answers(case, duty, round_, unit):
    return CASES / case / "answers" / duty / round_ / f"{unit}.json"


def ledger(unit, round_):
    rows = {}
    for key, above, has_count in LEDGER_ROWS:
        if roles(key, unit) is None:
            continue
        task = above or key
        row = {}
        if unit in NOTHING_BEGUN:
            row["status"] = "未启动"
        else:
            row["status"] = one_of(["推进中", "推进中", "推进中", "已完成", "未启动"], unit, key, "status")
        if has_count:
            row["done"] = COUNTS.get((unit, key), 0)
        if above is None and not (has_count and row["status"] == "未启动"):
            words = "本季没有开展" if row["status"] == "未启动" else DONE[task].format(a=drawn(11, 320, unit, task, "a"), b=drawn(1, 9, unit, task, "b"))
            row["progress"] = words
            if drawn(1, 12, unit, task, "problem") == 1:
                row["problems"] = one_of(PROBLEMS, unit, task, "which")
            if drawn(1, 8, unit, task, "next") == 1:
                row["next"] = one_of(NEXT, unit, task, "then")
        if key == "m32villages":
            row["progress"] = "见走访慰问情况表"
        rows[key] = row
    return {"cover": cover(unit, round_), "rows": rows}


def realname(unit, round_):
    registered = drawn(900, 9800, unit, "registered")
    outside, local = registered * drawn(38, 52, unit, "outside") // 100, registered * drawn(8, 16, unit, "local") // 100
    province = registered * drawn(14, 24, unit, "province") // 100
    row = {"registered": registered, "updated": drawn(40, registered // 5, unit, round_, "updated"),
           "employed": {"all": outside + province + local, "outside": outside, "province": province, "local": local}}
    sheet = {"cover": cover(unit, round_), "rows": {unit: row}}
    if unit == "lianhuahu":
        row["updated"] = 0
        sheet["explanations"] = {"something-updated": "本季没有人员变动，逐户电话核对过。"}
    return sheet


def examination(low, high, per_cent, *what):
    due = drawn(low, high, *what, "due")
    return {"due": due, "examined": due * drawn(*per_cent, *what, "examined") // 100}


def health(unit, round_):
    none = {"due": 0, "examined": 0}
    if unit == "511702111":  # 梓桐镇：没有这样的企业，零报告
        row = {"inspections": 0, "before": none, "during": none, "leaving": none, "incidents": 0}
    else:
        row = {
            "inspections": drawn(0, 1, unit, round_, "inspections"),
            "before": examination(12, 90, (91, 100), unit, round_, "before"),
            "during": examination(40, 260, (92, 99), unit, round_, "during"),
            "leaving": examination(5, 40, (60, 96), unit, round_, "leaving"),
            "incidents": 0,
        }
    return {"cover": cover(unit, round_), "rows": {unit: row}}


def visits(unit, round_):
    rows = {}
    for place in VILLAGES.get(unit, [unit]):
        returned = drawn(12, 160, place, "returned")
        row = {"returned": returned, "visited": returned, "families": returned - drawn(0, returned // 3, place, "families"),
               "spent": drawn(0, 9000, place, "spent") / 10000}
        if place in NO_RETURNERS:
            row = {"returned": 0, "visited": "不适用", "families": 0, "spent": 0}
        if place == UNVISITED:
            row.update(visited=0, families=0, spent=0)
        rows[place] = row
    return {"cover": cover(unit, round_), "rows": rows}


def organization(unit):
    equipped = drawn(1, 5, unit, "equipped") > 1
    name = NAMES_OF[unit]
    row = {"body": "便民服务中心" if unit in TOWNSHIPS else "办公室", "tasks": "农民工政策宣传、信息登记、诉求转办", "staff": drawn(1, 6, unit, "staff"),
           "place": f"{name}办公楼{drawn(1, 5, unit, 'place')}楼", "equipped": equipped}
    if not equipped:
        row["lacking"] = "电脑、打印机"
    return {"cover": cover(unit, ""), "row": row}


def budget(unit):
    included = drawn(1, 6, unit, "included") > 1
    row = {"included": included}
    row.update({"amount": drawn(20, 900, unit, "amount") / 10} if included else {"why": "编制预算时还没有列目，年中追加"})
    return {"cover": cover(unit, ""), "row": row}


def assessment():
    rows = []
    for unit in TOWNSHIPS + DEPARTMENTS:
        score = drawn(560, 990, unit, "score") / 10
        row = {"id": unit, "assessed": unit, "score": score,
               "grade": "优秀" if score >= 90 else "良好" if score >= 80 else "合格" if score >= 60 else "不合格"}
        if score < 60:
            row["remark"] = "台账缺报，目标没有完成"
        rows.append(row)
    return {"cover": cover("target", ""), "rows": rows}


def supervision():
    rows = []
    for number, unit in enumerate(TOWNSHIPS, 1):
        problems = drawn(0, 3, unit, "problems")
        row = {"id": str(number), "date": f"2020-{6 + number % 6:02d}-{8 + number:02d}", "visited": unit, "found": "没有发现问题", "problems": problems}
        if problems:
            row.update(found=one_of(PROBLEMS, unit, "found"), by=f"2020-12-{number + 8:02d}", settled=drawn(0, problems, unit, "settled"))
        if number % 4 == 0:
            row["with"] = "区人社局"
        rows.append(row)
    return {"cover": cover("migrant", ""), "rows": rows}


NOMINATED = [
    ("返乡下乡创业示范园区", "区级", "蒲家镇创业示范园", True), ("返乡下乡创业示范园区", "市级", "复兴镇创业示范园", False),
    ("返乡创业明星", "区级", "昝丽华", True), ("返乡创业明星", "省级", "谯燚", False), ("返乡创业示范企业", "市级", "巴山建工示范班组", True),
    ("优秀农民工", "市级", "王㛃", True), ("农民工工作先进集体", "市级", "双龙镇便民服务中心", False),
]


def nominations():
    return {"cover": cover("migrant", ""), "rows": [
        {"id": str(n), "kind": kind, "level": level, "name": name, "date": f"2020-11-{10 + n}", "chosen": chosen}
        for n, (kind, level, name, chosen) in enumerate(NOMINATED, 1)]}


def guides(unit):
    matters = {"agriculture": [("家庭农场登记", "种植", 4, 10), ("畜禽规模养殖备案", "养殖", 5, 15), ("专业合作社辅导", "专业合作社", 3, 5)],
               "approval": [("农民专业合作社设立登记", "专业合作社", 3, 1), ("设施农业用地备案咨询", "其他", 2, 3)]}[unit]
    return {"cover": cover(unit, ""), "rows": [
        {"id": str(n), "matter": matter, "kind": kind, "steps": steps, "days": days, "revised": f"2020-09-{n + 10}"}
        for n, (matter, kind, steps, days) in enumerate(matters, 1)]}


def main():
    for case in ("first-quarter", "year-end"):
        shutil.rmtree(CASES / case / "answers", ignore_errors=True)
    first, quarter = "first-quarter", QUARTERS[0]
    for unit in DEPARTMENTS + TOWNSHIPS:
        if ("ledger", unit) not in UNREPORTED:
            write(answers(first, "ledger", quarter, unit), "ledger", ledger(unit, quarter))
        write(answers(first, "organization", "2020-03-31", unit), "organization", organization(unit))
    for unit in TOWNSHIPS:
        for duty, of in (("realname", realname), ("health", health), ("visits", visits)):
            if (duty, unit) not in UNREPORTED:
                write(answers(first, duty, quarter, unit), duty, of(unit, quarter))
        for round_ in QUARTERS:
            write(answers("year-end", "health", round_, unit), "health", health(unit, round_))
        write(answers("year-end", "budget", YEAR, unit), "budget", budget(unit))
    write(answers("year-end", "budget", YEAR, "finance"), "budget", budget("finance"))
    write(answers(first, "travel", quarter, "transport"), "travel", {"cover": cover("transport", ""), "row": {
        "trains": 0, "buses": 14, "ridden": 612, "windows": 3, "banners": 46, "stations": 9, "served": 8740}})
    write(answers("year-end", "assessment", YEAR, "target"), "assessment", assessment())
    write(answers("year-end", "supervision", YEAR, "migrant"), "supervision", supervision())
    write(answers("year-end", "nominations", YEAR, "migrant"), "nominations", nominations())
    write(answers("year-end", "nominations", YEAR, "hr"), "nominations", {"cover": cover("hr", ""), "rows": []})
    for unit in ("agriculture", "approval"):
        write(answers("year-end", "guides", YEAR, unit), "guides", guides(unit))
    refused()


def refused():
    folder = CASES / "first-quarter" / "refused"
    write(folder / "late.json", "ledger", ledger("511702208", QUARTERS[0]))
    wrong = ledger("medical", QUARTERS[0])
    wrong["rows"]["m21"] = {"status": "快了", "progress": "备案"}
    wrong["rows"]["m1"] = {"status": "推进中", "progress": "不是医保局的任务"}
    wrong["rows"]["m21x"] = {"status": "推进中"}
    write(folder / "ledger-wrong.json", "ledger", wrong)
    row = ledger("forestry", QUARTERS[0])
    del row["rows"]["m3families"]["done"]
    del row["rows"]["m3"]["progress"]
    write(folder / "ledger-blank.json", "ledger", row)
    sick = health("511702109", QUARTERS[0])
    sick["rows"]["511702109"]["before"] = {"due": 10, "examined": 11}
    write(folder / "health-wrong.json", "health", sick)
    people = realname("511702109", QUARTERS[0])
    people["rows"]["511702109"].update(updated=0, employed={"all": 99999, "outside": 99000, "province": 900, "local": 99})
    write(folder / "realname-wrong.json", "realname", people)
    folder = CASES / "year-end" / "refused"
    low = assessment()
    low["rows"][0].update(score=59.9, grade="合格")
    low["rows"][1]["assessed"] = low["rows"][2]["assessed"]
    low["rows"][3]["score"] = 100.5
    write(folder / "assessment-wrong.json", "assessment", low)
    write(folder / "assessment-late.json", "assessment", assessment())


if __name__ == "__main__":
    main()
