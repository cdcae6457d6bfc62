#!/usr/bin/env python3
"""Writes the broken campaigns of this folder and README.md from ../example-small. Same input, same files.

Each folder is the good campaign with its own id and one mistake. What is in a folder besides (expected.txt, the
engine's answer) is left alone.
"""

import json
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOOD = HERE.parent / "example-small"
FILES = ["campaign.json", "units.json", "forms/table.json", "reports/table.json"]
CAMPAIGN, UNITS, FORM, REPORT = FILES

AMOUNT = '"amount": { "title": "慰问金", "$ref": "nuanbao:moneyWan" }'
CHECK = '"checks": [{ "id": "visited-at-most-home", "rule": "返乡农民工.走访 <= 返乡农民工.人数" }]'
DUE = '"due": { "weekday": "tuesday", "time": "17:30" }'
TO = '"to": { "festival": "元宵节", "year": 2022 }'
PINE, SPRING = '{ "id": "pine", "name": "松林村" }', '{ "id": "spring", "name": "泉水村" }'
WILLOW, STONE = '{ "id": "willow", "name": "柳树村" }', '{ "id": "stone", "name": "石桥村" }'
TABLE_PART = '{ "part": "table", "form": "table", "rounds": "this" }'
TITLE = '  "title": "示例县2022年春节农民工走访慰问",\n'


def check(rule):
    return CHECK.replace("返乡农民工.走访 <= 返乡农民工.人数", rule)


def total(title, formula, key="total"):
    return f'"{key}": {{ "title": "{title}", "$ref": "nuanbao:people", "formula": "{formula}" }}'


def extra(column, comma=","):
    """One more column after the amount."""
    return f"{AMOUNT}{comma}\n      {column}"


def deep(levels):
    opening = '{ "properties": { "deep": ' * (levels // 2)
    return '"deep": ' + opening + '{ "title": "深", "$ref": "nuanbao:people" }' + " } }" * (levels // 2)


CYCLE = """{
  "$schema": "https://nuanbao.github.io/schema/types.schema.json",
  "amount": { "$ref": "campaign:money" },
  "money": { "$ref": "campaign:amount" }
}
"""
UNUSED = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "没有任务用的表",
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
"""


def ten(key, ref):
    return ",\n    ".join(f'"{key}{i}": {{ "title": "{i}", "$ref": "{ref}" }}' for i in range(1, 11))


MANY_TYPES = """{
  "$schema": "https://nuanbao.github.io/schema/types.schema.json",
  "tens": { "properties": {
    %s } },
  "hundreds": { "properties": {
    %s } }
}
""" % (ten("t", "nuanbao:people"), ten("h", "campaign:tens"))
SINGLE = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "各单位一份的表",
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
"""
AGAIN = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "返乡情况表",
  "attachment": "附件1",
  "rows": { "of": "units", "units": ["各村"] },
  "row": {
    "overTime": "stock",
    "properties": { "home": { "title": "返乡农民工", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } } }
  }
}
"""
FRIDAYS = """
    "fridays": {
      "title": "周五再报",
      "reporters": ["各乡镇"],
      "forms": ["table"],
      "rounds": { "repeat": "weekly", "due": { "weekday": "friday" }, "tail": "last-day" }
    },"""
EAST = '      { "id": "east"'
OFFICES = '      { "id": "first", "name": "%s", "level": "county" }, { "id": "second", "name": "%s", "level": "county" },\n'
ANSWER = '  "answered": [{ "problem": "%s", "reason": "2022年元宵节是2月15日，按节日执行" }],\n'
BOTH = """
    "both": {
      "reporters": ["各乡镇", "示例县"],
      "forms": ["single"],
      "rounds": { "repeat": "weekly", "due": { "weekday": "tuesday" } }
    },"""
OTHER_DUTY = BOTH.replace('["各乡镇", "示例县"]', '["各乡镇"]')
ROLLUPS = """"tallied": { "title": "原因", "$ref": "nuanbao:text", "rollup": "tally" },
      "merged": { "title": "物资", "type": "array", "rollup": "merge",
        "items": { "type": "object", "properties": { "name": { "title": "名称", "$ref": "nuanbao:text" } } } },
      "mean": { "title": "均数", "$ref": "nuanbao:money", "rollup": "average", "weight": "人次" },
      "weighed": { "title": "权数", "$ref": "nuanbao:money", "weight": "慰问金" },
      "list": { "title": "多项", "type": "array" },
      "choice": { "title": "选项", "oneOf": [{ "const": "1", "title": "是" }, { "const": "1", "title": "否" }] },
      "records": { "title": "经历", "type": "array", "items": { "type": "object", "properties": {
        "days": { "title": "天数", "$ref": "nuanbao:count" },
        "twice": { "title": "两倍", "$ref": "nuanbao:count", "formula": "天数 * 2" } } } },
      "words": { "title": "文字", "$ref": "nuanbao:text", "formula": "慰问金 * 2" },
      "without": { "title": "物资（不要名称）", "$ref": "nuanbao:goodsWan", "without": ["wat"] }"""
FIXED = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "列明各行的表",
  "rows": { "of": "fixed", "rows": {
    "parks": { "title": "公园", "code": "01", "$ref": "nuanbao:places", "notApplicable": ["上朝"], "rows": {
      "free": { "title": "其中：免费", "code": "01", "kind": "of-which" },
      "trees": { "title": "树木", "rows": { "free": { "title": "免费", "code": "02" } } } } },
    "lawn": { "title": "草坪", "code": "03" }
  } },
  "row": { "overTime": "stock", "properties": { "now": { "title": "本期" }, "before": { "title": "上期" } } }
}
"""
MEASURES = """  "measures": {
    "shows": { "kind": "section", "title": "演出", "lead": ["各乡镇"], "measures": {
      "opera": { "title": "送戏下乡" }
    } },
    "more": { "kind": "section", "title": "其他", "lead": ["各乡镇"], "measures": {
      "opera": { "title": "再送一场" }
    } }
  },
"""
RESPONSIBLE = """  "measures": {
    "opera": { "title": "送戏下乡", "responsible": "〔责任单位：东河乡、西山乡；各村〕" },
    "films": { "title": "放电影", "responsible": "（牵头单位：，责任单位：）" },
    "talks": { "title": "座谈", "responsible": "东河乡", "lead": ["西山镇"] }
  },
"""
TARGETS = """  "measures": {
    "opera": { "title": "送戏下乡", "lead": ["各乡镇"],
      "target": { "least": 10, "in": "场", "byUnit": { "东河乡": 4, "西山镇": 5 }, "figure": "表[tabel].慰问金" } },
    "films": { "title": "放电影", "lead": ["各乡镇"], "target": { "least": 1, "most": 3, "in": "场" } },
    "every": { "title": "各村走到", "lead": ["各乡镇"], "target": { "everyRow": { "form": "tabel" } } },
    "goods": { "title": "各村送到", "lead": ["各乡镇"], "target": { "everyRow": { "form": "table", "column": "慰问品" } } },
    "talks": { "title": "座谈", "lead": ["各乡镇"], "target": { "about": 2, "in": "次", "figure": "表[table].慰问金 > 1" } },
    "songs": { "title": "赛歌", "lead": ["各乡镇"], "target": { "title": "场次" } }
  },
"""
TASKS = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "任务进展",
  "rows": { "of": "measures", "measures": ["opra"] },
  "row": { "overTime": "flow", "properties": { "done": { "title": "完成数", "$ref": "nuanbao:count" } } }
}
"""
ALL_TASKS = TASKS.replace(', "measures": ["opra"]', "")
REGISTER = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "问题台账",
  "rows": { "of": "register", "units": ["各村"], "due": "%s",
    "states": { "open": { "title": "未结" }, "waiting": { "title": "待查" } } },
  "row": { "overTime": "stock", "properties": {
    "what": { "title": "问题", "$ref": "nuanbao:text" },
    "owner": { "title": "责任人", "$ref": "nuanbao:personName" }
  } }
}
"""


def rows_within(levels):
    row = '"last": { "title": "最里" }'
    for level in range(levels, 0, -1):
        row = f'"r{chr(96 + level)}": {{ "title": "第{level}层", "rows": {{ {row} }} }}'
    return row


DEEP_ROWS = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "套得太深的表",
  "rows": { "of": "fixed", "rows": { %s } },
  "row": { "overTime": "stock", "properties": { "now": { "title": "本期", "$ref": "nuanbao:count" } } }
}
""" % rows_within(12)

# folder, the mistake, what would be right, severity, edits (file, old, new), new files (file, text)
MISTAKES = [
    ("json-syntax", "少一个逗号", "上一行行末补上逗号", "错误",
     [(FORM, '"走访慰问情况表",\n  "rows"', '"走访慰问情况表"\n  "rows"')]),
    ("duplicate-key", "title 写了两遍", "只留一个", "错误",
     [(CAMPAIGN, TITLE, TITLE + '  "title": "示例县走访慰问",\n')]),
    ("unknown-key", "optional 写成 optinal", "optional", "错误",
     [(FORM, AMOUNT, AMOUNT[:-2] + ', "optinal": true }')]),
    ("unknown-key-far", "定义语言里没有 colour，也没有与它相近的词", "删去", "错误",
     [(FORM, AMOUNT, AMOUNT[:-2] + ', "colour": "red" }')]),
    ("wrong-type", "reporters 应是列表，写成了一个文字", '["各乡镇"]', "错误",
     [(CAMPAIGN, '"reporters": ["各乡镇"]', '"reporters": "各乡镇"')]),
    ("missing-key", "calendar 里没有必填的 zone", '补 "zone": "Asia/Shanghai"', "错误",
     [(CAMPAIGN, '{ "zone": "Asia/Shanghai", "onHoliday": "next-workday" }', '{ "onHoliday": "next-workday" }')]),
    ("wrong-enum-value", "weekday 写成 Tuesday，大小写不对", '"tuesday"', "错误",
     [(CAMPAIGN, '"tuesday"', '"Tuesday"')]),
    ("number-out-of-range", "到期 0 天之后关闭，最少 1 天", "1 至 10000，或删去 closes", "错误",
     [(CAMPAIGN, DUE, DUE + ', "closes": { "daysAfter": 0 }')]),
    ("bad-key-name", "栏目的名字 c12 与栏号的写法相同", '如 "amount"', "错误",
     [(FORM, '"amount"', '"c12"')]),
    ("dangling-form", "任务要报的表 summary 不存在", "去掉，或补 forms/summary.json", "错误",
     [(CAMPAIGN, '["table"]', '["table", "summary"]')]),
    ("dangling-unit", "没有叫“南河乡”的单位", "各乡镇已包含全部乡镇，去掉", "错误",
     [(CAMPAIGN, '["各乡镇"]', '["各乡镇", "南河乡"]')]),
    ("dangling-type", "types.json 里没有 nothing 这个类型", '"nuanbao:moneyWan"', "错误",
     [(FORM, '"nuanbao:moneyWan"', '"campaign:nothing"')]),
    ("dangling-report-form", "报告要印的表 tabel 不存在", '"table"', "错误",
     [(REPORT, '"form": "table"', '"form": "tabel"')]),
    ("alias-clash", "柳树村与石桥村的别名都是“河边村”", "一个别名只属于一个单位", "错误",
     [(UNITS, WILLOW, WILLOW[:-2] + ', "aka": ["河边村"] }'), (UNITS, STONE, STONE[:-2] + ', "aka": ["河边村"] }')]),
    ("ambiguous-unit-name", "两个乡镇各有一个柳树村，报告只写“柳树村”", '写编号 "willow" 或 "spring"', "错误",
     [(UNITS, '"泉水村"', '"柳树村"'), (REPORT, TABLE_PART, TABLE_PART[:-2] + ', "units": ["柳树村"] }')]),
    ("duplicate-unit-id", "松林村与泉水村的编号都是 pine", "各用各的编号", "错误",
     [(UNITS, '"id": "spring"', '"id": "pine"')]),
    ("unknown-level", "levels 里没有 hamlet 这一级", '"village"，或在 levels 里写明', "错误",
     [(UNITS, SPRING, SPRING[:-2] + ', "level": "hamlet" }')]),
    ("type-cycle", "类型 amount 是 money，money 又是 amount", "其中一个写到引擎的类型上，如 nuanbao:moneyWan", "错误",
     [(FORM, '"nuanbao:moneyWan"', '"campaign:amount"')], [("types.json", CYCLE)]),
    ("formula-syntax", "<= 右边没有内容", "返乡农民工.走访 <= 返乡农民工.人数", "错误",
     [(FORM, CHECK, check("返乡农民工.走访 <="))]),
    ("formula-name", "没有叫“返乡农民工.人次”的栏目", "返乡农民工.人数", "错误",
     [(FORM, CHECK, check("返乡农民工.走访 <= 返乡农民工.人次"))]),
    ("formula-ambiguous", "叫“走访”的栏目有两个", "返乡农民工.走访", "错误",
     [(FORM, CHECK, check("走访 <= 返乡农民工.人数"))]),
    ("formula-function", "没有叫“合汁”的函数", "合计(返乡农民工.人数)", "错误",
     [(FORM, CHECK, check("返乡农民工.走访 <= 合汁(返乡农民工.人数)"))]),
    ("formula-kind", "拿判断当数加", "返乡农民工.走访 <= 返乡农民工.人数", "错误",
     [(FORM, CHECK, check("返乡农民工.走访 + (慰问金 > 1) <= 返乡农民工.人数"))]),
    ("formula-measures", "慰问金按万元计，走访按人计，不能比", "返乡农民工.走访 <= 返乡农民工.人数", "警告",
     [(FORM, CHECK, check("慰问金 <= 返乡农民工.走访"))]),
    ("formula-always", "两边是同一栏，怎么填都成立", "返乡农民工.走访 <= 返乡农民工.人数", "警告",
     [(FORM, CHECK, check("返乡农民工.走访 <= 返乡农民工.走访"))]),
    ("formula-cycle", "合计要用小计，小计又要用合计", "其中一个只用填报的栏目", "错误",
     [(FORM, AMOUNT, extra(total("合计", "小计 + 返乡农民工.人数") + ",\n      "
                            + total("小计", "合计 - 返乡农民工.人数", "part")))]),
    ("formula-elsewhere", "上期的数逐级相加：从别处取数的栏只能重算", '删去 "rollup"', "错误",
     [(FORM, AMOUNT, extra(total("上期慰问金", "上期(慰问金)").replace(' }', ', "rollup": "sum" }')))]),
    ("header-codes", "三栏有栏号，慰问金没有，2 用了两次，缺 3", "每栏一个栏号，1 到 5", "警告",
     [(FORM, '"title": "人数"', '"title": "人数", "code": "1"'),
      (FORM, '"title": "户数"', '"title": "户数", "code": "2"'),
      (FORM, AMOUNT, extra('"goods": { "title": "慰问品", "$ref": "nuanbao:moneyWan", "code": "2" },\n      '
                           '"letters": { "title": "慰问信", "$ref": "nuanbao:count", "code": "4" }'))]),
    ("title-measure", "栏目印的是（元），填的数以万元计", '"慰问金（万元）"', "警告",
     [(FORM, '"title": "慰问金"', '"title": "慰问金（元）"')]),
    ("form-measure", "表头计量单位是元，慰问金以万元计", '"慰问金（万元）"', "警告",
     [(FORM, '"title": "走访慰问情况表",', '"title": "走访慰问情况表",\n  "measuredIn": "元",')]),
    ("counts-twice", "小计里已有男、女，又把三个都加起来", "只加小计，或只加男和女", "警告",
     [(FORM, AMOUNT, extra('"out": { "title": "外出", "properties": {\n'
                           '        "all": { "kind": "whole", "title": "小计", "$ref": "nuanbao:people" },\n'
                           '        "men": { "title": "男", "$ref": "nuanbao:people" },\n'
                           '        "women": { "title": "女", "$ref": "nuanbao:people" } } },\n      '
                           + total("共计", "合计(外出.小计..外出.女)")))]),
    ("no-such-choice", "情况没有“已解绝”这个选项，这条永远不成立", "情况 = '已解决'", "警告",
     [(FORM, AMOUNT, extra('"state": { "title": "情况", "enum": ["未解决", "已解决"], "rollup": "none", "overTime": "none" }')),
      (FORM, CHECK, CHECK[:-2] + ', "where": "情况 = \'已解绝\'" }]')]),
    ("attachment-gap", "只有附件3，没有附件1、附件2", "附件1、附件2不是表，就在 answered 里说明", "提示",
     [(FORM, '"title": "走访慰问情况表",', '"title": "走访慰问情况表",\n  "attachment": "附件3",')]),
    ("attachment-twice", "两张表都是附件1", '"附件2"', "警告",
     [(FORM, '"title": "走访慰问情况表",', '"title": "走访慰问情况表",\n  "attachment": "附件1",'),
      (CAMPAIGN, '["table"]', '["table", "again"]')], [("forms/again.json", AGAIN)]),
    ("asked-twice", "返乡农民工人数在两张表里都要填", '第二张表写 "formula": "表[table].返乡农民工.人数"', "提示",
     [(CAMPAIGN, '["table"]', '["table", "again"]')], [("forms/again.json", AGAIN.replace('  "attachment": "附件1",\n', ""))]),
    ("due-twice", "同一张表周二报，周五又报", "合为一项任务", "警告",
     [(CAMPAIGN, '  "duties": {', '  "duties": {' + FRIDAYS)]),
    ("idle-unit", "县档案局不报表、不收表，也没有任务", "删去，或写进任务", "提示",
     [(UNITS, EAST, OFFICES % ("县档案局", "县文旅局") + EAST)]),
    ("two-names", "县卫健委和县卫生健康局是一个单位", '"aka": ["县卫健委"]', "警告",
     [(UNITS, EAST, OFFICES % ("县卫健委", "县卫生健康局") + EAST),
      (CAMPAIGN, '"forms": ["table"],', '"forms": ["table"],\n      "recipients": ["县卫健委", "县卫生健康局"],')]),
    ("weekday-contradiction", "2022-02-15 是星期二，印的是星期三", "改 printed，或补 reason", "警告",
     [(CAMPAIGN, TO, TO[:-2] + ', "printed": "2022年2月15日（星期三）" }')]),
    ("answered", "festival-contradiction 的出入已说明", "不用改", "提示",
     [(CAMPAIGN, TO, TO[:-2] + ', "printed": "2022年2月16日（元宵节）" }'),
      (CAMPAIGN, '  "duties": {', ANSWER % "date-contradicts-print" + '  "duties": {')]),
    ("answered-nothing", "answered 说的出入没有", "删去", "警告",
     [(CAMPAIGN, '  "duties": {', ANSWER % "attachment-gap" + '  "duties": {')]),
    ("end-before-beginning", "2021年元宵节（2月26日）早于起始日 2022-01-12", '"year": 2022', "错误",
     [(CAMPAIGN, TO, '"to": { "festival": "元宵节", "year": 2021 }')]),
    ("not-a-date", "没有 2022-02-30 这一天", "2022-02-28", "错误",
     [(CAMPAIGN, TO, '"to": "2022-02-30"')]),
    ("festival-contradiction", "2022年元宵节是2月15日，印的是2月16日，没有说明", '补 "reason"，或改 printed', "警告",
     [(CAMPAIGN, TO, TO[:-2] + ', "printed": "2022年2月16日（元宵节）" }')]),
    ("missing-tail", "最后一个星期五是2月11日，之后到2月15日还有四天，没有写怎么报", '补 "tail"', "错误",
     [(CAMPAIGN, '"rounds": { "repeat": "weekly", "due": { "weekday": "tuesday"',
       '"rounds": { "repeat": "weekly", "due": { "weekday": "friday"')]),
    ("missing-holiday-year", "没有2031年的节假日数据，到期日未按节假日顺延", "放假通知公布后补上2031年的数据", "警告",
     [(CAMPAIGN, '"from": "2022-01-12"', '"from": "2031-01-01"'), (CAMPAIGN, TO, '"to": "2031-02-04"')]),
    ("number-without-overTime", "任务每周重复，慰问金没有写各期怎么合起来", '补 "overTime": "flow"', "错误",
     [(FORM, '    "overTime": "flow",\n', ""),
      (FORM, '"title": "返乡农民工", ', '"title": "返乡农民工", "overTime": "flow", '),
      (FORM, '"title": "未返乡农民工家庭", ', '"title": "未返乡农民工家庭", "overTime": "flow", '),
      (FORM, '"amount": {', '"amount": {')]),
    ("row-and-above", "各村填报，乡镇又填同样的数，相加时重复", '只留 ["各村"]；乡镇另有本级数写在 own', "错误",
     [(FORM, '"units": ["各村"]', '"units": ["各村", "各乡镇"]')]),
    ("two-total-double-count", "各村既在 units 又在 own，同一行填两遍、加两遍", "删去 own，或写上一级单位", "错误",
     [(FORM, '"units": ["各村"]', '"units": ["各村"], "own": ["各村"]')]),
    ("newer-language", "定义语言第 2 版，引擎只懂第 1 版", '升级引擎，或改写为 "nuanbao": 1', "错误",
     [(CAMPAIGN, '"nuanbao": 1', '"nuanbao": 2')]),
    ("not-utf8", "文件是 GBK 编码", "另存为 UTF-8", "错误", []),
    ("bad-pattern", "正则表达式的方括号没有关", "^[0-9]+$", "错误",
     [(FORM, AMOUNT, extra('"number": { "title": "编号", "$ref": "nuanbao:text", "pattern": "^[0-9+$", '
                           '"rollup": "none", "overTime": "none" }'))]),
    ("orphan-file", "没有任务用 forms/unused.json", "删去，或写进任务的 forms", "警告", [], [("forms/unused.json", UNUSED)]),
    ("too-deep", "嵌套二百层以上", "表头分三四层已足够", "错误", [(FORM, AMOUNT, extra(deep(200)))]),
    ("unknown-placeholder", "表名、栏目名、备注里各写了一个没有的占位符", "{people}（在 words 里写明的）、{unit.short}，或删去", "错误",
     [(CAMPAIGN, TITLE, TITLE + '  "words": { "people": "农民工" },\n'),
      (FORM, '"title": "走访慰问情况表"', '"title": "{peple}走访慰问情况表（{round.month}月）"'),
      (FORM, '"慰问金"', '"慰问金（{unit}）"'),
      (FORM, CHECK, CHECK + ',\n  "notes": ["由{unit.short}填报，{office}留存。"]')]),
    ("own-and-below", "县和它下面的乡镇都报同一张表，没有写县只报本级", '"own": ["示例县"]', "错误",
     [(CAMPAIGN, '  "duties": {', '  "duties": {' + BOTH)],
     [("forms/single.json", SINGLE)]),
    ("columns-and-rollup", "汇总方式、权数、选项、子记录和公式与栏目对不上，各一处", "见 expected.txt 每一条", "错误",
     [(FORM, AMOUNT, extra(ROLLUPS))]),
    ("fixed-rows", "列明的行：代码重复、名字重复、没有类型、写了没有的栏目", "见 expected.txt 每一条", "错误",
     [(CAMPAIGN, '["table"]', '["table", "fixed"]')], [("forms/fixed.json", FIXED)]),
    ("too-many-rows", "列明的行套了十三层", "分成几张表，或少套几层", "错误",
     [(CAMPAIGN, '["table"]', '["table", "fixed"]')], [("forms/fixed.json", DEEP_ROWS)]),
    ("too-many-columns", "一栏引用一百栏的类型，引用了六次", "分成几张表", "错误",
     [(FORM, AMOUNT, extra(",\n      ".join(
         f'"all{i}": {{ "title": "第{i}组", "$ref": "campaign:hundreds" }}' for i in range(1, 7))))],
     [("types.json", MANY_TYPES)]),
    ("report-of-two-duties", "一份报告印两项任务各报的表", "分成两份报告，或由一项任务报这两张表", "错误",
     [(CAMPAIGN, '  "duties": {', '  "duties": {' + OTHER_DUTY),
      (REPORT, TABLE_PART, TABLE_PART + ', { "part": "table", "form": "single", "rounds": "this" }')],
     [("forms/single.json", SINGLE)]),
    ("measures", "一张表取不存在的任务；任务名重复", "写 campaign.json 里 measures 的名字", "错误",
     [(CAMPAIGN, '["table"]', '["table", "tasks"]'), (CAMPAIGN, '  "duties": {', MEASURES + '  "duties": {')],
     [("forms/tasks.json", TASKS)]),
    ("no-measures", "表的行取自任务清单，campaign.json 里没有 measures", "写上 measures", "错误",
     [(CAMPAIGN, '["table"]', '["table", "tasks"]')], [("forms/tasks.json", ALL_TASKS)]),
    ("responsible", "责任单位里有没有的单位，有没写明意思的分号，有一处没有单位", '"notation": { "semicolon": "lead-before" }，改正单位', "错误",
     [(CAMPAIGN, '["table"]', '["table", "tasks"]'), (CAMPAIGN, '  "duties": {', RESPONSIBLE + '  "duties": {')],
     [("forms/tasks.json", ALL_TASKS)]),
    ("targets", "各乡镇的目标合起来不等于总数；完成数、全覆盖取没有的表和栏目", "见 expected.txt 每一条", "错误",
     [(CAMPAIGN, '["table"]', '["table", "tasks"]'), (CAMPAIGN, '  "duties": {', TARGETS + '  "duties": {')],
     [("forms/tasks.json", ALL_TASKS)]),
    ("register", "台账没有销账的状态，限期不是日期，另一张的限期栏不存在", 'states 里给一个写 closed，due 写日期栏', "错误",
     [(CAMPAIGN, '["table"]', '["table", "open", "named"]')],
     [("forms/open.json", REGISTER % "owner"), ("forms/named.json", REGISTER % "deadline")]),
]

EVERYTHING = {
    "campaign.json": """{
  "$schema": "https://nuanbao.github.io/schema/campaign.schema.json",
  "nuanbao": 1,
  "id": "everything",
  "title": "示例县2022年春节农民工走访慰问",
  "title": "示例县走访慰问",
  "from": "2022-01-12",
  "to": { "festival": "元宵节", "year": 2022, "printed": "2022年2月16日（元宵节）" },
  "calendar": { "onHoliday": "next-workday" },
  "duties": {
    "visits": {
      "title": "没有写末尾几天，收表单位的词写错，单位和表不存在",
      "reporters": ["各乡镇", "南河乡"],
      "recipents": ["示例县"],
      "forms": ["table", "formulas", "double", "summary"],
      "rounds": { "repeat": "weekly", "due": { "weekday": "friday" } }
    },
    "files": {
      "title": "读不懂的文件；2月30日",
      "reporters": ["各乡镇"],
      "forms": ["broken", "gbk", "deep"],
      "rounds": { "repeat": "once", "due": { "date": "2022-02-30" } }
    },
    "backwards": {
      "title": "结束早于开始",
      "reporters": ["各乡镇"],
      "forms": ["above"],
      "rounds": { "repeat": "weekly", "from": "2022-02-09", "to": "2022-01-18", "due": { "weekday": "tuesday" } }
    },
    "values": {
      "title": "不是列表，星期写错，天数太小",
      "reporters": "各乡镇",
      "forms": ["twice"],
      "rounds": { "repeat": "weekly", "due": { "weekday": "Tuesday" }, "closes": { "daysAfter": 0 } }
    }
  }
}
""",
    "units.json": """{
  "$schema": "https://nuanbao.github.io/schema/units.schema.json",
  "levels": { "county": "县", "township": "乡镇", "village": "村" },
  "units": [
    { "id": "county", "name": "示例县", "total": "全县", "units": [
      { "id": "east", "name": "东河乡", "units": [
        { "id": "willow", "name": "柳树村", "aka": ["河边村"] },
        { "id": "stone", "name": "石桥村", "aka": ["河边村"] }
      ] },
      { "id": "west", "name": "西山镇", "units": [
        { "id": "pine", "name": "松林村" },
        { "id": "pine", "name": "泉水村" },
        { "id": "far", "name": "柳树村" },
        { "id": "hill", "name": "高山组", "level": "hamlet" }
      ] }
    ] }
  ],
  "groups": {
    "各乡镇": { "units": [{ "level": "township" }] },
    "各村": { "units": [{ "level": "village" }] }
  }
}
""",
    "types.json": CYCLE,
    "forms/table.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "词和名字写错的表",
  "rows": { "of": "units", "units": ["各村"] },
  "row": {
    "overTime": "flow",
    "properties": {
      "c12": { "title": "人数", "$ref": "nuanbao:people" },
      "visited": { "title": "走访", "$ref": "nuanbao:people", "optinal": true },
      "amount": { "title": "慰问金", "$ref": "nuanbao:moneyWan", "colour": "red" }
    }
  }
}
""",
    "forms/formulas.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "公式和类型写错的表",
  "rows": { "of": "units", "units": ["各村"] },
  "row": {
    "overTime": "flow",
    "properties": {
      "home": { "title": "返乡", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } },
      "away": { "title": "未返乡", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } },
      "total": { "title": "合计", "$ref": "nuanbao:people", "formula": "小计 + 返乡.人数" },
      "part": { "title": "小计", "$ref": "nuanbao:people", "formula": "合计 - 返乡.人数" },
      "money": { "title": "慰问金", "$ref": "campaign:amount" },
      "goods": { "title": "慰问品", "$ref": "campaign:nothing" },
      "number": {
        "title": "编号", "$ref": "nuanbao:text", "pattern": "^[0-9+$", "rollup": "none", "overTime": "none"
      }
    }
  },
  "checks": [
    { "id": "syntax", "rule": "返乡.人数 <=" },
    { "id": "name", "rule": "返乡.人数 <= 返乡.人次" },
    { "id": "ambiguous", "rule": "人数 <= 100" }
  ]
}
""",
    "forms/double.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "一行填两遍，没有写跨期的表",
  "rows": { "of": "units", "units": ["各村"], "own": ["各村"] },
  "row": { "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
""",
    "forms/above.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "上下级一起填的表",
  "rows": { "of": "units", "units": ["各村", "各乡镇"] },
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
""",
    "forms/twice.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "没有错的表",
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
""",
    "forms/broken.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "少一个逗号的表"
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
""",
    "forms/deep.json": """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "太深的表",
  "row": { "overTime": "flow", "properties": { %s } }
}
""" % deep(200),
    "forms/unused.json": UNUSED,
    "reports/table.json": """{
  "$schema": "https://nuanbao.github.io/schema/report.schema.json",
  "title": "示例县走访慰问情况表",
  "parts": [
    { "part": "table", "form": "tabel", "rounds": "this" },
    { "part": "table", "form": "table", "rounds": "this", "units": ["柳树村"] }
  ]
}
""",
}
NOT_UTF8_FORM = """{
  "$schema": "https://nuanbao.github.io/schema/form.schema.json",
  "title": "用别的编码保存的表",
  "row": { "overTime": "flow", "properties": { "people": { "title": "人数", "$ref": "nuanbao:people" } } }
}
"""


def write(folder, file, content):
    path = HERE / folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def clear(folder):
    for file in ["campaign.json", "units.json", "types.json"]:
        (HERE / folder / file).unlink(missing_ok=True)
    for part in ["forms", "reports"]:
        shutil.rmtree(HERE / folder / part, ignore_errors=True)


def broken(folder, edits, added):
    """Writes one folder."""
    clear(folder)
    texts = {file: (GOOD / file).read_text(encoding="utf-8") for file in FILES}
    texts[CAMPAIGN] = texts[CAMPAIGN].replace('"example-small"', json.dumps(folder))
    for file, old, new in edits:
        assert texts[file].count(old) == 1, (folder, file, old)
        texts[file] = texts[file].replace(old, new)
    texts |= dict(added)
    for file, text in texts.items():
        write(folder, file, text)
    if folder == "not-utf8":
        write(folder, REPORT, texts[REPORT].encode("gbk"))


def everything():
    clear("everything")
    for file, text in EVERYTHING.items():
        write("everything", file, text)
    write("everything", "forms/gbk.json", NOT_UTF8_FORM.encode("gbk"))


def main():
    lines = [
        "# 写错的活动",
        "",
        "每个文件夹都是 `../example-small` 加上一处错误（最后几个是同类的几处），文件夹以错误命名；`expected.txt` 是引擎的回答，错在第几行第几列也在其中。",
        "本页和各文件夹由 `make_refused.py` 写出。",
        "",
        "| 文件夹 | 错在哪里 | 应当怎样 | 级别 |",
        "| --- | --- | --- | --- |",
    ]
    for folder, mistake, right, severity, edits, *added in MISTAKES:
        broken(folder, edits, added[0] if added else [])
        lines.append(f"| `{folder}` | {mistake} | {code(right)} | {severity} |")
    everything()
    lines += [
        "",
        "有错误的活动不成立；只有警告的仍然成立，引擎照样说出来。",
        "",
        "## everything",
        "",
        "以上能放在一起的都放在 `everything`：一个文件读不懂，不能挡住别的文件里的错误。",
        "不在其中的是 newer-language（较新的定义语言整个不读）、missing-holiday-year（另一个年份）和最后十个文件夹。",
    ]
    (HERE / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def code(right):
    return f"`{right}`" if right.startswith(('"', "[", "^")) and "，" not in right else right


if __name__ == "__main__":
    main()
