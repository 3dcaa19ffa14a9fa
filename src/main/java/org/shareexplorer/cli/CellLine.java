package org.shareexplorer.cli;

import java.util.PrimitiveIterator;

/**
 * Foreign text made fit for one cell of a terminal: no control characters, which could move the
 * cursor or rename the window, and widths as terminals draw them.
 */
final class CellLine {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;

  private CellLine() {}

  /** {@return the text with its control characters as pictures, on one line} */
  static String harmless(String text) {
    if (text.codePoints().noneMatch(CellLine::controls)) {
      return text;
    }
    StringBuilder harmless = new StringBuilder(text.length());
    text.codePoints().map(CellLine::picture).forEach(harmless::appendCodePoint);
    return harmless.toString();
  }

  /** {@return how many columns of a terminal the text takes} */
  static int width(String text) {
    return text.codePoints().map(CellLine::width).sum();
  }

  /** {@return the text, or its beginning and an ellipsis, in at most so many columns} */
  static String shortened(String text, int most) {
    if (text.length() <= most / 2 || width(text) <= most) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    PrimitiveIterator.OfInt points = text.codePoints().iterator();
    while (points.hasNext()) {
      int point = points.nextInt();
      used += width(point);
      if (used > most - 1) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.append('…').toString();
  }

  private static int picture(int point) {
    if (point < ' ') {
      return CONTROL_PICTURES + point;
    }
    if (point == DELETE) {
      return DELETE_PICTURE;
    }
    return controls(point) ? REPLACEMENT : point;
  }

  private static boolean controls(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Overrides and isolates of the writing direction would reorder the neighbouring cells.
      default -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    };
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(point) ? 2 : 1;
    };
  }

  private static boolean wide(int point) {
    if (point < 0x1100) {
      return false;
    }
    return Character.isEmojiPresentation(point)
        || (point >= 0xFF01 && point <= 0xFF60)
        || switch (Character.UnicodeScript.of(point)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
          default -> false;
        };
  }
}
