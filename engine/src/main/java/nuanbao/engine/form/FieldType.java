package nuanbao.engine.form;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.UnitSelector;

/** What may be written in a cell. Bounds are included. */
public sealed interface FieldType {

  /** What formulas see of its values. */
  ValueKind kind();

  /** What a person calls it. */
  Text title();

  /**
   * An exact decimal.
   *
   * @param decimals the most digits behind the point; 0 for whole numbers
   * @param multipleOf a whole number that divides it
   */
  record Number(
      Optional<BigDecimal> minimum,
      Optional<BigDecimal> maximum,
      int decimals,
      Optional<BigDecimal> multipleOf)
      implements FieldType {

    /** The number of decimals that were written and count: 1.50 has one. */
    public static int decimalsOf(BigDecimal amount) {
      return Math.max(0, amount.stripTrailingZeros().scale());
    }

    @Override
    public Text title() {
      return new Text("数", "a number");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.NUMBER;
    }
  }

  /**
   * A text. Lengths count characters (code points).
   *
   * @param pattern must be found in it; runs in linear time
   * @param lines height of its box; above 1 it may hold line breaks
   */
  record Words(
      int minLength, int maxLength, Optional<Pattern> pattern, WordsFormat format, int lines)
      implements FieldType {
    @Override
    public Text title() {
      return new Text("文字", "text");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.WORDS;
    }
  }

  /**
   * 是 or 否.
   *
   * @param mustBe the only answer that is accepted, such as a confirmation
   */
  record Truth(Optional<Boolean> mustBe) implements FieldType {
    @Override
    public Text title() {
      return new Text("是否", "yes or no");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.TRUTH;
    }
  }

  /** A calendar day, written {@code 2021-11-23}; 1900-01-01 to 2199-12-31. */
  record Day() implements FieldType {
    @Override
    public Text title() {
      return new Text("日期", "a date");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.DAY;
    }
  }

  /**
   * An answer to choose: what is stored, and what is printed.
   *
   * @param title the code itself where the author gave no other
   */
  record Option(String code, String title) {}

  /**
   * One of a list (限选一项).
   *
   * @param narrowedBy a sibling column whose answer narrows the list
   */
  record Choice(List<Option> options, Optional<Narrowing> narrowedBy) implements FieldType {
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public Text title() {
      return new Text("单选", "a choice");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.WORDS;
    }
  }

  /**
   * Which answers are left once a sibling is answered.
   *
   * @param column key of a column in the same group
   * @param codes by the sibling's answer; none for answers that are not there
   */
  record Narrowing(String column, Map<String, Set<String>> codes) {
    public Narrowing {
      codes = Map.copyOf(codes);
    }
  }

  /** Several of a list, each once (最多三项). */
  record Choices(List<Option> options, int least, int most) implements FieldType {
    public Choices {
      options = List.copyOf(options);
    }

    @Override
    public Text title() {
      return new Text("多选", "several choices");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.CHOICES;
    }
  }

  /** A unit of the tree, stored by its id. */
  record OneUnit(UnitSelector among) implements FieldType {
    @Override
    public Text title() {
      return new Text("单位", "a unit");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.WORDS;
    }
  }

  /**
   * Files or pictures, stored by the ids they were handed in under.
   *
   * @param accept kinds of file: {@code image}, {@code pdf}, {@code word}, {@code excel}, {@code
   *     video}, {@code any}
   * @param most how many; with 1 the answer is one id, else a list
   */
  record Files(Set<String> accept, int maxMegabytes, int most) implements FieldType {
    public Files {
      accept = Set.copyOf(accept);
    }

    @Override
    public Text title() {
      return new Text("附件", "files");
    }

    @Override
    public ValueKind kind() {
      return most == 1 ? ValueKind.WORDS : ValueKind.CHOICES;
    }
  }

  /**
   * Records within a record: a table in a cell.
   *
   * @param columns of each; none of them holds records itself
   * @param print how one is printed in the cell; left out, one value after the other
   * @param between what stands between two of them in print
   */
  record Records(
      List<Column> columns, int least, int most, Optional<CellTemplate> print, String between)
      implements FieldType {
    public Records {
      columns = List.copyOf(columns);
    }

    /** Whether each is a name and numbers, so that those of one name can be added. */
    public boolean isNamedNumbers() {
      List<Indicator> values = Column.indicatorsOf(columns);
      return values.size() > 1
          && values.get(0).type() instanceof Words
          && values.subList(1, values.size()).stream().allMatch(Indicator::isNumber);
    }

    @Override
    public Text title() {
      return new Text("明细", "records");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.ROWS;
    }
  }

  /** What a column leaves open and its fixed rows say; no cell has it. */
  record ByRow() implements FieldType {
    @Override
    public Text title() {
      return new Text("随行而定", "as its row says");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.NUMBER;
    }
  }
}
