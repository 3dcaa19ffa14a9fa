package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words and signs of a query, for colours, completion and finding places: whether they make
 * sense is the database's business.
 */
public final class SqlTokens {

  /** Words that cannot be names without quotes. */
  static final Set<String> RESERVED =
      Set.of(
          "all",
          "analyse",
          "analyze",
          "and",
          "any",
          "array",
          "as",
          "asc",
          "asymmetric",
          "at",
          "both",
          "case",
          "cast",
          "check",
          "collate",
          "column",
          "constraint",
          "create",
          "default",
          "deferrable",
          "desc",
          "describe",
          "distinct",
          "do",
          "else",
          "end",
          "except",
          "false",
          "fetch",
          "for",
          "foreign",
          "from",
          "group",
          "having",
          "in",
          "initially",
          "intersect",
          "into",
          "lambda",
          "lateral",
          "leading",
          "limit",
          "not",
          "null",
          "offset",
          "on",
          "only",
          "or",
          "order",
          "pivot",
          "placing",
          "primary",
          "qualify",
          "references",
          "returning",
          "select",
          "show",
          "some",
          "summarize",
          "symmetric",
          "table",
          "then",
          "to",
          "trailing",
          "true",
          "union",
          "unique",
          "unpivot",
          "using",
          "variadic",
          "when",
          "where",
          "window",
          "with");

  /** Words of SELECT statements, for colours and completion. */
  public static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "JOIN",
          "LEFT JOIN",
          "RIGHT JOIN",
          "FULL JOIN",
          "INNER JOIN",
          "CROSS JOIN",
          "ANTI JOIN",
          "SEMI JOIN",
          "ON",
          "USING",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS NULL",
          "IS NOT NULL",
          "BETWEEN",
          "LIKE",
          "ILIKE",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "DISTINCT",
          "UNION",
          "UNION ALL",
          "INTERSECT",
          "EXCEPT",
          "WITH",
          "RECURSIVE",
          "OVER",
          "PARTITION BY",
          "QUALIFY",
          "ASC",
          "DESC",
          "NULLS FIRST",
          "NULLS LAST",
          "CAST",
          "INTERVAL",
          "DATE",
          "TIMESTAMP",
          "TRUE",
          "FALSE",
          "NULL",
          "EXISTS",
          "FILTER",
          "GROUP BY ALL",
          "ORDER BY ALL",
          "EXCLUDE",
          "REPLACE",
          "VALUES",
          "SAMPLE");

  private SqlTokens() {}

  /** What a token is. */
  public enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    COMMENT,
    SIGN
  }

  /**
   * A token.
   *
   * @param from its first character
   * @param to the character after its last
   */
  public record Token(Kind kind, int from, int to) {}

  /** {@return a statement without the semicolon and the comments at its end} */
  public static String unended(String text) {
    return of(text).stream()
        .filter(token -> token.kind() != Kind.COMMENT && text.charAt(token.from()) != ';')
        .reduce((_, last) -> last)
        .map(last -> text.substring(0, last.to()))
        .orElse("");
  }

  /** {@return the tokens of a text, what is broken off reaching to its end} */
  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int from = at;
      Kind kind;
      if (text.startsWith("--", at)) {
        kind = Kind.COMMENT;
        at = end(text.indexOf('\n', at), text);
      } else if (text.startsWith("/*", at)) {
        kind = Kind.COMMENT;
        at = blockEnd(text, at);
      } else if (c == '"') {
        kind = Kind.QUOTED_NAME;
        at = quoteEnd(text, at, '"', false);
      } else if (c == '\'') {
        kind = Kind.TEXT;
        at = quoteEnd(text, at, '\'', escapes(tokens, text, at));
      } else if (c == '$' && dollar(text, at) > 0) {
        kind = Kind.TEXT;
        String mark = text.substring(at, dollar(text, at));
        int close = text.indexOf(mark, at + mark.length());
        at = close < 0 ? text.length() : close + mark.length();
      } else if (Character.isDigit(c)) {
        kind = Kind.NUMBER;
        at = numberEnd(text, at);
      } else if (part(c)) {
        kind = Kind.WORD;
        while (at < text.length() && part(text.charAt(at))) {
          at++;
        }
      } else {
        kind = Kind.SIGN;
        at++;
      }
      tokens.add(new Token(kind, from, at));
    }
    return tokens;
  }

  /** {@return a query without the semicolons at its end, so that it can be put in parentheses} */
  static String bare(String text) {
    int end = text.length();
    List<Token> tokens = of(text);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SIGN && text.charAt(token.from()) == ';') {
        end = token.from();
      } else if (token.kind() != Kind.COMMENT) {
        break;
      }
    }
    return text.substring(0, end);
  }

  private static boolean part(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || c > 127 || c == '$';
  }

  private static int end(int found, String text) {
    return found < 0 ? text.length() : found;
  }

  private static int blockEnd(String text, int at) {
    int depth = 0;
    int i = at;
    while (i < text.length()) {
      if (text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return text.length();
  }

  private static boolean escapes(List<Token> before, String text, int at) {
    return !before.isEmpty()
        && before.getLast().to() == at
        && text.substring(before.getLast().from(), at).equalsIgnoreCase("e");
  }

  private static int quoteEnd(String text, int at, char quote, boolean escapes) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escapes && c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return text.length();
  }

  /** Where the opening mark of a text in dollars ends; 0 if it is none. */
  private static int dollar(String text, int at) {
    int i = at + 1;
    while (i < text.length() && (text.charAt(i) == '_' || Character.isLetter(text.charAt(i)))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '$' ? i + 1 : 0;
  }

  private static int numberEnd(String text, int at) {
    int i = at;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i))
            || text.charAt(i) == '.'
            || text.charAt(i) == '_'
            || ((text.charAt(i) == '+' || text.charAt(i) == '-')
                && Character.toLowerCase(text.charAt(i - 1)) == 'e'))) {
      i++;
    }
    return i;
  }
}
