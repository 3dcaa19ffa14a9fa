package org.shareexplorer.engine.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.table.filter.Predicate;

/**
 * Conditions that a plan puts on the rows of a table, as far as they can be understood: what is
 * found here may let more rows pass than the plan does, never fewer.
 */
final class PlanConditions {

  private static final Pattern COLUMN = Pattern.compile("c(\\d+)");
  private static final String WHERE = "SELECT 1 FROM t WHERE ";

  private final Sandbox sandbox;
  private final List<Field> fields;

  PlanConditions(Sandbox sandbox, List<Field> fields) {
    this.sandbox = sandbox;
    this.fields = fields;
  }

  /** {@return what rows must match to be of interest any of the times that the table is read} */
  Predicate any(List<String> times) throws SQLException {
    List<Predicate> each = new ArrayList<>();
    for (String conditions : times) {
      Predicate one = all(conditions);
      if (one.matchesAll()) {
        return one;
      }
      each.add(one);
    }
    return each.isEmpty() ? Predicate.all() : Predicate.or(each);
  }

  private Predicate all(String conditions) throws SQLException {
    List<Predicate> understood = new ArrayList<>();
    for (String condition : split(conditions)) {
      JsonNode parsed = sandbox.parsed(WHERE + condition);
      if (!parsed.path("error").asBoolean() && parsed.path("statements").size() == 1) {
        of(parsed.path("statements").get(0).path("node").path("where_clause"))
            .ifPresent(understood::add);
      }
    }
    return Predicate.and(understood);
  }

  /** Conditions stand in lines of their own, but texts may hold line ends as well. */
  private static List<String> split(String conditions) {
    List<String> split = new ArrayList<>();
    int depth = 0;
    int from = 0;
    int last = 0;
    for (Token token : SqlTokens.of(conditions)) {
      boolean newLine = conditions.substring(last, token.from()).indexOf('\n') >= 0;
      if (depth == 0 && newLine && last > from) {
        split.add(conditions.substring(from, last));
        from = token.from();
      }
      if (token.kind() == Kind.SIGN) {
        char sign = conditions.charAt(token.from());
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      }
      last = token.to();
    }
    split.add(conditions.substring(from));
    return split.stream().filter(one -> !one.isBlank()).map(PlanConditions::plain).toList();
  }

  /** A condition that need not be looked at is true all the same of the rows that are used. */
  private static String plain(String condition) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    List<Token> tokens = SqlTokens.of(condition);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean optional =
          token.kind() == Kind.WORD
              && condition.substring(token.from(), token.to()).equals("optional")
              && condition.charAt(tokens.get(i + 1).from()) == ':';
      if (optional) {
        plain.append(condition, at, token.from());
        at = tokens.get(i + 1).to();
      }
    }
    return plain.append(condition.substring(at)).toString();
  }

  private Optional<Predicate> of(JsonNode node) {
    String type = node.path("type").asText();
    return switch (type) {
      case "CONJUNCTION_AND" -> {
        List<Predicate> all = new ArrayList<>();
        node.path("children").forEach(child -> of(child).ifPresent(all::add));
        yield all.isEmpty() ? Optional.empty() : Optional.of(Predicate.and(all));
      }
      case "CONJUNCTION_OR" -> {
        List<Predicate> any = new ArrayList<>();
        node.path("children").forEach(child -> of(child).ifPresent(any::add));
        yield any.size() < node.path("children").size() || any.isEmpty()
            ? Optional.empty()
            : Optional.of(Predicate.or(any));
      }
      case "OPERATOR_IS_NULL" -> column(node.path("children").path(0)).map(Predicate.IsNull::new);
      case "OPERATOR_IS_NOT_NULL" -> column(node.path("children").path(0)).map(Predicate::present);
      case "COMPARE_IN" -> in(node.path("children"));
      case "COMPARE_EQUAL" -> compared(node, Comparison.EQUAL);
      case "COMPARE_LESSTHAN" -> compared(node, Comparison.LESS);
      case "COMPARE_LESSTHANOREQUALTO" -> compared(node, Comparison.AT_MOST);
      case "COMPARE_GREATERTHAN" -> compared(node, Comparison.GREATER);
      case "COMPARE_GREATERTHANOREQUALTO" -> compared(node, Comparison.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private Optional<Predicate> compared(JsonNode node, Comparison comparison) {
    Optional<Field> column = column(node.path("left"));
    Optional<String> value = value(node.path("right"));
    // To the database NaN is the greatest number; bounds do not tell of it.
    boolean greatest = comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
    if (column.isEmpty()
        || value.isEmpty()
        || (floating(column.get()) && (greatest || special(value.get())))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Literals.compared(column.get(), comparison, value.get()));
    } catch (Literals.Unfit e) {
      return Optional.empty();
    }
  }

  private Optional<Predicate> in(JsonNode children) {
    Optional<Field> column = column(children.path(0));
    if (column.isEmpty()) {
      return Optional.empty();
    }
    List<Predicate> any = new ArrayList<>();
    for (int i = 1; i < children.size(); i++) {
      Optional<String> value = value(children.get(i));
      if (value.isEmpty() || (floating(column.get()) && special(value.get()))) {
        return Optional.empty();
      }
      try {
        any.add(Literals.compared(column.get(), Comparison.EQUAL, value.get()));
      } catch (Literals.Unfit e) {
        return Optional.empty();
      }
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(Predicate.or(any));
  }

  private static boolean floating(Field field) {
    return field.type() == DataType.Simple.FLOAT || field.type() == DataType.Simple.DOUBLE;
  }

  private static boolean special(String number) {
    return !number.matches("[-+0-9.eE]+");
  }

  private Optional<Field> column(JsonNode node) {
    if (!node.path("type").asText().equals("COLUMN_REF") || node.path("column_names").size() != 1) {
      return Optional.empty();
    }
    Matcher number = COLUMN.matcher(node.path("column_names").get(0).asText());
    return number.matches() && Integer.parseInt(number.group(1)) < fields.size()
        ? Optional.of(fields.get(Integer.parseInt(number.group(1))))
            .filter(field -> Literals.comparable(field.type()))
            .filter(field -> field.type() != DataType.Simple.BINARY)
        : Optional.empty();
  }

  private static Optional<String> value(JsonNode node) {
    return switch (node.path("class").asText()) {
      case "CONSTANT" -> {
        JsonNode literal = node.path("literal");
        yield literal.path("kind").asText().equals("NULL") || !literal.has("text")
            ? Optional.empty()
            : Optional.of(literal.path("text").asText());
      }
      case "CAST" ->
          value(node.path("child")).map(text -> text.endsWith("+00") ? text + ":00" : text);
      case "FUNCTION" ->
          node.path("function_name").asText().equals("-") && node.path("arguments").size() == 1
              ? value(node.path("arguments").get(0).path("expression")).map(text -> "-" + text)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
