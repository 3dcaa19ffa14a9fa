package org.shareexplorer.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tabs with queries are called. */
class QueryTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                        | SQL",
        "SELECT 42                                                 | SQL",
        "SELECT * FROM sales                                       | SQL · sales",
        "FROM sales JOIN customers USING (id)                      | SQL · sales",
        "select * from \"Demo share\".a . b.\"My table\" t limit 1   | SQL · My table",
        "SELECT * FROM (SELECT * FROM sales) x                     | SQL · sales",
        "WITH big AS (SELECT * FROM sales) SELECT * FROM big       | SQL · sales",
        "SELECT extract(year FROM day) FROM sales                  | SQL · sales",
        "SELECT a IS DISTINCT FROM b FROM sales                    | SQL · sales",
        "SELECT * FROM range(10), sales                            | SQL",
        "SELECT * FROM                                             | SQL",
        "SELECT ')' ) FROM sales                                   | SQL · sales",
        "/* FROM no */ SELECT 'FROM no' FROM a_very_long_name_of_a_table_of_sales | SQL · a_very_long_name_of_a_table…"
      })
  void aQueryIsCalledAfterItsFirstTable(String query, String title) {
    assertThat(QueryTitle.of(query)).isEqualTo(title);
  }

  @Test
  void aQueryStandsOnOneLine() {
    assertThat(QueryTitle.line(" SELECT\n\t1 ")).isEqualTo("SELECT 1");
    assertThat(QueryTitle.line("x".repeat(1000))).hasSize(300).endsWith("…");
  }
}
