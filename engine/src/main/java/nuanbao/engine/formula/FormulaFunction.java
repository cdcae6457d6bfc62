package nuanbao.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.problem.Text;

/**
 * A function of the language: what it is called, what it takes and gives, and how it runs.
 *
 * @param takes what each argument has to be; the last one may repeat
 * @param least how many arguments there are at least
 * @param repeats whether there may be more than {@code takes} lists, all like the last
 * @param period the other time at which it looks, if it does
 */
record FormulaFunction(
    String english,
    String chinese,
    List<Takes> takes,
    int least,
    boolean repeats,
    Gives gives,
    Nature nature,
    Body body,
    Limits limits,
    Optional<Period> period) {

  FormulaFunction {
    takes = List.copyOf(takes);
  }

  /** What an argument has to be. */
  enum Takes {
    NUMBER("数", "number"),
    /** One number or several. */
    NUMBERS("数", "numbers"),
    /** One number or day or several, all of a kind. */
    ORDERED("数或日期", "numbers or days"),
    /** Whatever there is, one or several. */
    ANYTHING("任何栏目", "anything"),
    /** One value of any kind. */
    VALUE("值", "value"),
    /** One value of the kind of the argument before. */
    LIKE_BEFORE("同类的值", "value alike"),
    CONDITION("判断", "condition"),
    WORDS("文字", "text"),
    DAY("日期", "day"),
    CHOICES("多选", "choices"),
    /** A whole number that is written there, not reckoned. */
    DECIMALS("小数位数", "decimals");

    private final Text title;

    Takes(String chinese, String english) {
      this.title = new Text(chinese, english);
    }

    boolean takesMany() {
      return this == NUMBERS || this == ORDERED || this == ANYTHING;
    }

    boolean accepts(ValueKind kind, ValueKind before) {
      return switch (this) {
        case NUMBER, NUMBERS, DECIMALS -> kind == ValueKind.NUMBER;
        case ORDERED -> kind == before && (kind == ValueKind.NUMBER || kind == ValueKind.DAY);
        case ANYTHING -> true;
        case VALUE -> kind != ValueKind.ROWS;
        case LIKE_BEFORE -> kind == before;
        case CONDITION -> kind == ValueKind.TRUTH;
        case WORDS -> kind == ValueKind.WORDS;
        case DAY -> kind == ValueKind.DAY;
        case CHOICES -> kind == ValueKind.CHOICES;
      };
    }

    Text title() {
      return title;
    }
  }

  /** What comes out. */
  enum Gives {
    NUMBER,
    PERCENT,
    TRUTH,
    DAY,
    /** Kind and unit of measure of the first argument. */
    LIKE_FIRST,
    /** Kind and unit of measure of the second argument. */
    LIKE_SECOND
  }

  /** What a rule that counts blanks as 0 means to it, and how it is explained. */
  enum Nature {
    /** Arguments with blanks as 0. */
    PLAIN,
    /** Tells blanks from values itself, so they are left as they are. */
    TELLS_BLANKS,
    /** The same, and 0 where nothing is there to add. */
    ADDS,
    /** Looks at now and at another time: inside one another they would double with each level. */
    COMPARES_TIMES,
    /** Looks at another time; 0 where there is nothing then. Its arguments show no values. */
    ELSEWHEN
  }

  /** How it runs. */
  @FunctionalInterface
  interface Body {
    Value run(List<Expression> arguments, Scope scope);
  }

  /** Between which numbers its result lies. */
  @FunctionalInterface
  interface Limits {
    Bounds of(List<Expression> arguments);
  }

  int most() {
    return repeats ? Integer.MAX_VALUE : takes.size();
  }

  Takes takes(int argument) {
    return takes.get(Math.min(argument, takes.size() - 1));
  }

  /** How it is written: {@code 四舍五入(数, 小数位数)}. */
  Text usage() {
    List<String> inChinese = new ArrayList<>();
    List<String> inEnglish = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      String open = i < least ? "" : "[";
      String close = (repeats && i == takes.size() - 1 ? ", …" : "") + (i < least ? "" : "]");
      inChinese.add(open + takes.get(i).title().chinese() + close);
      inEnglish.add(open + takes.get(i).title().english() + close);
    }
    return new Text(
        chinese + "(" + String.join(", ", inChinese) + ")",
        english + "(" + String.join(", ", inEnglish) + ")");
  }

  @Override
  public String toString() {
    return english;
  }
}
