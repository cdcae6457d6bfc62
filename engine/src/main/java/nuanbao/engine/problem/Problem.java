package nuanbao.engine.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One mistake, told to the person who can mend it: what is wrong, where, and what would be right.
 *
 * @param arguments fill the blanks of the catalogue's text, in order
 * @param source where it stands in a file; null where there is no file
 * @param cell which cell of a form is meant; null where no cell is
 * @param failure the check that fails; null where it is none
 */
public record Problem(
    ProblemCode code,
    List<Text> arguments,
    @Nullable SourcePosition source,
    @Nullable CellPosition cell,
    @Nullable CheckFailure failure) {

  /**
   * By file, line and column; what has no place in a file comes last, in the order it was found.
   */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::source, Comparator.nullsLast(Comparator.naturalOrder()));

  public Problem {
    arguments = List.copyOf(arguments);
  }

  /**
   * A problem whose arguments are texts, or anything else that reads the same in every language.
   */
  public static Problem of(ProblemCode code, SourcePosition source, Object... arguments) {
    return new Problem(code, texts(arguments), source, null, null);
  }

  /** A problem that has no place in a file. */
  public static Problem of(ProblemCode code, Object... arguments) {
    return new Problem(code, texts(arguments), null, null, null);
  }

  public Problem at(@Nullable SourcePosition place) {
    return new Problem(code, arguments, place, cell, failure);
  }

  /** The same, with its file named from a folder above. */
  public Problem below(String folder) {
    return source == null ? this : at(source.below(folder));
  }

  public Problem in(@Nullable CellPosition place) {
    return new Problem(code, arguments, source, place, failure);
  }

  /** The same, as what a check says. */
  public Problem of(CheckFailure check) {
    return new Problem(code, arguments, source, cell, check);
  }

  /** The same, with what it names worded by a function: titles may hold placeholders. */
  public Problem worded(UnaryOperator<String> words) {
    return new Problem(
        code,
        arguments.stream().map(argument -> argument.worded(words)).toList(),
        source,
        cell,
        failure == null ? null : failure.worded(words));
  }

  public Severity severity() {
    return code.severity();
  }

  /** What is wrong. */
  public String message(Language language) {
    return fill(code.says().in(language), language);
  }

  /** What would be right; empty where there is nothing useful to say. */
  public Optional<String> remedy(Language language) {
    String template = code.remedy().in(language);
    for (int i = 0; i < arguments.size(); i++) {
      if (template.contains("{" + i + "}") && arguments.get(i).in(language).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(fill(template, language)).filter(text -> !text.isEmpty());
  }

  /** Fills {@code {0}} to {@code {9}}; what is filled in is never read as a template again. */
  private String fill(String template, Language language) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '{') {
        text.append(arguments.get(template.charAt(i + 1) - '0').in(language));
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static List<Text> texts(Object[] arguments) {
    List<Text> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(argument instanceof Text text ? text : Text.of(String.valueOf(argument)));
    }
    return texts;
  }
}
