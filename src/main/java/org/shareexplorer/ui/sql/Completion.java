package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.sql.SqlFunction;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.engine.sql.SqlTokens;
import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;
import org.shareexplorer.table.Field;

/**
 * Proposes what a person may be about to write.
 *
 * @param tables all tables
 * @param columns the columns of those tables whose columns are known
 * @param functions all functions
 */
record Completion(
    List<SqlTable> tables, Map<SqlTable, List<Field>> columns, List<SqlFunction> functions) {

  private static final int MOST = 60;

  /** What is proposed. */
  enum What {
    COLUMN,
    TABLE,
    KEYWORD,
    FUNCTION
  }

  /**
   * A proposal.
   *
   * @param text what is written
   * @param about a few words beside it
   */
  record Proposal(What what, String text, String about) {}

  /**
   * Proposals, and the part of the text that one of them takes the place of.
   *
   * @param from the first character
   */
  record Proposals(int from, List<Proposal> all) {}

  /** {@return what may come at a place in a text, most likely first} */
  Proposals at(String text, int caret) {
    String before = text.substring(0, caret);
    List<Token> tokens = SqlTokens.of(before);
    if (!tokens.isEmpty()
        && tokens.getLast().to() == caret
        && (tokens.getLast().kind() == Kind.TEXT || tokens.getLast().kind() == Kind.COMMENT)) {
      return new Proposals(caret, List.of());
    }
    boolean started =
        !tokens.isEmpty() && tokens.getLast().to() == caret && tokens.getLast().kind() == Kind.WORD;
    int from = started ? tokens.getLast().from() : caret;
    String prefix = before.substring(from).toLowerCase(Locale.ROOT);
    int last = tokens.size() - (started ? 1 : 0);
    List<String> qualifiers = new ArrayList<>();
    while (last >= 2 && sign(before, tokens.get(last - 1)) == '.') {
      qualifiers.addFirst(name(before, tokens.get(last - 2)));
      last -= 2;
    }
    if (last > 0 && name(before, tokens.get(last - 1)).equalsIgnoreCase("as")) {
      // What comes is a name of the person's own.
      return new Proposals(caret, List.of());
    }
    List<Proposal> found =
        qualifiers.isEmpty()
            ? free(text, source(before, tokens.subList(0, last)))
            : within(text, qualifiers);
    Comparator<Proposal> beginnings =
        Comparator.comparing(p -> !p.text().toLowerCase(Locale.ROOT).startsWith(prefix));
    return new Proposals(
        from,
        found.stream()
            .filter(p -> p.text().toLowerCase(Locale.ROOT).contains(prefix))
            .sorted(beginnings)
            .limit(MOST)
            .toList());
  }

  /** {@return whether a word is one of SQL's own already, so that none need be proposed unasked} */
  static boolean whole(String word) {
    return SqlTokens.KEYWORDS.stream()
        .flatMap(words -> Arrays.stream(words.split(" ", -1)))
        .anyMatch(word::equalsIgnoreCase);
  }

  /** Whether a table is due, as FROM or JOIN stand before. */
  private static boolean source(String text, List<Token> before) {
    if (before.isEmpty()) {
      return false;
    }
    String word = name(text, before.getLast()).toLowerCase(Locale.ROOT);
    return word.equals("from") || word.equals("join");
  }

  private List<Proposal> free(String text, boolean source) {
    List<Proposal> found = new ArrayList<>();
    if (!source) {
      named(text).values().stream()
          .distinct()
          .flatMap(table -> columns.getOrDefault(table, List.of()).stream())
          .map(Completion::column)
          .distinct()
          .forEach(found::add);
      SqlTokens.KEYWORDS.forEach(word -> found.add(new Proposal(What.KEYWORD, word, "")));
    }
    for (SqlTable table : tables) {
      found.add(
          new Proposal(
              What.TABLE, written(table), table.connection() + " › " + table.name().share()));
    }
    if (!source) {
      // Those that are wanted most have the shortest names.
      functions.stream()
          .sorted(Comparator.comparingInt(f -> f.name().length()))
          .map(f -> new Proposal(What.FUNCTION, f.name() + "(", f.parameters() + ")"))
          .forEach(found::add);
    }
    return found;
  }

  /** {@return the shortest name that means this table and no other} */
  String written(SqlTable table) {
    long alike =
        tables.stream()
            .filter(other -> other.name().table().equalsIgnoreCase(table.name().table()))
            .count();
    if (alike <= 1) {
      return SqlTable.word(table.name().table());
    }
    boolean once = tables.stream().filter(t -> t.sql().equals(table.sql())).count() == 1;
    return once ? table.sql() : table.fullSql();
  }

  private List<Proposal> within(String text, List<String> qualifiers) {
    String last = qualifiers.getLast();
    SqlTable table = named(text).get(last.toLowerCase(Locale.ROOT));
    List<Proposal> found = new ArrayList<>();
    if (table != null) {
      columns.getOrDefault(table, List.of()).forEach(field -> found.add(column(field)));
    }
    for (SqlTable each : tables) {
      List<String> path =
          List.of(
              each.connection(), each.name().share(), each.name().schema(), each.name().table());
      for (int start = 0; start + qualifiers.size() < path.size(); start++) {
        boolean fits = true;
        for (int i = 0; i < qualifiers.size(); i++) {
          fits &= path.get(start + i).equalsIgnoreCase(qualifiers.get(i));
        }
        if (fits) {
          int next = start + qualifiers.size();
          found.add(
              new Proposal(
                  What.TABLE,
                  SqlTable.word(path.get(next)),
                  next == path.size() - 1 ? "table" : next == 2 ? "schema" : "share"));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static Proposal column(Field field) {
    return new Proposal(What.COLUMN, SqlTable.word(field.name()), field.type().text());
  }

  /** {@return the tables that stand in FROM or after JOIN, by their short names and aliases} */
  Map<String, SqlTable> named(String text) {
    Map<String, SqlTable> named = new LinkedHashMap<>();
    List<Token> tokens =
        SqlTokens.of(text).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (!source(text, tokens.subList(0, i + 1)) && sign(text, tokens.get(i)) != ',') {
        continue;
      }
      List<String> path = new ArrayList<>();
      int at = i + 1;
      while (at < tokens.size() && isName(tokens.get(at))) {
        path.add(name(text, tokens.get(at)));
        if (at + 1 >= tokens.size() || sign(text, tokens.get(at + 1)) != '.') {
          break;
        }
        at += 2;
      }
      SqlTable table = meant(path);
      if (table == null) {
        continue;
      }
      named.put(path.getLast().toLowerCase(Locale.ROOT), table);
      int alias = at + 1;
      if (alias < tokens.size() && name(text, tokens.get(alias)).equalsIgnoreCase("as")) {
        alias++;
      }
      if (alias < tokens.size() && isName(tokens.get(alias))) {
        named.put(name(text, tokens.get(alias)).toLowerCase(Locale.ROOT), table);
      }
    }
    return named;
  }

  private @Nullable SqlTable meant(List<String> path) {
    if (path.isEmpty()) {
      return null;
    }
    for (SqlTable table : tables) {
      List<String> full =
          List.of(
              table.connection(),
              table.name().share(),
              table.name().schema(),
              table.name().table());
      int start = full.size() - path.size();
      boolean fits = start >= 0;
      for (int i = 0; fits && i < path.size(); i++) {
        fits = full.get(start + i).equalsIgnoreCase(path.get(i));
      }
      if (fits) {
        return table;
      }
    }
    return null;
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
  }

  private static String name(String text, Token token) {
    String word = text.substring(token.from(), token.to());
    return token.kind() == Kind.QUOTED_NAME && word.length() > 1
        ? word.substring(1, word.length() - (word.endsWith("\"") ? 1 : 0)).replace("\"\"", "\"")
        : word;
  }

  private static char sign(String text, Token token) {
    return token.kind() == Kind.SIGN ? text.charAt(token.from()) : ' ';
  }
}
