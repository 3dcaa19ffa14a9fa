package org.shareexplorer.provider.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.shareexplorer.provider.delta.Json;

/**
 * JSON predicate hints as far as partition values can decide them. What is not understood, or is
 * about other columns, lets every file through; so does everything below a {@code not}.
 */
final class PartitionFilter {

  private static final Set<String> NUMBERS = Set.of("int", "long", "float", "double");

  private final JsonNode hint;
  private final List<String> partitionColumns;

  private PartitionFilter(JsonNode hint, List<String> partitionColumns) {
    this.hint = hint;
    this.partitionColumns = partitionColumns;
  }

  static PartitionFilter of(String hints, List<String> partitionColumns) {
    try {
      return new PartitionFilter(Json.MAPPER.readTree(hints), partitionColumns);
    } catch (JsonProcessingException e) {
      return new PartitionFilter(MissingNode.getInstance(), partitionColumns);
    }
  }

  /** {@return whether a file with these partition values may hold rows that fit} */
  boolean mayHold(JsonNode partitionValues) {
    return mayHold(hint, partitionValues);
  }

  private boolean mayHold(JsonNode node, JsonNode values) {
    JsonNode children = node.path("children");
    return switch (node.path("op").asText("")) {
      case "and" -> children.valueStream().allMatch(child -> mayHold(child, values));
      case "or" ->
          children.isEmpty() || children.valueStream().anyMatch(child -> mayHold(child, values));
      case "equal" -> compare(children, values, order -> order == 0);
      case "lessThan" -> compare(children, values, order -> order < 0);
      case "lessThanOrEqual" -> compare(children, values, order -> order <= 0);
      case "greaterThan" -> compare(children, values, order -> order > 0);
      case "greaterThanOrEqual" -> compare(children, values, order -> order >= 0);
      default -> true;
    };
  }

  private boolean compare(JsonNode children, JsonNode values, IntPredicate fits) {
    JsonNode column = children.path(0);
    JsonNode literal = children.path(1);
    boolean turned = column.path("op").asText("").equals("literal");
    if (turned) {
      column = children.path(1);
      literal = children.path(0);
    }
    String name = column.path("name").asText("");
    String type = column.path("valueType").asText("");
    JsonNode value = values.path(name);
    boolean comparable = NUMBERS.contains(type) || type.equals("string") || type.equals("date");
    if (!comparable || !partitionColumns.contains(name) || !value.isTextual()) {
      return true;
    }
    try {
      String wanted = literal.path("value").asText("");
      int order =
          NUMBERS.contains(type)
              ? new BigDecimal(value.asText()).compareTo(new BigDecimal(wanted))
              : value.asText().compareTo(wanted);
      return fits.test(turned ? -order : order);
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
