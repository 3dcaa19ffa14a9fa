package org.shareexplorer.ui.changes;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.engine.ChangeView;
import org.shareexplorer.engine.ChangedRows;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/**
 * What the screen of changes shows, and what it is asked for. Holds no controls; FX thread only.
 */
final class ChangesModel {

  /** Where changes come from. */
  enum Source {
    /** The table's change feed. */
    FEED,
    /** A comparison of two versions by a key. */
    COMPARISON
  }

  /** How far the answer is. */
  sealed interface State {
    /** Nothing was asked yet. */
    record Idle() implements State {}

    /** Something is read. */
    record Working(Running<?> running) implements State {}

    /** There is no feed. */
    record NoFeed(Problem problem) implements State {}

    /** A comparison needs a key, and none was found. */
    record NeedsKey(Changes changes) implements State {}

    /** The changes are large, and the person was not asked yet whether to read them. */
    record Large(Changes changes) implements State {}

    /** It did not work. */
    record Failed(Problem problem) implements State {}

    /**
     * The changes.
     *
     * @param counts by version, oldest first
     * @param rows those that fit the view
     */
    record Shown(Changes changes, List<ChangeCounts> counts, ChangedRows rows) implements State {}
  }

  /**
   * What is asked for.
   *
   * @param from a version's number or a time, as typed; empty for as far back as there are changes
   * @param to the same; empty for the newest
   */
  record Range(String from, String to) {}

  /** Bytes that are fetched without asking. */
  static final long UNASKED = 250_000_000;

  private final Ui ui;
  private final ChangesRange asked;
  private final long version;
  private final OptionalLong lastLooked;
  private final Latest latest;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ObjectProperty<ChangeView> view = new SimpleObjectProperty<>(ChangeView.ALL);
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>(new Range("", ""));
  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.FEED);
  private Optional<Changes> open = Optional.empty();
  private List<ChangeCounts> counts = List.of();
  private Runnable again = () -> {};

  /**
   * @param version the version that the tab shows
   * @param lastLooked the version that the person had looked at before, if any
   */
  ChangesModel(
      Ui ui, ConnectionId connection, TableName table, long version, OptionalLong lastLooked) {
    this.ui = ui;
    asked = new ChangesRange(ui.workspace(), connection, table, version);
    this.version = version;
    this.lastLooked = lastLooked;
    latest = ui.background().latest();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ChangeView> view() {
    return view;
  }

  ReadOnlyObjectProperty<Range> range() {
    return range;
  }

  ReadOnlyObjectProperty<Source> source() {
    return source;
  }

  /** {@return the version that the tab shows} */
  long version() {
    return version;
  }

  /** {@return the first version that the person has not seen yet, if there is one} */
  OptionalLong firstUnseen() {
    return lastLooked.isPresent() && lastLooked.getAsLong() < version
        ? OptionalLong.of(lastLooked.getAsLong() + 1)
        : OptionalLong.empty();
  }

  /** {@return columns that may serve as a key} */
  List<String> columns() {
    return open.map(changes -> changes.fields().stream().map(Field::name).toList())
        .orElse(List.of());
  }

  /** Begins with what is most likely wanted: what is new to the person, or else everything. */
  void start() {
    if (state.get() instanceof State.Idle) {
      firstUnseen().ifPresent(first -> range.set(new Range(Long.toString(first), "")));
      read();
    }
  }

  /** Asks for another range, which may be one of times. */
  void show(Range wanted) {
    range.set(wanted);
    view.set(view.get().withVersions(0, Long.MAX_VALUE));
    read();
  }

  /** Asks the other source, for the same range. */
  void from(Source wanted) {
    if (source.get() == wanted) {
      return;
    }
    source.set(wanted);
    view.set(ChangeView.ALL);
    if (wanted == Source.COMPARISON && range.get().from().isEmpty()) {
      range.set(new Range(Long.toString(Math.max(0, version - 1)), range.get().to()));
    }
    read();
  }

  /** Narrows or widens what is shown of the changes at hand. */
  void look(ChangeView wanted) {
    if (wanted.equals(view.get())) {
      return;
    }
    boolean otherKey = !wanted.key().equals(view.get().key());
    view.set(wanted);
    open.ifPresent(changes -> {
      again = () -> list(changes, otherKey);
      list(changes, otherKey);
    });
  }

  /** Takes a kind of change in or out. */
  void toggle(ChangeKind kind, boolean wanted) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    kinds.addAll(view.get().kinds());
    if (wanted) {
      kinds.add(kind);
    } else {
      kinds.remove(kind);
    }
    look(view.get().withKinds(kinds));
  }

  /** Does once more what failed. */
  void retry() {
    again.run();
  }

  private void read() {
    again = this::read;
    open = Optional.empty();
    Range wanted = range.get();
    ZoneId zone = ui.zone().get();
    Source from = source.get();
    ChangeView looked = view.get();
    work(job -> {
      Changes changes =
          from == Source.FEED ? asked.fed(wanted, zone, job) : asked.compared(wanted, zone, job);
      return changes.sizeInBytes() > UNASKED
          ? new State.Large(changes)
          : answer(changes, from, looked, job);
    });
  }

  /** Reads changes that are large. */
  void readLarge(Changes changes) {
    again = () -> readLarge(changes);
    Source from = source.get();
    ChangeView looked = view.get();
    work(job -> answer(changes, from, looked, job));
  }

  private static State answer(Changes changes, Source from, ChangeView looked, Job job) {
    return from == Source.FEED ? answered(changes, looked, job) : matched(changes, looked, job);
  }

  private void list(Changes changes, boolean countAnew) {
    ChangeView wanted = view.get();
    if (source.get() == Source.COMPARISON && wanted.key().isEmpty()) {
      latest.cancel();
      state.set(new State.NeedsKey(changes));
      return;
    }
    List<ChangeCounts> known = counts;
    work(job ->
        new State.Shown(
            changes,
            countAnew || known.isEmpty() ? changes.counts(wanted, job) : known,
            changes.rows(wanted, job)));
  }

  private static State answered(Changes changes, ChangeView wanted, Job job) {
    return new State.Shown(changes, changes.counts(wanted, job), changes.rows(wanted, job));
  }

  private static State matched(Changes changes, ChangeView wanted, Job job) {
    List<String> key = wanted.key().isEmpty() ? changes.suggestedKey(job) : wanted.key();
    return key.isEmpty()
        ? new State.NeedsKey(changes)
        : answered(changes, wanted.withKey(key), job);
  }

  private void work(Work<State> work) {
    Running<State> running = latest.start(work, this::arrived, this::failed);
    state.set(new State.Working(running));
  }

  private void arrived(State answer) {
    switch (answer) {
      case State.Shown(Changes changes, var found, var rows) -> {
        open = Optional.of(changes);
        counts = found;
        view.set(view.get().withKey(rows.matching().key()));
      }
      case State.NeedsKey(Changes changes) -> {
        open = Optional.of(changes);
        counts = List.of();
      }
      default -> {}
    }
    state.set(answer);
  }

  private void failed(Problem problem) {
    state.set(
        problem.code() == ProblemCode.NO_CHANGE_FEED
            ? new State.NoFeed(problem)
            : new State.Failed(problem));
  }

  void close() {
    latest.cancel();
  }
}
