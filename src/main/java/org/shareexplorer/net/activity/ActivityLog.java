package org.shareexplorer.net.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The latest requests, in memory. Taking one costs less than a microsecond, so that the threads
 * that make requests can do it. Thread-safe.
 */
public final class ActivityLog implements Consumer<Activity> {

  /** How many are kept. */
  public static final int MOST = 100_000;

  private static final int MOST_TEXTS = 8_192;

  private static final Activity EMPTY =
      new Activity(
          Instant.EPOCH,
          Asker.UNKNOWN,
          "",
          "",
          "",
          "",
          0,
          Outcome.DONE,
          "",
          0,
          0,
          new Timing(0, -1, -1, -1, -1),
          "",
          "");

  private final List<Activity> ring = new ArrayList<>();

  /** Hosts and paths come again and again, as a new text each time. */
  private final Map<String, String> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_TEXTS;
        }
      };

  /** Of earlier starts of the program; gives way once there is enough of this one. */
  private List<Activity> earlier = List.of();

  private long count;
  private long forgotten;

  /** What was noted after some point, and the next point to ask from. */
  public record News(List<Activity> activities, long next) {}

  @Override
  public synchronized void accept(Activity activity) {
    Activity kept = shared(activity);
    if (ring.size() < MOST) {
      ring.add(kept);
    } else {
      earlier = List.of();
      ring.set((int) (count % MOST), kept);
    }
    count++;
  }

  private Activity shared(Activity a) {
    return new Activity(
        a.start(),
        new Asker(shared(a.connection()), a.kind()),
        shared(a.method()),
        shared(a.host()),
        shared(a.path()),
        a.range(),
        a.status(),
        a.outcome(),
        shared(a.fault()),
        a.sent(),
        a.received(),
        a.timing(),
        a.requestId(),
        shared(a.protocol()));
  }

  private String shared(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /**
   * {@return what was noted from a point on, oldest first, as far as it is still kept}
   *
   * @param from 0 at first, then what the last answer said
   */
  public synchronized News since(long from) {
    long first = Math.max(Math.max(from, count - ring.size()), forgotten);
    List<Activity> news = new ArrayList<>(from == 0 ? earlier : List.of());
    for (long i = first; i < count; i++) {
      news.add(ring.get((int) (i % MOST)));
    }
    return new News(news, count);
  }

  /** Puts what was noted in earlier starts of the program before all else. */
  public synchronized void earlier(List<Activity> before) {
    List<Activity> kept = new ArrayList<>(before.size());
    before.forEach(activity -> kept.add(shared(activity)));
    earlier = kept;
  }

  /** {@return all that is kept, oldest first} */
  public List<Activity> all() {
    return since(0).activities();
  }

  /** Forgets everything. */
  public synchronized void clear() {
    // The places stay, as points to ask from must go on to mean the same.
    ring.replaceAll(_ -> EMPTY);
    forgotten = count;
    earlier = List.of();
    texts.clear();
  }
}
