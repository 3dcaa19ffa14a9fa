package org.shareexplorer.engine.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a plan reads: the tables by their number, the columns by theirs. */
final class Scans {

  /** The plan is to show every column that is used, conditions among the rest. */
  static final String FOR_COLUMNS = "filter_pushdown,statistics_propagation,empty_result_pullup";

  /** The plan is to show which conditions a table's rows must meet before anything else. */
  static final String FOR_CONDITIONS = "statistics_propagation,empty_result_pullup";

  private static final Pattern TABLE = Pattern.compile(".*\\bt(\\d+)\"?");
  private static final Pattern COLUMN = Pattern.compile("c(\\d+)\\b.*", Pattern.DOTALL);

  private final Map<Integer, SequencedSet<Integer>> columns = new LinkedHashMap<>();
  private final Map<Integer, List<String>> conditions = new LinkedHashMap<>();

  private Scans() {}

  /** Looks through a plan. */
  static Scans of(JsonNode plan) {
    Scans scans = new Scans();
    scans.look(plan);
    return scans;
  }

  private void look(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::look);
      return;
    }
    JsonNode info = node.path("extra_info");
    Matcher table = TABLE.matcher(info.path("Table").asText());
    if (node.path("name").asText().strip().endsWith("SCAN") && table.matches()) {
      int number = Integer.parseInt(table.group(1));
      SequencedSet<Integer> read = columns.computeIfAbsent(number, _ -> new TreeSet<>());
      for (String name : texts(info.path("Projections"))) {
        Matcher column = COLUMN.matcher(name);
        if (column.matches()) {
          read.add(Integer.parseInt(column.group(1)));
        }
      }
      conditions
          .computeIfAbsent(number, _ -> new ArrayList<>())
          .add(String.join("\n", texts(info.path("Filters"))));
    }
    look(node.path("children"));
  }

  /** A list of one is written as the one. */
  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toList())
        : node.asText().isEmpty() ? List.of() : List.of(node.asText());
  }

  /** {@return the columns of a table that are read, in their order} */
  List<Integer> columns(int table) {
    return List.copyOf(columns.getOrDefault(table, new TreeSet<>()));
  }

  /**
   * {@return for each time that a table is read, the conditions on its rows: SQL by line, an empty
   * text for none}
   */
  List<String> conditions(int table) {
    return conditions.getOrDefault(table, List.of());
  }
}
