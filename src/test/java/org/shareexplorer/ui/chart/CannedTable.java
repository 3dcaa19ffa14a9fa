package org.shareexplorer.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.chart.SampleGroups;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.GlimpseQuestion;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Question;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.SampledQuestion;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/** A table that answers with the same figures whatever it is asked. */
final class CannedTable implements OpenTable {

  static final List<Field> SALES =
      List.of(
          new Field("transaction_id", Simple.INTEGER, false),
          new Field("customer_id", Simple.INTEGER, false),
          new Field("product_name", Simple.STRING, true),
          new Field("quantity", Simple.INTEGER, true),
          new Field("unit_price", new DataType.Decimal(10, 2), true),
          new Field("total_amount", new DataType.Decimal(10, 2), true),
          new Field("transaction_date", Simple.DATE, true),
          new Field("region", Simple.STRING, true));

  private final List<Field> fields;
  private final long rows;
  private final List<Question<?>> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<@Nullable Problem> problem = new AtomicReference<>();
  private final AtomicReference<@Nullable CountDownLatch> gate = new AtomicReference<>();

  CannedTable(List<Field> fields) {
    this(fields, 50_000);
  }

  CannedTable(List<Field> fields, long rows) {
    this.fields = fields;
    this.rows = rows;
  }

  List<Question<?>> asked() {
    return asked;
  }

  /** Fails with a problem from now on, or no more if it is null. */
  void failWith(@Nullable Problem next) {
    problem.set(next);
  }

  /** Answers about all rows only when the gate is open, or the job cancelled. */
  void waitFor(@Nullable CountDownLatch next) {
    gate.set(next);
  }

  @Override
  public Snapshot snapshot() {
    TableHead head =
        new TableHead(
            12,
            ResponseFormat.PARQUET,
            1,
            Set.of(),
            "id",
            Optional.empty(),
            Optional.empty(),
            "{}",
            List.of(),
            Map.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());
    return new Snapshot(
        new TableName("external_retail", "retail", "sales_transactions"), head, fields, List.of());
  }

  @Override
  public OptionalLong rowCount() {
    return OptionalLong.of(rows);
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  @SuppressWarnings("unchecked") // Each question's answer is of its own type.
  public <A> A ask(Question<A> question, Job job) {
    asked.add(question);
    job.progress(Progress.of("Reading 3 files", 1, 3));
    CountDownLatch closed = gate.get();
    if (closed != null && !(question instanceof GlimpseQuestion<?>)) {
      try (Job.Hold _ = job.onCancel(closed::countDown)) {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      job.check();
    }
    Problem failure = problem.get();
    if (failure != null) {
      throw failure.asException();
    }
    job.countRequest();
    job.countBytes(13_000);
    Object answer =
        switch (about(question)) {
          case HistogramQuestion _ -> SampleCharts.histogram().answer();
          case BoxPlotQuestion _ -> SampleCharts.boxPlot().answer();
          case TimeSeriesQuestion _ -> SampleCharts.timeSeries().answer();
          case GroupedQuestion _ -> SampleGroups.regions().answer();
          case SummaryQuestion _ -> new Summary(0, List.of());
          default -> throw new UnsupportedOperationException();
        };
    return (A) answer;
  }

  private static Question<?> about(Question<?> question) {
    return switch (question) {
      case SampledQuestion<?> some -> some.question();
      case GlimpseQuestion<?> some -> some.question();
      default -> question;
    };
  }

  @Override
  public long countRows(Job job) {
    return rowCount().orElseThrow();
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    throw new UnsupportedOperationException("filters");
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    throw new UnsupportedOperationException("views");
  }
}
