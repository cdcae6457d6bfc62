package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import nuanbao.engine.Campaigns;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Rows;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;

/** Makes answers that are structurally right, at random but the same for the same seed. */
final class AnswerMaker {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Campaign campaign;
  private final Duty duty;
  private final Form form;
  private final Unit reporter;
  private final Random random;

  AnswerMaker(Campaign campaign, Duty duty, Form form, Unit reporter, long seed) {
    this.campaign = campaign;
    this.duty = duty;
    this.form = form;
    this.reporter = reporter;
    this.random = new Random(seed);
  }

  private SubmissionKey key() {
    return new SubmissionKey(duty.id(), Campaigns.anyRound(campaign, duty), reporter.id());
  }

  ObjectNode sheet() {
    ObjectNode sheet = NODES.objectNode();
    sheet.set("cover", columns(form.cover(), Optional::of));
    switch (form.rows().shape()) {
      case RECORD -> sheet.set("row", columns(form.columns(), Optional::of));
      case BY_KEY -> {
        ObjectNode rows = sheet.putObject("rows");
        for (FormRow row : campaign.typedRows(key(), form.id())) {
          rows.set(row.key().toString(), columns(form.columns(), row::findCell));
        }
      }
      case LIST -> {
        Rows.Entries entries = (Rows.Entries) form.rows();
        List<Unit> holders = campaign.holders(key(), form.id());
        ArrayNode rows = sheet.putArray("rows");
        int count = entries.least() + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          ObjectNode entry = rows.addObject().put("id", "n" + i);
          entry.put("unit", holders.get(random.nextInt(holders.size())).id().value());
          entry.setAll(columns(form.columns(), Optional::of));
        }
      }
    }
    return sheet;
  }

  private ObjectNode columns(List<Column> columns, Function<Indicator, Optional<Indicator>> cells) {
    ObjectNode object = NODES.objectNode();
    for (Column column : columns) {
      if (column instanceof ColumnGroup group) {
        ObjectNode inner = columns(group.columns(), cells);
        if (!inner.isEmpty()) object.set(group.key(), inner);
        continue;
      }
      Optional<Indicator> cell = cells.apply((Indicator) column);
      if (cell.isEmpty() || cell.get().isComputed()) continue;
      boolean mayBeBlank = !cell.get().required() || cell.get().applicability().isConditional();
      if (mayBeBlank && random.nextBoolean()) continue;
      object.set(column.key(), value(cell.get(), object));
    }
    return object;
  }

  private JsonNode value(Indicator cell, ObjectNode beside) {
    if (CellReader.mayBeNotApplicable(cell) && random.nextInt(4) == 0) {
      return NODES.textNode("不适用");
    }
    FieldType type = cell.type();
    if (type instanceof FieldType.Number number) return number(number);
    if (type instanceof FieldType.Words words) return NODES.textNode(words(words));
    if (type instanceof FieldType.Truth truth) {
      return NODES.booleanNode(truth.mustBe().orElseGet(random::nextBoolean));
    }
    if (type instanceof FieldType.Day) {
      return NODES.textNode(
          "20%02d-0%d-1%d".formatted(random.nextInt(30), 1 + random.nextInt(9), random.nextInt(9)));
    }
    if (type instanceof FieldType.Choice choice) return NODES.textNode(choice(choice, beside));
    if (type instanceof FieldType.Choices choices) {
      List<FieldType.Option> options = new ArrayList<>(choices.options());
      Collections.shuffle(options, random);
      int count = Math.max(choices.least(), random.nextInt(choices.most() + 1));
      ArrayNode codes = NODES.arrayNode();
      options.subList(0, count).forEach(option -> codes.add(option.code()));
      return codes;
    }
    if (type instanceof FieldType.OneUnit one) {
      List<Unit> units = one.among().unitsIn(campaign.units());
      return NODES.textNode(units.get(random.nextInt(units.size())).id().value());
    }
    if (type instanceof FieldType.Files files && files.most() > 1) {
      return NODES.arrayNode().add("file-1");
    }
    if (type instanceof FieldType.Records records) {
      ArrayNode list = NODES.arrayNode();
      int count =
          records.least() + random.nextInt(Math.min(3, records.most() - records.least() + 1));
      for (int i = 0; i < count; i++) list.add(columns(records.columns(), Optional::of));
      return list;
    }
    return NODES.textNode("file-1");
  }

  private JsonNode number(FieldType.Number type) {
    BigDecimal low = type.minimum().orElse(BigDecimal.ZERO);
    BigDecimal high =
        type.maximum().orElse(BigDecimal.valueOf(1000)).min(low.add(BigDecimal.valueOf(1000)));
    BigDecimal step = type.multipleOf().orElse(BigDecimal.ONE.movePointLeft(type.decimals()));
    long steps = high.subtract(low).divideToIntegralValue(step).longValue();
    long chosen = steps == 0 ? 0 : Math.floorMod(random.nextLong(), steps + 1);
    BigDecimal amount = low.add(step.multiply(BigDecimal.valueOf(chosen)));
    return DecimalNode.valueOf(type.decimals() == 0 ? amount.setScale(0) : amount);
  }

  private String words(FieldType.Words type) {
    return switch (type.format()) {
      case MONTH -> "2026-0" + (1 + random.nextInt(9));
      case YEAR -> "2026";
      case TIME_OF_DAY -> "0" + random.nextInt(10) + ":30";
      case EMAIL -> "office@example.cn";
      case MOBILE -> "138" + (10000000 + random.nextInt(80000000));
      case PHONE -> random.nextBoolean() ? "0839-3265007" : "13900000000";
      case CITIZEN_ID -> "11010519491231002X";
      case CREDIT_CODE -> "91350100M000100Y43";
      case BANK_CARD -> "6222020000000000";
      case NONE ->
          "文".repeat(Math.max(type.minLength(), Math.min(type.maxLength(), 1 + random.nextInt(9))));
    };
  }

  private String choice(FieldType.Choice type, ObjectNode beside) {
    List<String> codes =
        new ArrayList<>(type.options().stream().map(FieldType.Option::code).toList());
    type.narrowedBy()
        .ifPresent(
            by ->
                codes.retainAll(
                    by.codes().getOrDefault(beside.path(by.column()).asText(), Set.of())));
    return codes.get(random.nextInt(codes.size()));
  }
}
