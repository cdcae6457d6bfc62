package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code + − × ÷}. In a sum a blank is 0 where anything is there; a product with a blank is blank.
 * 不适用 is as blank.
 */
sealed interface Arithmetic extends Expression {

  /** Division keeps 34 digits, half-up. Sums and products are exact. */
  MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);

  /**
   * One number divided by another. By 10, 100 and so on only the point moves, which takes a
   * hundredth of the time: BigDecimal works out 34 digits and strips the zeros again.
   */
  static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    int places = zerosBehindOne(divisor);
    return places >= 0 && dividend.precision() <= DIVISION.getPrecision()
        ? dividend.scaleByPowerOfTen(-places)
        : dividend.divide(divisor, DIVISION);
  }

  /** 2 for 100; below 0 for what is no 1 with zeros behind it. */
  private static int zerosBehindOne(BigDecimal number) {
    if (number.scale() != 0 || number.precision() > 18) return -1;
    int zeros = 0;
    long rest = number.longValueExact();
    for (; rest != 0 && rest % 10 == 0; rest /= 10) zeros++;
    return rest == 1 ? zeros : -1;
  }

  @Override
  default ValueKind kind() {
    return ValueKind.NUMBER;
  }

  /** A number taken with the other sign. */
  record Negated(Expression operand) implements Arithmetic {
    @Override
    public Value evaluate(Scope scope) {
      Value value = operand.evaluate(scope);
      if (value instanceof Value.Number number) return Value.of(number.amount().negate());
      return value instanceof Value.Failed ? value : Value.BLANK;
    }

    @Override
    public Binding binding() {
      return Binding.SIGNED;
    }

    @Override
    public void write(FormulaWriter to) {
      to.add("-").part(operand, Binding.SIGNED);
    }

    @Override
    public void addReferences(References to) {
      operand.addReferences(to);
    }

    @Override
    public Optional<String> measuredIn() {
      return operand.measuredIn();
    }

    @Override
    public Bounds bounds() {
      return operand.bounds().negated();
    }

    @Override
    public Expression with(Handling handling) {
      return new Negated(operand.with(handling));
    }
  }

  /** A term of a sum, added or taken off. */
  record Term(boolean isMinus, Expression value) {}

  /** Two terms or more. */
  record Sum(List<Term> terms) implements Arithmetic {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public Value evaluate(Scope scope) {
      @Nullable BigDecimal total = null;
      for (int i = 0; i < terms.size(); i++) {
        Term term = terms.get(i);
        Value value = Expression.of(term.value, scope);
        if (value instanceof Value.Number number) {
          if (total == null) total = term.isMinus ? number.amount().negate() : number.amount();
          else if (term.isMinus) total = total.subtract(number.amount());
          else total = total.add(number.amount());
        } else if (value instanceof Value.Failed) {
          return value;
        }
      }
      return total == null ? Value.BLANK : Value.of(total);
    }

    @Override
    public Binding binding() {
      return Binding.SUM;
    }

    @Override
    public void write(FormulaWriter to) {
      for (int i = 0; i < terms.size(); i++) {
        if (i > 0) to.add(terms.get(i).isMinus ? " - " : " + ");
        to.part(terms.get(i).value, Binding.PRODUCT);
      }
    }

    @Override
    public void addReferences(References to) {
      for (Term term : terms) term.value.addReferences(to);
    }

    @Override
    public Optional<String> measuredIn() {
      return terms.stream().flatMap(term -> term.value.measuredIn().stream()).findFirst();
    }

    @Override
    public Bounds bounds() {
      return terms.stream()
          .map(term -> term.isMinus ? term.value.bounds().negated() : term.value.bounds())
          .map(Bounds::orZero)
          .reduce(Bounds::plus)
          .orElseThrow();
    }

    @Override
    public Expression with(Handling handling) {
      return new Sum(
          terms.stream().map(one -> new Term(one.isMinus, one.value.with(handling))).toList());
    }
  }

  /** A factor of a product, multiplied or divided by. */
  record Factor(boolean isDivisor, Expression value) {}

  /** Two factors or more, taken from left to right. Division by 0 has no value: it is blank. */
  record Product(List<Factor> factors) implements Arithmetic {
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public Value evaluate(Scope scope) {
      @Nullable BigDecimal result = null;
      boolean blank = false;
      for (int i = 0; i < factors.size(); i++) {
        Factor factor = factors.get(i);
        Value value = Expression.of(factor.value, scope);
        if (value instanceof Value.Failed) return value;
        if (!(value instanceof Value.Number number)) blank = true;
        else if (result == null) result = number.amount();
        else if (!factor.isDivisor) result = result.multiply(number.amount());
        else if (number.amount().signum() == 0) blank = true;
        else result = quotient(result, number.amount());
      }
      return blank || result == null ? Value.BLANK : Value.of(result);
    }

    @Override
    public Binding binding() {
      return Binding.PRODUCT;
    }

    @Override
    public void write(FormulaWriter to) {
      for (int i = 0; i < factors.size(); i++) {
        if (i > 0) to.add(factors.get(i).isDivisor ? " ÷ " : " × ");
        to.part(factors.get(i).value, Binding.SIGNED);
      }
    }

    @Override
    public void addReferences(References to) {
      for (Factor factor : factors) factor.value.addReferences(to);
    }

    @Override
    public Bounds bounds() {
      Bounds result = factors.get(0).value.bounds();
      for (Factor factor : factors.subList(1, factors.size())) {
        Bounds next = factor.value.bounds();
        result = factor.isDivisor ? result.dividedBy(next) : result.times(next);
      }
      return result;
    }

    @Override
    public Expression with(Handling handling) {
      List<Factor> with = new ArrayList<>();
      for (Factor one : factors) with.add(new Factor(one.isDivisor, one.value.with(handling)));
      return new Product(with);
    }
  }
}
