package org.shareexplorer.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.Order;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.filter.FilterState.Condition;

class LeftFilterTest {

  private static final Field NAME = new Field("it's \"a\" name", Simple.STRING, true);
  private static final Field DAY = new Field("day", Simple.DATE, true);
  private static final Field AT = new Field("at", Simple.TIMESTAMP, true);
  private static final Field PRICE = new Field("price", Simple.DOUBLE, true);
  private static final List<Field> FIELDS = List.of(NAME, DAY, AT, PRICE);

  private static final FilterState STATE =
      new FilterState(
          List.of(
              new Condition(new Predicate.OneOf(NAME, List.of("x", "it's", "")), false),
              new Condition(new Predicate.Like(NAME, "%50\\%%", true), true),
              new Condition(
                  Predicate.or(
                      List.of(
                          new Predicate.Compared(DAY, Comparison.LESS, LocalDate.of(2026, 2, 28)),
                          new Predicate.IsNull(AT))),
                  false),
              new Condition(
                  new Predicate.Distinct(AT, Instant.parse("2026-03-29T01:30:00.123456Z")), false),
              new Condition(new Predicate.Compared(PRICE, Comparison.AT_LEAST, 0.1 + 0.2), false)),
          List.of(new Order("day", true), new Order("price", false)));

  @Test
  void whatWasLeftComesBackAsItWas() {
    LeftFilter back = LeftFilter.of(LeftFilter.view(STATE, List.of()), FIELDS);
    assertThat(back.state()).isEqualTo(STATE);
    assertThat(back.dropped()).isEmpty();
  }

  @Test
  void whatHasNoColumnAnyMoreIsDroppedWithAWord() {
    LeftFilter back =
        LeftFilter.of(STATE, List.of(NAME, AT, new Field("price", Simple.STRING, true)));
    assertThat(back.state().conditions())
        .containsExactly(
            STATE.conditions().get(0), STATE.conditions().get(1), STATE.conditions().get(3));
    assertThat(back.state().order()).containsExactly(new Order("price", false));
    assertThat(back.dropped())
        .containsExactly(
            "day < '2026-02-28' OR at IS NULL", "price >= 0.30000000000000004", "sorted by day");
  }

  @Test
  void columnsAreRememberedBesideThem() {
    List<LeftView.Column> columns = List.of(new LeftView.Column("day", 80, true, false));
    assertThat(LeftFilter.view(FilterState.NONE, columns))
        .isEqualTo(new LeftView(List.of(), List.of(), columns));
  }
}
