package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.shareexplorer.engine.sql.SqlTokens;
import org.shareexplorer.engine.sql.SqlTokens.Token;

/** A text of SQL with colours, and a wavy line under what is wrong. FX thread only. */
final class SqlEditor extends VirtualizedScrollPane<CodeArea> {

  private static final Set<String> KEYWORDS =
      SqlTokens.KEYWORDS.stream()
          .flatMap(words -> Stream.of(words.toLowerCase(Locale.ROOT).split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private final CodeArea area;
  private int wrongFrom;
  private int wrongTo;

  SqlEditor() {
    super(new CodeArea());
    area = getContent();
    area.getStyleClass().add("sql-editor");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area, digits -> "%" + digits + "d"));
    area.setAccessibleText("SQL query");
    area.setWrapText(true);
    area.textProperty()
        .subscribe(_ -> {
          wrongFrom = 0;
          wrongTo = 0;
          colour();
        });
    area.addEventHandler(
        DragEvent.DRAG_OVER,
        drag -> {
          if (drag.getDragboard().hasString()) {
            drag.acceptTransferModes(TransferMode.COPY);
            area.moveTo(area.hit(drag.getX(), drag.getY()).getInsertionIndex());
            drag.consume();
          }
        });
    area.addEventHandler(
        DragEvent.DRAG_DROPPED,
        drag -> {
          insert(drag.getDragboard().getString());
          drag.setDropCompleted(true);
          drag.consume();
        });
  }

  /**
   * Ends the editor. Whether it blinks or not, its caret listens to what lasts as long as the
   * program, and so would keep in memory all that stands around it.
   */
  void close() {
    area.dispose();
  }

  CodeArea area() {
    return area;
  }

  String text() {
    return area.getText();
  }

  /** {@return the query that the caret is in} */
  QueryPart query() {
    return QueryPart.at(area.getText(), area.getCaretPosition());
  }

  /** Puts another text in the place of all of it; can be undone. */
  void text(String text) {
    area.replaceText(text);
    // The same text in the place of itself is no change to be told of, but has lost its colours.
    colour();
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** Puts words at the caret, with a blank before them where one is due. */
  void insert(String words) {
    int at = area.getCaretPosition();
    String before = area.getText(Math.max(0, at - 1), at);
    boolean blank = !before.isBlank() && !before.equals(".") && !before.equals("(");
    area.replaceSelection(blank ? " " + words : words);
    area.requestFocus();
  }

  /** Underlines what is wrong; nothing, if the two places are the same. */
  void wrong(int from, int to) {
    wrongFrom = from;
    wrongTo = to;
    colour();
  }

  private void colour() {
    String text = area.getText();
    if (!text.isEmpty()) {
      area.setStyleSpans(0, spans(text));
    }
  }

  private StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int at = 0;
    for (Token token : SqlTokens.of(text)) {
      add(spans, at, token.from(), "");
      add(spans, token.from(), token.to(), style(text, token));
      at = token.to();
    }
    add(spans, at, text.length(), "");
    return spans.create();
  }

  /** A part that is wrong in the middle is three. */
  private void add(StyleSpansBuilder<Collection<String>> spans, int from, int to, String style) {
    int start = Math.clamp(wrongFrom, from, to);
    int end = Math.clamp(wrongTo, from, to);
    span(spans, start - from, style, false);
    span(spans, end - start, style, true);
    span(spans, to - end, style, false);
  }

  private static void span(
      StyleSpansBuilder<Collection<String>> spans, int length, String style, boolean wrong) {
    List<String> styles = new ArrayList<>();
    if (!style.isEmpty()) {
      styles.add(style);
    }
    if (wrong) {
      styles.add("sql-wrong");
    }
    spans.add(styles, length);
  }

  private static String style(String text, Token token) {
    return switch (token.kind()) {
      case WORD ->
          KEYWORDS.contains(text.substring(token.from(), token.to()).toLowerCase(Locale.ROOT))
              ? "sql-keyword"
              : text.startsWith("(", token.to()) ? "sql-function" : "";
      case TEXT -> "sql-text";
      case NUMBER -> "sql-number";
      case COMMENT -> "sql-comment";
      case QUOTED_NAME, SIGN -> "";
    };
  }
}
