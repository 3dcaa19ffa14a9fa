package org.shareexplorer.ui.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.engine.ProviderQuestion;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.profile.ProfileState.Work;

/**
 * The profiles of a table's columns, in three steps: what the provider's statistics say of all
 * columns, without data; then, of the columns in sight, all rows if they are few bytes, else a
 * sample; then, of those that somebody asks for, all rows. FX thread only.
 */
public final class ColumnProfiles {

  private static final int AT_ONCE = 2;

  private final OpenTable table;
  private final Background background;
  private final Latest provider;
  private final List<ProfileState> states = new ArrayList<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final PauseTransition settle = new PauseTransition(Duration.millis(180));
  private final Deque<Integer> asked = new ArrayDeque<>();
  private final Map<Integer, Step> running = new HashMap<>();
  private final Set<Integer> tried = new HashSet<>();
  private List<Integer> seen = List.of();
  private @Nullable List<ColumnProfile> said;
  private Cost spent = Cost.NONE;
  private boolean started;
  private boolean closed;

  /** A step under way for one column. */
  private record Step(Latest latest, org.shareexplorer.job.Running<?> running, boolean wanted) {}

  /** What came of a step. */
  private record Answer(ColumnProfile profile, OptionalLong bytes) {}

  /** Profiles of a table; nothing is asked before columns come in sight. */
  public ColumnProfiles(OpenTable table, Background background) {
    this.table = table;
    this.background = background;
    this.provider = background.latest();
    table.snapshot().fields().forEach(field -> states.add(ProfileState.of(field)));
    settle.setOnFinished(_ -> settled());
  }

  /** {@return changes whenever a profile has changed} */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** {@return how many columns there are} */
  public int size() {
    return states.size();
  }

  /** {@return how far a column's profile is} */
  public ProfileState state(int column) {
    return states.get(column);
  }

  /** {@return what the profiles have cost so far} */
  public Cost cost() {
    return running.values().stream().map(step -> step.running().cost()).reduce(spent, Cost::plus);
  }

  /** {@return whether profiles are being computed} */
  public boolean busy() {
    return !running.isEmpty() || !asked.isEmpty();
  }

  /** Says which columns are in sight; once they stay there, their profiles are taken from data. */
  public void see(List<Integer> columns) {
    if (closed) {
      return;
    }
    begin();
    if (!seen.equals(columns)) {
      seen = List.copyOf(columns);
      settle.playFromStart();
    }
  }

  /** Reads what the provider says. */
  public void begin() {
    if (started || closed) {
      return;
    }
    started = true;
    var _ =
        provider.start(
            job -> table.ask(new ProviderQuestion(), job),
            this::provided,
            _ -> provided(List.of()));
  }

  private void provided(List<ColumnProfile> profiles) {
    said = profiles;
    for (int i = 0; i < profiles.size(); i++) {
      ColumnProfile profile = profiles.get(i);
      ColumnProfile known = states.get(i).profile();
      states.set(
          i,
          states.get(i).known().isPresent() && known != null
              ? states.get(i).with(known.completedBy(profile), OptionalLong.empty())
              : new ProfileState(
                  profile.field(), profile, states.get(i).work(), null, OptionalLong.empty()));
    }
    changed();
    settled();
  }

  /** Columns that are in sight no more are left to others. */
  private void settled() {
    if (said == null || closed) {
      return;
    }
    List<Integer> gone =
        running.entrySet().stream()
            .filter(entry -> !entry.getValue().wanted() && !seen.contains(entry.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    gone.forEach(this::stop);
    next();
  }

  /** Computes a column's profile from all rows. */
  public void askAll(int column) {
    if (closed || states.get(column).ofAllRows() || asked.contains(column)) {
      return;
    }
    Step step = running.get(column);
    if (step != null && step.wanted()) {
      return;
    }
    stop(column);
    begin();
    asked.add(column);
    states.set(column, states.get(column).with(Work.WAITING));
    changed();
    next();
  }

  /** Computes a column's profile from a sample: where memory does not suffice for all rows. */
  public void sample(int column) {
    if (!closed) {
      stop(column);
      Field field = states.get(column).field();
      start(column, true, job -> of(field, Extent.SAMPLE, job));
    }
  }

  /** Tries again what failed for a column. */
  public void retry(int column) {
    tried.remove(column);
    states.set(
        column,
        new ProfileState(
            states.get(column).field(),
            states.get(column).profile(),
            Work.NONE,
            null,
            states.get(column).bytes()));
    changed();
    next();
  }

  /** Stops what is done for a column; what is known of it stays. */
  public void stop(int column) {
    asked.remove((Integer) column);
    Step step = running.remove(column);
    if (step != null) {
      step.latest().cancel();
      spent = spent.plus(step.running().cost());
      if (!step.wanted()) {
        tried.remove(column);
      }
    }
    if (states.get(column).work() != Work.NONE) {
      states.set(column, states.get(column).with(Work.NONE));
      changed();
    }
  }

  /** Stops everything that somebody asked for. */
  public void stopAll() {
    List.copyOf(asked).forEach(this::stop);
    List.copyOf(running.keySet()).forEach(this::stop);
  }

  private void next() {
    while (!closed && said != null && running.size() < AT_ONCE) {
      if (!asked.isEmpty()) {
        // Of what is asked for, what is looked at comes first.
        Integer wanted =
            seen.stream().filter(asked::contains).findFirst().orElseGet(asked::getFirst);
        asked.remove(wanted);
        start(wanted, true);
        continue;
      }
      Integer column =
          seen.stream()
              .filter(c -> !states.get(c).fromData() && tried.add(c))
              .findFirst()
              .orElse(null);
      if (column == null) {
        return;
      }
      start(column, false);
    }
  }

  private void start(int column, boolean wanted) {
    Field field = states.get(column).field();
    start(column, wanted, job -> wanted ? of(field, Extent.ALL, job) : fitting(field, job));
  }

  private void start(int column, boolean wanted, org.shareexplorer.job.Work<Answer> work) {
    Latest latest = background.latest();
    states.set(column, states.get(column).with(Work.RUNNING));
    running.put(
        column,
        new Step(
            latest,
            latest.start(
                work, answer -> arrived(column, answer), problem -> failed(column, problem)),
            wanted));
    changed();
  }

  private Answer of(Field field, Extent extent, Job job) {
    return new Answer(
        table.ask(new ProfileQuestion(field.name(), extent), job),
        extent == Extent.ALL ? OptionalLong.of(0) : OptionalLong.empty());
  }

  private Answer fitting(Field field, Job job) {
    long bytes = table.bytesToFetch(List.of(field.name()), job);
    Extent extent = ProfileQuestion.unasked(table, bytes);
    return new Answer(
        table.ask(new ProfileQuestion(field.name(), extent), job),
        OptionalLong.of(extent == Extent.ALL ? 0 : bytes));
  }

  private void arrived(int column, Answer answer) {
    ended(column);
    ColumnProfile profile = answer.profile();
    if (said != null && column < said.size()) {
      profile = profile.completedBy(said.get(column));
    }
    states.set(column, states.get(column).with(profile, answer.bytes()));
    changed();
    next();
  }

  private void failed(int column, Problem problem) {
    ended(column);
    states.set(column, states.get(column).with(problem));
    changed();
    next();
  }

  private void ended(int column) {
    Step step = running.remove(column);
    if (step != null) {
      spent = spent.plus(step.running().cost());
    }
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /** Ends whatever runs. */
  public void close() {
    closed = true;
    settle.stop();
    provider.cancel();
    stopAll();
  }
}
