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
import org.jspecify.annotations.Nullable;
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
 * {@code not} and {@code isNull}, which some servers get wrong; texts other than partition values
 * and their order, as statistics cut texts; and moments to the last digit, as statistics cut those.
 */
public final class Hints {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Longer lists cost the server more than they spare. */
  private static final int MOST_VALUES = 20;

  private final Set<String> partitionColumns;
  private final boolean plainTypes;

  private Hints(Set<String> partitionColumns, boolean plainTypes) {
    this.partitionColumns = partitionColumns;
    this.plainTypes = plainTypes;
  }

  /**
   * {@return the condition as {@code jsonPredicateHints}; empty if nothing of it can be said}
   *
   * @param plainTypes whether to do without types for which some servers drop the whole hint when
   *     there are SQL hints beside it: floating numbers and moments
   */
  public static Optional<String> json(
      Predicate predicate, Set<String> partitionColumns, boolean plainTypes) {
    ObjectNode node = new Hints(partitionColumns, plainTypes).node(predicate);
    return Optional.ofNullable(node).map(ObjectNode::toString);
  }

  /** {@return the conditions on partition columns as {@code predicateHints}, all of which hold} */
  public static List<String> sql(Predicate predicate, Set<String> partitionColumns) {
    List<String> hints = new ArrayList<>();
    List<Predicate> parts =
        predicate instanceof And(List<Predicate> all) ? all : List.of(predicate);
    for (Predicate part : parts) {
      boolean known =
          part instanceof Compared(Field column, Comparison comparison, Object value)
              && partitionColumns.contains(column.name())
              && plain(column)
              && (column.type() != Simple.STRING || comparison == Comparison.EQUAL)
              && !value.equals("");
      if (known) {
        hints.add(FilterText.of(part).replace('"', '`'));
      }
    }
    return hints;
  }

  private static boolean plain(Field column) {
    return column.type() == Simple.BOOLEAN
        || column.type() == Simple.INTEGER
        || column.type() == Simple.LONG
        || column.type() == Simple.DATE
        || column.type() == Simple.STRING;
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
    if (value instanceof Instant at) {
      return moment(column, comparison, at);
    }
    return leaf(column, comparison, CellText.plain(value));
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
      case FLOAT, DOUBLE ->
          !plainTypes && value instanceof Number number && Double.isFinite(number.doubleValue());
      // Partition values of this type are in a zone that nobody tells.
      case TIMESTAMP -> !plainTypes && !partitionColumns.contains(column.name());
      default -> false;
    };
  }

  private static @Nullable ObjectNode moment(Field column, Comparison comparison, Instant at) {
    String before = CellText.plain(at.truncatedTo(ChronoUnit.MILLIS).minusMillis(1));
    String after = CellText.plain(at.truncatedTo(ChronoUnit.MILLIS).plusMillis(2));
    return switch (comparison) {
      case LESS, AT_MOST -> leaf(column, Comparison.AT_MOST, after);
      case GREATER, AT_LEAST -> leaf(column, Comparison.AT_LEAST, before);
      default ->
          joined(
              "and",
              List.of(
                  leaf(column, Comparison.AT_LEAST, before),
                  leaf(column, Comparison.AT_MOST, after)));
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
