package org.shareexplorer.table.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterTokens.Kind;
import org.shareexplorer.table.filter.FilterTokens.Token;

/**
 * Reads conditions as people write them, a small part of SQL: comparisons of a column with a value
 * ({@code = <> < <= > >=}), {@code IN}, {@code BETWEEN}, {@code LIKE} and {@code ILIKE}, {@code IS
 * NULL}, {@code IS DISTINCT FROM}, joined by {@code AND}, {@code OR}, {@code NOT} and parentheses.
 * Values are read as the column's type; texts, dates and times stand in single quotes, names of
 * columns that are no plain words in double ones.
 */
public final class FilterParser {

  private static final int DEEPEST = 100;

  private final List<Field> fields;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private FilterParser(List<Field> fields, List<Token> tokens) {
    this.fields = fields;
    this.tokens = tokens;
  }

  /** Says where and why a text is no condition. */
  static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    private final int at;

    Misread(int at, String why) {
      super(why);
      this.at = at;
    }
  }

  /**
   * {@return a condition; a blank text lets every row match}
   *
   * @throws ProblemException with code {@code QUESTION}, which shows the place, if it is none
   */
  public static Predicate parse(String text, List<Field> fields) {
    try {
      FilterParser parser = new FilterParser(fields, FilterTokens.of(text));
      if (parser.peek().kind() == Kind.END) {
        return Predicate.all();
      }
      Predicate read = parser.any();
      if (parser.peek().kind() != Kind.END) {
        throw parser.misread("AND, OR or the end is expected here.");
      }
      return read;
    } catch (Misread e) {
      throw problem(text, e).asException();
    }
  }

  private static Problem problem(String text, Misread misread) {
    String before = text.substring(Math.max(0, misread.at - 40), misread.at);
    String after = text.substring(misread.at, Math.min(text.length(), misread.at + 20));
    return new Problem(
        ProblemCode.QUESTION,
        "The filter is not understood at character "
            + (misread.at + 1)
            + ": "
            + (misread.at > 40 ? "…" : "")
            + before
            + "▸"
            + (after.isBlank() ? "" : after),
        String.valueOf(misread.getMessage()),
        "Write conditions such as: amount >= 500 AND region <> 'APAC'.");
  }

  private Predicate any() throws Misread {
    List<Predicate> any = new ArrayList<>(List.of(all()));
    while (skipped("or")) {
      any.add(all());
    }
    return Predicate.or(any);
  }

  private Predicate all() throws Misread {
    List<Predicate> all = new ArrayList<>(List.of(one()));
    while (skipped("and")) {
      all.add(one());
    }
    return Predicate.and(all);
  }

  private Predicate one() throws Misread {
    if (++depth > DEEPEST) {
      throw misread("The conditions are nested too deeply.");
    }
    try {
      if (skipped("not")) {
        return new Predicate.Not(one());
      }
      if (skippedSign("(")) {
        Predicate group = any();
        expectSign(")", "A closing parenthesis is expected here.");
        return group;
      }
      return condition();
    } finally {
      depth--;
    }
  }

  private Predicate condition() throws Misread {
    Token first = peek();
    Optional<Predicate> turned = turned();
    if (turned.isPresent()) {
      return turned.get();
    }
    if (first.is("true") || first.is("false")) {
      next++;
      return first.is("true") ? Predicate.all() : new Predicate.Or(List.of());
    }
    Field column = column();
    Token sign = peek();
    Optional<Comparison> comparison = comparison(sign);
    if (comparison.isPresent()) {
      next++;
      return compared(column, comparison.get(), value(column));
    }
    if (skipped("is")) {
      return is(column);
    }
    boolean not = skipped("not");
    Predicate tested;
    if (skipped("in")) {
      tested = list(column);
    } else if (skipped("between")) {
      tested = between(column);
    } else if (peek().is("like") || peek().is("ilike")) {
      tested = like(column);
    } else if (!not && column.type() == Simple.BOOLEAN) {
      return new Predicate.Compared(column, Comparison.EQUAL, true);
    } else {
      throw misread("A comparison such as =, <, IN, LIKE or IS NULL is expected here.");
    }
    return not ? new Predicate.Not(tested) : tested;
  }

  /** A value may stand before its column. */
  private Optional<Predicate> turned() throws Misread {
    Token value = peek();
    Optional<Comparison> comparison =
        value.kind() == Kind.NUMBER || value.kind() == Kind.TEXT
            ? comparison(tokens.get(next + 1))
            : Optional.empty();
    if (comparison.isEmpty()) {
      return Optional.empty();
    }
    next += 2;
    return Optional.of(compared(column(), comparison.get().turned(), value));
  }

  private static Optional<Comparison> comparison(Token token) {
    if (token.kind() != Kind.SIGN) {
      return Optional.empty();
    }
    return switch (token.text()) {
      case "=", "==" -> Optional.of(Comparison.EQUAL);
      case "<>", "!=", "≠" -> Optional.of(Comparison.NOT_EQUAL);
      case "<" -> Optional.of(Comparison.LESS);
      case "<=", "≤" -> Optional.of(Comparison.AT_MOST);
      case ">" -> Optional.of(Comparison.GREATER);
      case ">=", "≥" -> Optional.of(Comparison.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private Predicate is(Field column) throws Misread {
    boolean not = skipped("not");
    if (skipped("null")) {
      return not ? Predicate.present(column) : new Predicate.IsNull(column);
    }
    if (skipped("distinct")) {
      expect("from");
      Predicate distinct = new Predicate.Distinct(column, fitting(column, value(column)));
      return not ? new Predicate.Not(distinct) : distinct;
    }
    throw misread("NULL or DISTINCT FROM is expected here.");
  }

  private Predicate list(Field column) throws Misread {
    expectSign("(", "A list of values in parentheses is expected here.");
    List<Object> values = new ArrayList<>();
    do {
      values.add(fitting(column, value(column)));
    } while (skippedSign(","));
    expectSign(")", "A comma or a closing parenthesis is expected here.");
    return new Predicate.OneOf(column, values);
  }

  private Predicate between(Field column) throws Misread {
    Predicate from = compared(column, Comparison.AT_LEAST, value(column));
    expect("and");
    return new Predicate.And(List.of(from, compared(column, Comparison.AT_MOST, value(column))));
  }

  private Predicate like(Field column) throws Misread {
    if (column.type() != Simple.STRING) {
      throw misread("Patterns are for texts, and " + column.name() + " is none.");
    }
    boolean anyCase = peek().is("ilike");
    next++;
    Token pattern = peek();
    if (pattern.kind() != Kind.TEXT || LikePattern.brokenOff(pattern.text())) {
      throw misread("A pattern in single quotes is expected here.");
    }
    next++;
    return new Predicate.Like(column, pattern.text(), anyCase);
  }

  private Predicate compared(Field column, Comparison comparison, Token value) throws Misread {
    try {
      return Literals.compared(column, comparison, value.text());
    } catch (Literals.Unfit e) {
      throw new Misread(value.at(), String.valueOf(e.getMessage()));
    }
  }

  private static Object fitting(Field column, Token value) throws Misread {
    try {
      return Literals.value(column, value.text());
    } catch (Literals.Unfit e) {
      throw new Misread(value.at(), String.valueOf(e.getMessage()));
    }
  }

  private Token value(Field column) throws Misread {
    Token token = peek();
    if (!Literals.comparable(column.type())) {
      throw misread(
          "Values of the type " + column.type().text() + " can only be compared with NULL.");
    }
    boolean word = token.kind() == Kind.WORD && !token.is("null");
    boolean fits =
        token.kind() == Kind.TEXT
            || (token.kind() == Kind.NUMBER && column.type().numeric())
            || (word && (column.type() == Simple.BOOLEAN || Literals.floating(column.type())));
    if (!fits) {
      throw misread(
          token.is("null")
              ? "Nothing is equal to NULL: write IS NULL or IS NOT NULL."
              : column.type().numeric()
                  ? "A number is expected here."
                  : column.type() == Simple.BOOLEAN
                      ? "TRUE or FALSE is expected here."
                      : "A value in single quotes is expected here.");
    }
    next++;
    return token;
  }

  private Field column() throws Misread {
    Token token = peek();
    boolean keyword = FilterText.KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
    if (token.kind() != Kind.NAME && (token.kind() != Kind.WORD || keyword)) {
      throw misread("The name of a column is expected here.");
    }
    List<Field> alike =
        fields.stream().filter(f -> f.name().equalsIgnoreCase(token.text())).toList();
    Optional<Field> same = alike.stream().filter(f -> f.name().equals(token.text())).findFirst();
    if (same.isEmpty() && alike.size() != 1) {
      throw misread(
          alike.isEmpty()
              ? "The table has no column " + token.text() + "."
              : "Several columns are called so; write the name with its capital letters.");
    }
    next++;
    return same.orElseGet(alike::getFirst);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean skipped(String word) {
    boolean there = peek().is(word);
    next += there ? 1 : 0;
    return there;
  }

  private boolean skippedSign(String sign) {
    boolean there = peek().sign(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String word) throws Misread {
    if (!skipped(word)) {
      throw misread(word.toUpperCase(Locale.ROOT) + " is expected here.");
    }
  }

  private void expectSign(String sign, String why) throws Misread {
    if (!skippedSign(sign)) {
      throw misread(why);
    }
  }

  private Misread misread(String why) {
    return new Misread(peek().at(), why);
  }
}
