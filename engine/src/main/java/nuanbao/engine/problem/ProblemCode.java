package nuanbao.engine.problem;

import java.util.Locale;

/**
 * The catalogue: everything that can be wrong, in one place. A code never changes its meaning; its
 * words may. The blanks {@code {0}} … are filled by the arguments of a {@link Problem}; a remedy
 * whose blank would be empty is left out.
 */
public enum ProblemCode {
  // Files and JSON.
  FILE_MISSING(
      Severity.ERROR,
      "缺少文件 {0}",
      "{0} is missing",
      "一个活动至少有 campaign.json、units.json 和 forms/ 下的一张表",
      "a campaign has at least campaign.json, units.json and one form under forms/"),
  FILE_UNREADABLE(Severity.ERROR, "读不了文件 {0}：{1}", "cannot read {0}: {1}"),
  FILE_TOO_LARGE(
      Severity.ERROR,
      "内容有 {0} 字节，超过上限 {1} 字节",
      "{0} bytes are more than the limit of {1}",
      "分成几次报送，或去掉多余的内容",
      "hand it in in parts, or leave out what is not asked"),
  NOT_UTF8(
      Severity.ERROR,
      "不是 UTF-8 编码的文字",
      "this is not UTF-8 text",
      "用 UTF-8 编码另存一次",
      "save it again as UTF-8"),
  JSON_SYNTAX(
      Severity.ERROR,
      "不是合法的 JSON：读到“{0}”处读不下去",
      "not valid JSON: cannot read on at “{0}”",
      "常见原因：少一个逗号、多一个逗号、引号或括号不成对",
      "often a comma is missing or too many, or a quote or bracket has no partner"),
  JSON_UNFINISHED(
      Severity.ERROR,
      "JSON 没有写完",
      "the JSON ends too early",
      "检查最后的括号和引号是否都有",
      "look whether every bracket and quote is closed"),
  JSON_TRAILING(
      Severity.ERROR,
      "JSON 结束之后还有多余的内容“{0}”",
      "there is something after the end of the JSON: “{0}”",
      "删去多余的内容",
      "remove it"),
  JSON_DUPLICATE_KEY(
      Severity.ERROR,
      "键“{0}”写了两次，前一次在第 {1} 行",
      "the key “{0}” is there twice, first on line {1}",
      "只留一个",
      "keep one of them"),
  JSON_HALF_CHARACTER(
      Severity.ERROR,
      "文字里只有半个字符“{0}”",
      "the text holds half a character: “{0}”",
      "把整个字符写上，或删去这半个",
      "write the whole character, or remove the half"),
  JSON_TOO_DEEP(Severity.ERROR, "嵌套超过 {0} 层", "nested more than {0} levels deep"),
  JSON_TOO_LONG(
      Severity.ERROR,
      "一段文字、一个名字或一个数过长，上限 {0} 个字符",
      "a text, name or number is longer than the limit of {0} characters"),
  NUMBER_TOO_LONG(Severity.ERROR, "数“{0}”超过 {1} 位", "the number “{0}” has more than {1} digits"),
  NUMBER_EXPONENT(
      Severity.ERROR,
      "数“{0}”用了科学记数法",
      "the number “{0}” has an exponent",
      "写成普通的小数，如 1200 或 0.12",
      "write it as a plain decimal, such as 1200 or 0.12"),
  JSON_TOO_MANY(
      Severity.ERROR,
      "内容超过 {0} 个值",
      "there are more than {0} values",
      "分成几次报送，或去掉多余的内容",
      "hand it in in parts, or leave out what is not asked"),
  TOO_MANY_PROBLEMS(
      Severity.ERROR,
      "问题太多，只列出前 {0} 处",
      "there are too many problems; only the first {0} are listed",
      "先改这些，再检查一次",
      "mend these first, then check again"),
  // What the schemas of definitions and answers say.
  UNKNOWN_KEY(Severity.ERROR, "不认识的键“{0}”", "unknown key “{0}”", "您是不是要写：{1}", "did you mean {1}?"),
  KEY_NOT_HERE(
      Severity.ERROR,
      "这里不能写键“{0}”",
      "the key “{0}” cannot stand here",
      "删去它，或改写与它冲突的键",
      "remove it, or the key it conflicts with"),
  MISSING_KEY(Severity.ERROR, "缺少键“{0}”", "the key “{0}” is missing"),
  MISSING_ONE_OF(Severity.ERROR, "至少要写这些键中的一个：{0}", "at least one of these keys is needed: {0}"),
  KEY_NEEDS_KEY(Severity.ERROR, "写了“{0}”就要写“{1}”", "“{0}” needs “{1}” beside it"),
  WRONG_TYPE(Severity.ERROR, "这里要写{0}，现在是{1}", "{0} is wanted here, this is {1}"),
  NOT_A_CHOICE(
      Severity.ERROR, "“{0}”不在可选的值之中", "“{0}” is not one of the choices", "可选：{1}", "choices: {1}"),
  NUMBER_OUT_OF_RANGE(Severity.ERROR, "数 {0} 越界，{1}", "{0} is out of range: {1}"),
  BAD_LENGTH(Severity.ERROR, "长度不对，{0}", "wrong length: {0}"),
  BAD_FORM(Severity.ERROR, "“{0}”写法不对，要符合 {1}", "“{0}” does not match {1}"),
  BAD_KEY(
      Severity.ERROR,
      "“{0}”不能作键",
      "“{0}” cannot be a key",
      "以字母或汉字开头，其后为字母、汉字、数字、下划线；不能是 id、unit，也不能像 c12、r3",
      "begin with a letter, then letters, digits and underscores; not id or unit, nor anything like c12 or r3"),
  ITEM_TWICE(Severity.ERROR, "列表里有重复的项", "the list holds an item twice"),
  LANGUAGE_NEWER(
      Severity.ERROR,
      "定义语言的版本是 {0}，这里只认到 {1}",
      "the definition language has version {0}, this engine knows up to {1}",
      "换用新版本的引擎",
      "use a newer engine"),
  // Names that point somewhere.
  UNKNOWN_UNIT(
      Severity.ERROR, "没有叫“{0}”的单位", "no unit is called “{0}”", "您是不是要写：{1}", "did you mean {1}?"),
  AMBIGUOUS_UNIT(
      Severity.ERROR,
      "叫“{0}”的单位不止一个：{1}",
      "more than one unit is called “{0}”: {1}",
      "改用单位编号",
      "use the unit's id"),
  UNKNOWN_LEVEL(Severity.ERROR, "没有叫“{0}”的层级", "there is no level “{0}”", "可选：{1}", "choices: {1}"),
  UNKNOWN_TAG(Severity.ERROR, "没有单位带标签“{0}”", "no unit has the tag “{0}”"),
  UNKNOWN_FORM(Severity.ERROR, "没有叫“{0}”的表", "there is no form “{0}”", "可选：{1}", "choices: {1}"),
  UNKNOWN_CHECK(
      Severity.ERROR,
      "表“{0}”没有审核关系“{1}”",
      "the form “{0}” has no check “{1}”",
      "可选：{2}",
      "choices: {2}"),
  UNKNOWN_TYPE(
      Severity.ERROR, "没有叫“{0}”的类型", "there is no type “{0}”", "您是不是要写：{1}", "did you mean {1}?"),
  UNKNOWN_ZONE(
      Severity.ERROR,
      "没有叫“{0}”的时区",
      "there is no time zone “{0}”",
      "如 Asia/Shanghai",
      "for example Asia/Shanghai"),
  NOTHING_SELECTED(Severity.ERROR, "这里没有选中任何单位", "this selects no unit at all"),
  // Units.
  DUPLICATE_UNIT_ID(
      Severity.ERROR,
      "单位编号“{0}”用了两次：{1}",
      "the unit id “{0}” is used twice: {1}",
      "编号是单位的永久标识，各不相同；区划代码相同的，另写 id",
      "ids are for ever and differ; where two units share a code, give an id"),
  UNIT_NAME_CLASH(
      Severity.ERROR,
      "“{0}”既指{1}，又指{2}",
      "“{0}” means {1} and also {2}",
      "一个别名只指一个单位",
      "an alias means one unit only"),
  LEVEL_MISSING(
      Severity.ERROR,
      "“{0}”的上级已是最后一层，写明它的层级",
      "what is above “{0}” is on the last level: say its level"),
  // Columns, rows and checks.
  TYPE_CYCLE(Severity.ERROR, "类型“{0}”绕回到自己：{1}", "the type “{0}” leads back to itself: {1}"),
  COLUMN_WITHOUT_TYPE(
      Severity.ERROR,
      "栏目“{0}”没有写类型",
      "the column “{0}” has no type",
      "写 $ref（如 nuanbao:people）或 type",
      "give a $ref (such as nuanbao:people) or a type"),
  ROW_WITHOUT_COLUMNS(
      Severity.ERROR, "这里要写一组栏目（properties）", "a group of columns (properties) is needed here"),
  NUMBER_WITHOUT_DECIMALS(
      Severity.ERROR,
      "小数栏“{0}”没有写最多几位小数",
      "the column “{0}” does not say how many decimals it may have",
      "写 \"decimals\"；整数写 \"type\": \"integer\"",
      "add \"decimals\"; for whole numbers write \"type\": \"integer\""),
  NUMBER_WITHOUT_OVER_TIME(
      Severity.ERROR,
      "“{0}”要报好几期，没有写各期之间怎么算",
      "“{0}” is reported round after round and does not say how it is taken along them",
      "写 \"overTime\"：flow 各期相加，stock 取最近一期，none 不跨期",
      "add \"overTime\": flow is added, stock takes the latest, none has no meaning along rounds"),
  ROLLUP_NEEDS_NUMBER(
      Severity.ERROR,
      "“{0}”是文字，不能按 {1} 汇总",
      "“{0}” holds words and cannot be rolled up by {1}",
      "文字可用 join、distinct、none",
      "words take join, distinct or none"),
  ROLLUP_NEEDS_WORDS(
      Severity.ERROR,
      "“{0}”是数，不能按 {1} 汇总",
      "“{0}” holds numbers and cannot be rolled up by {1}",
      "数可用 sum、none",
      "numbers take sum or none"),
  RECOMPUTE_NEEDS_FORMULA(
      Severity.ERROR, "“{0}”不是计算栏，不能重算", "“{0}” is not computed and cannot be recomputed"),
  COMPUTED_OTHER_KIND(
      Severity.ERROR,
      "“{0}”的公式算出来的不是这一栏要的（数、文字、日期……）",
      "the formula of “{0}” gives another kind of value than the column holds"),
  COMPUTED_ELSEWHERE_ADDED(
      Severity.ERROR,
      "“{0}”从别的期、别的表或别的单位取数，不能再逐级相加",
      "“{0}” is computed from other rounds, forms or units and cannot be added up",
      "不写 rollup（按公式重算），或写 none",
      "leave rollup out (it is recomputed), or say none"),
  UNKNOWN_COLUMN(
      Severity.ERROR, "没有叫“{0}”的栏目", "there is no column “{0}”", "您是不是要写：{1}", "did you mean {1}"),
  UNKNOWN_ITEM(
      Severity.ERROR, "没有叫“{0}”的行", "there is no row “{0}”", "您是不是要写：{1}", "did you mean {1}"),
  UNKNOWN_MEASURE(
      Severity.ERROR, "没有叫“{0}”的任务", "there is no measure “{0}”", "您是不是要写：{1}", "did you mean {1}"),
  NO_MEASURES(
      Severity.ERROR,
      "行取自任务清单，但 campaign.json 里没有 measures",
      "the rows are measures, but campaign.json has none"),
  SEMICOLON_UNDECLARED(
      Severity.ERROR,
      "责任单位里有“；”，但没有写明它的意思",
      "there is a “；” between the units, and nothing says what it means",
      "在 campaign.json 的 notation 里写 \"semicolon\": \"lead-before\"（分号前牵头）或 \"none\"（只隔开单位）",
      "in the notation of campaign.json, say \"semicolon\": \"lead-before\" (who stands before it leads) or \"none\" (it only parts units)"),
  NOBODY_RESPONSIBLE(
      Severity.ERROR,
      "责任单位里没有一个单位",
      "no unit is named as responsible",
      "写上单位，或删去 responsible",
      "name units, or leave responsible out"),
  TARGET_SHARES_DIFFER(
      Severity.WARNING,
      "各单位的目标合计 {0}，总的目标是 {1}",
      "the targets of the units add up to {0}, the whole is {1}",
      "改正其中一个；每个单位都要达到总的数，就写 each",
      "mend one of them; say each if every unit has to reach the number by itself"),
  FORMULA_IN_RECORD(
      Severity.ERROR,
      "子记录里的栏目不能用公式",
      "columns of child records have no formulas",
      "把公式写在外面的栏目上，如 合计(服务经历.小时)",
      "put it on a column outside, like sum(services.hours)"),
  DUPLICATE_CHOICE(Severity.ERROR, "选项代码“{0}”用了两次", "two choices have the code “{0}”"),
  LIST_WITHOUT_ITEMS(
      Severity.ERROR,
      "“{0}”是多项，要用 items 写明每一项：选项（enum）、附件或一组栏目（properties）",
      "“{0}” is a list: items must say choices (enum), files or columns (properties)"),
  WEIGHT_WITHOUT_AVERAGE(
      Severity.ERROR,
      "weight 只用于 \"rollup\": \"average\"",
      "weight goes with \"rollup\": \"average\" only"),
  ROLLUP_NEEDS_CHOICE(
      Severity.ERROR,
      "“{0}”不是选项，不能按“{1}”汇总",
      "“{0}” has no choices and cannot be rolled up by “{1}”"),
  ROLLUP_NEEDS_NAMED_NUMBERS(
      Severity.ERROR,
      "“{0}”不是“名称＋数”的多条记录，不能按“{1}”汇总",
      "“{0}” is no list of named numbers and cannot be rolled up by “{1}”"),
  TOO_MANY_ROWS(
      Severity.ERROR, "列明的行最多 {0} 行，最深 {1} 层", "a form names at most {0} rows, at most {1} deep"),
  DUPLICATE_ROW_KEY(Severity.ERROR, "两行都叫“{0}”", "two rows are called “{0}”"),
  DUPLICATE_ROW_CODE(Severity.ERROR, "两行的代码都是“{0}”", "two rows have the code “{0}”"),
  CELL_WITHOUT_TYPE(
      Severity.ERROR,
      "行“{0}”和栏“{1}”都没有说填什么",
      "neither row “{0}” nor column “{1}” says what may be written",
      "在其中一处写 $ref 或 type",
      "write a $ref or type at one of them"),
  REGISTER_NEVER_CLOSES(
      Severity.ERROR,
      "台账没有销账的状态",
      "no state takes a case off the register",
      "给一个状态写 \"closed\": true",
      "give one state \"closed\": true"),
  REGISTER_DUE_NO_DAY(Severity.ERROR, "限期“{0}”不是日期栏", "the due column “{0}” holds no day"),
  OWN_AND_BELOW(
      Severity.ERROR,
      "{0}和它的下级{1}都报这张表，合计会重复计算",
      "{0} and {1} below it both report this form; totals would count twice",
      "{0}只报本级数的，写进 rows.own",
      "list {0} in rows.own if it reports only figures of its own"),
  UNKNOWN_PLACEHOLDER(
      Severity.ERROR, "没有叫“{0}”的占位符", "there is no placeholder “{0}”", "可用：{1}", "choices: {1}"),
  PRINT_UNKNOWN_PART(
      Severity.ERROR,
      "“{0}”不是这一格里的栏目",
      "“{0}” is not a column of this cell",
      "可选：{1}",
      "choices: {1}"),
  BAD_PATTERN(Severity.ERROR, "正则表达式写错了：{0}", "the regular expression is wrong: {0}"),
  BOUNDS_CROSSED(Severity.ERROR, "最小 {0} 大于最大 {1}", "the minimum {0} is above the maximum {1}"),
  TOO_MANY_COLUMNS(Severity.ERROR, "一张表超过 {0} 栏", "a form has more than {0} columns"),
  DUPLICATE_CHECK_ID(Severity.ERROR, "检查编号“{0}”用了两次", "the check id “{0}” is used twice"),
  ROW_AND_ABOVE(
      Severity.ERROR,
      "“{0}”和它的上级“{1}”都有手填的行，合计会重复",
      "“{0}” and “{1}” above it both have typed rows, so they would count twice",
      "上级另有本级数的，写在 own 里",
      "if the one above has figures of its own, name it in own"),
  OWN_WITHOUT_PARTS(
      Severity.ERROR,
      "“{0}”写在 own 里，但下级没有手填的行",
      "“{0}” is named in own, but nothing below it has typed rows",
      "把它写在 units 里",
      "name it in units"),
  REPORTER_WITHOUT_ROWS(
      Severity.ERROR,
      "“{0}”要报“{1}”，但表里没有它的行",
      "“{0}” reports “{1}” and has no row in it",
      "在 rows.units 里加上它或它的下级",
      "add it, or units below it, to rows.units"),
  ROW_WITHOUT_REPORTER(
      Severity.WARNING,
      "“{0}”的行没有单位来报",
      "nobody reports the row of “{0}”",
      "在 reporters 里加上它或它的上级",
      "add it, or a unit above it, to the reporters"),
  ROW_REPORTED_TWICE(
      Severity.ERROR, "“{0}”的行有两个单位来报：{1}", "two units report the row of “{0}”: {1}"),
  HEADER_CODES_DIFFER(
      Severity.WARNING,
      "印出 {0} 栏，栏号 {1} 个，对不上：{2}",
      "{0} columns are printed with {1} numbers, which do not match: {2}",
      "每一栏一个栏号，从小到大不重不漏；或都不写",
      "give every column one number, none twice and none left out, or give none"),
  TITLE_CONTRADICTS_MEASURE(
      Severity.WARNING,
      "栏目印的是“{0}”，填的数却以{1}计",
      "the head says “{0}”, the figures are in {1}",
      "改 title 或改 in，使两处一致",
      "make title and in the same"),
  FORM_CONTRADICTS_MEASURE(
      Severity.WARNING,
      "“{0}”以{1}计，表头的计量单位却是{2}",
      "“{0}” is in {1}, but the table says {2}",
      "在栏目后写明单位，如“金额（元）”，或改用同一单位",
      "write the unit behind the head, or use the same one"),
  TOTAL_COUNTS_TWICE(
      Severity.WARNING,
      "“{0}”里已有“{1}”，两个都加进去，就加了两遍",
      "“{0}” contains “{1}” already: both are added, so it counts twice",
      "只加其中一个",
      "add one of them only"),
  ATTACHMENT_TWICE(
      Severity.WARNING, "{0} 有两张表，另一张在 {1}", "{0} is there twice, the other one in {1}"),
  ATTACHMENT_GAP(
      Severity.HINT,
      "附件号不连续，没有：{0}",
      "attachments are not numbered through; missing: {0}",
      "若不是表（方案、名单），在 answered 里说明一次",
      "if these are no forms, say so once in answered"),
  FIGURE_ASKED_TWICE(
      Severity.HINT,
      "“{0}”在“{1}”和“{2}”里都要填，同一个单位填两遍",
      "“{0}” is asked for in “{1}” and in “{2}”, of the same unit",
      "只在一处填，另一处用公式取：表[…]",
      "ask for it once and take it over by a formula: 表[…]"),
  FORM_DUE_TWICE(
      Severity.WARNING,
      "“{0}”由{1}报两次，期限不同：“{2}”和“{3}”",
      "{1} hands “{0}” in twice, due on different days: “{2}” and “{3}”",
      "合为一项任务，或分给不同的单位",
      "make one duty of them, or give them to different units"),
  UNITS_IDLE(
      Severity.HINT,
      "有 {0} 个单位不报表、不收表，也没有任务：{1}",
      "{0} units report nothing, receive nothing and have no measure: {1}"),
  UNIT_TWO_NAMES(
      Severity.WARNING,
      "“{0}”和“{1}”像是同一个单位的两个名称",
      "“{0}” and “{1}” look like two names of one unit",
      "是同一个，就合为一个，另一个名称写在 aka 里；不是，在 answered 里说明",
      "if they are one, keep one and put the other name into aka; if not, say so in answered"),
  ANSWERED(Severity.HINT, "{0}（已说明：{1}）", "{0} (answered: {1})"),
  ANSWERED_NOTHING(
      Severity.WARNING,
      "answered 里的“{0}”没有对应的警告或提示",
      "“{0}” in answered stands for no warning or hint",
      "删去，或改为要说明的代码",
      "remove it, or name the code that is meant"),
  FORM_UNUSED(Severity.WARNING, "没有任务用到表“{0}”", "no duty uses the form “{0}”"),
  OWN_AND_TYPED(
      Severity.ERROR,
      "“{0}”既在 units 里又在 own 里，同一行会填两遍",
      "“{0}” is named both in units and in own, so one row would be typed twice",
      "own 里只写上一级单位",
      "name only units above them in own"),
  REPORT_OF_TWO_DUTIES(
      Severity.ERROR,
      "没有一项任务同时报这些表：{0}",
      "no duty hands in all of these forms: {0}",
      "一份报告只用一项任务的表",
      "a report uses the forms of one duty"),
  // Formulas.
  FORMULA_SYNTAX(
      Severity.ERROR, "公式“{0}”读到“{1}”处读不下去", "cannot read the formula “{0}” on at “{1}”"),
  FORMULA_UNFINISHED(Severity.ERROR, "公式“{0}”没有写完", "the formula “{0}” ends too early"),
  FORMULA_TOO_DEEP(Severity.ERROR, "括号超过 {0} 层", "brackets are nested more than {0} deep"),
  FORMULA_UNKNOWN_NAME(
      Severity.ERROR,
      "公式里没有叫“{0}”的栏目",
      "no column is called “{0}”",
      "您是不是要写：{1}",
      "did you mean {1}?"),
  FORMULA_AMBIGUOUS_NAME(
      Severity.ERROR,
      "公式里的“{0}”可以指好几个栏目",
      "“{0}” can mean more than one column",
      "写明是哪一个：{1}",
      "say which: {1}"),
  FORMULA_WORDS_AS_NUMBER(
      Severity.ERROR,
      "“{0}”里拿文字当数用",
      "“{0}” uses words as a number",
      "文字只能用 = 和 ≠ 比较",
      "words can only be compared by = and ≠"),
  FORMULA_NOT_A_CONDITION(
      Severity.ERROR,
      "“{0}”不是一个判断",
      "“{0}” is not a condition",
      "用 =、≠、<、≤、>、≥ 比较两边",
      "compare two sides by =, ≠, <, ≤, > or ≥"),
  FORMULA_CYCLE(Severity.ERROR, "计算栏绕回到自己：{0}", "computed columns lead back to themselves: {0}"),
  FORMULA_TOO_LONG(Severity.ERROR, "公式超过 {0} 个字", "the formula has more than {0} characters"),
  FORMULA_UNKNOWN_FUNCTION(
      Severity.ERROR,
      "没有叫“{0}”的函数",
      "there is no function “{0}”",
      "您是不是要写：{1}",
      "did you mean {1}?"),
  FORMULA_ARGUMENTS(
      Severity.ERROR,
      "“{0}”的括号里写了 {1} 项，项数不对",
      "“{0}” is given {1} arguments, which is not what it takes",
      "写法：{2}",
      "write {2}"),
  FORMULA_WRONG_KIND(Severity.ERROR, "“{0}”是{1}，这里要用{2}", "“{0}” is {1}; what is due here is {2}"),
  FORMULA_SEVERAL_AS_ONE(
      Severity.ERROR,
      "“{0}”有好几个值，不能当一个用",
      "“{0}” stands for several values, and one is wanted",
      "放进函数里：合计、平均、计数、最小、最大",
      "put it into a function: sum, average, count, min or max"),
  FORMULA_WHERE_NEEDS_SEVERAL(
      Severity.ERROR,
      "“当”前面的“{0}”不是若干行或若干值",
      "“{0}” before where does not stand for several",
      "当 的前面写一个地址，如 各行.某栏",
      "write an address before where, such as rows.column"),
  FORMULA_NO_RANGE(Severity.ERROR, "从“{0}”到“{1}”连不成一段", "there is no run from “{0}” to “{1}”"),
  FORMULA_PERCENT_AS_FACTOR(
      Severity.ERROR,
      "“{0}”里的百分数不能直接乘除",
      "the per cent in “{0}” cannot be multiplied or divided by",
      "写成小数：{1}",
      "write a decimal: {1}"),
  FORMULA_BAD_DECIMALS(
      Severity.ERROR,
      "四舍五入的位数写了“{0}”",
      "“{0}” is not how many decimals to round to",
      "写 0 至 {1} 的整数",
      "write a whole number from 0 to {1}"),
  FORMULA_CHOICES_COMPARED(
      Severity.ERROR,
      "“{0}”是多选，不能直接比较",
      "“{0}” holds several choices and cannot be compared",
      "用 包含({0}, '代码')",
      "use includes({0}, 'code')"),
  FORMULA_MEASURES_DIFFER(
      Severity.WARNING,
      "“{0}”的计量单位是{1}，“{2}”的是{3}",
      "“{0}” is measured in {1}, “{2}” in {3}",
      "先换算：{4}",
      "convert first: {4}"),
  FORMULA_NO_SUCH_CHOICE(
      Severity.WARNING,
      "“{0}”没有“{1}”这个选项",
      "“{0}” has no choice “{1}”",
      "您是不是要写：{2}",
      "did you mean {2}"),
  FORMULA_ALWAYS_HOLDS(
      Severity.WARNING,
      "“{0}”怎么填都成立，查不出错",
      "“{0}” holds whatever is filled in, so it finds no mistake",
      "核对栏目的最小、最大值和比较号",
      "look at the bounds of its columns and at its signs"),
  FORMULA_NEVER_HOLDS(
      Severity.WARNING,
      "“{0}”怎么填都不成立",
      "“{0}” holds for nothing that can be filled in",
      "核对栏目的最小、最大值和比较号",
      "look at the bounds of its columns and at its signs"),
  FORMULA_NESTED_TOO_OFTEN(
      Severity.ERROR,
      "“{0}”套在同类的里面，算起来没有止境",
      "“{0}” stands inside others of its kind, which would take for ever",
      "拆成两个计算栏",
      "make two computed columns of it"),
  FORMULA_BAD_PLACEHOLDER(
      Severity.ERROR,
      "规则“{0}”里的“{1}”不是占位",
      "“{1}” in the rule “{0}” is no placeholder",
      "可写：{2}",
      "write one of {2}"),
  FORMULA_NO_PLACEHOLDER(
      Severity.ERROR,
      "规则“{0}”要套用好几遍，但里面没有 {1}",
      "the rule “{0}” is meant for a run, and there is no {1} in it"),
  FORMULA_NO_NEIGHBOUR(
      Severity.ERROR, "“{1}”在 n 为“{0}”时写不成", "“{1}” cannot be written where n is “{0}”"),
  FORMULA_BAD_RUN(
      Severity.ERROR,
      "从“{0}”到“{1}”、每次 {2} 数不成",
      "cannot count from “{0}” to “{1}” by {2}",
      "两头写不带小数的数，步长不写 0，至多 {3} 个",
      "write whole numbers, a step other than 0, and at most {3} in all"),
  // Dates and rounds.
  NO_SUCH_DAY(Severity.ERROR, "没有“{0}”这一天", "there is no day “{0}”"),
  END_BEFORE_BEGINNING(
      Severity.ERROR, "结束 {1} 早于开始 {0}", "the end {1} is before the beginning {0}"),
  DATE_CONTRADICTS_PRINT(
      Severity.WARNING,
      "推算是 {0}，印的是“{1}”",
      "it works out as {0}, the notice prints “{1}”",
      "核对后写明 reason，两者都会保留",
      "look it up, then say why in reason; both are kept"),
  WEEKDAY_CONTRADICTS_PRINT(
      Severity.WARNING,
      "{0} 是{1}，印的是“{2}”",
      "{0} is {1}, the notice prints “{2}”",
      "改正其中一个，或用 reason 说明",
      "mend one of them, or say why in reason"),
  DATE_PRINTED_OTHERWISE(
      Severity.HINT, "按 {0} 执行，印的是“{1}”：{2}", "{0} stands, the notice prints “{1}”: {2}"),
  TAIL_MISSING(
      Severity.ERROR,
      "最后一个到期日之后还剩 {0} 至 {1}，没有写怎么办",
      "{0} to {1} are left after the last due day, and nothing says what becomes of them",
      "写 \"tail\"：next-due、last-day 或 not-reported",
      "add \"tail\": next-due, last-day or not-reported"),
  DAYS_NOT_REPORTED(Severity.HINT, "{0} 至 {1} 不属于任何一期", "{0} to {1} fall in no round"),
  NO_ROUNDS(Severity.ERROR, "{0} 至 {1} 之间没有到期日", "no day between {0} and {1} is a due day"),
  HOLIDAYS_UNKNOWN(
      Severity.WARNING,
      "没有 {0} 年的放假安排，到期日只按周末顺延",
      "the holidays of {0} are not known; due days move for weekends only",
      "放假通知公布后，补上这一年的数据",
      "add the year's data when the State Council has arranged it"),
  ROUNDS_TOO_LONG(
      Severity.ERROR,
      "从 {0} 到 {1} 超过 {2} 年",
      "{0} to {1} are more than {2} years",
      "看年份有没有写错",
      "see whether the year is right"),
  UNKNOWN_PHASE(Severity.ERROR, "没有叫“{0}”的阶段", "there is no phase “{0}”", "可选：{1}", "choices: {1}"),
  AGENDA_DAY_TWICE(
      Severity.ERROR,
      "“{0}”和“{1}”都在 {2} 到期",
      "“{0}” and “{1}” are both due on {2}",
      "两项同一天到期，写成一项，表列在一起",
      "make them one item with the forms of both"),
  FORM_NOT_OF_DUTY(
      Severity.ERROR,
      "这项任务不报表“{0}”",
      "the form “{0}” is not one of this duty",
      "可选：{1}",
      "choices: {1}"),
  CASCADE_UPSIDE_DOWN(
      Severity.WARNING,
      "{0}比下级{1}先到期，收不齐下级的报表",
      "{0} is due before {1} below it, and cannot have its sheets by then",
      "上级的到期时间写在下级之后",
      "let the upper level be due after the lower one"),
  ABSENCE_UNKNOWN_COLUMN(
      Severity.ERROR,
      "表“{0}”没有栏目“{1}”，或者它不是{2}",
      "the form “{0}” has no column “{1}”, or it is not {2}",
      "写栏目的键，嵌套的用点连起来",
      "write the keys of the column, joined by dots"),
  ROUNDS_OUTSIDE_CAMPAIGN(
      Severity.WARNING,
      "{0} 至 {1} 超出活动起止 {2} 至 {3}",
      "{0} to {1} reaches beyond the campaign, {2} to {3}"),
  // Answers.
  ANSWERS_UNKNOWN_FORM(
      Severity.ERROR, "这次报送没有叫“{0}”的表", "this duty has no form “{0}”", "可选：{1}", "choices: {1}"),
  ANSWERS_MISSING_FORM(Severity.ERROR, "缺少表“{0}”", "the form “{0}” is missing"),
  ANSWERS_UNKNOWN_ROW(
      Severity.ERROR,
      "没有“{0}”这一行，或不归本单位填",
      "there is no row “{0}”, or it is not this unit's to fill in"),
  ANSWERS_UNKNOWN_COLUMN(
      Severity.ERROR, "没有叫“{0}”的栏目", "there is no column “{0}”", "您是不是要写：{1}", "did you mean {1}?"),
  ANSWERS_MISSING_CELL(
      Severity.ERROR, "{0}：必填，没有也要填 0 或写明", "{0}: must be filled in; write 0 if there is none"),
  ANSWERS_MISSING_ROW(Severity.HINT, "{0}：本期没有填这一行", "{0}: this row was not filled in"),
  ANSWERS_NULL(
      Severity.ERROR,
      "这里写了 null",
      "this is null",
      "没有填就不要写这个键",
      "leave the key out where nothing is filled in"),
  ANSWERS_TYPE(Severity.ERROR, "{0}：要填{1}，填的是“{2}”", "{0}: {1} is wanted, “{2}” was written"),
  ANSWERS_DECIMALS(
      Severity.ERROR, "{0}：最多 {1} 位小数，填的是 {2}", "{0}: at most {1} decimals, {2} was written"),
  ANSWERS_OUT_OF_RANGE(Severity.ERROR, "{0}：填的是 {1}，{2}", "{0}: {1} was written, {2}"),
  ANSWERS_LENGTH(Severity.ERROR, "{0}：长度不对，{1}", "{0}: wrong length, {1}"),
  ANSWERS_FORMAT(Severity.ERROR, "{0}：“{1}”写法不对", "{0}: “{1}” is not written as wanted"),
  ANSWERS_UNKNOWN_CHECK(
      Severity.ERROR,
      "说明指向的审核关系“{0}”不存在",
      "the explanation names a check “{0}” that is not there",
      "可选：{1}",
      "choices: {1}"),
  CHECK_FAILED(Severity.ERROR, "{0}：{1}：{2}", "{0}: {1}: {2}"),
  CHECK_NEEDS_EXCUSE(
      Severity.WARNING,
      "{0}：{1}：{2}",
      "{0}: {1}: {2}",
      "改正；确属特殊的，请收表单位书面同意，同意之前不能验收",
      "mend it, or have the recipient excuse it in writing; until then it is not accepted"),
  CHECK_NEEDS_EXPLANATION(
      Severity.ERROR,
      "{0}：{1}：{2}",
      "{0}: {1}: {2}",
      "改正，或写明原因（说明：{3}）",
      "mend it, or explain why (explanation: {3})"),
  CHECK_EXPLAINED(Severity.HINT, "{0}：{1}：{2}（已说明）", "{0}: {1}: {2} (explained)"),
  CHECK_WAIVED(Severity.HINT, "{0}：{1}：{2}（{5}已豁免：{4}）", "{0}: {1}: {2} (waived by {5}: {4})"),
  CHECK_REMARK(Severity.HINT, "{0}：{1}：{2}", "{0}: {1}: {2}"),
  ANSWERS_NOT_A_CHOICE(
      Severity.ERROR, "{0}没有“{1}”这个选项", "{0} has no choice “{1}”", "可选：{2}", "choices: {2}"),
  ANSWERS_MULTIPLE(
      Severity.ERROR, "{0}写的是 {1}，应是 {2} 的倍数", "{0} is {1}, it must be a multiple of {2}"),
  ANSWERS_COUNT(Severity.ERROR, "{0}有 {1} 项，应{2}项", "{0} has {1} items, it must have {2}"),
  ANSWERS_CHOSEN_TWICE(
      Severity.ERROR, "{0}有一项选了两次", "{0} holds the same twice", "每项只选一次", "choose each once"),
  ANSWERS_CHECK_CHARACTER(
      Severity.ERROR,
      "{0}“{1}”的校验码不对",
      "{0} “{1}” has a wrong check character",
      "请逐位核对",
      "compare it digit by digit"),
  ANSWERS_NO_SUCH_DAY(
      Severity.ERROR,
      "{0}写的“{1}”不是一个日期",
      "{0} says “{1}”, which is no day",
      "写成 2021-11-23 这样，并且是真有的一天",
      "write an existing day like 2021-11-23"),
  ANSWERS_NOT_APPLICABLE(
      Severity.ERROR,
      "{0}对这个单位（或这种情况）不适用，不要填",
      "{0} does not apply here",
      "清空这一格，或写“不适用”",
      "leave it blank, or write 不适用"),
  ANSWERS_MUST_APPLY(
      Severity.ERROR,
      "{0}不能答“不适用”",
      "{0} may not be answered with 不适用",
      "没有的数填 0",
      "zero is typed"),
  ANSWERS_TYPED_ELSEWHERE(
      Severity.ERROR, "{0}不由您填写", "{0} is typed by somebody else", "清空这一格", "leave it blank"),
  ANSWERS_ENTRY_ID_TWICE(
      Severity.ERROR,
      "编号“{0}”用在两条上",
      "two entries have the id “{0}”",
      "每条有自己的编号",
      "give each an id of its own"),
  ANSWERS_ENTRY_WITHOUT_ID(Severity.ERROR, "{0}没有编号（id）", "{0} has no id"),
  ANSWERS_ENTRY_WITHOUT_UNIT(
      Severity.ERROR,
      "“{0}”有一条没有写是哪个单位的（unit）",
      "an entry of “{0}” does not say whose it is (unit)"),
  ANSWERS_ENTRY_UNIT(
      Severity.ERROR,
      "单位“{0}”的条目不由您报",
      "entries of the unit “{0}” are not yours to report",
      "可选：{1}",
      "choices: {1}"),
  ANSWERS_ENTRY_TWICE(
      Severity.ERROR, "{0}与{1}重复", "{0} is the same as {1}", "同一条只报一次", "report each once"),
  // The gate.
  UNKNOWN_CAMPAIGN(
      Severity.ERROR, "没有叫“{0}”的活动", "there is no campaign “{0}”", "可选：{1}", "choices: {1}"),
  UNKNOWN_REPORT(
      Severity.ERROR, "没有叫“{0}”的报告", "there is no report “{0}”", "可选：{1}", "choices: {1}"),
  UNKNOWN_DUTY(Severity.ERROR, "没有叫“{0}”的任务", "there is no duty “{0}”", "可选：{1}", "choices: {1}"),
  UNKNOWN_ROUND(
      Severity.ERROR,
      "任务“{0}”没有“{1}”这一期",
      "the duty “{0}” has no round “{1}”",
      "可选：{2}",
      "choices: {2}"),
  BUNDLE_INCOMPLETE(
      Severity.WARNING,
      "下级还有 {0} 份没有报，没有一并上交：{1}",
      "{0} sheets from below have not come and are not handed over: {1}",
      "催报；补齐后再上报一次",
      "remind them, and hand in again when they have"),
  REPORTER_NOT_THERE(
      Severity.ERROR,
      "{1} 这一期开始时没有“{0}”：它从 {2} 到 {3}",
      "“{0}” is not there when round {1} opens: it is from {2} to {3}",
      "由接替它的单位报：{4}",
      "its successor reports: {4}"),
  REPORTER_EXEMPT(Severity.ERROR, "{0} 在 {1} 这一期不用报：{2}", "{0} need not report on round {1}: {2}"),
  NOT_A_REPORTER(Severity.ERROR, "{0}不报“{1}”", "{0} does not report “{1}”"),
  WINDOW_NOT_OPEN(
      Severity.ERROR, "这一期 {0} 才开始报送，现在是 {1}", "this round opens at {0}, it is {1} now"),
  WINDOW_CLOSED(
      Severity.ERROR,
      "这一期 {0} 截止，现在是 {1}",
      "this round closed at {0}, it is {1} now",
      "下一期：{2}",
      "next round: {2}"),
  SUBMISSION_ID_REUSED(
      Severity.ERROR,
      "编号“{0}”已用在另一份内容上",
      "the id “{0}” was used for other contents already",
      "内容改了，就换一个编号",
      "changed contents need an id of their own"),
  SUBMISSION_OUTDATED(
      Severity.ERROR,
      "您改的是第 {0} 版，最新的是第 {1} 版",
      "you changed version {0}, the latest is version {1}",
      "打开最新一版再改",
      "open the latest version and change that"),
  // The review.
  WAIVER_REASON_LENGTH(
      Severity.ERROR,
      "豁免的理由要写 {1} 至 {2} 个字，现在是 {0} 个字",
      "a waiver needs a reason of {1} to {2} characters, this one has {0}",
      "写明为什么可以不改",
      "say why it may stand as it is"),
  WAIVED_ALREADY(
      Severity.ERROR,
      "审核关系“{0}”已由{1}在 {2} 豁免：{3}",
      "{1} waived the check “{0}” already, at {2}: {3}"),
  NOTHING_TO_ACCEPT(
      Severity.ERROR,
      "{0}这一期还没有上报，没有可以验收的",
      "{0} has not reported on this round, so there is nothing to accept"),
  ACCEPTANCE_OUTDATED(
      Severity.ERROR,
      "要验收的是第 {0} 版，最新的是第 {1} 版",
      "you accept version {0}, the latest is version {1}",
      "看过最新一版再验收",
      "look at the latest version and accept that"),
  ACCEPTED_ALREADY(
      Severity.ERROR, "第 {0} 版已由{1}在 {2} 验收", "{1} accepted version {0} already, at {2}"),
  ACCEPTANCE_NEEDS_EXCUSE(
      Severity.ERROR,
      "{0}：{1}：{2}",
      "{0}: {1}: {2}",
      "请单位改正，或写明理由豁免（审核关系：{3}）",
      "have it mended, or waive it with a reason (check: {3})");

  private final Severity severity;
  private final Text says;
  private final Text remedy;

  ProblemCode(Severity severity, String chinese, String english) {
    this(severity, chinese, english, "", "");
  }

  ProblemCode(
      Severity severity,
      String chinese,
      String english,
      String chineseRemedy,
      String englishRemedy) {
    this.severity = severity;
    this.says = new Text(chinese, english);
    this.remedy = new Text(chineseRemedy, englishRemedy);
  }

  public Severity severity() {
    return severity;
  }

  /** What is wrong, with blanks. */
  public Text says() {
    return says;
  }

  /** What would be right, with blanks; empty where there is nothing useful to say. */
  public Text remedy() {
    return remedy;
  }

  /** The stable code: {@code unknown-key}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return code();
  }
}
