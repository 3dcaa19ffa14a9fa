package org.shareexplorer.ui.grid;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.CellChange;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Values;

/**
 * How a value looks in a cell.
 *
 * @param text what is written
 * @param kind what it is, which decides colour and font
 * @param figure whether it is set like a number: to the right, in even digits
 */
record CellLook(String text, Kind kind, boolean figure) {

  /** What is in a cell. */
  enum Kind {
    VALUE,
    NESTED,
    /** No value, which is neither an empty text nor the word. */
    NULL,
    /** A text of no characters. */
    EMPTY,
    /** A value that cannot be decoded. */
    SPOILT,
    /** Not here yet. */
    LOADING,
    /** Another value than before; both are written. */
    CHANGED,
    /** The word for a row that is new. */
    INSERTED,
    /** The word for a row with other values. */
    UPDATED,
    /** The word for a row that is gone. */
    DELETED
  }

  static CellLook loading(DataType type) {
    return new CellLook("", Kind.LOADING, figure(type));
  }

  static CellLook of(@Nullable Object value, DataType type, ZoneId zone) {
    boolean figure = figure(type);
    return switch (value) {
      case null -> new CellLook("null", Kind.NULL, figure);
      case String text when text.isEmpty() -> new CellLook("\"\"", Kind.EMPTY, figure);
      case String text -> new CellLook(oneLine(text), Kind.VALUE, figure);
      case LongValue(String text) ->
          new CellLook(oneLine(text), folded(type) ? Kind.NESTED : Kind.VALUE, figure);
      case ChangeKind kind -> of(kind);
      case CellChange(Object before, Object after) ->
          new CellLook(
              of(before, type, zone).text() + "  →  " + of(after, type, zone).text(),
              Kind.CHANGED,
              figure);
      case Values.Undecodable _ -> new CellLook("not readable", Kind.SPOILT, figure);
      default ->
          new CellLook(
              CellText.display(value, zone), folded(type) ? Kind.NESTED : Kind.VALUE, figure);
    };
  }

  private static boolean folded(DataType type) {
    return type.nested() || type == DataType.Simple.BINARY || type == DataType.Simple.VARIANT;
  }

  /** Signs as well as words and colours: not everybody sees colours. */
  private static CellLook of(ChangeKind kind) {
    return switch (kind) {
      case INSERT -> new CellLook("+ inserted", Kind.INSERTED, false);
      case UPDATE -> new CellLook("→ updated", Kind.UPDATED, false);
      case DELETE -> new CellLook("− deleted", Kind.DELETED, false);
    };
  }

  private static boolean figure(DataType type) {
    return type.numeric() || type.temporal();
  }

  /** A cell has one line; breaks are shown, and very long texts cut, as they only cost time. */
  private static String oneLine(String text) {
    String start = text.length() > 400 ? text.substring(0, 400) + "…" : text;
    return start.indexOf('\n') < 0 && start.indexOf('\t') < 0
        ? start
        : start.replace("\r\n", "⏎").replace('\n', '⏎').replace('\t', '⇥');
  }
}
