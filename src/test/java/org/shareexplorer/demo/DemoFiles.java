package org.shareexplorer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.provider.demo.DemoData;
import org.shareexplorer.provider.demo.Scale;

/** The demo share's data, made once for all tests, which only read them. */
public final class DemoFiles {

  private static final Map<Scale, Path> MADE = new ConcurrentHashMap<>();

  private DemoFiles() {}

  /** {@return the folder to give to a demo share of this size, with its data there already} */
  public static Path of(Scale scale) {
    return MADE.computeIfAbsent(scale, DemoFiles::make);
  }

  private static Path make(Scale scale) {
    try (Jobs jobs = new Jobs()) {
      Path folder = Files.createTempDirectory("demo-files");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      var _ = DemoData.in(folder, scale, jobs, Job.unattended());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
