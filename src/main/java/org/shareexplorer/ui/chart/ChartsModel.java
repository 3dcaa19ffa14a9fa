package org.shareexplorer.ui.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.chart.ChartKind;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartSuggestions;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Cost;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.fx.Background;

/** The charts of one table, without controls. FX thread only. */
public final class ChartsModel {

  private final OpenTable table;
  private final List<ChartSpec> likely;
  private final Background background;
  private final ObservableValue<ZoneId> zone;
  private final ChartColumns columns;
  private final ObservableList<ChartCard> cards =
      FXCollections.observableArrayList(card -> new Observable[] {card.spec(), card.state()});
  private final ObjectProperty<@Nullable ChartCard> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChartCard> enlarged = new SimpleObjectProperty<>();
  private final ObservableValue<List<String>> status;
  private final ChangeListener<ZoneId> zoneChanged = (_, _, _) -> askTimeAgain();

  /**
   * No charts yet.
   *
   * @param likely the charts to suggest; if there are none, those that the columns' names and types
   *     tell
   */
  ChartsModel(
      OpenTable table,
      List<ChartSpec> likely,
      Background background,
      ObservableValue<ZoneId> zone) {
    this.table = table;
    this.likely = List.copyOf(likely);
    this.background = background;
    this.zone = zone;
    columns = new ChartColumns(table.snapshot().fields());
    status = Bindings.createObjectBinding(this::statusParts, cards);
    zone.addListener(zoneChanged);
  }

  /** {@return the charts, in the order shown; the list tells of changes within a card as well} */
  public ObservableList<ChartCard> cards() {
    return cards;
  }

  /** {@return the card whose choices are shown, or null if there is none} */
  public ObjectProperty<@Nullable ChartCard> selected() {
    return selected;
  }

  /** {@return the card that has the whole place, or null if all have theirs} */
  public ObjectProperty<@Nullable ChartCard> enlarged() {
    return enlarged;
  }

  /** {@return what the status bar says} */
  public ObservableValue<List<String>> status() {
    return status;
  }

  /** Puts the suggested charts in the place of all others and asks for their figures. */
  public void suggest() {
    show(likely.isEmpty() ? ChartSuggestions.of(columns.fields()) : likely);
  }

  /** Puts charts in the place of all others and asks for their figures. */
  public void show(List<ChartSpec> charts) {
    close(List.copyOf(cards));
    charts.forEach(this::add);
    selected.set(cards.isEmpty() ? null : cards.getFirst());
  }

  /** Adds a chart, selects it and asks for its figures. */
  public void add(ChartSpec spec) {
    ChartCard card = new ChartCard(table, zone, background, spec);
    cards.add(card);
    selected.set(card);
    card.ask();
  }

  /**
   * Asks for a chart's figures again, and for those of all others that failed for the same reason:
   * a server that is there again is so for each of them. What was too large is so by itself.
   */
  void again(ChartCard card) {
    CardState before = card.state().get();
    card.ask();
    if (before instanceof CardState.Failed(Problem problem)
        && problem.code() != ProblemCode.TOO_LARGE) {
      cards.stream().filter(other -> before.equals(other.state().get())).forEach(ChartCard::ask);
    }
  }

  /** Takes a chart away. */
  public void remove(ChartCard card) {
    int place = cards.indexOf(card);
    close(List.of(card));
    selected.set(cards.isEmpty() ? null : cards.get(Math.clamp(place, 0, cards.size() - 1)));
  }

  /** Ends whatever runs. */
  public void close() {
    zone.removeListener(zoneChanged);
    cards.forEach(ChartCard::stop);
  }

  private void close(List<ChartCard> gone) {
    gone.forEach(ChartCard::stop);
    ChartCard large = enlarged.get();
    if (large != null && gone.contains(large)) {
      enlarged.set(null);
    }
    cards.removeAll(gone);
  }

  /** {@return the table's columns, to choose among} */
  public ChartColumns columns() {
    return columns;
  }

  /** {@return the kinds of chart that this table's columns allow} */
  public List<ChartKind> kinds() {
    return ChartKind.fitting(columns);
  }

  private void askTimeAgain() {
    cards.stream().filter(card -> card.spec().get().timed()).forEach(ChartCard::ask);
  }

  private List<String> statusParts() {
    if (cards.isEmpty()) {
      return List.of("No charts");
    }
    Cost cost = Cost.NONE;
    double seconds = 0;
    int ready = 0;
    for (ChartCard card : cards) {
      if (card.state().get() instanceof CardState.Ready done) {
        ready++;
        cost = cost.plus(done.cost());
        seconds = Math.max(seconds, done.seconds());
      }
    }
    String charts =
        ready == cards.size()
            ? Figures.counted(ready, "chart")
            : ready + " of " + Figures.counted(cards.size(), "chart");
    return ready == 0
        ? List.of(charts)
        : List.of(
            charts
                + (cards.stream().anyMatch(ChartCard::sampled)
                    ? " · some from a sample"
                    : " · exact, over all rows"),
            Figures.counted(cost.requests(), "request") + " · " + bytes(cost.bytes()),
            String.format(Locale.ROOT, "%.2f s", seconds));
  }

  private static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? Math.round(bytes / 1e3) + " KB"
        : String.format(
            Locale.ROOT, bytes < 1e9 ? "%.1f MB" : "%.1f GB", bytes / (bytes < 1e9 ? 1e6 : 1e9));
  }
}
