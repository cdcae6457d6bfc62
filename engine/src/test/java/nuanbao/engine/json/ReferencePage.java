package nuanbao.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Text;

/** The reference of the definition language in one language, written out of the schemas. */
final class ReferencePage {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Language language;
  private final DefinitionKeys keys = DefinitionKeys.read();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder();

  ReferencePage(Language language) {
    this.language = language;
    keys.objects().forEach(object -> names.put(object.anchor(), object.name()));
    keys.values().forEach(value -> names.put(value.anchor(), value.name()));
  }

  String write() {
    line(
        say(
            "# 定义语言的每一个键\n\n"
                + "本页由 `engine/src/main/resources/nuanbao/schema` 里的 schema 写出，不要手改：改 schema，再以 `-Dnuanbao.expected=write`"
                + " 运行 `ReferencePageTest`。[English](REFERENCE.en.md) · 表怎么写见 [TABLES.zh-CN.md](TABLES.zh-CN.md)\n\n"
                + "## 让编辑器补全和解释\n\n"
                + "`./nuanbao schema -o schema` 把这些 schema 写进文件夹 `schema`（互相用相对路径引用，不上网）。然后二选一：\n\n"
                + "- 定义文件第一行写相对路径：`\"$schema\": \"../schema/campaign.schema.json\"`，forms 和 reports 里的多一层 `../`；VS Code 不用任何设置。\n"
                + "- 不写 `$schema` 的，在 VS Code 的 `.vscode/settings.json` 里按文件名指定：\n",
            "# Every key of the definition language\n\n"
                + "This page is written from the schemas in `engine/src/main/resources/nuanbao/schema`; do not edit it: change the schemas and run"
                + " `ReferencePageTest` with `-Dnuanbao.expected=write`. [中文](REFERENCE.md) · How to write a table: [TABLES.md](TABLES.md)\n\n"
                + "## Completion in editors\n\n"
                + "`./nuanbao schema -o schema` writes these schemas into the folder `schema`; they refer to each other by relative paths and nothing is fetched."
                + " Then either\n\n"
                + "- begin a definition file with a relative path: `\"$schema\": \"../schema/campaign.schema.json\"` (one more `../` in forms and reports); VS Code needs no setting,\n"
                + "- or, where there is no `$schema`, go by file names in VS Code's `.vscode/settings.json`:\n"));
    line(
        """
        ```json
        { "json.schemas": [
          { "fileMatch": ["campaign.json"], "url": "./schema/campaign.schema.json" },
          { "fileMatch": ["units.json"], "url": "./schema/units.schema.json" },
          { "fileMatch": ["types.json"], "url": "./schema/types.schema.json" },
          { "fileMatch": ["forms/*.json"], "url": "./schema/form.schema.json" },
          { "fileMatch": ["reports/*.json"], "url": "./schema/report.schema.json" }
        ] }
        ```
        """);
    line(
        say(
            "`https://nuanbao.github.io/schema/…` 是这些 schema 的名字，编辑器上网未必取得到，所以要用上面的办法之一。\n\n"
                + "每一节是一个对象；“必填”的键不能少，其他都可以不写。",
            "`https://nuanbao.github.io/schema/…` is the name of these schemas; an editor may not find them there, hence one of these two ways.\n\n"
                + "Every section is one object. Keys marked required must be there; all others may be left out."));
    boolean isCommon = false;
    for (DefinitionKeys.Keyed object : keys.objects()) {
      if (!isCommon && object.file().startsWith("common")) {
        isCommon = true;
        line(say("\n## 几种文件共用的", "\n## Shared by several files"));
      }
      section(object);
    }
    line(say("\n## 值的写法\n", "\n## How values are written\n"));
    line(say("| 名称 | 写法 | 限制 |", "| name | meaning | limits |"));
    line("| --- | --- | --- |");
    for (DefinitionKeys.Value value : keys.values()) {
      if (value.schema().has("additionalProperties")) continue; // told where it stands
      String about = half(value.schema().path("$comment").asText());
      line(
          "| <a id=\"%s\"></a>%s | %s | %s |"
              .formatted(value.anchor(), value.name(), cell(about), type("common", value)));
    }
    return page.toString();
  }

  private void section(DefinitionKeys.Keyed object) {
    line("\n<a id=\"%s\"></a>\n".formatted(object.anchor()));
    line((object.isRoot() ? "## " : "### ") + object.name() + "\n");
    JsonNode schema = object.schema();
    String about = schema.path("description").asText(schema.path("$comment").asText());
    if (!about.isEmpty()) line(half(about) + "\n");
    String places = places(object);
    if (!places.isEmpty()) line(say("用在：", "Stands at: ") + places + "\n");
    line(say("| 键 | 说明 | 写什么 | 不写时 | 例 |", "| key | meaning | value | left out | example |"));
    line("| --- | --- | --- | --- | --- |");
    for (DefinitionKeys.Key key : object.keys()) {
      line(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(
                  key.name(),
                  cell(half(key.schema().path("description").asText())),
                  type(key.file(), key.schema()),
                  leftOut(key),
                  examples(key)));
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      line(
          "| … | %s | %s | | |"
              .formatted(
                  say("其他的键是自己起的名字。", "Any other key is a name of one's own."),
                  type(object.file(), others)));
    }
  }

  /** Where a definition may stand, as links. */
  private String places(DefinitionKeys.Keyed object) {
    List<String> places = new ArrayList<>();
    for (DefinitionKeys.Keyed from : keys.objects()) {
      for (DefinitionKeys.Key key : from.keys()) {
        if (refersTo(key.file(), key.schema(), object.anchor())) {
          places.add("[%s](#%s) `%s`".formatted(from.name(), from.anchor(), key.name()));
        }
      }
    }
    return String.join(say("、", ", "), places);
  }

  private boolean refersTo(String file, JsonNode schema, String anchor) {
    JsonNode ref = schema.path("$ref");
    if (ref.isTextual()) {
      String target = DefinitionKeys.target(file, ref.asText());
      if (target.equals(anchor)) return true;
      return keys.values().stream()
          .filter(value -> value.anchor().equals(target))
          .anyMatch(value -> refersTo(fileOf(value), value.schema(), anchor));
    }
    for (String step : List.of("items", "additionalProperties", "then", "else")) {
      if (schema.path(step).isObject() && refersTo(file, schema.get(step), anchor)) return true;
    }
    return false;
  }

  private static String fileOf(DefinitionKeys.Value value) {
    return value.anchor().substring(0, value.anchor().indexOf('-')) + ".schema.json";
  }

  private String leftOut(DefinitionKeys.Key key) {
    if (key.isRequired()) return say("**必填**", "**required**");
    return key.schema().has("default") ? code(key.schema().get("default")) : "";
  }

  private static String examples(DefinitionKeys.Key key) {
    return StreamSupport.stream(key.schema().path("examples").spliterator(), false)
        .map(one -> "`\"" + key.name() + "\": " + json(one) + "`")
        .map(ReferencePage::cell)
        .collect(Collectors.joining("<br>"));
  }

  private String type(String file, DefinitionKeys.Value value) {
    return type(fileOf(value).isEmpty() ? file : fileOf(value), value.schema());
  }

  /** What may be written, in a few words. */
  private String type(String file, JsonNode schema) {
    if (schema.path("$ref").isTextual()) {
      String anchor = DefinitionKeys.target(file, schema.get("$ref").asText());
      for (DefinitionKeys.Value value : keys.values()) {
        if (value.anchor().equals(anchor) && value.schema().has("additionalProperties")) {
          return type(fileOf(value), value.schema());
        }
      }
      return "[%s](#%s)".formatted(names.get(anchor), anchor);
    }
    if (schema.has("const")) return code(schema.get("const"));
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.get("enum").spliterator(), false)
          .map(ReferencePage::code)
          .collect(Collectors.joining(" "));
    }
    if (schema.has("if")) {
      return type(file, schema.get("then")) + say("，或 ", ", or ") + type(file, schema.get("else"));
    }
    if (schema.has("items")) {
      return say("一列：", "list of ") + type(file, schema.get("items")) + limits(schema, "Items");
    }
    if (schema.path("additionalProperties").isObject()) {
      return say("名字 → ", "name → ") + type(file, schema.get("additionalProperties"));
    }
    return plain(schema);
  }

  private String plain(JsonNode schema) {
    if (schema.path("type").isArray()) return say("整数或文字", "whole number or text");
    String range = limits(schema, "imum");
    return switch (schema.path("type").asText("string")) {
      case "integer" -> say("整数", "whole number") + range;
      case "number" -> say("数", "number") + range;
      case "boolean" -> "`true` `false`";
      case "object" -> section(schema);
      default -> {
        String pattern = schema.has("pattern") ? " " + code(schema.get("pattern")) : "";
        yield say("文字", "text") + cell(pattern) + limits(schema, "Length");
      }
    };
  }

  /** A link to the section of an object that is described where it stands. */
  private String section(JsonNode object) {
    return keys.objects().stream()
        .filter(one -> one.schema().equals(object))
        .map(one -> "[%s](#%s)".formatted(one.name(), one.anchor()))
        .findFirst()
        .orElseThrow();
  }

  private String limits(JsonNode schema, String of) {
    JsonNode least = schema.path("min" + of);
    JsonNode most = schema.path("max" + of);
    if (of.equals("Items") && most.isMissingNode()) return "";
    if (schema.has("exclusiveMinimum")) {
      return " > %s, ≤ %s".formatted(schema.get("exclusiveMinimum"), most);
    }
    String kind =
        of.equals("Length")
            ? say("个字", " characters")
            : of.equals("Items") ? say("项", " items") : "";
    if (least.isMissingNode() && most.isMissingNode()) return "";
    if (most.isMissingNode()) return of.equals("Length") ? "" : " ≥ " + least;
    if (least.isMissingNode()) return " ≤ " + most + kind;
    return " %s–%s%s".formatted(least, most, kind);
  }

  private String half(String both) {
    String[] halves = both.split("(?<=。) ", 2);
    return halves.length < 2 ? both : say(halves[0], halves[1]);
  }

  private String say(String chinese, String english) {
    return new Text(chinese, english).in(language);
  }

  private static String code(JsonNode value) {
    return "`" + (value.isTextual() ? value.asText() : json(value)) + "`";
  }

  private static String json(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
