package org.shareexplorer.ui.activity;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.workspace.KeptActivity;

/**
 * The requests on screen: filtered, sorted, growing while more are made. Filtering and sorting all
 * of them is done in the background; the few that come are put in their places at once. Holds no
 * controls; FX thread only.
 */
public final class ActivityModel {

  /** Latest first. */
  public static final Comparator<Activity> LATEST =
      Comparator.comparing(Activity::start).reversed();

  private final KeptActivity activity;
  private final InstantSource clock;
  private final Background.Latest work;
  private final ObservableList<Activity> rows = FXCollections.observableArrayList();
  private final ObservableList<Activity> seen = FXCollections.unmodifiableObservableList(rows);
  private final ObjectProperty<ActivityFilter> filter =
      new SimpleObjectProperty<>(ActivityFilter.ALL);
  private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(Totals.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper ending = new ReadOnlyIntegerWrapper();
  private final Jobs jobs;
  private Comparator<Activity> order = LATEST;
  private long next = -1;

  /**
   * What the rows on screen add up to.
   *
   * @param requests how many there are
   * @param failed how many of them did not end with what was asked for
   * @param received bytes that came
   * @param sent bytes that were sent
   */
  public record Totals(long requests, long failed, long received, long sent) {

    /** Of no rows. */
    static final Totals NONE = new Totals(0, 0, 0, 0);

    Totals plus(List<Activity> more) {
      long failures = failed;
      long in = received;
      long out = sent;
      for (Activity each : more) {
        failures += each.outcome() == Outcome.DONE ? 0 : 1;
        in += each.received();
        out += each.sent();
      }
      return new Totals(requests + more.size(), failures, in, out);
    }
  }

  private record Look(List<Activity> rows, Totals totals, long next) {}

  /** Shows a log, with what earlier starts of the program left in it. */
  public ActivityModel(KeptActivity activity, Background background, InstantSource clock) {
    this.activity = activity;
    this.clock = clock;
    this.work = background.latest();
    this.jobs = background.jobs();
    filter.subscribe(now -> lookAnew());
  }

  /** {@return the requests wanted, in the order wanted} */
  public ObservableList<Activity> rows() {
    return seen;
  }

  /** {@return which requests are wanted; may be set} */
  public ObjectProperty<ActivityFilter> filter() {
    return filter;
  }

  /** {@return what the rows add up to} */
  public ReadOnlyObjectProperty<Totals> totals() {
    return totals.getReadOnlyProperty();
  }

  /** {@return how many cancelled computations have not ended yet} */
  public ReadOnlyIntegerProperty ending() {
    return ending.getReadOnlyProperty();
  }

  /** {@return what kept the log from being read; null if nothing did} */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** {@return whether the rows are being looked through} */
  public boolean busy() {
    return work.busy();
  }

  /** Puts the rows in another order. */
  public void sort(Comparator<Activity> wanted) {
    order = wanted;
    lookAnew();
  }

  private void lookAnew() {
    Predicate<Activity> wanted = filter.get().at(clock.instant());
    Comparator<Activity> by = order;
    next = -1;
    work.start(
        job -> {
          activity.load(job);
          ActivityLog.News all = activity.log().since(0);
          List<Activity> found = new ArrayList<>(all.activities().stream().filter(wanted).toList());
          job.check();
          found.sort(by);
          return new Look(found, Totals.NONE.plus(found), all.next());
        },
        look -> {
          problem.set(null);
          rows.setAll(look.rows());
          totals.set(look.totals());
          next = look.next();
        },
        problem::set);
  }

  /** Takes in what was asked since the last time; to be called now and then. */
  public void follow() {
    ending.set(jobs.ending());
    if (next < 0) {
      return;
    }
    ActivityLog.News news = activity.log().since(next);
    next = news.next();
    List<Activity> more =
        news.activities().stream().filter(filter.get().at(clock.instant())).sorted(order).toList();
    if (more.isEmpty()) {
      return;
    }
    totals.set(totals.get().plus(more));
    if (rows.isEmpty() || order.compare(more.getLast(), rows.getFirst()) <= 0) {
      rows.addAll(0, more);
    } else if (more.size() > 200) {
      lookAnew();
    } else {
      more.forEach(each -> rows.add(place(each), each));
    }
    if (rows.size() > ActivityLog.MOST + ActivityLog.MOST / 10) {
      lookAnew();
    }
  }

  private int place(Activity activity) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(rows.get(middle), activity) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** {@return the names of the connections that asked for something, in order} */
  public List<String> connections() {
    return rows.stream()
        .map(Activity::connection)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@return whether requests are kept on the disk} */
  public boolean kept() {
    return activity.kept();
  }

  /** Keeps requests on the disk, or no longer. */
  public void keep(boolean wanted) {
    change(() -> activity.keep(wanted));
  }

  /** Forgets everything. */
  public void clear() {
    change(activity::clear);
  }

  private void change(Runnable action) {
    work.start(
        job -> {
          action.run();
          return true;
        },
        done -> lookAnew(),
        problem::set);
  }

  /** Ends what runs for this. */
  public void close() {
    work.cancel();
  }
}
