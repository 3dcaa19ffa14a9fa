package org.shareexplorer.table.filter;

import java.util.Optional;

/** Patterns of {@link Predicate.Like}. */
public final class LikePattern {

  private LikePattern() {}

  /** {@return a pattern of texts that have a text somewhere} */
  public static String containing(String text) {
    return "%" + escaped(text) + "%";
  }

  /** {@return a pattern of texts that begin with a text} */
  public static String startingWith(String text) {
    return escaped(text) + "%";
  }

  /** {@return a pattern of texts that end with a text} */
  public static String endingWith(String text) {
    return "%" + escaped(text);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** {@return the characters that every text of the pattern begins with} */
  static String prefix(String pattern) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%' || c == '_') {
        break;
      }
      if (c == '\\') {
        i++;
        if (i == pattern.length()) {
          break;
        }
        c = pattern.charAt(i);
      }
      prefix.append(c);
    }
    return prefix.toString();
  }

  /** {@return whether a backslash stands at the end, where it takes the meaning from nothing} */
  static boolean brokenOff(String pattern) {
    boolean escaping = false;
    for (int i = 0; i < pattern.length(); i++) {
      escaping = !escaping && pattern.charAt(i) == '\\';
    }
    return escaping;
  }

  /** {@return the text that is looked for anywhere, if the pattern does no more than that} */
  public static Optional<String> contained(String pattern) {
    return plain(pattern).filter(text -> containing(text).equals(pattern));
  }

  /** {@return the text that is looked for at the beginning, if the pattern does no more} */
  public static Optional<String> beginning(String pattern) {
    return plain(pattern).filter(text -> startingWith(text).equals(pattern));
  }

  /** {@return the text that is looked for at the end, if the pattern does no more} */
  public static Optional<String> end(String pattern) {
    return plain(pattern).filter(text -> endingWith(text).equals(pattern));
  }

  private static Optional<String> plain(String pattern) {
    String inner = pattern.startsWith("%") ? pattern.substring(1) : pattern;
    String text = prefix(inner);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
