package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;

/**
 * Which tables a query's names mean, and the query with the names that the database knows them by
 * in their places: a catalog for each share, in it the share's schemas.
 */
final class Naming {

  private static final Set<String> TAKEN =
      Set.of("temp", "system", "main", "memory", Sandbox.STORED);

  private final List<SqlTable> known;
  private final List<Unlisted> unlisted;
  private final Map<SqlTable, String> catalogs = new LinkedHashMap<>();
  private final Map<List<String>, String> byShare = new HashMap<>();

  /** Tables whose name may be that of a table that is not listed as well. */
  private final Set<SqlTable> presumed = new LinkedHashSet<>();

  /**
   * A query whose names are the database's.
   *
   * @param text the text
   * @param edits what was changed, from left to right
   * @param catalogs the tables that it is about, and the catalog that each is in
   * @param caveat what is to be said of names that may mean other tables; empty if none does
   */
  record Named(String text, List<Edit> edits, Map<SqlTable, String> catalogs, String caveat) {

    /** {@return a character's place in the original text} */
    int original(int at) {
      int shift = 0;
      for (Edit edit : edits) {
        if (at < edit.from() + shift) {
          break;
        }
        if (at < edit.from() + shift + edit.replacement().length()) {
          return edit.from();
        }
        shift += edit.replacement().length() - (edit.to() - edit.from());
      }
      return at - shift;
    }
  }

  /** A part of the original text and what took its place. */
  record Edit(int from, int to, String replacement) {}

  private Naming(List<SqlTable> known, List<Unlisted> unlisted) {
    this.known = known;
    this.unlisted = unlisted;
  }

  /**
   * Finds out which tables are meant.
   *
   * @param unlisted whose tables may be meant as well
   * @throws FaultException if a name means none of the tables, or several
   */
  static Named of(
      String text,
      List<Statement.Reference> references,
      List<SqlTable> known,
      List<Unlisted> unlisted)
      throws FaultException {
    Naming naming = new Naming(known, unlisted);
    return naming.of(
        text,
        references,
        (_, table) ->
            SqlText.name(naming.catalog(table))
                + "."
                + SqlText.name(table.name().schema())
                + "."
                + SqlText.name(table.name().table()));
  }

  /**
   * {@return the query with other names for its tables, which still go by their own elsewhere in
   * it}
   *
   * @param names the other name of each table that it may be about
   * @throws FaultException if a name means none of the tables, or several
   */
  static String renamed(
      String text, List<Statement.Reference> references, Map<SqlTable, String> names)
      throws FaultException {
    return new Naming(List.copyOf(names.keySet()), List.of())
        .of(
            text,
            references,
            (reference, table) ->
                SqlTable.word(names.getOrDefault(table, table.name().table()))
                    + (reference.aliased() ? "" : " AS " + SqlTable.word(table.name().table())))
        .text();
  }

  private Named of(
      String text,
      List<Statement.Reference> references,
      BiFunction<Statement.Reference, SqlTable, String> name)
      throws FaultException {
    List<Token> tokens =
        SqlTokens.of(text).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    StringBuilder renamed = new StringBuilder();
    List<Edit> edits = new ArrayList<>();
    int at = 0;
    for (Statement.Reference reference :
        references.stream().sorted((a, b) -> Integer.compare(a.from(), b.from())).toList()) {
      int end = end(tokens, reference);
      String replacement = name.apply(reference, meant(text, reference, end));
      renamed.append(text, at, reference.from()).append(replacement);
      edits.add(new Edit(reference.from(), end, replacement));
      at = end;
    }
    renamed.append(text, at, text.length());
    return new Named(
        renamed.toString(), edits, catalogs, Unlisted.caveat(unlisted, List.copyOf(presumed)));
  }

  /** Names are joined by dots, with blanks and comments around them. */
  private static int end(List<Token> tokens, Statement.Reference reference) {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).from() < reference.from()) {
      first++;
    }
    int last = first + 2 * (reference.path().size() - 1);
    return last < tokens.size() ? tokens.get(last).to() : reference.from();
  }

  private SqlTable meant(String text, Statement.Reference reference, int end)
      throws FaultException {
    List<String> path = reference.path();
    List<SqlTable> same = known.stream().filter(table -> named(table, path, false)).toList();
    List<SqlTable> alike =
        same.isEmpty() ? known.stream().filter(table -> named(table, path, true)).toList() : same;
    if (alike.size() == 1) {
      if (path.size() < alike.getFirst().path().size()) {
        presumed.add(alike.getFirst());
      }
      return alike.getFirst();
    }
    String name = String.join(".", path);
    if (alike.isEmpty()) {
      throw FaultException.at(
          text,
          reference.from(),
          end,
          unlisted.isEmpty()
              ? "No table of your connections is called " + name + "."
              : "No table that is listed is called " + name + ". " + Unlisted.words(unlisted),
          proposal(path));
    }
    boolean several = alike.stream().map(SqlTable::connection).distinct().count() > 1;
    throw FaultException.at(
        text,
        reference.from(),
        end,
        "Several tables are called " + name + ".",
        "Write "
            + alike.stream()
                .limit(4)
                .map(table -> several ? table.fullSql() : table.sql())
                .collect(Collectors.joining(" or "))
            + ".");
  }

  /** Whether the last parts of a table's full name are those given. */
  private static boolean named(SqlTable table, List<String> path, boolean anyCase) {
    List<String> full = table.path();
    if (path.size() > full.size()) {
      return false;
    }
    for (int i = 1; i <= path.size(); i++) {
      String part = full.get(full.size() - i);
      String wanted = path.get(path.size() - i);
      if (!(anyCase ? part.equalsIgnoreCase(wanted) : part.equals(wanted))) {
        return false;
      }
    }
    return true;
  }

  private String proposal(List<String> path) {
    String last = path.getLast().toLowerCase(Locale.ROOT);
    List<String> near =
        known.stream()
            .filter(table -> near(table.name().table().toLowerCase(Locale.ROOT), last))
            .limit(3)
            .map(SqlTable::sql)
            .toList();
    if (!near.isEmpty()) {
      return "Did you mean " + String.join(" or ", near) + "?";
    }
    return unlisted.isEmpty()
        ? "Look at the list of tables for the names there are."
        : Unlisted.remedy(unlisted);
  }

  private static boolean near(String name, String wanted) {
    if (wanted.isEmpty()) {
      return false;
    }
    return name.contains(wanted)
        || wanted.contains(name)
        || (name.charAt(0) == wanted.charAt(0)
            && Math.abs(name.length() - wanted.length()) <= 2
            && common(name, wanted) >= Math.max(3, wanted.length() - 2));
  }

  private static long common(String a, String b) {
    return a.chars().filter(c -> b.indexOf(c) >= 0).count();
  }

  private String catalog(SqlTable table) {
    return catalogs.computeIfAbsent(
        table,
        _ ->
            byShare.computeIfAbsent(
                List.of(table.connection(), table.name().share()),
                _ -> {
                  String name = table.name().share();
                  while (TAKEN.contains(name.toLowerCase(Locale.ROOT))
                      || byShare.values().stream().anyMatch(name::equalsIgnoreCase)) {
                    name = table.connection() + "." + name;
                  }
                  return name;
                }));
  }
}
