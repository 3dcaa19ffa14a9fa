package org.shareexplorer.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.provider.delta.Json;
import org.shareexplorer.provider.demo.DemoData;
import org.shareexplorer.provider.demo.Scale;
import org.shareexplorer.provider.server.Catalog;
import org.shareexplorer.provider.server.ShareServer;

/**
 * The demo share, served on this computer to whoever has its profile. Its token is drawn anew at
 * every start, lives in one file that only its owner can read, and ends with the server.
 * Thread-safe.
 */
public final class DemoShare implements AutoCloseable {

  /** The share to look at first. */
  public static final String SHOWCASE_SHARE = "external_retail";

  /** The schema to look at first, in the {@linkplain #SHOWCASE_SHARE share to look at first}. */
  public static final String SHOWCASE_SCHEMA = "retail";

  private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(15);
  private static final String RUN_PREFIX = "demo-run-";

  private final ShareServer server;
  private final Path runFolder;
  private final String profile;

  private DemoShare(ShareServer server, Path runFolder, String profile) {
    this.server = server;
    this.runFolder = runFolder;
    this.profile = profile;
  }

  /**
   * Makes the data if they are not there yet, which takes some seconds, and serves them on a free
   * port.
   *
   * @param cacheFolder where the data are kept, about 100 MB
   * @throws ProblemException with code {@code DISK} if the folder cannot be written
   * @throws CancellationException if the job was cancelled; nothing half-made is left behind
   */
  public static DemoShare start(Path cacheFolder, Jobs jobs, Job job) {
    return start(cacheFolder, Scale.FULL, jobs, job);
  }

  /** Does the same with another amount of data; a folder keeps the amount that it was made with. */
  public static DemoShare start(Path cacheFolder, Scale scale, Jobs jobs, Job job) {
    try {
      Path data = DemoData.in(cacheFolder, scale, jobs, job);
      job.progress(Progress.of("Starting the demo share"));
      sweep(cacheFolder);
      String token = token();
      ShareServer server =
          ShareServer.start(Catalog.below(data), token, ADDRESS_LIFETIME, Clock.systemUTC(), jobs);
      try {
        String profile = profile(server.endpoint(), token);
        return new DemoShare(server, write(cacheFolder, profile), profile);
      } catch (IOException e) {
        server.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "The demo share could not be made.",
              "The folder " + cacheFolder + " cannot be written, or its disk is full.",
              "Make room for about 100 MB there, or choose another folder for cached data.",
              e.getClass().getSimpleName())
          .asException(e);
    }
  }

  /** {@return the text of the profile; holds the token} */
  public String profileJson() {
    return profile;
  }

  /** {@return the file {@code config.share}, deleted when the share is closed} */
  public Path profilePath() {
    return runFolder.resolve("config.share");
  }

  /** {@return the server's address, as it stands in the profile} */
  public String endpoint() {
    return server.endpoint();
  }

  /** Ends the server and deletes the profile. The data are kept for the next time. */
  @Override
  public void close() {
    server.close();
    try {
      DemoData.delete(runFolder);
    } catch (IOException e) {
      // The token in it is worth nothing any more; the next start sweeps it away.
    }
  }

  private static String token() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static String profile(String endpoint, String token) {
    ObjectNode json =
        Json.object()
            .put("shareCredentialsVersion", 1)
            .put("endpoint", endpoint)
            .put("bearerToken", token);
    return json.toPrettyString() + "\n";
  }

  /** Writes the profile into a folder of its own, readable by its owner alone from the start. */
  private static Path write(Path cacheFolder, String profile) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path folder =
        Files.createTempDirectory(cacheFolder, RUN_PREFIX + ProcessHandle.current().pid() + "-");
    Files.writeString(Files.createFile(folder.resolve("config.share"), ownerOnly), profile);
    return folder;
  }

  /** Deletes what killed programs left: folders named for processes that run no more. */
  private static void sweep(Path cacheFolder) throws IOException {
    try (Stream<Path> folders = Files.list(cacheFolder)) {
      for (Path folder : folders.toList()) {
        String[] name = folder.getFileName().toString().split("-", -1);
        if (folder.getFileName().toString().startsWith(RUN_PREFIX)
            && name.length > 2
            && name[2].matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(name[2])).isEmpty()) {
          DemoData.delete(folder);
        }
      }
    }
  }
}
