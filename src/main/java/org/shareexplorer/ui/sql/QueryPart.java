package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.sql.SqlTokens;
import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;

/**
 * One of the queries of a text in which semicolons part them: that which runs is the one that the
 * caret is in.
 *
 * @param text the query, without the semicolon
 * @param before blanks and line ends in the place of what stands before it
 * @param number which it is, from 1
 * @param count how many there are
 */
record QueryPart(String text, String before, int number, int count) {

  /** A query's place; its end is that of its semicolon. */
  private record Span(int from, int to, int end) {}

  /** {@return the query that the caret is in, or behind; all of a text that has but one} */
  static QueryPart at(String text, int caret) {
    List<Span> spans = spans(text);
    if (spans.size() < 2) {
      return new QueryPart(text, "", 1, 1);
    }
    int number = 0;
    while (number < spans.size() - 1 && caret > spans.get(number).end()) {
      number++;
    }
    Span span = spans.get(number);
    return new QueryPart(
        text.substring(span.from(), span.to()),
        text.substring(0, span.from()).replaceAll("[^\\n]", " "),
        number + 1,
        spans.size());
  }

  /** {@return the query alone, where it stands in the whole text} */
  String inPlace() {
    return before + text;
  }

  /** Where there are but comments, there is no query. */
  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (Token token : SqlTokens.of(text)) {
      boolean ends = token.kind() == Kind.SIGN && text.charAt(token.from()) == ';';
      if (ends && last >= 0) {
        spans.add(new Span(from, last, token.to()));
      }
      if (ends) {
        from = -1;
        last = -1;
      } else {
        from = from < 0 ? token.from() : from;
        last = token.kind() == Kind.COMMENT ? last : token.to();
      }
    }
    if (last >= 0) {
      spans.add(new Span(from, last, text.length()));
    }
    return spans;
  }
}
