package org.shareexplorer.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.settings.PrivateFiles;

/**
 * The log of what was asked, kept between starts unless the person wants otherwise: two private
 * files that take turns, together of bounded size. Requests are written down in the background, in
 * batches; whoever makes a request never waits for the disk. Windows and commands that run at the
 * same time write to the same files. Thread-safe.
 */
public final class KeptActivity implements Consumer<Activity>, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(KeptActivity.class.getName());
  private static final String NOW = "activity.csv";
  private static final String BEFORE = "activity.old.csv";

  /** Is there where the person wants nothing kept. */
  private static final String OFF = "off";

  /** Waiting lines beyond this are not written: the disk does not keep up. */
  private static final int MOST_WAITING = 50_000;

  private final ActivityLog log = new ActivityLog();
  private final Path folder;
  private final Executor threads;
  private final long mostBytes;
  private final List<Activity> waiting = new ArrayList<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private boolean kept;
  private boolean loaded;

  /**
   * A log in a folder, which need not exist.
   *
   * @param threads where lines are written
   */
  public KeptActivity(Path folder, Executor threads) {
    this(folder, threads, 8L << 20);
  }

  /** A log whose files may each have so many bytes. */
  KeptActivity(Path folder, Executor threads, long mostBytes) {
    this.folder = folder;
    this.threads = threads;
    this.mostBytes = mostBytes;
    this.kept = mostBytes > 0 && !Files.exists(folder.resolve(OFF));
  }

  /** {@return a log that is kept in memory alone} */
  public static KeptActivity inMemory() {
    return new KeptActivity(Path.of(""), Runnable::run, 0);
  }

  /** {@return the log in memory: of this start, and of those before once they are loaded} */
  public ActivityLog log() {
    return log;
  }

  @Override
  public void accept(Activity activity) {
    log.accept(activity);
    synchronized (waiting) {
      if (!kept || waiting.size() >= MOST_WAITING) {
        return;
      }
      waiting.add(activity);
    }
    if (writing.compareAndSet(false, true)) {
      try {
        threads.execute(this::write);
      } catch (RejectedExecutionException e) {
        // The program ends; what waits is written when this is closed.
        writing.set(false);
      }
    }
  }

  private void write() {
    try {
      do {
        writeAll();
        writing.set(false);
      } while (more() && writing.compareAndSet(false, true));
    } catch (IOException e) {
      writing.set(false);
      LOG.log(System.Logger.Level.WARNING, "The activity could not be written down.", e);
    }
  }

  private boolean more() {
    synchronized (waiting) {
      return !waiting.isEmpty();
    }
  }

  private synchronized void writeAll() throws IOException {
    List<Activity> lines;
    synchronized (waiting) {
      lines = List.copyOf(waiting);
      waiting.clear();
    }
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(activity -> text.append(ActivityCsv.line(activity)).append('\n'));
    Path file = folder.resolve(NOW);
    if (Files.exists(file) && Files.size(file) + text.length() > mostBytes) {
      Files.move(file, folder.resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      try (OutputStream created = PrivateFiles.create(file)) {
        created.write((ActivityCsv.HEAD + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  /** Reads what was kept before, once; it is then in the log as well. */
  public synchronized void load(Job job) {
    if (loaded) {
      return;
    }
    loaded = true;
    List<Activity> earlier = new ArrayList<>();
    List<Activity> own = log.all();
    for (String name : List.of(BEFORE, NOW)) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        continue;
      }
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          job.check();
          ActivityCsv.parse(line).ifPresent(earlier::add);
        }
      } catch (IOException e) {
        throw disk("The activity of earlier times could not be read.", e);
      }
    }
    earlier.removeAll(new HashSet<>(own));
    int most = Math.max(0, ActivityLog.MOST - own.size());
    log.earlier(earlier.subList(Math.max(0, earlier.size() - most), earlier.size()));
  }

  /** {@return whether requests are kept on the disk} */
  public boolean kept() {
    synchronized (waiting) {
      return kept;
    }
  }

  /** Keeps requests on the disk from now on, or no longer; then what is there is deleted. */
  public synchronized void keep(boolean wanted) {
    synchronized (waiting) {
      kept = wanted;
      waiting.clear();
    }
    try {
      if (wanted) {
        Files.deleteIfExists(folder.resolve(OFF));
      } else {
        delete();
        if (!Files.exists(folder.resolve(OFF))) {
          PrivateFiles.create(folder.resolve(OFF)).close();
        }
      }
    } catch (IOException e) {
      throw disk("The choice could not be remembered.", e);
    }
  }

  /** Forgets everything, in memory and on the disk. */
  public synchronized void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
    log.clear();
    loaded = true;
    try {
      delete();
    } catch (IOException e) {
      throw disk("The activity could not be deleted.", e);
    }
  }

  private void delete() throws IOException {
    Files.deleteIfExists(folder.resolve(NOW));
    Files.deleteIfExists(folder.resolve(BEFORE));
  }

  private RuntimeException disk(String what, IOException e) {
    return new Problem(
            ProblemCode.DISK,
            what,
            "The folder " + folder + " refuses it.",
            "Make room on the disk, or allow this account to write there.")
        .asException(e);
  }

  /** Writes what waits. */
  @Override
  public void close() {
    try {
      writeAll();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The activity could not be written down.", e);
    }
  }
}
