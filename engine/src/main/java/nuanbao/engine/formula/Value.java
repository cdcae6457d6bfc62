package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nuanbao.engine.problem.Text;

/**
 * What stands in a cell. Blank, 0, 不适用 and a figure that could not be computed are four different
 * things.
 */
public sealed interface Value {
  Value BLANK = new Blank();

  /** 不适用: answered, and nothing to report. */
  Value NOT_APPLICABLE = new NotApplicable();

  record Blank() implements Value {}

  record NotApplicable() implements Value {}

  /** An exact decimal. */
  record Number(BigDecimal amount) implements Value {}

  /** A text, never empty. */
  record Words(String text) implements Value {}

  /** 是 or 否. */
  record Truth(boolean isTrue) implements Value {}

  /** A calendar day. */
  record Day(LocalDate date) implements Value {}

  /** Several out of a list, in the order of the list; never empty. */
  record Choices(List<String> codes) implements Value {
    public Choices {
      codes = List.copyOf(codes);
    }
  }

  /** Records within a record: of each the values by column path, blanks left out. */
  record Records(List<Map<String, Value>> records) implements Value {
    public Records {
      records = records.stream().map(Map::copyOf).toList();
    }
  }

  /** A figure that could not be computed. Whatever is computed from it fails as well. */
  record Failed(Text reason) implements Value {}

  static Value of(BigDecimal amount) {
    return new Number(amount);
  }

  static Value of(String text) {
    return new Words(text);
  }

  static Value of(boolean isTrue) {
    return new Truth(isTrue);
  }

  static Value of(LocalDate date) {
    return new Day(date);
  }
}
