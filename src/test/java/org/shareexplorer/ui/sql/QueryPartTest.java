package org.shareexplorer.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of several queries is run. */
class QueryPartTest {

  private static final String TEXT =
      """
      -- first; not two
      SELECT ';' AS a;
      SELECT 2;; /* nothing */ ;
      SELECT 3 -- end
      """;

  private static String at(String mark) {
    QueryPart part = QueryPart.at(TEXT, TEXT.indexOf(mark));
    assertThat(TEXT.substring(part.before().length())).startsWith(part.text());
    assertThat(part.before().lines().count())
        .isEqualTo(TEXT.substring(0, part.before().length()).lines().count());
    assertThat(part.inPlace().strip()).isEqualTo(part.text());
    return part.number() + "/" + part.count() + " " + part.text();
  }

  @Test
  void theQueryRunsThatTheCaretIsIn() {
    assertThat(at("-- first")).isEqualTo("1/3 -- first; not two\nSELECT ';' AS a");
    assertThat(at("AS a")).isEqualTo(at("-- first"));
    assertThat(at("\nSELECT 2")).as("behind the semicolon").isEqualTo(at("-- first"));
    assertThat(at("SELECT 2")).isEqualTo("2/3 SELECT 2");
    assertThat(at("SELECT 3")).isEqualTo("3/3 SELECT 3");
    assertThat(at("end")).isEqualTo("3/3 SELECT 3");
  }

  @Test
  void whereThereIsButOneItIsTheWholeText() {
    for (String text : new String[] {"", "-- none", "SELECT 1;", "SELECT 1; -- end\n;"}) {
      for (int caret = 0; caret <= text.length(); caret++) {
        assertThat(QueryPart.at(text, caret)).isEqualTo(new QueryPart(text, "", 1, 1));
      }
    }
  }
}
