package org.shareexplorer.export;

import java.util.regex.Pattern;

/**
 * Characters that XML cannot hold, as workbooks write them: {@code _x0001_} (ECMA-376, 22.9.2.19,
 * "ST_Xstring").
 */
final class ExcelText {

  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private ExcelText() {}

  static String escaped(String text) {
    StringBuilder out = null;
    String plain = text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean fits = (c >= ' ' && c < '\uFFFE' && !lone(plain, i)) || c == '\t' || c == '\n';
      if (!fits && out == null) {
        out = new StringBuilder(plain.length() + 16).append(plain, 0, i);
      }
      if (out != null) {
        out.append(fits ? String.valueOf(c) : "_x%04X_".formatted((int) c));
      }
    }
    return out == null ? plain : out.toString();
  }

  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
