package org.shareexplorer.engine.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A query as the database's own parser understands it, looked through node by node: what is not
 * known to be harmless is refused.
 */
final class Statement {

  /** What queries are made of. */
  private static final Set<String> QUERIES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  /** What may stand in FROM. */
  private static final Set<String> SOURCES =
      Set.of(
          "BASE_TABLE",
          "SUBQUERY",
          "JOIN",
          "TABLE_FUNCTION",
          "EXPRESSION_LIST",
          "EMPTY",
          "EMPTY_FROM",
          "PIVOT");

  /** The functions that make rows out of nothing but their arguments. */
  static final Set<String> ROW_FUNCTIONS =
      Set.of(
          "range", "generate_series", "unnest", "json_each", "json_tree", "repeat", "repeat_row");

  /** Functions that fill texts up, beyond all limits of memory. */
  private static final Set<String> FORMATS = Set.of("format", "printf");

  /** A width of four digits or more, or one that comes of a value. */
  private static final Pattern WIDE =
      Pattern.compile("[{%][^}\\p{Alpha}]*\\d{4}|%[^%\\p{Alpha}]*\\*|\\{[^{}]+\\{");

  /** Functions that look at this computer, or at the database itself, or wait. */
  private static final Set<String> REFUSED =
      Set.of(
          "getenv",
          "getvariable",
          "current_setting",
          "current_catalog",
          "current_query",
          "current_query_id",
          "current_transaction_id",
          "current_connection_id",
          "current_database",
          "current_schema",
          "current_schemas",
          "current_user",
          "current_role",
          "session_user",
          "user",
          "in_search_path",
          "nextval",
          "currval",
          "setval",
          "setseed",
          "sleep_ms",
          "txid_current",
          "write_log",
          "parse_duckdb_log_message",
          "json_serialize_plan",
          "json_execute_serialized_sql",
          "get_block_size",
          "index_key",
          "to_aggregate_state",
          "stats",
          "is_histogram_other_bin",
          "shobj_description");

  private static final List<String> REFUSED_BEGINNINGS =
      List.of("__internal", "pg_", "inet_", "has_", "duckdb_", "pragma_", "read_", "sql_auto");

  private final String text;
  private final Offsets offsets;
  private final List<Reference> references = new ArrayList<>();

  /**
   * A table that a query names.
   *
   * @param path the parts of the name as written
   * @param from the name's first character in the text
   * @param aliased whether the query calls the table something else
   */
  record Reference(List<String> path, int from, boolean aliased) {}

  private Statement(String text) {
    this.text = text;
    this.offsets = new Offsets(text);
  }

  /**
   * Looks through a parsed text.
   *
   * @param parsed the parser's answer
   * @return the tables that it names
   * @throws FaultException if it is no harmless query
   */
  static List<Reference> references(String text, JsonNode parsed) throws FaultException {
    Statement statement = new Statement(text);
    if (parsed.path("error").asBoolean()) {
      throw statement.unparsed(DatabaseWords.ofParser(parsed));
    }
    JsonNode statements = parsed.path("statements");
    if (statements.size() != 1) {
      throw FaultException.of(
          text,
          statements.isEmpty() ? "It is empty." : "It holds several statements.",
          statements.isEmpty()
              ? "Write a query such as SELECT * FROM a table."
              : "Run them one by one.");
    }
    statement.look(statements.get(0), Set.of(), 0);
    return statement.references;
  }

  private FaultException unparsed(DatabaseWords words) {
    if (words.type().equals("not implemented")) {
      return FaultException.of(
          text,
          "Only SELECT statements are run here: they read, and change nothing.",
          "Begin with SELECT, WITH or FROM.");
    }
    return at(words, 0);
  }

  /**
   * {@return what the database says of a statement that holds the text}
   *
   * @param shift bytes that stand before the text in it
   */
  private FaultException at(DatabaseWords words, int shift) {
    if (words.from().isEmpty()) {
      return FaultException.of(text, words.why(), words.remedy());
    }
    int from = words.from().getAsInt() - shift;
    return FaultException.at(
        text,
        offsets.character(from),
        offsets.character(from + Math.max(1, words.length())),
        words.why(),
        words.remedy());
  }

  /**
   * Looks at a node and all below it.
   *
   * @param names of what the query itself calls a table
   * @param outer how many sources it stands in
   */
  private void look(JsonNode node, Set<String> names, int outer) throws FaultException {
    if (node.isArray()) {
      for (JsonNode child : node) {
        look(child, names, outer);
      }
    } else if (node.isObject()) {
      check(node, names);
      int depth = source(node) ? outer + 1 : outer;
      if (depth > Nesting.SOURCES) {
        throw Nesting.tooDeep(text);
      }
      Set<String> within = new HashSet<>(names);
      for (JsonNode cte : node.path("cte_map").path("map")) {
        String name = cte.path("key").asText().toLowerCase(Locale.ROOT);
        JsonNode value = cte.path("value");
        Set<String> seen = new HashSet<>(within);
        if (value.path("query_node").path("type").asText().equals("RECURSIVE_CTE_NODE")) {
          seen.add(name);
        }
        look(value, seen, depth);
        within.add(name);
      }
      for (var field : node.properties()) {
        if (!field.getKey().equals("cte_map")) {
          look(field.getValue(), within, depth);
        }
      }
    }
  }

  private void check(JsonNode node, Set<String> names) throws FaultException {
    String type = node.path("type").asText();
    boolean expression = node.has("class");
    if (!expression && node.has("cte_map") && !QUERIES.contains(type)) {
      throw refused(node, "Only SELECT statements are run here: they read, and change nothing.");
    }
    if (source(node) && !SOURCES.contains(type)) {
      throw refused(node, "Only tables, subqueries and values can be read from.");
    }
    if (type.equals("TABLE_FUNCTION")) {
      String function = function(node.path("function"));
      if (!ROW_FUNCTIONS.contains(function)) {
        throw refused(
            node, "The function " + function + " reaches outside the tables, or is unknown here.");
      }
    }
    if (node.has("function_name") && !ROW_FUNCTIONS.contains(function(node))) {
      String function = function(node);
      if (refused(function)) {
        throw refused(
            node, "The function " + function + " reaches outside the tables, or is unknown here.");
      }
    }
    if (FORMATS.contains(function(node)) && !narrow(node.path("arguments"))) {
      throw refused(
          node,
          "What "
              + function(node)
              + " makes of a value must be written out, and not be wide: it"
              + " would take memory without end.");
    }
    if (type.equals("VALUE_PARAMETER")) {
      throw refused(node, "There is nothing to put in the place of a parameter.");
    }
    if (type.equals("BASE_TABLE")) {
      named(node, names);
    }
  }

  /** Whether a node stands in FROM. */
  private static boolean source(JsonNode node) {
    return !node.has("class") && node.has("sample") && node.has("alias");
  }

  private void named(JsonNode node, Set<String> names) throws FaultException {
    if (!node.path("at_clause").isNull() && !node.path("at_clause").isMissingNode()) {
      throw refused(node, "AT is not understood here: queries are about the newest versions.");
    }
    List<String> path = new ArrayList<>();
    node.path("qualified_name").path("path").forEach(part -> path.add(part.asText()));
    if (path.size() == 1 && names.contains(path.getFirst().toLowerCase(Locale.ROOT))) {
      return;
    }
    long from = node.path("query_location").asLong(-1);
    if (path.isEmpty() || from < 0 || from > 4L * text.length()) {
      throw refused(node, "A table is named in a way that is not understood here.");
    }
    boolean aliased = !node.path("alias").asText().isEmpty();
    references.add(new Reference(List.copyOf(path), offsets.character((int) from), aliased));
  }

  /** Whether the first of a formatting function's arguments tells that its text is not wide. */
  private static boolean narrow(JsonNode arguments) {
    JsonNode format = arguments.path(0).path("expression").path("literal");
    return format.path("kind").asText().equals("STRING")
        && !WIDE.matcher(format.path("text").asText()).find();
  }

  /** {@return whether a function is none for queries} */
  static boolean refused(String function) {
    return REFUSED.contains(function) || REFUSED_BEGINNINGS.stream().anyMatch(function::startsWith);
  }

  private static String function(JsonNode node) {
    return node.path("function_name").asText().toLowerCase(Locale.ROOT);
  }

  private FaultException refused(JsonNode node, String why) {
    long from = node.path("query_location").asLong(-1);
    long length = node.path("query_location_length").asLong(0);
    String remedy = "Write SELECT … FROM the tables of your connections.";
    return from < 0 || from > 4L * text.length()
        ? FaultException.of(text, why, remedy)
        : FaultException.at(
            text,
            offsets.character((int) from),
            offsets.character((int) (from + Math.max(1, length))),
            why,
            remedy);
  }
}
