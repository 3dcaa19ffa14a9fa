package org.shareexplorer.provider.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.provider.delta.DataFileWriter;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.DataFileWriter.Written;
import org.shareexplorer.provider.delta.DeltaLogWriter;
import org.shareexplorer.provider.delta.TablePlan;

/**
 * Makes the demo share's tables, once. They appear under their name only when complete; a lock held
 * while they are made keeps two programs from making them at once, and vanishes with a killed one.
 */
public final class DemoData {

  /** To be raised with every change of the data, so that older ones are not taken for them. */
  private static final int VERSION = 3;

  private static final int ROWS_PER_REPORT = 4_096;
  private static final long LOCK_LOOK_MILLIS = 100;

  private final Scale scale;
  private final Jobs jobs;
  private final Job job;

  private DemoData(Scale scale, Jobs jobs, Job job) {
    this.scale = scale;
    this.jobs = jobs;
    this.job = job;
  }

  /**
   * {@return the folder with the data, made now if they are not there yet}
   *
   * @param parent the folder to hold that folder
   * @throws CancellationException if the job was cancelled; nothing is left behind
   */
  public static Path in(Path parent, Scale scale, Jobs jobs, Job job) throws IOException {
    Path made = parent.resolve("demo-v" + VERSION);
    if (Files.isDirectory(made)) {
      return made;
    }
    Files.createDirectories(parent);
    try (FileChannel channel =
            FileChannel.open(
                parent.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel, job)) {
      if (!Files.isDirectory(made)) {
        Path making = parent.resolve("demo-v" + VERSION + ".making");
        // What a killed program left.
        delete(making);
        try {
          new DemoData(scale, jobs, job).make(making);
          Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          delete(making);
        }
      }
    }
    return made;
  }

  private static FileLock lock(FileChannel channel, Job job) throws IOException {
    while (true) {
      job.check();
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
      job.progress(Progress.of("Waiting for another program to make the demo data"));
      try {
        Thread.sleep(LOCK_LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very program.
      return null;
    }
  }

  /** A file to be written. */
  private record Task(TablePlan table, TablePlan.Part part) {}

  private void make(Path root) throws IOException {
    job.progress(Progress.of("Making the demo data", 0, 1));
    List<Customer> customers = Customers.make(scale.customers());
    List<Zone> zones = Zone.make();
    List<TablePlan> tables =
        List.of(
            Trips.plan(zones, scale.trips()),
            Zone.plan(zones),
            Customers.plan(customers),
            PriceList.plan(),
            Sales.plan(customers, scale.sales()));
    List<Task> tasks = new ArrayList<>();
    for (TablePlan table : tables) {
      for (TablePlan.Commit commit : table.commits()) {
        commit.added().forEach(part -> tasks.add(new Task(table, part)));
        commit.changed().forEach(part -> tasks.add(new Task(table, part)));
      }
    }
    long rows = tasks.stream().mapToLong(task -> task.part().rows()).sum();
    AtomicLong done = new AtomicLong();
    List<Written> written =
        jobs.forAll(
            job,
            tasks,
            Runtime.getRuntime().availableProcessors(),
            task -> jobs.computeWithin(job, _ -> write(root, task, done, rows)));
    for (TablePlan table : tables) {
      DeltaLogWriter.write(root, table, part -> written.get(tasks.indexOf(new Task(table, part))));
    }
  }

  private Written write(Path root, Task task, AtomicLong done, long rows) throws IOException {
    Path file = root.resolve(task.table().folder()).resolve(task.part().path());
    Files.createDirectories(file.getParent());
    RowSource source = task.part().source().get();
    int[] unreported = {0};
    return DataFileWriter.write(
        file,
        task.table().columnsOf(task.part()),
        task.part().rows(),
        row -> {
          source.next(row);
          if (++unreported[0] == ROWS_PER_REPORT) {
            unreported[0] = 0;
            job.check();
            job.progress(
                Progress.of("Making the demo data", done.addAndGet(ROWS_PER_REPORT), rows));
          }
        });
  }

  /** Deletes a folder, if it is there, with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
