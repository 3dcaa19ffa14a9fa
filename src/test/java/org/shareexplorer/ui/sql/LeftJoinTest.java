package org.shareexplorer.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.sql.LeftJoin.Part;

class LeftJoinTest {

  private static final SqlTable SALES =
      new SqlTable("Demo share", new TableName("shop", "retail", "sales"));
  private static final SqlTable PEOPLE =
      new SqlTable("Über uns", new TableName("shop", "retail", "people"));

  @Test
  void allThatWasChosenComesBack() {
    LeftJoin join =
        new LeftJoin(
            List.of(
                new Part(SALES, Join.Kind.INNER, List.of(), List.of("e-mail", "Größe")),
                new Part(
                    PEOPLE,
                    Join.Kind.ANTI,
                    List.of(
                        new LeftJoin.Key(0, "customer id", "id"),
                        new LeftJoin.Key(0, "joined", "key")),
                    List.of())));
    assertThat(LeftJoin.of(join.page().text())).isEqualTo(join);
    assertThat(join.about()).isEqualTo("sales, people");
    assertThat(LeftJoin.of(new LeftJoin(List.of()).page().text()).parts()).isEmpty();
  }

  @Test
  void whatAnEarlierVersionHasNotedIsUnderstood() {
    assertThat(LeftJoin.of("Demo share\tshop\tretail\tsales\nÜber uns\tshop\tretail\tpeople"))
        .isEqualTo(LeftJoin.ofTables(List.of(SALES, PEOPLE)));
  }

  @Test
  void whatCannotBeUnderstoodIsPassedOver() {
    assertThat(
            LeftJoin.of(
                """
                \tkey\t0\ta\tb
                Demo share\tshop\tretail\tsales
                \tjoined\tBESIDE
                \tkey\tx\ta\tb
                \tkey\t0\ta\tcolumn\twith a tab
                \tkey\t99999\ta\tb

                \twithout
                rubbish
                """))
        .isEqualTo(LeftJoin.ofTables(List.of(SALES)));
  }
}
