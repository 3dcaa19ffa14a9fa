package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.Join.Kind;
import org.shareexplorer.engine.sql.Join.Side;
import org.shareexplorer.engine.sql.JoinCounts;
import org.shareexplorer.engine.sql.KeySuggestion;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/** What a join is said to give is what it gives, and what another engine says. */
class JoinDemoTest extends DemoBesideItsFiles {

  private final Job job = Job.unattended();

  private static Field field(OpenTable table, String name) {
    return table.snapshot().field(name).orElseThrow();
  }

  /** Some sales beside some customers: rows without a partner on both sides. */
  private Join join(Kind kind) {
    OpenTable sales = open(SALES);
    OpenTable customers = open(CUSTOMERS);
    return new Join(
        List.of(
            new Side(
                "(SELECT * FROM sales_transactions WHERE transaction_id < 2000)",
                "sales_transactions",
                sales.snapshot().fields(),
                Kind.INNER,
                List.of(),
                List.of(field(sales, "transaction_id"), field(sales, "customer_id"))),
            new Side(
                "(SELECT * FROM customers WHERE customer_id % 3 > 0)",
                "customers",
                customers.snapshot().fields(),
                kind,
                List.of(
                    new Join.Key(0, field(sales, "customer_id"), field(customers, "customer_id"))),
                List.of(field(customers, "customer_id"), field(customers, "country")))));
  }

  private JoinCounts counts(Join join) {
    try (SqlResult result = run(join.countsSql(1), job)) {
      List<String> names = result.query().columns().stream().map(Field::name).toList();
      return JoinCounts.of(result.table().rows(0, 1, names, job).rows().getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void asManyRowsComeAsWereSaid(Kind kind) throws Exception {
    Join join = join(kind);
    long expected =
        ((Number)
                Objects.requireNonNull(
                    files().row("SELECT count(*) FROM (" + join.sql() + ")").getFirst()))
            .longValue();
    assertThat(counts(join).rows(kind)).isEqualTo(expected);
    try (SqlResult result = run(join.sql(), job);
        SqlResult said = run(join.rowsSql(), job)) {
      assertThat(result.rows()).isEqualTo(expected);
      assertThat(said.table().rows(0, 1, List.of("n"), job).rows().getFirst())
          .isEqualTo(List.of(expected));
      assertThat(result.query().columns())
          .extracting(Field::name)
          .isEqualTo(join.columns().stream().map(Join.Column::name).toList());
    }
  }

  @Test
  void matchesAreCountedOnBothSides() throws Exception {
    JoinCounts counts = counts(join(Kind.INNER));
    List<@Nullable Object> truth =
        files()
            .row(
                """
                WITH s AS (SELECT * FROM sales_transactions WHERE transaction_id < 2000),
                  c AS (SELECT * FROM customers WHERE customer_id % 3 > 0)
                SELECT (SELECT count(*) FROM s), (SELECT count(*) FROM c),
                  (SELECT count(*) FROM s WHERE customer_id IN (SELECT customer_id FROM c)),
                  (SELECT count(*) FROM c WHERE customer_id IN (SELECT customer_id FROM s)),
                  (SELECT count(*) FROM s WHERE customer_id IS NULL),
                  (SELECT count(*) FROM s WHERE customer_id IN
                    (SELECT customer_id FROM s GROUP BY 1 HAVING count(*) > 1))
                """);
    List<Long> said =
        List.of(
            counts.left().all(),
            counts.right().all(),
            counts.left().matched(),
            counts.right().matched(),
            counts.left().nulls(),
            counts.left().repeated());
    List<Long> numbers = new ArrayList<>();
    truth.forEach(value -> numbers.add(((Number) Objects.requireNonNull(value)).longValue()));
    assertThat(said).isEqualTo(numbers);
    assertThat(counts.right().repeated()).isZero();
  }

  @Test
  void keysAreSuggestedByNameTypeAndValues() {
    List<KeySuggestion> suggestions =
        KeySuggestion.of("sales_transactions", open(SALES), "customers", open(CUSTOMERS), job);
    assertThat(suggestions.getFirst().left().name()).isEqualTo("customer_id");
    assertThat(suggestions.getFirst().right().name()).isEqualTo("customer_id");
    assertThat(suggestions.getFirst().looked()).isPositive();
    assertThat(suggestions.getFirst().found()).isPositive();
  }

  @Test
  void clashesOfNamesAreSolvedByTheTablesName() {
    assertThat(join(Kind.LEFT).columns())
        .extracting(Join.Column::name)
        .containsExactly("transaction_id", "customer_id", "customer_id_customers", "country");
    assertThat(join(Kind.ANTI).columns())
        .extracting(Join.Column::name)
        .containsExactly("transaction_id", "customer_id");
  }
}
