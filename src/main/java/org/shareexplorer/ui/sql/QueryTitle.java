package org.shareexplorer.ui.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.engine.sql.SqlTokens;
import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;

/** What a tab with a query is called, so that several can be told apart. */
final class QueryTitle {

  private static final int LONGEST = 28;
  private static final int LONGEST_LINE = 300;

  private final String text;
  private final List<Token> tokens;

  private QueryTitle(String text) {
    this.text = text;
    tokens = SqlTokens.of(text).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
  }

  /** {@return the first table that a query is from; just what it is, as long as there is none} */
  static String of(String text) {
    String table = new QueryTitle(text).table();
    if (table.isBlank()) {
      return "SQL";
    }
    return "SQL · " + (table.length() > LONGEST ? table.substring(0, LONGEST - 1) + "…" : table);
  }

  /** {@return a query on one line, shortened if it is very long} */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE - 1) + "…" : line;
  }

  private String table() {
    // Whether what is in a parenthesis is a query: functions have a FROM of their own.
    Deque<Boolean> queries = new ArrayDeque<>(List.of(true));
    for (int i = 0; i < tokens.size(); i++) {
      switch (word(i)) {
        case "(" -> queries.push(List.of("select", "with", "from").contains(word(i + 1)));
        case ")" -> {
          if (queries.size() > 1) {
            queries.pop();
          }
        }
        case "from" -> {
          String name = name(i + 1);
          if (queries.element() && !word(i - 1).equals("distinct") && !name.isEmpty()) {
            return name;
          }
        }
        default -> {}
      }
    }
    return "";
  }

  /** The last part of a name with dots; empty if there is none, or that of a function. */
  private String name(int at) {
    int last = at;
    while (isName(last) && word(last + 1).equals(".") && isName(last + 2)) {
      last += 2;
    }
    if (!isName(last) || word(last + 1).equals("(")) {
      return "";
    }
    String name = text.substring(tokens.get(last).from(), tokens.get(last).to());
    return name.startsWith("\"") ? name.replace("\"", "") : name;
  }

  private boolean isName(int at) {
    return at < tokens.size()
        && (tokens.get(at).kind() == Kind.WORD || tokens.get(at).kind() == Kind.QUOTED_NAME);
  }

  private String word(int at) {
    return at < 0 || at >= tokens.size()
        ? ""
        : text.substring(tokens.get(at).from(), tokens.get(at).to()).toLowerCase(Locale.ROOT);
  }
}
