package org.shareexplorer.table.filter;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

/**
 * What servers can be told of a condition, so that they leave out files without rows that match
 * (protocol, "Predicates for Filtering"). What is told is never narrower than the condition: parts
 * that cannot be said are left out of {@code and}, and take an {@code or} with them. Never told are
 * {@code not}, {@code isNull} and unequal, which some servers get wrong; texts other than partition
 * values, and their order, as statistics cut texts; single-precision numbers, which servers round in
 * ways of their own; and moments to the last digit, as statistics cut those.
 */
public final class Hints {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Longer lists cost the server more than they spare. */
  private static final int MOST_VALUES = 20;

  /** What needs no quotes of which servers know different kinds. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern PLAIN_VALUE = Pattern.compile("[^'\"`\\\\]+");

  private final Set<String> partitionColumns;
  private final boolean plainTypes;

  private Hints(Set<String> partitionColumns, boolean plainTypes) {
    this.partitionColumns = partitionColumns;
    this.plainTypes = plainTypes;
  }

  /**
   * {@return what can be told of a condition on a table} SQL only where the table needs nothing new
   * of its readers: for others, servers refuse a query with such hints.
   */
  public static PredicateHints of(Predicate predicate, TableHead head) {
    Set<String> partitionColumns = Set.copyOf(head.partitionColumns());
    List<String> sql =
        head.minReaderVersion() > 1 ? List.of() : sql(predicate, partitionColumns);
    // With SQL beside it, servers drop the whole hint if it has moments or floating numbers.
    return new PredicateHints(sql, json(predicate, partitionColumns, !sql.isEmpty()));
  }

  /**
   * {@return the condition as {@code jsonPredicateHints}; empty if nothing of it can be said}
   *
   * @param plainTypes whether to do without floating numbers and moments
   */
  static Optional<String> json(
      Predicate predicate, Set<String> partitionColumns, boolean plainTypes) {
    ObjectNode node = new Hints(partitionColumns, plainTypes).node(predicate);
    return Optional.ofNullable(node).map(ObjectNode::toString);
  }

  /** {@return the conditions on partition columns as {@code predicateHints}, all of which hold} */
  static List<String> sql(Predicate predicate, Set<String> partitionColumns) {
    List<Predicate> parts =
        predicate instanceof And(List<Predicate> all) ? all : List.of(predicate);
    return parts.stream()
        .filter(part ->
            part instanceof Compared(Field column, Comparison comparison, Object value)
                && partitionColumns.contains(column.name())
                && plain(column, comparison, value))
        .map(FilterText::of)
        .toList();
  }

  private static boolean plain(Field column, Comparison comparison, Object value) {
    boolean type =
        column.type() == Simple.BOOLEAN
            || column.type() == Simple.INTEGER
            || column.type() == Simple.LONG
            || column.type() == Simple.DATE
            || (column.type() == Simple.STRING && comparison == Comparison.EQUAL);
    return type
        && comparison != Comparison.NOT_EQUAL
        && PLAIN_NAME.matcher(column.name()).matches()
        && PLAIN_VALUE.matcher(CellText.plain(value)).matches()
        && FilterText.name(column).equals(column.name());
  }

  private @Nullable ObjectNode node(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) -> joined("and", said(all));
      case Or(List<Predicate> any) -> {
        List<ObjectNode> said = said(any);
        yield said.size() == any.size() ? joined("or", said) : null;
      }
      case OneOf(Field column, List<Object> values) -> {
        List<ObjectNode> each = new ArrayList<>();
        for (Object value : values) {
          ObjectNode equal = compared(column, Comparison.EQUAL, value);
          if (equal != null) {
            each.add(equal);
          }
        }
        yield each.size() == values.size() && values.size() <= MOST_VALUES
            ? joined("or", each)
            : null;
      }
      case Compared(Field column, Comparison comparison, Object value) ->
          compared(column, comparison, value);
      default -> null;
    };
  }

  private List<ObjectNode> said(List<Predicate> parts) {
    List<ObjectNode> said = new ArrayList<>();
    for (Predicate part : parts) {
      ObjectNode node = node(part);
      if (node != null) {
        said.add(node);
      }
    }
    return said;
  }

  private static @Nullable ObjectNode joined(String op, List<ObjectNode> parts) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    ObjectNode node = MAPPER.createObjectNode().put("op", op);
    node.putArray("children").addAll(parts);
    return node;
  }

  private @Nullable ObjectNode compared(Field column, Comparison comparison, Object value) {
    if (comparison == Comparison.NOT_EQUAL || !sayable(column, comparison, value)) {
      return null;
    }
    return switch (value) {
      // Statistics cut moments to milliseconds, or even to seconds.
      case Instant at ->
          around(
              column,
              comparison,
              at.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1),
              at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2));
      // There are two zeros: equal here, not so in every server.
      case Double number when number == 0 -> around(column, comparison, -0.0, 0.0);
      default -> leaf(column, comparison, CellText.plain(value));
    };
  }

  private boolean sayable(Field column, Comparison comparison, Object value) {
    if (!(column.type() instanceof Simple type)) {
      return false;
    }
    return switch (type) {
      // An empty text is null among partition values.
      case STRING ->
          partitionColumns.contains(column.name())
              && comparison == Comparison.EQUAL
              && !value.equals("");
      case BOOLEAN, INTEGER, LONG, DATE -> true;
      case DOUBLE -> !plainTypes && value instanceof Double number && Double.isFinite(number);
      // Partition values of this type are in a zone that nobody tells.
      case TIMESTAMP -> !plainTypes && !partitionColumns.contains(column.name());
      default -> false;
    };
  }

  /** A comparison with a value that is told as bounds around it. */
  private static @Nullable ObjectNode around(
      Field column, Comparison comparison, Object before, Object after) {
    ObjectNode atLeast = leaf(column, Comparison.AT_LEAST, CellText.plain(before));
    ObjectNode atMost = leaf(column, Comparison.AT_MOST, CellText.plain(after));
    return switch (comparison) {
      case LESS, AT_MOST -> atMost;
      case GREATER, AT_LEAST -> atLeast;
      default -> joined("and", List.of(atLeast, atMost));
    };
  }

  private static ObjectNode leaf(Field column, Comparison comparison, String value) {
    String op =
        switch (comparison) {
          case LESS -> "lessThan";
          case AT_MOST -> "lessThanOrEqual";
          case GREATER -> "greaterThan";
          case AT_LEAST -> "greaterThanOrEqual";
          case EQUAL, NOT_EQUAL -> "equal";
        };
    String type =
        switch (column.type()) {
          case Simple.BOOLEAN -> "bool";
          case Simple.INTEGER -> "int";
          default -> column.type() == Simple.LONG ? "long" : column.type().text();
        };
    ObjectNode node = MAPPER.createObjectNode().put("op", op);
    ArrayNode children = node.putArray("children");
    children.addObject().put("op", "column").put("name", column.name()).put("valueType", type);
    children.addObject().put("op", "literal").put("value", value).put("valueType", type);
    return node;
  }
}
