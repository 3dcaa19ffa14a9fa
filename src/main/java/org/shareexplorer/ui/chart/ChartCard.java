package org.shareexplorer.ui.chart;

import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.SampledChart;
import org.shareexplorer.chart.Span;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.SampledTable;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background;

/** One chart on the screen: what it shows and how far it is. FX thread only. */
public final class ChartCard {

  /** Charts of fewer rows are there before anybody waits. */
  static final long LARGE = 4_000_000;

  private final OpenTable table;
  private final ObservableValue<ZoneId> zone;
  private final Background.Latest latest;
  private final FirstLook firstLook;
  private final ReadOnlyObjectWrapper<ChartSpec> spec;
  private final ReadOnlyObjectWrapper<CardState> state =
      new ReadOnlyObjectWrapper<>(new CardState.Idle());

  private Optional<Span> zoom = Optional.empty();

  ChartCard(OpenTable table, ObservableValue<ZoneId> zone, Background background, ChartSpec first) {
    this.table = table;
    this.zone = zone;
    latest = background.latest();
    firstLook = new FirstLook(background);
    spec = new ReadOnlyObjectWrapper<>(first);
  }

  /** {@return what it shows} */
  public ReadOnlyObjectProperty<ChartSpec> spec() {
    return spec.getReadOnlyProperty();
  }

  /** {@return how far it is} */
  public ReadOnlyObjectProperty<CardState> state() {
    return state.getReadOnlyProperty();
  }

  /** {@return the part of the axis that is shown, if not all} */
  Optional<Span> zoom() {
    return zoom;
  }

  /** Notes which part of the axis is shown. */
  void zoom(Optional<Span> shown) {
    zoom = shown;
  }

  /** {@return whether what is shown is of some of the rows} */
  public boolean sampled() {
    return state.get() instanceof CardState.Ready ready && ready.chart() instanceof SampledChart;
  }

  /** Shows something else. */
  public void show(ChartSpec wanted) {
    ChartSpec before = spec.get();
    if (wanted.equals(before)) {
      return;
    }
    spec.set(wanted);
    if (AnnotatedSpec.plain(wanted).equals(AnnotatedSpec.plain(before))
        && state.get() instanceof CardState.Ready(var chart, var cost, var seconds)) {
      // Words and marks change no figures.
      state.set(new CardState.Ready(AnnotatedSpec.redrawn(chart, wanted), cost, seconds));
    } else {
      ask();
    }
  }

  /** Asks the table, once more if it was asked before. */
  public void ask() {
    ask(false);
  }

  /** Asks for the figures of some of the rows, where those of all are too large a question. */
  public void askSample() {
    ask(true);
  }

  private void ask(boolean sample) {
    ChartSpec asked = spec.get();
    ZoneId days = zone.getValue();
    state.set(new CardState.Loading(Progress.of("Reading"), Optional.empty()));
    latest.cancel();
    firstLook.cancel();
    if (!sample && (asked.glimpsed() || asked.spread()) && table.rowCount().orElse(0) >= LARGE) {
      firstLook.take(
          job -> glimpse(asked, days, job),
          () -> ask(asked, days, false),
          chart -> {
            if (state.get() instanceof CardState.Loading(var progress, var _)) {
              state.set(new CardState.Loading(progress, Optional.of(chart)));
            }
          });
    } else {
      ask(asked, days, sample);
    }
  }

  private void ask(ChartSpec asked, ZoneId days, boolean sample) {
    Running<Timed> running =
        latest.start(
            job -> timed(asked, days, sample, job),
            timed -> end(new CardState.Ready(timed.chart(), timed.cost(), timed.seconds())),
            problem -> end(new CardState.Failed(problem)));
    Background.follow(
        running,
        progress -> {
          if (latest.busy()
              && state.get() instanceof CardState.Loading(var _, var glimpse)
              && asked.equals(spec.get())) {
            state.set(new CardState.Loading(progress, glimpse));
          }
        });
  }

  private void end(CardState last) {
    firstLook.cancel();
    state.set(last);
  }

  private Chart glimpse(ChartSpec asked, ZoneId days, Job job) {
    SampledTable some =
        asked.glimpsed() ? SampledTable.glimpse(table, job) : SampledTable.of(table, job);
    return new SampledChart(asked.ask(some, days, job), some.share());
  }

  private Timed timed(ChartSpec asked, ZoneId days, boolean sample, Job job) {
    long start = System.nanoTime();
    Chart chart = sample ? sampled(asked, days, job) : asked.ask(table, days, job);
    return new Timed(chart, job.cost(), (System.nanoTime() - start) / 1e9);
  }

  private Chart sampled(ChartSpec asked, ZoneId days, Job job) {
    SampledTable some = SampledTable.of(table, job);
    return new SampledChart(asked.ask(some, days, job), some.share());
  }

  /**
   * Ends the reading. The card then waits to be asked again, with what is seen of a few parts if
   * that is there.
   */
  public void stop() {
    latest.cancel();
    if (state.get() instanceof CardState.Loading(var _, var glimpse)) {
      end(
          glimpse
              .<CardState>map(chart -> new CardState.Ready(chart, Cost.NONE, 0))
              .orElseGet(CardState.Idle::new));
    }
  }

  private record Timed(Chart chart, Cost cost, double seconds) {}
}
