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
      best = Math.max(best, scoreFrom(wanted, text, start, false));
      best = Math.max(best, scoreFrom(wanted, text, start, true));
    }
    return best == NONE ? NONE : best * 100 + Math.max(0, 99 - text.length());
  }

  /** Walks on letter by letter, to the nearest one or, jumping, to the next start of a word. */
  private static int scoreFrom(String wanted, String text, int start, boolean jump) {
    int score = 0;
    int previous = -2;
    int at = start;
    for (int i = 0; i < wanted.length(); i++) {
      char letter = wanted.charAt(i);
      int next = text.indexOf(letter, at);
      if (jump && next > at) {
        for (int word = next; word >= 0; word = text.indexOf(letter, word + 1)) {
          if (startsWord(text, word)) {
            next = word;
            break;
          }
        }
      }
      if (next < 0) {
        return NONE;
      }
      score += next == previous + 1 ? 6 : startsWord(text, next) ? 5 : 1;
      previous = next;
      at = next + 1;
    }
    return score;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
