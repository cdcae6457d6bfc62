package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.formula.grammar.FormulaLexer;
import nuanbao.engine.fuzz.Fuzzer;
import nuanbao.engine.fuzz.SpoiledBytes;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Severity;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Formulas of the vectors and of every campaign, and such as nobody wrote, whole and spoiled: read,
 * printed, and run over cells of every kind.
 */
public final class FormulaFuzz implements Fuzzer {
  /** A formula, with the names it is read with. */
  private record Sample(String text, Names names) {}

  private final List<Sample> samples = new ArrayList<>();

  public FormulaFuzz() {
    for (Vector vector : Vector.all()) {
      samples.add(new Sample(vector.formula(), new VectorNames(vector.names())));
    }
    for (Campaign campaign : Campaigns.all()) campaign.forms().forEach(this::add);
  }

  private void add(Form form) {
    Names names = new FormNames(form.columns(), form.cover(), form.rows().items());
    Stream<Formula> ofChecks =
        form.checks().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.rule()), one.only().where().stream()));
    Stream<Formula> ofColumns =
        Stream.concat(form.indicators().stream(), form.coverFields().stream())
            .flatMap(FormulaFuzz::ofColumn);
    Stream.concat(ofChecks, ofColumns)
        .map(Formula::text)
        .distinct()
        .forEach(text -> samples.add(new Sample(text, names)));
  }

  private static Stream<Formula> ofColumn(Indicator column) {
    return Stream.of(
            column.formula(),
            column.applicability().shownWhen(),
            column.applicability().appliesWhen(),
            column.applicability().requiredWhen())
        .flatMap(Optional::stream);
  }

  @Override
  public Fuzzer.Input input(long seed) {
    Random random = new Random(seed);
    RandomFormulas formulas = new RandomFormulas(seed);
    Sample good =
        switch (random.nextInt(6)) {
          case 0 -> new Sample(formulas.number(1 + random.nextInt(5)), RandomFormulas.NAMES);
          case 1 -> new Sample(formulas.condition(1 + random.nextInt(5)), RandomFormulas.NAMES);
          case 2 -> new Sample(formulas.garbage(1 + random.nextInt(200)), RandomFormulas.NAMES);
          default -> samples.get(random.nextInt(samples.size()));
        };
    Names names = random.nextInt(4) == 0 ? RandomFormulas.NAMES : good.names;
    String text =
        switch (random.nextInt(8)) {
          case 0 -> good.text;
          case 1, 2 -> formulas.spoiled(good.text);
          case 3 -> nested(good.text, random);
          case 4 -> spoiledBytes(good.text, random);
          default -> mixed(good.text, samples.get(random.nextInt(samples.size())).text, random);
        };
    return new Handed(text, names, formulas.scope());
  }

  private static String spoiledBytes(String text, Random random) {
    return new String(
        SpoiledBytes.of(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
  }

  /** Words and signs left out, doubled, moved, or put in from another formula. */
  private static String mixed(String text, String other, Random random) {
    List<String> words = words(text);
    List<String> others = words(other);
    for (int i = random.nextInt(4); i >= 0 && !words.isEmpty() && !others.isEmpty(); i--) {
      int at = random.nextInt(words.size());
      int from = random.nextInt(others.size());
      int to = Math.min(others.size(), from + 1 + random.nextInt(6));
      switch (random.nextInt(5)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, words.get(random.nextInt(words.size())));
        case 2 -> Collections.swap(words, at, random.nextInt(words.size()));
        case 3 -> words.set(at, others.get(from));
        default -> words.addAll(at, others.subList(from, to));
      }
    }
    return String.join(random.nextBoolean() ? " " : "", words);
  }

  private static List<String> words(String text) {
    FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<String> words = new ArrayList<>();
    for (Token token : lexer.getAllTokens()) words.add(token.getText());
    return words;
  }

  /** As deep and as long as may be, and beyond. */
  private static String nested(String text, Random random) {
    int times = 1 + random.nextInt(60);
    return switch (random.nextInt(7)) {
      case 0 -> "(".repeat(times) + text + ")".repeat(times);
      case 1 -> "-".repeat(times) + "(" + text + ")";
      case 2 -> "非 ".repeat(times) + "(" + text + ")";
      case 3 -> String.join(" + ", Collections.nCopies(times, "(" + text + ")"));
      case 4 -> String.join(" × ", Collections.nCopies(times, "(" + text + ")"));
      case 5 -> "上期(".repeat(times) + text + ")".repeat(times);
      default -> "如果(甲 > 1, ".repeat(times) + text + (", " + text + ")").repeat(times);
    };
  }

  /** A formula that is read, printed and run. */
  private record Handed(String text, Names names, Scope scope) implements Fuzzer.Input {
    @Override
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String door() {
      return "FormulaParser, names of " + names.getClass().getSimpleName();
    }

    @Override
    public boolean handIn() {
      FormulaParser parser = new FormulaParser(names);
      Parsed condition = parser.parseCondition(text);
      Parsed value = parser.parseValue(text);
      check(condition);
      check(value);
      new FormulaPattern(text).expand(List.of("1", "02", "甲"));
      condition.formula().ifPresent(this::run);
      value.formula().ifPresent(formula -> print(formula, parser));
      return value.formula().isPresent();
    }

    private void run(Formula rule) {
      for (Formula one :
          List.of(rule, rule.withBlankAsZero(), rule.withTolerance(new BigDecimal("0.05")))) {
        one.test(scope);
        one.explainFailure(scope);
        one.certainVerdict();
      }
    }

    private void print(Formula formula, FormulaParser parser) {
      formula.evaluate(scope);
      formula.withBlankAsZero().evaluate(scope);
      formula.references();
      String printed = formula.print();
      if (printed.length() > 2_000) return;
      Optional<Formula> again = parser.parseValue(printed).formula();
      if (again.isEmpty() || !again.get().root().equals(formula.root())) {
        throw new IllegalStateException("printed as " + printed);
      }
    }

    private void check(Parsed parsed) {
      boolean refused =
          parsed.mistakes().stream().anyMatch(one -> one.problem().severity() == Severity.ERROR);
      if (refused == parsed.formula().isPresent()) {
        throw new IllegalStateException("both or neither");
      }
      for (Mistake mistake : parsed.mistakes()) {
        mistake.problem().message(Language.CHINESE);
        mistake.problem().remedy(Language.ENGLISH);
        boolean inside = mistake.offset() >= 0 && mistake.offset() <= text.length();
        boolean ends = mistake.offset() + mistake.length() <= text.length() + 1;
        if (!inside || !ends || mistake.length() < 1) {
          throw new IllegalStateException("no such place: " + mistake);
        }
      }
    }
  }
}
