package org.shareexplorer.table.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a condition's text. */
final class FilterTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:"
              + "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<number>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)"
              + "|'(?<text>(?:[^']|'')*+)'"
              + "|\"(?<name>(?:[^\"]|\"\")*+)\""
              + "|`(?<ticked>(?:[^`]|``)*+)`"
              + "|(?<sign><=|>=|<>|!=|==|[=<>(),≤≥≠]))");

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  /**
   * A token.
   *
   * @param text without quotes
   * @param at where it begins
   */
  record Token(Kind kind, String text, int at) {
    boolean is(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean sign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  private FilterTokens() {}

  /** {@return the tokens, the last of which is the end} */
  static List<Token> of(String text) throws FilterParser.Misread {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (!matcher.find(at) || matcher.start() != at) {
        int place = at + text.substring(at).length() - text.substring(at).stripLeading().length();
        throw new FilterParser.Misread(place, unreadable(text.charAt(place)));
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  private static String unreadable(char sign) {
    return switch (sign) {
      case '\'' -> "The text that begins here has no end; a quote within it is written twice.";
      case '"', '`' -> "The name that begins here has no end.";
      default -> "The sign " + sign + " means nothing here.";
    };
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"), matcher.start("word"));
    }
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"), matcher.start("number"));
    }
    if (matcher.group("text") != null) {
      return new Token(
          Kind.TEXT, matcher.group("text").replace("''", "'"), matcher.start("text") - 1);
    }
    if (matcher.group("name") != null) {
      return new Token(
          Kind.NAME, matcher.group("name").replace("\"\"", "\""), matcher.start("name") - 1);
    }
    if (matcher.group("ticked") != null) {
      return new Token(
          Kind.NAME, matcher.group("ticked").replace("``", "`"), matcher.start("ticked") - 1);
    }
    return new Token(Kind.SIGN, matcher.group("sign"), matcher.start("sign"));
  }
}
