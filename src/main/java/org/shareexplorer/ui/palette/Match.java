package org.shareexplorer.ui.palette;

import java.util.Locale;

/** How well a name answers what was typed: letters in order, gaps allowed. */
final class Match {

  /** Not at all. */
  static final int NONE = -1;

  private Match() {}

  /**
   * {@return a score, larger for better; {@link #NONE} if the letters do not occur in order}
   * Letters at the start of a word, and letters that follow one another, count most; of two equal
   * ones the shorter name wins.
   */
  static int score(String query, String name) {
    String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
    if (wanted.isEmpty()) {
      return 0;
    }
    String text = name.toLowerCase(Locale.ROOT);
    int best = NONE;
    // The first letter may occur often: the best place to begin is not always the first.
    for (int start = text.indexOf(wanted.charAt(0));
        start >= 0;
        start = text.indexOf(wanted.charAt(0), start + 1)) {
      best = Math.max(best, scoreFrom(wanted, text, start));
    }
    return best == NONE ? NONE : best * 100 + Math.max(0, 99 - text.length());
  }

  private static int scoreFrom(String wanted, String text, int start) {
    int score = 0;
    int previous = -2;
    int at = start;
    for (int i = 0; i < wanted.length(); i++) {
      at = text.indexOf(wanted.charAt(i), at);
      if (at < 0) {
        return NONE;
      }
      boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      score += at == previous + 1 ? 6 : wordStart ? 5 : 1;
      previous = at;
      at++;
    }
    return score;
  }
}
